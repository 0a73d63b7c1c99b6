import Vocabulary

/// Names in title-case headlines and in lines set in capitals, where capitals say nothing: those that the text below
/// has, those that tables list, those that a clear pattern shows.
struct HeadlineNames {
    let scanner: NameScanner
    /// What the running text named.
    let known: [FoundName]
    private var tokens: NameTokens { scanner.tokens }
    private var tables: NameTables { scanner.tables }
    private var lower: [String] { scanner.syntax.lower }

    init(scanner: NameScanner, known: [FoundName]) {
        self.scanner = scanner
        self.known = known
    }

    func scan() -> [FoundName] {
        let table = KnownForms(scanner: scanner, names: known).table
        var found: [FoundName] = []
        let speakers = speakers()
        for sentence in scanner.syntax.sentences {
            var token = sentence.tokens.lowerBound
            if let speaker = speakers[token] {
                found.append(speaker)
                token = scanner.syntax.parts[sentence.part].tokens.first { lower[$0] == ":" } ?? token
            }
            while token < sentence.tokens.upperBound {
                let zone = tokens.zone[token]
                guard zone == .titleCase || zone == .capitals, !tokens.fold[token].isEmpty,
                    var name = name(at: token, limit: sentence.tokens.upperBound, table)
                else {
                    token += 1
                    continue
                }
                name.isHeadline = true
                token = name.tokens.upperBound
                found.append(name)
            }
        }
        return found
    }

    /// "OMAR GARCÍA HARFUCH, SECRETARIO DE SEGURIDAD:": who speaks, by the first token of the part.
    private func speakers() -> [Int: FoundName] {
        var found: [Int: FoundName] = [:]
        for part in scanner.syntax.parts {
            guard var start = part.tokens.first, tokens.zone[start] == .capitals,
                let colon = part.tokens.first(where: { lower[$0] == ":" })
            else { continue }
            let first = start
            while let title = scanner.titlePhrase(at: start, limit: colon), title.end < colon { start = title.end }
            let end = (start..<colon).first { lower[$0] == "," } ?? colon
            let words = (start..<end).filter { !tokens.fold[$0].isEmpty }
            guard (2...6).contains(words.count), words.allSatisfy({ tokens.zone[$0] == .capitals }),
                tables.given.gender(of: tokens.fold[start]) != nil
            else { continue }
            found[first] = FoundName(tokens: start..<end, type: .person, weight: 80)
        }
        return found
    }

    private func name(at start: Int, limit: Int, _ forms: PhraseTable<FoundName>) -> FoundName? {
        let end = zoneEnd(start, limit)
        var best: FoundName?
        func offer(_ range: Range<Int>, _ name: FoundName) {
            if range.count > best?.tokens.count ?? 0 {
                best = name
                best?.tokens = range
            }
        }
        if let form = forms.longest(tokens.fold, from: start, limit: end), isCapitalised(start..<form.end) {
            offer(
                start..<form.end,
                FoundName(
                    tokens: start..<form.end, type: form.value.type, form: form.value.form == .quoted ? .quoted : .name,
                    weight: 60, country: form.value.country, known: form.value.known))
        }
        if let country = tables.countries.phrases.longest(tokens.fold, from: start, limit: end),
            scanner.isWritten(country, from: start)
        {
            offer(
                start..<country.end,
                FoundName(
                    tokens: start..<country.end, type: .country,
                    form: country.value.form == .demonym ? .demonym : .name, weight: 60, country: country.value.code))
        }
        if let entry = tables.known.phrases.longest(tokens.fold, from: start, limit: end),
            isCapitalised(start..<entry.end),
            entry.value.type != nil, !entry.value.isDoubtful, entry.end > start + 1 || isDistinct(start)
        {
            offer(
                start..<entry.end,
                FoundName(tokens: start..<entry.end, type: entry.value.type, weight: 60, known: entry.value.row))
        }
        if let place = tables.places.phrases.longest(tokens.fold, from: start, limit: end),
            isCapitalised(start..<place.end),
            place.end > start + 1 || !place.value.isPersonal
        {
            let isCapital = tables.countries.capitals[FoldedName.fold(scanner.syntax.string(start..<place.end))]
            offer(
                start..<place.end,
                FoundName(
                    tokens: start..<place.end, type: .place, form: isCapital == nil ? .name : .capital, weight: 50,
                    country: isCapital?.code ?? place.value.country))
        }
        if let body = pattern(at: start, limit: end) {
            offer(body.tokens, body)
        }
        if best == nil, let person = person(at: start, limit: end) { offer(person.tokens, person) }
        return best
    }

    /// A person whom a title before or the pipeline, a given name and a surname show.
    private func person(at start: Int, limit: Int) -> FoundName? {
        guard tokens.zone[start] == .titleCase, tokens.isCapital(start),
            tables.given.gender(of: tokens.fold[start]) != nil
        else { return nil }
        var end = start + 1
        while end < limit, end < start + 4, tokens.isCapital(end), !tokens.fold[end].isEmpty { end += 1 }
        guard end > start + 1, tokens.label(start) == .person || scanner.isAfterPersonNoun(start) else { return nil }
        while end > start + 2, tokens.label(end - 1) != tokens.label(start) { end -= 1 }
        return FoundName(tokens: start..<end, type: .person, weight: 50)
    }

    /// A name that its own words show: "Cartel de Santa Rosa", "Orange County District Attorney’s Office".
    private func pattern(at start: Int, limit: Int) -> FoundName? {
        guard tokens.isCapital(start) else { return nil }
        let end = min(scanner.endOfRun(from: start, limit: limit), limit)
        guard let body = scanner.body(from: start, in: start..<end), let type = body.head.type,
            type == .organization || body.end - start >= 3
        else { return nil }
        let firstIsName =
            tables.places.phrases.longest(tokens.fold, from: start, limit: end) != nil
            || tables.countries.phrases.longest(tokens.fold, from: start, limit: end) != nil
            || tables.heads.phrases[tokens.fold[start]]?.isInitial == true
        return firstIsName ? FoundName(tokens: start..<body.end, type: type, weight: 45) : nil
    }

    /// Whether the word is hardly an ordinary word: an acronym, or one that the tagger takes for a name.
    private func isDistinct(_ token: Int) -> Bool {
        tokens.zone[token] == .titleCase
            ? tokens.shape[token] == .allCapitals || scanner.syntax.pos[token] == .propn
            : scanner.syntax.pos[token] == .propn
    }

    private func isCapitalised(_ range: Range<Int>) -> Bool { range.contains { tokens.isCapital($0) } }

    private func zoneEnd(_ start: Int, _ limit: Int) -> Int {
        var end = start
        while end < limit, tokens.zone[end] == tokens.zone[start] { end += 1 }
        return end
    }
}
