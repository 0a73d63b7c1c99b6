import Vocabulary

/// Finds the noun phrases that may stand for people, bodies or groups without naming them.
struct PhraseFinder {
    let tokens: NameTokens
    let tables: NameTables
    let counts: CountFinder
    /// What is named already.
    let named: MentionMap
    var syntax: Syntax { tokens.syntax }

    /// The phrases in text order of their heads, none headed by the same token.
    func find() -> [Phrase] {
        var found: [Phrase] = []
        for sentence in syntax.sentences {
            var token = sentence.tokens.lowerBound
            while token < sentence.tokens.upperBound {
                guard named.covering[token] < 0, !tokens.fold[token].isEmpty else {
                    if let people = nationals(at: token) { found.append(people) }
                    token += 1
                    continue
                }
                if let (phrase, end) = phrase(at: token, limit: sentence.tokens.upperBound) {
                    if let phrase { found.append(phrase) }
                    token = end
                } else {
                    if let bare = bare(at: token) { found.append(bare) }
                    token += 1
                }
            }
        }
        return found
    }

    private func phrase(at start: Int, limit: Int) -> (Phrase?, Int)? {
        let person = tables.people.phrases.longest(tokens.fold, from: start, limit: limit)
        let body = tables.heads.phrases.longest(tokens.fold, from: start, limit: limit)
        var noun: (end: Int, value: Phrase.Noun, word: String)?
        if let person { noun = (person.end, .person(person.value), person.value.word) }
        if let body, body.value.standsBare || body.value.pointsBack, body.value.type != nil, body.value.type != .place {
            let isLonger = body.end > noun?.end ?? 0
            let isSingular = person.map { $0.value.category == .bodies && !$0.value.isPlural } ?? false
            if isLonger || isSingular { noun = (body.end, .body(body.value), word(start..<body.end)) }
        }
        guard var noun else { return nil }
        if case .body(let body) = noun.value, body.isGeneric, isSetOfPeople(start..<noun.end) {
            let group = PersonNoun(word: noun.word, category: .group, gender: .unknown, isPlural: false, isTitle: false)
            noun = (noun.end, .person(group), noun.word)
        }
        let range = start..<noun.end
        let head = NameTree.head(of: range, syntax)
        guard isNoun(head), !isModifier(head, range) else { return (nil, noun.end) }
        return (describe(head, range, noun.value, noun.word), noun.end)
    }

    /// "a group of 26 inmates": people, and no organisation.
    private func isSetOfPeople(_ range: Range<Int>) -> Bool {
        let head = NameTree.head(of: range, syntax)
        if let next = syntax.children(head).first(where: { $0 >= range.upperBound && syntax.dep[$0] == .nmod }),
            let noun = tables.people.phrases[tokens.fold[next]], noun.category != .bodies, noun.isPlural
        {
            return true
        }
        var token = range.upperBound
        guard token < syntax.count, tables.words.contains(syntax.lower[token], "of") else { return false }
        token += 1
        while token < syntax.count, token < range.upperBound + 5, syntax.pos[token] != .verb {
            if let noun = tables.people.phrases[tokens.fold[token]] { return noun.isPlural && noun.category != .bodies }
            token += 1
        }
        return false
    }

