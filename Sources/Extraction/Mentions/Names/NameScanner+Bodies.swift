import Vocabulary

/// Names that a word inside them makes the name of a body, a group, a company or a place.
extension NameScanner {
    /// The longest such name from a place of a run on.
    func body(from start: Int, in run: Range<Int>) -> (end: Int, head: NameHead)? {
        var found: (end: Int, head: NameHead)?
        var token = start
        while token < run.upperBound {
            if tokens.isCapital(token) || tokens.shape[token] == .number {
                if let owner = titleWithPossessive(token, run) {
                    token = owner
                    continue
                }
                if isStop(token, start: start, run: run) { break }
                if let head = tables.heads.phrases.longest(tokens.fold, from: token, limit: run.upperBound),
                    allCapital(token, head.end)
                {
                    if let end = behind(head.end, head.value, start: start, token: token, run: run) {
                        found = (end, head.value)
                        token = end
                        if head.value.isFinal, !head.value.isInitial { continue }
                        if end > head.end { break }
                        continue
                    }
                    token = head.end
                    continue
                }
                token += 1
            } else if passes(token, start: start, run: run, complete: found != nil) {
                token += 1
            } else {
                break
            }
        }
        if let legal = company(from: start, in: run) { return legal }
        return found
    }

    /// Just past the name that a head makes; nil when the head makes none here.
    private func behind(_ end: Int, _ head: NameHead, start: Int, token: Int, run: Range<Int>) -> Int? {
        if head.isInitial {
            if end < run.upperBound, tokens.shape[end] == .number { return end + 1 }
            if let tail = tail(from: end, in: run) { return tail }
        }
        if head.isFinal, token > start || end > token + 1 { return end }
        if head.type == nil, end > token + 1 { return end }
        if head.isInitial, head.standsBare, token == start, tables.language == "es" || end > token + 1,
            !(end < run.upperBound && tokens.isCapital(end))
        {
            return end
        }
        if tables.language == "es", head.isInitial, end < run.upperBound, tokens.isCapital(end) {
            return tail(from: end, in: run) ?? plainTail(from: end, in: run)
        }
        return nil
    }

    /// The words behind "Department", "Secretaría": "of Foreign Assets Control", "de Seguridad y Protección Ciudadana".
    private func tail(from start: Int, in run: Range<Int>) -> Int? {
        var token = start
        if tables.language == "es" {
            while token < run.upperBound, tokens.isCapital(token) { token += 1 }
        }
        var end: Int?
        while token < run.upperBound {
            let rare = tables.words.phrase("tail-phrase", at: token, in: lower, limit: run.upperBound)
            guard rare > 0 || tables.words.contains(lower[token], "tail-join") else { break }
            var next = token + 1
            while next < run.upperBound, tables.words.contains(lower[next], "article") { next += 1 }
            guard next < run.upperBound, tokens.isCapital(next), !startsAnother(next, joint: token, run: run) else {
                break
            }
            next += 1
            while next < run.upperBound, tokens.isCapital(next) || isHyphen(next) {
                next += 1
            }
            token = next
            end = next
        }
        return end
    }

    private func isHyphen(_ token: Int) -> Bool { lower[token] == "-" && tokens.touchesPrevious(token) }

    private func plainTail(from start: Int, in run: Range<Int>) -> Int {
        var token = start
        while token < run.upperBound, tokens.isCapital(token) || tokens.shape[token] == .number { token += 1 }
        return token
    }

