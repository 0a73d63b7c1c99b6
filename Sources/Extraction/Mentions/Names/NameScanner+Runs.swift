import Vocabulary

/// Cuts a run of name words into names, titles and the rest.
extension NameScanner {
    /// One way to read the words from a place of the run on.
    struct Reading {
        enum Kind {
            case country(CountryTable.Entry)
            case capital(CountryTable.Entry, PlaceTable.Entry?)
            case known(KnownNames.Entry)
            case body(NameHead)
            case place(PlaceTable.Entry)
            case title(PersonNoun)
            case person
            case pipeline(EntityType?)
        }

        var end: Int
        var kind: Kind
        var score: Int
    }

    func parse(_ run: Range<Int>, into found: inout [FoundName]) {
        var start = run.lowerBound
        var title: PersonNoun?
        var isFormer = false
        let first = found.count
        if let scope = officeScope(run) { start = scope }
        while start < run.upperBound {
            guard tokens.isCapital(start), let reading = best(from: start, in: run, title: title) else {
                if tokens.isCapital(start), let joined = joinedLower(start..<run.upperBound) {
                    found.append(joined)
                    break
                }
                if !isJoint(start) { title = nil }
                start += 1
                continue
            }
            if isLanguage(reading, start) {
                start = reading.end
                continue
            }
            if case .title(let noun) = reading.kind {
                title = noun
                isFormer = isAfterThen(start)
            } else {
                var name = name(start..<reading.end, reading, title)
                if reading.end == run.upperBound { extend(&name) }
                if start == run.lowerBound {
                    extendBack(&name)
                    // "5367 Geneva Avenue"
                    if start > 0, tokens.shape[start - 1] == .number,
                        tables.words.contains(lower[reading.end - 1], "street")
                    {
                        name.tokens = start - 1..<name.tokens.upperBound
                    }
                }
                name.hasFormerTitle = isFormer
                found.append(name)
                if case .person = reading.kind { title = nil }
            }
            start = reading.end
        }
        complete(from: first, in: &found)
    }

    /// "then-President", "former President"
    private func isAfterThen(_ token: Int) -> Bool {
        var before = token - 1
        if before > 0, lower[before] == "-" { before -= 1 }
        return before >= 0 && tables.words.contains(lower[before], "then")
    }

    private func isJoint(_ token: Int) -> Bool { tables.words.contains(lower[token], "connector") }

