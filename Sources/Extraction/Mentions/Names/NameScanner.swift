import Vocabulary

/// Finds names in running text: runs of capitalised words, read by tables, patterns and the pipeline's own names.
struct NameScanner {
    let tokens: NameTokens
    let tables: NameTables
    var syntax: Syntax { tokens.syntax }
    var lower: [String] { tokens.syntax.lower }

    /// The names in text order, none overlapping.
    func scan() -> [FoundName] {
        var found: [FoundName] = []
        for sentence in syntax.sentences {
            scan(sentence.tokens, into: &found)
        }
        return found
    }

    private func scan(_ sentence: Range<Int>, into found: inout [FoundName]) {
        var token = sentence.lowerBound
        while token < sentence.upperBound {
            if tokens.zone[token] != .text {
                token += 1
            } else if tokens.isOpenQuote(token), let quoted = quotedName(at: token, limit: sentence.upperBound) {
                found.append(quoted)
                token = quoted.tokens.upperBound
            } else if let demonym = lowerDemonym(at: token, limit: sentence.upperBound) {
                found.append(demonym)
                token = demonym.tokens.upperBound
            } else if startsRun(token, limit: sentence.upperBound) {
                let end = endOfRun(from: token, limit: sentence.upperBound)
                parse(token..<end, into: &found)
                token = end
            } else {
                token += 1
            }
        }
    }

    // MARK: Runs

    private func startsRun(_ token: Int, limit: Int) -> Bool {
        guard tokens.isCapital(token), !tokens.fold[token].isEmpty else { return false }
        if tables.words.contains(lower[token], "article"), tokens.opensSentence(token) || syntax.pos[token] == .det {
            return knows(token, limit) || startsWithArticle(token, limit)
        }
        if tokens.pipelineName[token] >= 0 {
            // The pipeline takes many a first word of a sentence for a name.
            return syntax.pos[token] == .propn || !tokens.opensSentence(token) || knows(token, limit)
                || (token + 1 < limit && tokens.isCapital(token + 1))
        }
        switch syntax.pos[token] {
        case .propn: return true
        case .noun, .adj, .num, .x, .sym: return true
        case .verb, .aux, .adv:
            return !tokens.opensSentence(token) || knows(token, limit)
                || (token + 1 < limit && tokens.isCapital(token + 1) && syntax.pos[token + 1] == .propn)
        case .det, .pron, .adp, .sconj, .cconj, .part, .intj:
            return knows(token, limit)
                || (!tokens.opensSentence(token) && token + 1 < limit && tokens.isCapital(token + 1)
                    && tables.words.contains(lower[token], "nickname-article"))
        case .punct, .space: return false
        }
    }

    /// "de Los Manglares", "aeropuerto El Dorado": inside a sentence a capital article belongs to a name.
    private func startsWithArticle(_ token: Int, _ limit: Int) -> Bool {
        !tokens.opensSentence(token) && tables.words.contains(lower[token], "nickname-article") && lower[token] != "the"
            && token + 1 < limit && tokens.isCapital(token + 1)
    }

    /// Whether a table has a name of several words, or a country, that starts here.
    private func knows(_ token: Int, _ limit: Int) -> Bool {
        let next = token + 1
        if let known = tables.known.phrases.longest(tokens.fold, from: token, limit: limit), known.end > next {
            return true
        }
        if let country = tables.countries.phrases.longest(tokens.fold, from: token, limit: limit) {
            return isWritten(country, from: token)
        }
        if let place = tables.places.phrases.longest(tokens.fold, from: token, limit: limit), place.end > next {
            return allCapital(token, place.end)
        }
        return false
    }

    /// Just past the last token of the run of name words that starts at `start`.
    func endOfRun(from start: Int, limit: Int) -> Int {
        var end = start + 1
        while end < limit, tokens.zone[end] == tokens.zone[start] {
            if tokens.isCapital(end), !tokens.fold[end].isEmpty {
                end += 1
            } else if let next = bridge(at: end, from: start, limit: limit) {
                end = next
            } else {
                break
            }
        }
        return end
    }