    /// Whether what follows "and" or "de" is a name of its own.
    private func startsAnother(_ token: Int, joint: Int, run: Range<Int>) -> Bool {
        let isAnd = tables.words.contains(lower[joint], "and")
        if isAnd {
            if joint + 1 < token { return true }
            if tables.countries.phrases.longest(tokens.fold, from: token, limit: run.upperBound) != nil { return true }
            if let known = tables.known.phrases.longest(tokens.fold, from: token, limit: run.upperBound),
                known.value.type != nil
            {
                return true
            }
            if tokens.shape[token] == .allCapitals { return true }
            if let head = tables.heads.phrases.longest(tokens.fold, from: token, limit: run.upperBound),
                head.value.isInitial, head.value.type != nil, head.end < run.upperBound
            {
                return true
            }
        }
        guard let head = tables.heads.phrases.longest(tokens.fold, from: token, limit: run.upperBound),
            head.value.isInitial, head.value.type == .publicBody
        else { return false }
        // "Gabinete de Seguridad del Gobierno de México": two bodies; "Secretaría de Gobernación" is one.
        return head.end < run.upperBound && tables.words.contains(lower[head.end], "tail-join")
    }

    /// Just past "District Attorney’s" in "Riverside County District Attorney’s Bureau of Investigation".
    private func titleWithPossessive(_ token: Int, _ run: Range<Int>) -> Int? {
        guard let noun = tables.people.phrases.longest(tokens.fold, from: token, limit: run.upperBound),
            noun.value.isTitle, noun.end + 1 < run.upperBound, tokens.isPossessive(noun.end)
        else { return nil }
        let head = tables.heads.phrases.longest(tokens.fold, from: token, limit: run.upperBound)
        return head.map { $0.end > noun.end } == true ? nil : noun.end + 1
    }

    /// Whether a title or a person inside the run ends a name that looks for its head.
    private func isStop(_ token: Int, start: Int, run: Range<Int>) -> Bool {
        guard let noun = tables.people.phrases.longest(tokens.fold, from: token, limit: run.upperBound),
            noun.value.isTitle, token > start || noun.end < run.upperBound,
            !noun.value.isPlural || (noun.end < run.upperBound && tokens.isCapital(noun.end))
        else { return false }
        if let head = tables.heads.phrases.longest(tokens.fold, from: token, limit: run.upperBound), head.end > noun.end
        {
            return false
        }
        return !(noun.end < run.upperBound && tokens.isPossessive(noun.end))
    }

    private func passes(_ token: Int, start: Int, run: Range<Int>, complete: Bool) -> Bool {
        let word = lower[token]
        if word == "-" || word == "–" { return tokens.touchesPrevious(token) && !complete }
        if tokens.isPossessive(token) { return !complete && !isEntity(start..<token) }
        if word == "&" { return true }
        if tables.words.contains(word, "and") || tables.words.contains(word, "tail-join") {
            // Inside a name of the pipeline the joint belongs to it.
            let before = tokens.pipelineName[token - 1]
            return before >= 0 && token + 1 < run.upperBound && tokens.pipelineName[token + 1] == before
                && tokens.pipelineNames[Int(before)].label == .organization && !complete
        }
        return false
    }

    /// Whether the words are a name by themselves, so that a possessive behind them starts another.
    func isEntity(_ range: Range<Int>) -> Bool {
        let (start, end) = (range.lowerBound, range.upperBound)
        if let country = tables.countries.phrases.longest(tokens.fold, from: start, limit: end), country.end == end {
            return true
        }
        if let known = tables.known.phrases.longest(tokens.fold, from: start, limit: end), known.end == end {
            return true
        }
        if let place = tables.places.phrases.longest(tokens.fold, from: start, limit: end), place.end == end {
            return true
        }
        return tokens.label(start) == .person || tokens.shape[end - 1] == .allCapitals
    }

    /// A company that its legal form shows: "Grupo Costa Serena, S.A. de C.V.".
    private func company(from start: Int, in run: Range<Int>) -> (end: Int, head: NameHead)? {
        var token = start + 1
        while token < run.upperBound {
            if let end = legalForm(at: token, limit: run.upperBound) {
                return (
                    end,
                    NameHead(
                        type: .company, isFinal: true, isInitial: false, joinsLower: false, standsBare: false,
                        pointsBack: false, isGeneric: false, takesOf: false, takesName: false, isPlural: false)
                )
            }
            token += 1
        }
        return nil
    }
}
