import Vocabulary

/// Ties the unnamed people of a report's first sentence to the names that follow.
///
/// News and press releases open with "A man was flown back …" and go on with "Bruno Salas, 38, …"; with "Three men and a
/// woman were charged …" and "A, 35, B, 19, C, 22, and D, 30". Whoever is introduced with an age is the one meant.
struct LeadNames {
    let tokens: NameTokens
    let tables: NameTables
    let ages: AgeFinder
    let profiles: [Int: Discourse.Profile]
    /// How many sentences behind the first the names may follow.
    private let reach = 14
    private var syntax: Syntax { tokens.syntax }

    init(tokens: NameTokens, tables: NameTables, ages: AgeFinder, profiles: [Int: Discourse.Profile]) {
        self.tokens = tokens
        self.tables = tables
        self.ages = ages
        self.profiles = profiles
    }

    func tie(_ map: inout MentionMap) {
        guard let lead = self.lead, let unnamed = unnamed(in: lead, map) else { return }
        let introduced = self.introduced(after: lead, map)
        let total = unnamed.reduce(0) { $0 + (map.entities[$1.entity].count ?? 1) }
        if unnamed.count == 1, total == 1 {
            guard let person = one(unnamed[0], introduced, map) ?? sameCase(unnamed[0], map) else { return }
            for index in map.mentions.indices where map.mentions[index].entity == unnamed[0].entity {
                map.mentions[index].entity = person
            }
            map.index()
        } else if let members = several(total, introduced) {
            share(members, among: unnamed, &map)
        }
    }

    /// The first sentence of the running text.
    private var lead: Int? {
        syntax.sentences.indices.first { index in
            let sentence = syntax.sentences[index]
            return syntax.parts[sentence.part].kind == .paragraph && sentence.tokens.count >= 8
        }
    }

    /// The people without names that the first sentence is about: one, or the members of a coordination.
    private func unnamed(in lead: Int, _ map: MentionMap) -> [MentionMap.Mention]? {
        let limits = syntax.sentences[lead].tokens
        let fitting = map.mentions(in: limits).filter { mention in
            guard mention.kind == .description, map.entities[mention.entity].type == .people,
                !map.entities[mention.entity].isImplicit, map.entities[mention.entity].count != nil,
                let first = map.entities[mention.entity].mentions.first,
                limits.contains(map.mentions[first].head) || map.mentions[first].head < limits.lowerBound
            else { return false }
            return weight(mention) > 0
        }
        guard let best = fitting.max(by: { (weight($0), -$0.head) < (weight($1), -$1.head) }) else { return nil }
        let row = syntax.coordinated(syntax.firstConjunct(best.head))
        let all = fitting.filter { row.contains($0.head) }
        // "A man and his lawyer": a part of the row that is no such person.
        return all.count == row.count ? all : all.count == 1 && row.count == 1 ? [best] : nil
    }

    /// How likely a phrase is what the report is about; 0 when it cannot be.
    private func weight(_ mention: MentionMap.Mention) -> Int {
        let place: Int
        switch syntax.dep[syntax.firstConjunct(mention.head)] {
        case .nsubjPass: place = 3
        case .nsubj, .obj: place = 2
        default: return 0
        }
        guard !isHarmed(mention.head) else { return 0 }
        let folded = tokens.fold[mention.head]
        if tables.words.contains(folded, "harmed") { return 0 }
        guard let noun = tables.people.phrases[folded] else { return mention.tokens.count > 0 ? place + 2 : 0 }
        if tables.words.contains(noun.word, "harmed") { return 0 }
        switch noun.category {
        case .plain, .role, .state: return place + 2
        case .job: return place
        default: return 0
        }
    }

    // MARK: The names

    private struct Introduced {
        let entity: Int
        let sentence: Int
        let head: Int
        let age: Int?
    }

    /// The people whose age or birth the report tells, each where the running text first names it behind the lead.
    private func introduced(after lead: Int, _ map: MentionMap) -> [Introduced] {
        var found: [Introduced] = []
        for (index, entity) in map.entities.enumerated() where entity.type == .person {
            guard entity.age != nil || entity.born != nil else { continue }
            let first = entity.mentions.map { map.mentions[$0] }.first { mention in
                mention.kind == .name
                    && syntax.parts[syntax.sentences[syntax.sentence[mention.head]].part].kind == .paragraph
            }
            guard let first, syntax.sentence[first.head] > lead, syntax.sentence[first.head] <= lead + reach,
                !entity.mentions.contains(where: { isHarmed(map.mentions[$0].head) }), !isPlaceholder(entity.name)
            else { continue }
            found.append(
                Introduced(
                    entity: index, sentence: syntax.sentence[first.head], head: first.head, age: entity.age?.value))
        }
        return found.sorted { $0.head < $1.head }
    }

