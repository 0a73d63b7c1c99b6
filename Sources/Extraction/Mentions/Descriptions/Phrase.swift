/// A noun phrase without a name that may stand for an entity: "26 alleged cartel members", "the group", "police".
struct Phrase {
    enum Noun {
        case person(PersonNoun)
        case body(NameHead)
        /// A number or demonstrative without a noun: "the 29", "all four", "those extradited".
        case bare
    }

    enum Determiner {
        case definite, demonstrative, possessive, indefinite, none
    }

    /// The noun's token in the tree.
    var head: Int
    var noun: Noun
    /// The folded noun, in the singular where the table knows it.
    var word: String
    /// The noun with what stands before it, without determiner.
    var tokens: Range<Int>
    /// `tokens` with what belongs to them behind.
    var full: Range<Int>
    var determiner: Determiner
    /// The token of the possessor: "his wife", "Úsuga’s cousin".
    var owner: Int?
    var count: Int?
    var isPlural: Bool
    /// Folded words that modify the noun.
    var modifiers: Set<String>

    var person: PersonNoun? {
        if case .person(let noun) = noun { return noun }
        return nil
    }

    var body: NameHead? {
        if case .body(let head) = noun { return head }
        return nil
    }

    var pointsBack: Bool { determiner == .definite || determiner == .demonstrative }
}