    /// Just past the capital that lies behind a connector, a possessive, a hyphen, a number, a nickname or a legal form.
    private func bridge(at token: Int, from start: Int, limit: Int) -> Int? {
        func capital(_ index: Int) -> Int? {
            index < limit && tokens.isCapital(index) && !tokens.fold[index].isEmpty ? index + 1 : nil
        }
        let word = lower[token]
        if word == "-" || word == "–", tokens.touchesPrevious(token), tokens.touchesNext(token) {
            return capital(token + 1)
        }
        if tokens.isPossessive(token) { return capital(token + 1) }
        if tables.words.contains(word, "connector") || tables.words.contains(word, "particle") {
            if let next = capital(token + 1) { return next }
            guard token + 1 < limit else { return nil }
            let second = lower[token + 1]
            if second == "-" { return capital(token + 2) }
            if tables.words.contains(second, "connector"), second != "and", second != "y" { return capital(token + 2) }
            return nil
        }
        if tokens.shape[token] == .number { return isNumbered(token, from: start) ? token + 1 : nil }
        if tokens.isOpenQuote(token), let close = tokens.closeQuote(after: token, limit: limit, reach: 5),
            close > token + 1, token > start, tokens.isCapital(token - 1), nicknameInside(token + 1..<close),
            let next = capital(close + 1)
        {
            return next
        }
        if let end = privacyInitial(at: token), end <= limit, token > start { return end }
        if word == ",", token + 1 < limit {
            if tables.words.contains(lower[token + 1], "suffix") { return token + 2 }
            if let form = legalForm(at: token + 1, limit: limit) { return form }
        }
        return nil
    }

    /// Just past a surname that is given as a quoted initial: Jorge “P”.
    func privacyInitial(at open: Int) -> Int? {
        guard tokens.isOpenQuote(open), open + 2 < syntax.count, tokens.isCloseQuote(open + 2) else { return nil }
        return tokens.fold[open + 1].utf8.count == 1 && tokens.isCapital(open + 1) ? open + 3 : nil
    }

    private func isNumbered(_ token: Int, from start: Int) -> Bool {
        guard token > start else { return false }
        if tokens.pipelineName[token] >= 0, tokens.pipelineName[token] == tokens.pipelineName[token - 1] { return true }
        return tables.words.contains(lower[token - 1], "numbered")
    }

    func nicknameInside(_ content: Range<Int>) -> Bool {
        content.allSatisfy { tokens.isCapital($0) || tables.words.contains(lower[$0], "particle") || lower[$0] == "-" }
            && content.contains { tokens.isCapital($0) }
    }

    /// Just past a legal form of companies ("S.A. de C.V.", "Inc.") that starts here.
    func legalForm(at token: Int, limit: Int) -> Int? {
        let length = tables.words.phrase("legal-form-phrase", at: token, in: lower, limit: limit)
        if length > 0 { return token + length }
        return tables.words.contains(lower[token], "legal-form") ? token + 1 : nil
    }

    // MARK: Ways of writing

    func allCapital(_ start: Int, _ end: Int) -> Bool {
        (start..<end).allSatisfy {
            tokens.isCapital($0) || tokens.fold[$0].isEmpty || tokens.shape[$0] == .number
                || tokens.isPossessive($0) || tables.words.contains(lower[$0], "connector")
                || tables.words.contains(lower[$0], "particle")
        }
    }

    /// Whether a phrase of the table of countries is written as one: "US" and not "us", in Spanish "mexicano" too.
    func isWritten(_ country: (end: Int, value: CountryTable.Entry), from start: Int) -> Bool {
        let short = tokens.fold[start].utf8.count <= 3 && country.end == start + 1
        if short {
            return tokens.shape[start] == .allCapitals || tokens.shape[start] == .initial || lower[start] == "eeuu"
        }
        if tables.language == "es", country.value.form == .demonym { return true }
        return allCapital(start, country.end) && tokens.isCapital(start)
    }

    private func lowerDemonym(at token: Int, limit: Int) -> FoundName? {
        guard tables.language == "es", tokens.shape[token] == .lower,
            let country = tables.countries.phrases[tokens.fold[token]], country.form == .demonym
        else { return nil }
        // "tribunal venezolano", "Ejército estadounidense"
        for start in max(0, token - 2)..<token where syntax.sentence[start] == syntax.sentence[token] {
            if let head = tables.heads.phrases.longest(tokens.fold, from: start, limit: token), head.end == token,
                head.value.joinsLower, !head.value.isPlural
            {
                return FoundName(
                    tokens: start..<token + 1, type: head.value.type, weight: 75, country: country.code)
            }
        }
        return FoundName(
            tokens: token..<token + 1, type: .country, form: .demonym, weight: 30, country: country.code)
    }
}
