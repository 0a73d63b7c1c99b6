import Vocabulary

/// Names of people: their extent, what speaks for them, and names that share a surname.
extension NameScanner {
    func person(from start: Int, in run: Range<Int>, title: PersonNoun?) -> Reading? {
        if let title = titlePhrase(at: start, limit: run.upperBound), title.end < run.upperBound { return nil }
        if let known = tables.known.phrases.longest(tokens.fold, from: start, limit: run.upperBound),
            known.end > start + 1
        {
            return nil
        }
        if let country = tables.countries.phrases.longest(tokens.fold, from: start, limit: run.upperBound),
            isWritten(country, from: start),
            country.value.form == .demonym || tables.given.gender(of: tokens.fold[start]) == nil
        {
            return nil
        }
        let end = endOfPerson(from: start, in: run)
        let hasKnown = (start + 1..<max(end, start + 1)).contains { token in
            tables.known.phrases.longest(tokens.fold, from: token, limit: end).map { $0.end > token + 1 } ?? false
        }
        if hasKnown { return nil }
        let range = start..<end
        let length = range.count { tokens.isCapital($0) }
        guard length <= 7 else { return nil }
        var evidence = 0
        let isGivenName = tables.given.gender(of: tokens.fold[start]) != nil
        if isGivenName { evidence += length > 1 ? 15 : 8 }
        if isGivenName, length >= 3 { evidence += 6 }
        if range.count > 1, range.allSatisfy({ isGivenOrInitial($0) }) { evidence += 15 }
        if length > 1,
            let last = range.last(where: { tokens.isCapital($0) && !tables.words.contains(lower[$0], "suffix") }),
            tables.given.isSurname(tokens.fold[last])
        {
            evidence += 9
        }
        let labelled = range.count { tokens.label($0) == .person }
        if 2 * labelled >= range.count { evidence += 20 }
        if title != nil || isAfterPersonNoun(start) { evidence += 25 }
        if isBeforeAge(end) || isBeforeAlias(end) { evidence += 25 }
        if end < syntax.count, tables.words.contains(lower[end], "said") { evidence += 6 }
        if range.contains(where: { tokens.shape[$0] == .initial }), length > 1 { evidence += 6 }
        if nicknamed(range) { evidence += 30 }
        if tokens.label(start) == .organization || tokens.label(start) == .place {
            // A given name before a surname outweighs the small pipeline's label.
            evidence -= isGivenName && length > 1 ? 4 : 15
        }
        if length == 1,
            tables.places.phrases[tokens.fold[start]] != nil
                || tables.countries.capitals[tokens.fold[start]] != nil
        {
            evidence -= 10
        }
        if tokens.shape[start] == .allCapitals, length == 1 { evidence -= 20 }
        if tokens.shape[start] == .code { evidence -= 25 }
        if range.contains(where: { syntax.pos[$0] == .verb || syntax.pos[$0] == .aux || syntax.pos[$0] == .det }) {
            evidence -= 15
        }
        guard evidence >= (length == 1 ? 18 : 14) else { return nil }
        return Reading(end: end, kind: .person, score: 20 + 10 * min(range.count, 5) + evidence)
    }

    private func endOfPerson(from start: Int, in run: Range<Int>) -> Int {
        var token = start + 1
        while token < run.upperBound {
            let word = lower[token]
            if tokens.isCapital(token) {
                if tokens.shape[token] == .allCapitals, tokens.shape[start] == .capital,
                    !tables.words.contains(word, "suffix")
                {
                    break
                }
                token += 1
            } else if word == "-", tokens.touchesPrevious(token), token + 1 < run.upperBound {
                token += 2
            } else if tables.words.contains(word, "particle"), let next = behindParticle(token, start, run) {
                token = next
            } else if tokens.isOpenQuote(token), let close = tokens.closeQuote(after: token, limit: run.upperBound) {
                token = close + 1
            } else if word == ",", token + 1 < run.upperBound, tables.words.contains(lower[token + 1], "suffix") {
                return token + 2
            } else {
                break
            }
        }
        return token
    }