    private func word(_ range: Range<Int>) -> String {
        range.map { tokens.fold[$0] }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func isNoun(_ head: Int) -> Bool {
        switch syntax.pos[head] {
        case .noun, .propn: return true
        case .adj, .verb, .num, .x, .adv:
            let hasDeterminer = syntax.children(head).contains {
                $0 < head && [.det, .nummod].contains(syntax.dep[$0])
            }
            return hasDeterminer && isNominalPlace(head)
        default: return false
        }
    }

    private func isNominalPlace(_ head: Int) -> Bool {
        switch syntax.dep[head] {
        case .nsubj, .nsubjPass, .obj, .iobj, .obl, .agent, .nmod, .conj, .appos, .root: true
        default: false
        }
    }

    /// "prison officials": the prison; "President Trump": the president.
    private func isModifier(_ head: Int, _ range: Range<Int>) -> Bool {
        guard !syntax.isRoot(head), [.compound, .flat, .amod].contains(syntax.dep[head]) else { return false }
        let governor = syntax.head[head]
        return governor >= range.upperBound || syntax.dep[head] != .amod
    }

    /// "five Colombians", "un guatemalteco": people by their country.
    private func nationals(at token: Int) -> Phrase? {
        guard let mention = named.mention(at: token), mention.kind == .demonym, mention.tokens.upperBound == token + 1,
            isNominalPlace(token), syntax.pos[token] == .noun || syntax.pos[token] == .propn,
            let entry = tables.countries.phrases[mention.tokens.map { tokens.fold[$0] }.joined(separator: " ")]
        else { return nil }
        let isPlural = entry.isPlural || syntax.feature("Number", token) == "Plur"
        let hasDeterminer = syntax.children(token).contains { $0 < token && [.det, .nummod].contains(syntax.dep[$0]) }
        guard isPlural || hasDeterminer else { return nil }
        let noun = PersonNoun(
            word: tokens.fold[token], category: .plain, gender: .unknown, isPlural: isPlural, isTitle: false)
        return describe(token, mention.tokens, .person(noun), noun.word)
    }

    // MARK: What a phrase says of itself

    private func describe(_ head: Int, _ range: Range<Int>, _ noun: Phrase.Noun, _ word: String) -> Phrase {
        let span = PhraseExtent(tokens: tokens, tables: tables, named: named).extent(head, range)
        var phrase = Phrase(
            head: head, noun: noun, word: word, tokens: span.short, full: span.full, determiner: .none,
            owner: span.owner,
            count: nil, isPlural: false,
            modifiers: Set(span.short.filter { !range.contains($0) }.map { tokens.fold[$0] }))
        phrase.determiner = determiner(head, span)
        switch noun {
        case .person(let person): phrase.isPlural = person.isPlural
        case .body(let body): phrase.isPlural = body.isPlural
        case .bare: phrase.isPlural = true
        }
        phrase.count = count(phrase)
        if let count = phrase.count, count > 1 { phrase.isPlural = true }
        return phrase
    }

    private func determiner(_ head: Int, _ span: PhraseExtent.Extent) -> Phrase.Determiner {
        if span.owner != nil { return .possessive }
        let determiners = syntax.children(head).filter { $0 < head && syntax.dep[$0] == .det }.map { syntax.lower[$0] }
        let before = span.short.lowerBound > 0 ? syntax.lower[span.short.lowerBound - 1] : ""
        for word in determiners + [before] {
            if tables.words.contains(word, "demonstrative") { return .demonstrative }
            if tables.words.contains(word, "definite-article") { return .definite }
            if tables.words.contains(word, "possessive") { return .possessive }
            if tables.words.contains(word, "indefinite") { return .indefinite }
        }
        return .none
    }

    private func count(_ phrase: Phrase) -> Int? {
        if let counted = counts.count(of: phrase.head) { return counted.value }
        guard let person = phrase.person, !person.isPlural else { return nil }
        switch person.category {
        case .group, .bodies: return nil
        default: return 1
        }
    }

    // MARK: Numbers and demonstratives that stand alone

    private func bare(at token: Int) -> Phrase? {
        guard isNominalPlace(token) else { return nil }
        let isNumber = syntax.pos[token] == .num && tokens.shape[token] != .code
        let isDemonstrative = tables.words.contains(syntax.lower[token], "those")
        let isOther = tables.words.contains(syntax.lower[token], "others")
        if let aged = aged(at: token) { return aged }
        let isOrdinal =
            tables.words.contains(syntax.lower[token], "ordinal") && syntax.pos[token] != .adv
            && syntax.children(token).contains { syntax.dep[$0] == .det }
            && syntax.children(token).contains {
                syntax.dep[$0] == .nmod && counts.count(of: $0) != nil || syntax.pos[$0] == .num
            }
        guard isNumber || isDemonstrative || isOther || isOrdinal else { return nil }
        if isDemonstrative, !syntax.children(token).contains(where: { [.acl, .relcl].contains(syntax.dep[$0]) }) {
            return nil
        }
        if isNumber, isQuantityOfThings(token) || !isPeopleCount(token) { return nil }
        let start = isOther ? (syntax.child(token, .nummod).map { min($0, token) } ?? token) : token
        let behind = isDemonstrative ? syntax.rightEdge[token] + 1 : token + 1
        let end = min(max(behind, token + 1), token + 8)
        return Phrase(
            head: token, noun: .bare, word: "", tokens: start..<(isDemonstrative ? shortClause(token, end) : token + 1),
            full: start..<end, determiner: isOther || isOrdinal ? .indefinite : .definite, owner: nil,
            count: counts.count(of: token)?.value ?? (isOrdinal ? countBehind(token) : nil), isPlural: true,
            modifiers: [])
    }

    /// "the 75-year-old": the person spoken of.
    private func aged(at token: Int) -> Phrase? {
        guard tables.words.contains(syntax.lower[token], "old"), token > 3, syntax.lower[token - 1] == "-" else {
            return nil
        }
        let start = token - 4
        guard tokens.shape[start] == .number, start > 0,
            tables.words.contains(syntax.lower[start - 1], "definite-article")
        else { return nil }
        let noun = PersonNoun(word: "old", category: .plain, gender: .unknown, isPlural: false, isTitle: false)
        return Phrase(
            head: token, noun: .person(noun), word: "old", tokens: start..<token + 1, full: start..<token + 1,
            determiner: .definite, owner: nil, count: 1, isPlural: false, modifiers: [])
    }

    /// "the second, of 26"
    private func countBehind(_ token: Int) -> Int? {
        syntax.children(token).lazy.compactMap { counts.count(of: $0)?.value }.first
    }

    /// "those extradited" and not the whole clause behind it.
    private func shortClause(_ token: Int, _ end: Int) -> Int {
        let clause = syntax.children(token).first { [.acl, .relcl].contains(syntax.dep[$0]) }
        return min(end, max(token + 1, (clause ?? token) + 1))
    }

    /// "the 29", "all 29", "four of whom", "29 were sent": not an age, not "a father of three".
    private func isPeopleCount(_ token: Int) -> Bool {
        let before = token > 0 ? syntax.lower[token - 1] : ""
        if tables.words.contains(before, "definite-article") || tables.words.contains(before, "demonstrative") {
            return true
        }
        if before == "," { return false }
        return [.nsubj, .nsubjPass, .obj, .agent].contains(syntax.dep[token])
            || tables.language == "es" && syntax.dep[token] == .obl && tokens.shape[token] != .number
    }

    /// A figure with a unit, a date, a sum: nobody is meant.
    private func isQuantityOfThings(_ token: Int) -> Bool {
        if syntax.children(token).contains(where: {
            syntax.pos[$0] == .sym || syntax.pos[$0] == .noun && $0 > token && syntax.dep[$0] != .nmod
        }) {
            return true
        }
        if tokens.shape[token] == .number, syntax.lower[token].contains(where: { ".,:/%".contains($0) }) { return true }
        if let value = Int(syntax.lower[token]), value > 1500 { return true }
        let before = token > 0 ? syntax.lower[token - 1] : ""
        let after = token + 1 < syntax.count ? syntax.lower[token + 1] : ""
        if before == "$" || before == "€" || after == "%" { return true }
        return tables.words.contains(before, "month") || tables.words.contains(after, "month")
            || tables.words.contains(before, "numbered") || tables.words.contains(before, "date-before")
    }
}
