/// How a verb, participle or adjective names the two ends of a tie.
package struct TieFrame: Sendable {
    /// Where an end stands in the clause.
    package enum Place: Sendable, Hashable {
        /// Who does it: the subject, or "by" in the passive.
        case subject
        /// To whom it is done: the object, or the subject of the passive, or the noun that a participle modifies.
        case object
        /// What stands after one of these prepositions.
        case prepositions(Set<String>)
    }

    package let tieClass: String
    package let from: Place
    package let to: Place
    /// A noun that must go with the verb ("formar parte").
    package let companion: Set<String>
    /// States: whether the other end may stand before the word, joined by a hyphen ("Guadalajara-based").
    package let standsAfter: Bool

    static func place(_ node: LexiconNode) throws(LexiconError) -> Place {
        let words = try node.words()
        switch words {
        case ["subject"]: return .subject
        case ["object"]: return .object
        default: return .prepositions(Set(words.map { $0.lowercased() }))
        }
    }

    init(verb node: LexiconNode, classes: Set<String>) throws(LexiconError) {
        try node.onlyKeys(["class", "words", "from", "to", "with"])
        tieClass = try RelationTables.tieClass(node, classes)
        from = try Self.place(node.required("from"))
        to = try Self.place(node.required("to"))
        companion = Set(try node.words("with"))
        standsAfter = false
    }

    init(state node: LexiconNode, classes: Set<String>) throws(LexiconError) {
        try node.onlyKeys(["class", "words", "to", "before"])
        tieClass = try RelationTables.tieClass(node, classes)
        from = .object
        to = try Self.place(node.required("to"))
        companion = []
        standsAfter = try node["before"]?.text() == "true"
    }
}