    private func best(from start: Int, in whole: Range<Int>, title: PersonNoun?) -> Reading? {
        // "colonia Centro de Morelia": behind such a noun the name ends before "de".
        var run = whole
        if start == run.lowerBound, start > 0, tokens.shape[start - 1] == .lower,
            let head = tables.heads.phrases[tokens.fold[start - 1]], head.takesName, head.type == .place,
            let cut = run.dropFirst().first(where: { tables.words.contains(lower[$0], "of") })
        {
            run = run.lowerBound..<cut
        }
        let limit = run.upperBound
        var readings: [Reading] = []
        if let known = tables.known.phrases.longest(tokens.fold, from: start, limit: limit),
            allCapital(start, known.end), isTrusted(known.value, start..<known.end)
        {
            readings.append(Reading(end: known.end, kind: .known(known.value), score: 62 + 10 * (known.end - start)))
        }
        if let country = tables.countries.phrases.longest(tokens.fold, from: start, limit: limit),
            isWritten(country, from: start)
        {
            readings.append(
                Reading(end: country.end, kind: .country(country.value), score: 50 + 10 * (country.end - start)))
            // "U.S. Marshals Service", "US Treasury": the country belongs to the body's name.
            if let known = tables.known.phrases.longest(tokens.fold, from: country.end, limit: limit),
                known.value.type == .publicBody, allCapital(country.end, known.end), !known.value.isDoubtful
            {
                readings.append(
                    Reading(end: known.end, kind: .known(known.value), score: 62 + 10 * (known.end - start)))
            }
        }
        let place = tables.places.phrases.longest(tokens.fold, from: start, limit: limit)
        if let capital = tables.countries.capitals.longest(tokens.fold, from: start, limit: limit),
            allCapital(start, capital.end)
        {
            let same = place.flatMap { $0.end == capital.end ? $0.value : nil }
            readings.append(
                Reading(end: capital.end, kind: .capital(capital.value, same), score: 41 + 10 * (capital.end - start)))
        }
        if let place, allCapital(start, place.end) {
            readings.append(
                Reading(
                    end: place.end, kind: .place(place.value),
                    score: 40 + 10 * (place.end - start) - (place.value.isPersonal ? 12 : 0)
                        + (isAfterPlacePreposition(start) ? 8 : 0)))
        }
        if let body = body(from: start, in: run) {
            let base = body.head.type == nil ? 85 : 60
            readings.append(Reading(end: body.end, kind: .body(body.head), score: base + 10 * (body.end - start)))
        }
        if let noun = titlePhrase(at: start, limit: limit) {
            readings.append(Reading(end: noun.end, kind: .title(noun.value), score: 48 + 10 * (noun.end - start)))
        }
        let residence = isResidence(start) || isDateline(start, run)
        if !residence, let person = person(from: start, in: run, title: title) { readings.append(person) }
        if let pipeline = pipelineReading(from: start, in: run) { readings.append(pipeline) }
        if let introduced = introduced(from: start, in: run) { readings.append(introduced) }
        if let group = groupName(from: start, in: run) { readings.append(group) }
        if readings.isEmpty || residence, let place = unknownPlace(from: start, in: run) { readings.append(place) }
        return readings.max { ($0.score, -$0.end) < ($1.score, -$1.end) }
    }

    private func isTrusted(_ known: KnownNames.Entry, _ range: Range<Int>) -> Bool {
        guard known.isDoubtful else { return true }
        if tokens.label(range.lowerBound) == .organization { return true }
        let before = range.lowerBound - 1
        return before >= 0 && tables.words.contains(lower[before], "doubtful-after")
    }

    func isAfterPlacePreposition(_ token: Int) -> Bool {
        if isResidence(token) { return true }
        var before = token - 1
        while before >= 0, tables.words.contains(lower[before], "article") { before -= 1 }
        return before >= 0 && syntax.sentence[before] == syntax.sentence[token]
            && tables.words.contains(lower[before], "at-place")
    }

    /// A title: a noun for people in capitals ("Attorney General"), with the words before it that belong to it
    /// ("Public Safety Minister").
    func titlePhrase(at start: Int, limit: Int) -> (end: Int, value: PersonNoun)? {
        if start + 1 < limit, tokens.isCapital(start + 1), tables.words.contains(lower[start], "courtesy") {
            let gender: Gender =
                tables.words.contains(lower[start], "courtesy-m")
                ? .masculine : tables.words.contains(lower[start], "courtesy-f") ? .feminine : .unknown
            return (
                start + 1,
                PersonNoun(word: lower[start], category: .plain, gender: gender, isPlural: false, isTitle: true)
            )
        }
        var token = start
        while token < limit, token < start + 4, tokens.isCapital(token) {
            if let noun = tables.people.phrases.longest(tokens.fold, from: token, limit: limit),
                noun.value.category != .bodies, noun.value.category != .group, allCapital(token, noun.end),
                !(noun.end < limit && tokens.isPossessive(noun.end))
            {
                let isFollowed = noun.end < limit && tokens.isCapital(noun.end)
                let isOffice = noun.value.isTitle || noun.value.category == .office || noun.value.category == .job
                if token == start, isOffice || isFollowed { return behindOffice(noun, limit: limit) }
                // Words before the noun belong to the title only when a name follows.
                return isFollowed && isOffice ? noun : nil
            }
            if token == start {
                if tables.given.gender(of: tokens.fold[token]) != nil { return nil }
                if tables.places.phrases.longest(tokens.fold, from: token, limit: limit) != nil { return nil }
                if tables.known.phrases.longest(tokens.fold, from: token, limit: limit) != nil { return nil }
            }
            if tokens.label(token) == .person || tables.countries.phrases[tokens.fold[token]] != nil { return nil }
            token += 1
        }
        return nil
    }

