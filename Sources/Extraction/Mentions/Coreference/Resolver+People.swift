import Vocabulary

/// Descriptions of people: who is meant by "the capo", "the two men", "his wife", "26 cartel members".
extension Resolver {
    mutating func phrase(_ phrase: Phrase) {
        if let entity = apposition.entity(of: phrase, in: map) ?? copularPronoun(phrase) {
            describe(entity, by: phrase)
            if phrase.pointsBack, let unnamed = sameNoun(phrase) { merge(unnamed, into: entity) }
            refer(phrase, to: entity)
            return
        }
        switch phrase.noun {
        case .person(let noun):
            if phrase.isPlural || noun.category == .group {
                people(phrase)
            } else if noun.category != .bodies {
                person(phrase, noun)
            }
        case .body(let head): body(phrase, head)
        case .bare: bare(phrase)
        }
    }

    /// "A cousin of the drug lord … The cousin, Wilmer": an unnamed person gets a name.
    mutating func merge(_ unnamed: Int, into entity: Int) {
        for index in map.mentions.indices where map.mentions[index].entity == unnamed {
            map.mentions[index].entity = entity
        }
        for token in entityAt.indices where entityAt[token] == Int32(unnamed) { entityAt[token] = Int32(entity) }
        discourse.rename(unnamed, to: entity)
    }

    /// "He is a former guerrilla": said of whom the pronoun means.
    private func copularPronoun(_ phrase: Phrase) -> Int? {
        guard let noun = phrase.person, !phrase.isPlural, noun.category != .bodies, noun.category != .group,
            syntax.children(phrase.head).contains(where: { syntax.dep[$0] == .cop }),
            let subject = syntax.child(phrase.head, .nsubj), entityAt[subject] >= 0
        else { return nil }
        let entity = Int(entityAt[subject])
        return map.entities[entity].type == .person ? entity : nil
    }

    /// A noun in apposition tells gender and office.
    mutating func describe(_ entity: Int, by phrase: Phrase) {
        guard let noun = phrase.person else { return }
        var profile = discourse.profiles[entity] ?? Discourse.Profile()
        profile.titles.insert(noun.word)
        profile.countries.formUnion(countries(of: phrase))
        if noun.gender != .unknown { profile.gender = noun.gender }
        discourse.profiles[entity] = profile
        if let owner = phrase.owner, let possessor = possessor(owner) {
            discourse.kin["\(possessor) \(noun.word)"] = entity
        }
    }

    /// The countries that a phrase names before, behind or as possessor.
    func countries(of phrase: Phrase) -> Set<String> {
        var found = Set<String>()
        for token in (phrase.owner ?? phrase.full.lowerBound)..<phrase.full.upperBound where entityAt[token] >= 0 {
            if map.entities[Int(entityAt[token])].type == .country { found.insert("\(entityAt[token])") }
        }
        return found
    }

    func possessor(_ token: Int) -> Int? {
        if entityAt[token] >= 0 { return Int(entityAt[token]) }
        return pronounMeant(at: token)
    }

    // MARK: One person

    private mutating func person(_ phrase: Phrase, _ noun: PersonNoun) {
        if phrase.pointsBack || phrase.determiner == .possessive || noun.category == .office,
            let entity = holder(of: noun, phrase)
        {
            refer(phrase, to: entity)
            return
        }
        if phrase.determiner == .possessive, let owner = phrase.owner.flatMap(possessor) {
            let key = "\(owner) \(noun.word)"
            if let entity = discourse.kin[key] {
                refer(phrase, to: entity)
            } else {
                discourse.kin[key] = open(phrase, type: .people)
            }
            return
        }
        if phrase.pointsBack {
            if let entity = sameNoun(phrase) {
                refer(phrase, to: entity)
                return
            }
            if recalls(noun) || phrase.determiner == .demonstrative && noun.category == .plain,
                let entity = salientPerson(phrase, noun)
            {
                refer(phrase, to: entity)
                return
            }
        }
        _ = open(phrase, type: .people)
    }

    /// The person who bears the title here: "the president", "the attorney general".
    private func holder(of noun: PersonNoun, _ phrase: Phrase) -> Int? {
        let countries = countries(of: phrase)
        let holders = discourse.profiles.filter { entity, profile in
            map.entities[entity].type == .person && profile.titles.contains(noun.word)
                && noun.gender.agrees(with: profile.gender)
                && (countries.isEmpty || profile.countries.isEmpty || !countries.isDisjoint(with: profile.countries))
        }.map(\.key)
        if holders.count == 1 { return holders[0] }
        let exact = holders.filter {
            !countries.isEmpty && !countries.isDisjoint(with: discourse.profiles[$0]?.countries ?? [])
        }
        if exact.count == 1 { return exact[0] }
        return holders.compactMap { entity in discourse.lastSpot(of: entity).map { ($0, entity) } }
            .max { ($0.0, -$0.1) < ($1.0, -$1.1) }?.1
    }

