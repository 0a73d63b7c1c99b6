import Vocabulary

/// What the words around a name tell of it.
extension NameScanner {
    /// A name behind a noun that says what it is: "brokerage Akali Realtors", "tour operator Fishing Are Us".
    func introduced(from start: Int, in run: Range<Int>) -> Reading? {
        guard start == run.lowerBound, start > 0, syntax.sentence[start - 1] == syntax.sentence[start] else {
            return nil
        }
        let head = introducing(start)
        guard let head, head.type != nil, head.type != .place else { return nil }
        var end = start
        while end < run.upperBound, !tables.words.contains(lower[end], "and"), !tokens.isPossessive(end) { end += 1 }
        return Reading(end: end, kind: .body(head), score: 58 + 10 * (end - start))
    }

    private func introducing(_ start: Int) -> NameHead? {
        guard tokens.shape[start - 1] == .lower else { return nil }
        if start > 1, let two = tables.heads.phrases[tokens.fold[start - 2] + " " + tokens.fold[start - 1]] {
            return two.isGeneric || two.pointsBack ? two : nil
        }
        guard let head = tables.heads.phrases[tokens.fold[start - 1]], head.isGeneric, !head.isPlural else {
            return nil
        }
        return head
    }

    /// "Los Manglares": a plural article and a name make a group, unless a table knows the place.
    func groupName(from start: Int, in run: Range<Int>) -> Reading? {
        guard tables.words.contains(lower[start], "group-article"), start + 1 < run.upperBound,
            tokens.isCapital(start + 1)
        else { return nil }
        var end = start + 1
        while end < run.upperBound, tokens.isCapital(end) { end += 1 }
        let head = NameHead(
            type: .organization, isFinal: false, isInitial: false, joinsLower: false, standsBare: false,
            pointsBack: false,
            isGeneric: false, takesOf: false, takesName: false, isPlural: true)
        // "Los Norteños": a plural that no table knows as a place is no person.
        let isPlural = tokens.fold[end - 1].hasSuffix("s") && tokens.fold[end - 1].utf8.count > 3
        let isPlace = tables.places.phrases.longest(tokens.fold, from: start, limit: run.upperBound) != nil
        return Reading(
            end: end, kind: .body(head), score: (isPlural && !isPlace ? 75 : 35) + 10 * (end - start))
    }

    /// "en Sopetrán, Antioquia": a name that nothing knows, in a place and before one.
    func unknownPlace(from start: Int, in run: Range<Int>) -> Reading? {
        guard isAfterPlacePreposition(start), syntax.pos[start] == .propn,
            !tables.words.contains(lower[start - 1], "article")
        else { return nil }
        var end = start
        while end < run.upperBound, tokens.isCapital(end) { end += 1 }
        guard end - start <= 4 else { return nil }
        return Reading(end: end, kind: .pipeline(.place), score: 30)
    }

    /// "Santa Rita – The last defendant …", "SANTA RITA, Calif. – …": the place at the start of a paragraph, before a dash.
    func isDateline(_ start: Int, _ run: Range<Int>) -> Bool {
        let part = syntax.parts[syntax.sentences[syntax.sentence[start]].part].tokens
        guard start == part.lowerBound, run.count <= 4 else { return false }
        var token = run.upperBound
        if token + 1 < part.upperBound, lower[token] == ",", tokens.isCapital(token + 1) { token += 2 }
        guard token + 1 < part.upperBound else { return false }
        return ["–", "—", "--"].contains(lower[token]) && tokens.isCapital(token + 1)
    }

    /// "Elena Prado, 30, of Santa Rita": behind an age stands where somebody lives.
    func isResidence(_ start: Int) -> Bool {
        guard start >= 4, tables.words.contains(lower[start - 1], "of"), lower[start - 2] == ",",
            tokens.shape[start - 3] == .number, let age = Int(lower[start - 3]), (5...110).contains(age)
        else { return false }
        return lower[start - 4] == ","
    }