    /// "Secretary of Public Security", "Minister of Foreign Affairs": what the office is over belongs to the title.
    private func behindOffice(_ noun: (end: Int, value: PersonNoun), limit: Int) -> (end: Int, value: PersonNoun) {
        var token = noun.end
        guard token + 1 < limit, tables.words.contains(noun.value.word, "office-of"),
            tables.words.contains(lower[token], "tail-join")
        else { return noun }
        token += 1
        while token < limit, tables.words.contains(lower[token], "article") { token += 1 }
        guard token < limit, tokens.isCapital(token), tokens.label(token) != .person else { return noun }
        while token < limit {
            if tokens.isCapital(token) {
                if tokens.label(token) == .person || tables.given.gender(of: tokens.fold[token]) != nil { break }
                token += 1
            } else if tables.words.contains(lower[token], "and") || tables.words.contains(lower[token], "tail-join"),
                token + 1 < limit, tokens.isCapital(token + 1), tokens.label(token + 1) != .person
            {
                token += 1
            } else {
                break
            }
        }
        return (token, noun.value)
    }

    /// Takes in the lower-case words that make a body or a place of a name: "Mexican police", "Catam air base",
    /// "Florida court", "Biden administration".
    func extend(_ name: inout FoundName) {
        guard let type = name.type, name.form != .quoted else { return }
        let sentence = syntax.sentences[syntax.sentence[name.tokens.lowerBound]].tokens
        var token = name.tokens.upperBound
        while token < sentence.upperBound, token < name.tokens.upperBound + 3,
            tables.heads.phrases.longest(tokens.fold, from: token, limit: sentence.upperBound)?.value.joinsLower
                != true,
            tables.words.contains(lower[token], "adjective-body")
        {
            token += 1
        }
        guard token < sentence.upperBound, tokens.shape[token] == .lower,
            let head = tables.heads.phrases.longest(tokens.fold, from: token, limit: sentence.upperBound),
            head.value.joinsLower, let headType = head.value.type, isHeadOfPhrase(head.end, sentence)
        else { return }
        switch type {
        case .person:
            guard tables.words.contains(lower[head.end - 1], "person-body") else { return }
        case .country where name.form == .name && name.tokens.count > 1: return
        case .country: guard headType == .publicBody || headType == .place else { return }
        case .place: break
        default: guard name.isWeak || headType == .organization else { return }
        }
        name = FoundName(tokens: name.tokens.lowerBound..<head.end, type: headType, weight: 75, country: name.country)
    }

    /// Whether no noun follows of which the head is only a modifier: not in "police car"; "police officers" may follow.
    private func isHeadOfPhrase(_ end: Int, _ sentence: Range<Int>) -> Bool {
        guard end < sentence.upperBound else { return true }
        if syntax.pos[end] == .noun || syntax.pos[end] == .propn {
            let isPerson = tables.people.phrases[tokens.fold[end]] != nil && syntax.head[end - 1] == end
            return isPerson
                || (end > 1 && tables.heads.phrases[tokens.fold[end - 2] + " " + tokens.fold[end - 1]] != nil)
        }
        return lower[end] != "-"
    }