    /// An unnamed person introduced with the same noun: "a judge … the judge".
    private func sameNoun(_ phrase: Phrase) -> Int? {
        discourse.best(at: phrase.head, sentence: syntax.sentence[phrase.head], reach: 6) { spot in
            let entity = map.entities[spot.entity]
            return entity.type == .people && entity.count == 1 && discourse.profiles[spot.entity]?.word == phrase.word
        }
    }

    /// Whether a definite noun of this kind takes up a person just spoken of.
    private func recalls(_ noun: PersonNoun) -> Bool {
        switch noun.category {
        case .plain, .role, .state: !tables.words.contains(noun.word, "not-recalling")
        case .office: noun.word.hasPrefix("ex")
        default: false
        }
    }

    private func salientPerson(_ phrase: Phrase, _ noun: PersonNoun) -> Int? {
        let excluded = Set([subject(above: phrase.head), speaker(over: phrase.head)].compactMap(\.self))
        // "the man", "the detainee" is who the report is about, not the official who speaks of him.
        let isPrivate = [.state, .plain].contains(noun.category)
        // "el detenido": nouns made of participles show the gender of whom they stand for.
        let isMasculine = noun.category == .state && syntax.language == "es" && syntax.lower[phrase.head].hasSuffix("o")
        let gender = isMasculine ? Gender.masculine : noun.gender
        let sentence = syntax.sentence[phrase.head]
        return discourse.best(at: phrase.head, sentence: sentence, reach: isPrivate ? 4 : 2) { spot in
            map.entities[spot.entity].type == .person && !excluded.contains(spot.entity)
                && !(isSuspect(noun) && serves(spot.entity))
                && gender.agrees(with: discourse.profiles[spot.entity]?.gender ?? .unknown)
                && !(isPrivate && isOfficial(spot.entity))
        }
    }

    /// Whether an office was said of a person: "the detainee" is then somebody else.
    private func isOfficial(_ entity: Int) -> Bool {
        discourse.profiles[entity]?.titles.contains { title in
            let category = tables.people.phrases[title]?.category
            return (category == .office || category == .job) && !title.hasPrefix("ex")
        } ?? false
    }

    /// The entity that is the subject of the verb over a token, which no other phrase of that verb can mean.
    func subject(above token: Int) -> Int? {
        guard [.obj, .iobj, .obl, .agent].contains(syntax.dep[token]) else { return nil }
        let verb = syntax.head[token]
        for child in syntax.children(verb) where syntax.dep[child] == .nsubj || syntax.dep[child] == .nsubjPass {
            if entityAt[child] >= 0 { return Int(entityAt[child]) }
        }
        return nil
    }

    /// Nouns for those who break the law or are held: "the crime lord", "the defendant".
    private func isSuspect(_ noun: PersonNoun) -> Bool {
        switch noun.category {
        case .role: !tables.words.contains(noun.word, "neutral-role")
        case .state: !tables.words.contains(noun.word, "harmed")
        default: false
        }
    }

    /// Whether a person has been told to hold an office or to have a profession: no suspect, unless a name says so.
    private func serves(_ entity: Int) -> Bool {
        (discourse.profiles[entity]?.titles ?? []).contains { title in
            let noun = tables.people.phrases[title] ?? tables.people.phrases[title.replacing("-", with: " ")]
            let category = noun?.category
            return category == .job || category == .office
        }
    }

    /// Who says the clause around a token: "X said that the man had fled" speaks of somebody else.
    private func speaker(over token: Int) -> Int? {
        var node = token
        for _ in 0..<6 {
            guard !syntax.isRoot(node) else { return nil }
            if syntax.dep[node] == .ccomp {
                let subject = syntax.children(syntax.head[node]).first { syntax.dep[$0] == .nsubj }
                if let subject, entityAt[subject] >= 0 { return Int(entityAt[subject]) }
            }
            node = syntax.head[node]
        }
        return nil
    }

    // MARK: Sets

    private mutating func people(_ phrase: Phrase) {
        if let entity = sameSet(phrase) {
            refer(phrase, to: entity)
            if map.entities[entity].count == nil { map.entities[entity].count = phrase.count }
            return
        }
        if phrase.pointsBack, phrase.isPlural, let group = group(like: phrase) ?? siblings(phrase) {
            let entity = open(phrase, type: .people)
            map.entities[entity].members = group
            map.entities[entity].isImplicit = true
            return
        }
        _ = open(phrase, type: .people)
    }

    private func sameSet(_ phrase: Phrase) -> Int? {
        let sentence = syntax.sentence[phrase.head]
        var found: (score: Int, entity: Int)?
        for spot in discourse.spots.reversed() where spot.token < phrase.head {
            let entity = map.entities[spot.entity]
            guard entity.type == .people, let profile = discourse.profiles[spot.entity],
                profile.isPlural || profile.category == .group
            else { continue }
            guard let fit = likeness(phrase, profile, entity.count) else { continue }
            let score = 10 * fit - min(sentence - spot.sentence, 12)
            if found == nil || score > (found?.score ?? 0) { found = (score, spot.entity) }
        }
        return found?.entity
    }