    /// Just past what an office is over: "secretario de Seguridad y Protección Ciudadana"; nil when it is a body's name.
    func officeScope(_ run: Range<Int>) -> Int? {
        var token = run.lowerBound - 1
        let floor = syntax.sentences[syntax.sentence[run.lowerBound]].tokens.lowerBound
        while token > floor, tables.words.contains(lower[token], "article") { token -= 1 }
        guard token > floor, tables.words.contains(lower[token], "of") || lower[token] == "del" else { return nil }
        let noun = token - 1
        guard tables.words.contains(tokens.fold[noun], "office-of") || tables.words.contains(lower[noun], "office-of")
        else {
            return nil
        }
        let start = run.lowerBound
        if tables.countries.phrases.longest(tokens.fold, from: start, limit: run.upperBound) != nil { return nil }
        if let known = tables.known.phrases.longest(tokens.fold, from: start, limit: run.upperBound),
            known.end == run.upperBound
        {
            return nil
        }
        return run.upperBound
    }

    /// What the phrase in apposition behind a name makes it: "Viva la Ley, a Cali charity".
    func apposed(behind end: Int) -> NameHead? {
        guard end + 2 < syntax.count, lower[end] == ",", tables.words.contains(lower[end + 1], "article") else {
            return nil
        }
        var token = end + 2
        var found: NameHead?
        while token < syntax.count, token < end + 8, syntax.sentence[token] == syntax.sentence[end] {
            if tokens.shape[token] == .punctuation || syntax.pos[token] == .adp || syntax.pos[token] == .verb { break }
            if let head = tables.heads.phrases[tokens.fold[token]], head.isGeneric { found = head }
            if tables.people.phrases[tokens.fold[token]]?.category == .bodies { token += 1; continue }
            if tables.people.phrases[tokens.fold[token]] != nil { return nil }
            token += 1
        }
        return found
    }

    /// "in Spanish", "its Spanish initials": a language and no country.
    func isLanguage(_ reading: Reading, _ start: Int) -> Bool {
        guard case .country(let entry) = reading.kind, entry.form == .demonym, reading.end < syntax.count else {
            return false
        }
        if tables.words.contains(lower[reading.end], "language-noun") { return true }
        let after = syntax.pos[reading.end]
        return start > 0 && tables.words.contains(lower[start - 1], "language-before") && !after.isNominal
            && after != .adj
            && !entry.isPlural
    }

    /// A name that no table knows, with the lower-case word that says what it is: "Avenues gang", "Melsbroek air base".
    func joinedLower(_ range: Range<Int>) -> FoundName? {
        guard range.allSatisfy({ tokens.isCapital($0) || lower[$0] == "-" }), !tokens.opensSentence(range.lowerBound)
        else { return nil }
        var name = FoundName(tokens: range, type: .place, weight: 50)
        extend(&name)
        return name.tokens == range ? nil : name
    }

    /// "X, hoy senador": a phrase in apposition speaks of the person and not of the body.
    private func isDescribed(_ end: Int) -> Bool {
        guard end < syntax.count, lower[end] == "," else { return false }
        return (end + 1..<min(end + 4, syntax.count)).contains { tables.people.phrases[tokens.fold[$0]] != nil }
    }

    /// Takes in the lower-case words before a name that make one with it: "government of Mexico", "port of Antwerp",
    /// "aeropuerto El Dorado".
    func extendBack(_ name: inout FoundName) {
        guard name.form != .quoted, let type = name.type, name.form != .demonym else { return }
        let start = name.tokens.lowerBound
        let floor = syntax.sentences[syntax.sentence[start]].tokens.lowerBound
        var token = start - 1
        while token > floor, tables.words.contains(lower[token], "article") { token -= 1 }
        guard token >= floor else { return }
        let isJoined = tables.words.contains(lower[token], "of")
        if isJoined { token -= 1 } else { guard token == start - 1 else { return } }
        let end = token + 1
        // Adjectives may stand between: "penal federal del Altiplano".
        while token >= floor, token > end - 4 {
            if let head = tables.heads.phrases.longest(tokens.fold, from: token, limit: end),
                tokens.shape[token] == .lower
            {
                guard isJoined ? head.value.takesOf : head.value.takesName, let headType = head.value.type else {
                    return
                }
                if type == .person,
                    !tables.words.contains(lower[head.end - 1], "person-body") || isDescribed(name.tokens.upperBound)
                {
                    return
                }
                let inner = headType == .place || headType == .organization ? name.tokens : nil
                name = FoundName(
                    tokens: token..<name.tokens.upperBound, type: headType, weight: 75, country: name.country)
                name.inner = inner
                return
            }
            guard syntax.pos[token] == .adj || tables.words.contains(lower[token], "adjective-body") else { return }
            token -= 1
        }
    }
}