    private func pipelineReading(from start: Int, in run: Range<Int>) -> Reading? {
        let index = tokens.pipelineName[start]
        guard index >= 0 else { return nil }
        let name = tokens.pipelineNames[Int(index)]
        var end = min(name.tokens.upperBound, run.upperBound)
        if let cut = (start + 1..<max(end, start + 1)).first(where: { tokens.isPossessive($0) && isEntity(start..<$0) })
        {
            end = cut
        }
        while end > start, !tokens.isCapital(end - 1), tokens.shape[end - 1] != .number { end -= 1 }
        guard end > start else { return nil }
        let type: EntityType?
        switch name.label {
        case .person: return nil
        case .organization: type = .organization
        case .place: type = .place
        case .nationality: type = isAfterArticle(start) || end - start > 1 ? .organization : nil
        case .other: type = nil
        }
        if let head = tables.heads.phrases.longest(tokens.fold, from: start, limit: end), head.value.isInitial {
            return Reading(end: end, kind: .body(head.value), score: 26 + 10 * (end - start))
        }
        return Reading(end: end, kind: .pipeline(type), score: 26 + 10 * (end - start))
    }

    private func isAfterArticle(_ token: Int) -> Bool {
        token > 0 && tables.words.contains(lower[token - 1], "article")
    }

    private func name(_ range: Range<Int>, _ reading: Reading, _ title: PersonNoun?) -> FoundName {
        var name = FoundName(tokens: range, type: nil, weight: reading.score)
        switch reading.kind {
        case .country(let entry):
            name.type = .country
            name.form = entry.form == .demonym ? .demonym : .name
            name.country = entry.code
        case .capital(let entry, let place):
            name.type = .place
            name.form = .capital
            name.country = place?.country ?? entry.code
            if place == nil || place?.country == entry.code { name.country = entry.code } else { name.form = .name }
        case .known(let entry):
            name.type = entry.type
            name.known = entry.row
        case .body(let head): name.type = head.type
        case .place(let entry):
            name.type = .place
            name.country = entry.country.isEmpty ? nil : entry.country
        case .title: break
        case .person:
            name.type = .person
            name.title = title
            name.nickname = nicknameWithin(range)
        case .pipeline(let type):
            name.type = type
            name.isWeak = true
            judge(&name)
        }
        return name
    }

    /// What stands around a name of the pipeline decides against it: "in Rubidoux", "the Department", "a Cali charity".
    private func judge(_ name: inout FoundName) {
        let range = name.tokens
        let first = range.lowerBound
        if let head = apposed(behind: range.upperBound) {
            name.type = head.type
            name.weight += 15
        } else if name.type == .organization, isAfterPlacePreposition(first), tokens.shape[first] == .capital,
            !isAfterArticle(first)
        {
            name.type = .place
        }
        guard range.count == 1 else {
            if syntax.pos[first] == .verb, first > 0, syntax.lower[first - 1] == "to" { name.type = nil }
            return
        }
        let word = tokens.fold[first]
        if let head = tables.heads.phrases[word], head.pointsBack || head.standsBare { name.type = nil }
        if tables.people.phrases[word] != nil { name.type = nil }
        // The first word of a sentence that the report also writes small is no name.
        if tokens.opensSentence(first), tokens.shape[first] == .capital,
            syntax.pos[first] != .propn || isWrittenSmall(word) || !isWrittenElsewhere(first)
        {
            name.type = nil
        }
    }

    private func isWrittenElsewhere(_ token: Int) -> Bool {
        tokens.fold.indices.contains {
            tokens.fold[$0] == tokens.fold[token] && $0 != token && tokens.isCapital($0) && !tokens.opensSentence($0)
        }
    }

    private func isWrittenSmall(_ word: String) -> Bool {
        tokens.fold.indices.contains { tokens.fold[$0] == word && tokens.shape[$0] == .lower }
    }

    private func nicknameWithin(_ range: Range<Int>) -> Range<Int>? {
        guard let open = range.first(where: { tokens.isOpenQuote($0) }),
            let close = tokens.closeQuote(after: open, limit: range.upperBound), close > open + 1,
            privacyInitial(at: open) == nil
        else { return nil }
        return open + 1..<close
    }
}