    /// Just past the capital behind "de", "de la", "van der"; nil when it is a place or body that the person is of.
    private func behindParticle(_ token: Int, _ start: Int, _ run: Range<Int>) -> Int? {
        var next = token + 1
        while next < run.upperBound, !tokens.isCapital(next),
            tables.words.contains(lower[next], "particle") || lower[next] == "-"
        {
            next += 1
        }
        guard next < run.upperBound, tokens.isCapital(next) else { return nil }
        if tokens.pipelineName[start] >= 0, tokens.pipelineName[start] == tokens.pipelineName[next] { return next + 1 }
        if tables.words.contains(lower[token], "and") {
            // "Ortega y Gasset", but "Juan y Pedro": only with the pipeline's word for it.
            return nil
        }
        if tables.places.phrases.longest(tokens.fold, from: next, limit: run.upperBound) != nil
            || tables.countries.phrases.longest(tokens.fold, from: next, limit: run.upperBound) != nil
            || tables.known.phrases.longest(tokens.fold, from: next, limit: run.upperBound) != nil
            || tables.heads.phrases[tokens.fold[next]]?.isInitial == true
        {
            return tables.given.gender(of: tokens.fold[next - 2 >= start ? start : start]) != nil && next == start + 2
                && tokens.label(start) == .person ? next + 1 : nil
        }
        return next + 1
    }

    /// "agent Enrique Camarena", "his wife, Verónica", "el abogado Luis": a noun for a person just before.
    func isAfterPersonNoun(_ start: Int) -> Bool {
        var before = start - 1
        guard before >= 0, syntax.sentence[before] == syntax.sentence[start] else { return false }
        var comma = false
        if lower[before] == "," {
            comma = true
            before -= 1
        }
        guard before >= 0, !tokens.fold[before].isEmpty else { return false }
        if tables.words.contains(lower[before], "courtesy") { return true }
        if !comma, let country = tables.countries.phrases[tokens.fold[before]], country.form == .demonym,
            tables.language == "es"
        {
            return !country.isPlural
        }
        guard let noun = tables.people.phrases[tokens.fold[before]] else { return false }
        return !noun.isPlural || !comma
    }

    private func isBeforeAge(_ end: Int) -> Bool {
        guard end + 2 < syntax.count, lower[end] == ",", tokens.shape[end + 1] == .number else { return false }
        guard let age = Int(lower[end + 1]), (5...110).contains(age) else { return false }
        return tokens.shape[end + 2] == .punctuation || syntax.pos[end + 2] == .verb || syntax.pos[end + 2] == .aux
            || tables.words.contains(lower[end + 2], "age-end")
    }

    private func isBeforeAlias(_ end: Int) -> Bool {
        guard end + 1 < syntax.count else { return false }
        let word = lower[end] == "," || lower[end] == "(" ? end + 1 : end
        return tables.words.contains(lower[word], "alias-word")
            || tables.words.phrase("alias-phrase", at: word, in: lower, limit: syntax.count) > 0
    }

    /// "Héctor Saúl M.", “Jesús “A””: given names and initials only.
    private func isGivenOrInitial(_ token: Int) -> Bool {
        tokens.shape[token] == .initial || tokens.shape[token] == .punctuation
            || tables.given.gender(of: tokens.fold[token]) != nil
    }

    private func nicknamed(_ range: Range<Int>) -> Bool { range.contains { tokens.isOpenQuote($0) } }

    // MARK: Shared surnames

    /// "Miguel Ángel and Omar Treviño Morales": given names before "and" take the surnames behind it.
    func complete(from first: Int, in found: inout [FoundName]) {
        guard found.count >= first + 2, let last = found.indices.last, found[last].type == .person else { return }
        let surnames = surnames(of: found[last].tokens)
        guard !surnames.isEmpty else { return }
        var index = last - 1
        var right = found[last].tokens.lowerBound
        while index >= first, found[index].type == .person, isGiven(found[index].tokens),
            joins(found[index].tokens.upperBound, right, isLast: index == last - 1)
        {
            found[index].completion = surnames
            right = found[index].tokens.lowerBound
            index -= 1
        }
    }

    private func joins(_ end: Int, _ start: Int, isLast: Bool) -> Bool {
        guard start == end + 1 else { return false }
        return tables.words.contains(lower[end], "and") || (!isLast && lower[end] == ",")
    }

    private func isGiven(_ range: Range<Int>) -> Bool {
        range.count <= 3 && range.allSatisfy { tables.given.gender(of: tokens.fold[$0]) != nil }
    }

    /// What stands behind the given names; "" when the name has no surname or no given name.
    private func surnames(of range: Range<Int>) -> String {
        var token = range.lowerBound
        while token < range.upperBound - 1, token < range.lowerBound + 2,
            tables.given.gender(of: tokens.fold[token]) != nil
        {
            token += 1
        }
        guard token > range.lowerBound else { return "" }
        return syntax.string(token..<range.upperBound)
    }
}
