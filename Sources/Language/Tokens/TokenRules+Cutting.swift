extension TokenRules {
    /// Cuts one chunk (text without inner white space, or white space alone) into tokens, from left to right:
    /// `token` gets a range of the chunk, `special` the number of an exception and where it starts.
    func cut(
        _ chunk: Bytes, withSpecials: Bool, _ matcher: PatternMatcher, token: (Range<Int>) -> Void,
        special: (Int, Int) -> Void
    ) {
        if withSpecials {
            let number = self.special(chunk)
            if number >= 0 { return special(number, 0) }
        }
        var start = 0
        var end = chunk.count
        var suffixes: [Range<Int>] = []
        var lastCount = -1
        while start < end, end - start != lastCount {
            let rest = chunk.part(start..<end)
            if let tokenMatch, matcher.match(tokenMatch, rest) != nil { break }
            if withSpecials, self.special(rest) >= 0 { break }
            lastCount = rest.count
            let prefixCount = prefix.flatMap { matcher.search($0, rest)?.count } ?? 0
            if prefixCount > 0, prefixCount < rest.count, withSpecials,
                self.special(chunk.part(start + prefixCount..<end)) >= 0
            {
                token(start..<start + prefixCount)
                start += prefixCount
                break
            }
            let inner = chunk.part(start + prefixCount..<end)
            let suffixCount = suffix.flatMap { matcher.search($0, inner)?.count } ?? 0
            if suffixCount > 0, suffixCount < rest.count, withSpecials,
                self.special(chunk.part(start..<end - suffixCount)) >= 0
            {
                suffixes.append(end - suffixCount..<end)
                end -= suffixCount
                break
            }
            if prefixCount > 0 {
                token(start..<start + prefixCount)
                start += prefixCount
            }
            if suffixCount > 0 {
                suffixes.append(end - suffixCount..<end)
                end -= suffixCount
            }
        }
        if start < end { cutInside(chunk, start..<end, withSpecials, matcher, token, special) }
        for suffix in suffixes.reversed() { token(suffix) }
    }

    /// What is left between prefixes and suffixes: an exception, an address, or pieces between infixes.
    private func cutInside(
        _ chunk: Bytes, _ range: Range<Int>, _ withSpecials: Bool, _ matcher: PatternMatcher,
        _ token: (Range<Int>) -> Void, _ special: (Int, Int) -> Void
    ) {
        let rest = chunk.part(range)
        if withSpecials {
            let number = self.special(rest)
            if number >= 0 { return special(number, range.lowerBound) }
        }
        if let tokenMatch, matcher.match(tokenMatch, rest) != nil { return token(range) }
        if let urlMatch, matcher.match(urlMatch, rest) != nil { return token(range) }
        var start = 0
        var from = 0
        while let infix, let match = matcher.search(infix, rest, from: from) {
            from = match.isEmpty ? Self.next(rest, match.upperBound) : match.upperBound
            if match.lowerBound > 0 {
                if match.lowerBound > start { token(range.lowerBound + start..<range.lowerBound + match.lowerBound) }
                if !match.isEmpty { token(range.lowerBound + match.lowerBound..<range.lowerBound + match.upperBound) }
                start = match.upperBound
            }
            if from > rest.count { break }
        }
        if start < rest.count { token(range.lowerBound + start..<range.upperBound) }
    }

    private static func next(_ text: Bytes, _ at: Int) -> Int {
        at < text.count ? at + text.scalar(at: at).length : at + 1
    }
}
