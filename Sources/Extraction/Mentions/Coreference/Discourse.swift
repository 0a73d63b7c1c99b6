import Vocabulary

/// What a report has spoken of so far: who and what, where, how prominently.
struct Discourse {
    /// One place where an entity is spoken of.
    struct Spot {
        let entity: Int
        let token: Int
        let sentence: Int
        /// Subjects of main clauses most, possessors and modifiers least.
        let prominence: Int
    }

    /// What is known of an entity for references to it.
    struct Profile {
        var gender = Gender.unknown
        /// Nouns said of it or standing before its name: "president", "brother".
        var titles: Set<String> = []
        /// The countries of its titles: "the Mexican president".
        var countries: Set<String> = []
        /// Sets and unnamed things: the noun.
        var word = ""
        var modifiers: Set<String> = []
        var isPlural = false
        var category: PersonNoun.Class?
    }

    /// Entities that are coordinated: "Alder and Arturo Marin-Sotelo".
    struct Group {
        let entities: [Int]
        let token: Int
        let sentence: Int
    }

    private(set) var spots: [Spot] = []
    var profiles: [Int: Profile] = [:]
    private(set) var groups: [Group] = []
    /// Somebody's kin and staff, by owner and noun.
    var kin: [String: Int] = [:]

    mutating func add(_ entity: Int, at token: Int, in syntax: Syntax) {
        spots.append(
            Spot(
                entity: entity, token: token, sentence: syntax.sentence[token],
                prominence: Self.prominence(token, syntax)))
    }

    mutating func add(group entities: [Int], at token: Int, in syntax: Syntax) {
        groups.append(Group(entities: entities, token: token, sentence: syntax.sentence[token]))
    }

    static func prominence(_ token: Int, _ syntax: Syntax) -> Int {
        let head = syntax.firstConjunct(token)
        switch syntax.dep[head] {
        case .nsubj, .nsubjPass, .csubj: return syntax.isRoot(syntax.head[head]) ? 8 : 6
        case .agent: return 4
        case .obj, .iobj: return 4
        case .root: return 4
        case .obl, .appos: return 2
        default: return 1
        }
    }

    mutating func rename(_ old: Int, to new: Int) {
        spots = spots.map { spot in
            spot.entity == old
                ? Spot(entity: new, token: spot.token, sentence: spot.sentence, prominence: spot.prominence) : spot
        }
        if let profile = profiles.removeValue(forKey: old), profile.gender != .unknown,
            profiles[new]?.gender == .unknown
        {
            profiles[new]?.gender = profile.gender
        }
        for (key, value) in kin where value == old { kin[key] = new }
    }

    func lastSpot(of entity: Int) -> Int? { spots.last { $0.entity == entity }?.token }

    /// The entity that a reference at `token` means among those that fit: the nearer and the more prominent the better.
    /// - Parameter reach: how many sentences back it may lie.
    func best(at token: Int, sentence: Int, reach: Int, where fits: (Spot) -> Bool) -> Int? {
        var found: (score: Int, entity: Int)?
        var seen: [Int: Int] = [:]
        for spot in spots.reversed() where spot.token < token {
            let distance = sentence - spot.sentence
            if distance > reach { break }
            guard fits(spot) else { continue }
            // Each further mention of the same entity strengthens it a little.
            let again = seen[spot.entity, default: 0]
            seen[spot.entity] = again + 1
            let score = spot.prominence - 5 * distance + (again > 0 ? 1 : 0)
            if found == nil || score > (found?.score ?? 0) { found = (score, spot.entity) }
        }
        return found?.entity
    }
}