    /// How well a set fits a phrase; nil when it does not.
    private func likeness(_ phrase: Phrase, _ profile: Discourse.Profile, _ count: Int?) -> Int? {
        guard let noun = phrase.person else { return nil }
        let isBodies = noun.category == .bodies
        guard isBodies == (profile.category == .bodies) else { return nil }
        if let mine = phrase.count, let theirs = count, mine != theirs { return nil }
        let sameCount = phrase.count != nil && phrase.count == count
        let sameWord = profile.word == phrase.word
        if tables.words.contains("other", "others"),
            phrase.modifiers.contains(where: { tables.words.contains($0, "others") })
        {
            return nil
        }
        // "29 prisoners … 29 inmates": a number that high is no chance.
        if sameCount, (phrase.count ?? 0) >= 5 { return sameWord ? 6 : 5 }
        if phrase.pointsBack {
            guard noun.gender.agrees(with: profile.gender),
                phrase.modifiers.isSubset(of: profile.modifiers.union(numerals(phrase)))
                    || !sameWord
            else { return sameWord ? 2 : nil }
            if sameCount { return 5 }
            if phrase.count != nil { return sameWord ? 3 : nil }
            if sameWord { return 4 }
            let isGeneric =
                [.plain, .state].contains(noun.category) || tables.words.contains(noun.word, "generic-person")
            let harmed = tables.words.contains(phrase.word, "harmed")
            guard harmed == tables.words.contains(profile.word, "harmed") else { return nil }
            let isTaken = [.plain, .state, .role, nil].contains(profile.category)
            return isGeneric && isTaken && count != 1 ? 1 : nil
        }
        // "prosecutors … prosecutors": without article and number the same body of people.
        if phrase.determiner == .none, phrase.count == nil, count == nil, sameWord,
            noun.category == .job || noun.category == .state || noun.category == .group || isBodies,
            phrase.modifiers.isSubset(of: profile.modifiers) || profile.modifiers.isSubset(of: phrase.modifiers)
        {
            return 3
        }
        return nil
    }

    private func numerals(_ phrase: Phrase) -> Set<String> {
        Set(phrase.tokens.filter { syntax.pos[$0] == .num }.map { tokens.fold[$0] })
    }

    /// Coordinated names that a plural takes up: "the brothers", "the two men", "both firms".
    func group(like phrase: Phrase) -> [Int]? {
        let sentence = syntax.sentence[phrase.head]
        return discourse.groups.last { group in
            guard sentence - group.sentence <= 4, group.token < phrase.head else { return false }
            if let count = phrase.count, count != group.entities.count { return false }
            let type = map.entities[group.entities[0]].type
            switch phrase.noun {
            case .person(let noun):
                return noun.category == .bodies ? type == .organization || type == .company : type == .person
            case .body: return type == .organization || type == .company || type == .publicBody
            case .bare: return phrase.count != nil && type != .place && type != .country
            }
        }?.entities
    }

    /// "the two brothers", before they are named: as many people of one surname as the phrase says.
    private func siblings(_ phrase: Phrase) -> [Int]? {
        guard let noun = phrase.person, tables.words.contains(noun.word, "sibling") else { return nil }
        var bySurname: [String: [Int]] = [:]
        for (index, entity) in map.entities.enumerated() where entity.type == .person {
            guard noun.gender.agrees(with: discourse.profiles[index]?.gender ?? .unknown),
                let surname = FoldedName(entity.name).words.last, FoldedName(entity.name).words.count > 1
            else { continue }
            bySurname[String(surname), default: []].append(index)
        }
        let fitting = bySurname.values.filter { $0.count == (phrase.count ?? 2) }
        return fitting.count == 1 ? fitting.first?.sorted() : nil
    }

    // MARK: Numbers alone

    private mutating func bare(_ phrase: Phrase) {
        if phrase.determiner == .indefinite {
            if phrase.count != nil || tokens.fold[phrase.head].count > 4 { _ = open(phrase, type: .people) }
            return
        }
        let set = discourse.best(at: phrase.head, sentence: syntax.sentence[phrase.head], reach: 20) { spot in
            let entity = map.entities[spot.entity]
            guard entity.type == .people, discourse.profiles[spot.entity]?.isPlural == true else { return false }
            return phrase.count == nil || phrase.count == entity.count
        }
        if let set {
            refer(phrase, to: set)
        } else if let group = group(like: phrase), phrase.count != nil {
            let entity = open(phrase, type: .people)
            map.entities[entity].members = group
            map.entities[entity].isImplicit = true
        } else if phrase.count ?? 0 > 1, isAboutSets {
            _ = open(phrase, type: .people)
        }
    }

    /// Whether the report has spoken of sets of people, so that a number alone can mean one more.
    private var isAboutSets: Bool {
        map.entities.contains { $0.type == .people && ($0.count ?? 0) > 1 }
    }
}