    /// "Jane Doe": courts write so of victims whom they keep from being known.
    private func isPlaceholder(_ name: String) -> Bool {
        FoldedName(name).words.last.map { tables.words.contains(String($0), "placeholder-name") } ?? false
    }

    /// "The body of X, 40, was found", "the killing of X, 40": the one to whom it was done.
    private func isHarmed(_ head: Int) -> Bool {
        let first = syntax.firstConjunct(head)
        guard !syntax.isRoot(first) else { return false }
        let governor = syntax.head[first]
        let verdict = (governor..<min(governor + 5, syntax.count)).contains {
            tables.words.contains(syntax.lower[$0], "guilty")
        }
        let harms = tables.words.contains(syntax.lemma[governor], "harm") && !verdict
        switch syntax.dep[first] {
        case .nsubjPass, .obj, .nmod, .poss, .obl: return harms
        case .nsubj: return tables.words.contains(syntax.lemma[governor], "dying")
        default: return false
        }
    }

    private func one(_ unnamed: MentionMap.Mention, _ introduced: [Introduced], _ map: MentionMap) -> Int? {
        let gender = profiles[unnamed.entity]?.gender ?? .unknown
        let fitting = introduced.filter { gender.agrees(with: profiles[$0.entity]?.gender ?? .unknown) }
        if let age = ages.age(near: unnamed.head..<unnamed.head + 1)?.value {
            let same = fitting.filter { $0.age == age }
            return same.count == 1 ? same[0].entity : nil
        }
        guard let first = introduced.first, introduced.filter({ $0.sentence == first.sentence }).count == 1,
            first.entity == fitting.first?.entity
        else { return nil }
        switch syntax.dep[syntax.firstConjunct(first.head)] {
        case .nsubj, .nsubjPass, .root, .appos: return first.entity
        default: return nil
        }
    }

    /// "A gang member has been extradited …", and later "to extradite Bruno Salas": the only one whom the text names as the
    /// object of the same step of the law.
    private func sameCase(_ unnamed: MentionMap.Mention, _ map: MentionMap) -> Int? {
        guard ages.age(near: unnamed.head..<unnamed.head + 1) == nil, let verb = step(over: unnamed.head) else {
            return nil
        }
        let gender = profiles[unnamed.entity]?.gender ?? .unknown
        let sentence = syntax.sentence[unnamed.head]
        var found = Set<Int>()
        for mention in map.mentions where mention.kind == .name && map.entities[mention.entity].type == .person {
            guard syntax.sentence[mention.head] > sentence, syntax.sentence[mention.head] <= sentence + reach,
                step(over: mention.head) == verb, gender.agrees(with: profiles[mention.entity]?.gender ?? .unknown)
            else { continue }
            found.insert(mention.entity)
        }
        return found.count == 1 ? found.first : nil
    }

    /// The step of the law that is done to a noun: the lemma of its verb.
    private func step(over head: Int) -> String? {
        guard !syntax.isRoot(head), [.nsubjPass, .obj].contains(syntax.dep[head]) else { return nil }
        let verb = syntax.lemma[syntax.head[head]]
        return tables.words.contains(verb, "case-verb") ? verb : nil
    }

    /// As many people as the set has, told sentence by sentence; nil when a sentence oversteps the number.
    private func several(_ total: Int, _ introduced: [Introduced]) -> [Int]? {
        guard total >= 2 else { return nil }
        var found: [Int] = []
        for (index, person) in introduced.enumerated() {
            found.append(person.entity)
            let isLast = index + 1 == introduced.count || introduced[index + 1].sentence != person.sentence
            if found.count == total, isLast { return found }
            if found.count > total { return nil }
        }
        return nil
    }

    /// Gives each part of the row its members: by gender where that comes out even, else all to each.
    private func share(_ members: [Int], among unnamed: [MentionMap.Mention], _ map: inout MentionMap) {
        for mention in unnamed {
            let gender = profiles[mention.entity]?.gender ?? .unknown
            let own = members.filter { gender.agrees(with: profiles[$0]?.gender ?? .unknown) }
            map.entities[mention.entity].members =
                own.count == (map.entities[mention.entity].count ?? 1) ? own : members
            map.entities[mention.entity].isImplicit = true
        }
    }
}
