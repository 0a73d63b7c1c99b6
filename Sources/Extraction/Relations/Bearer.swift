/// How a noun came to its bearer: what decides between two tellings, and what the modality follows.
struct Bearers {
    enum Link: Int {
        /// The noun is all that the report gives: "a DEA agent".
        case own
        /// "X and brother of Y", "described as leader".
        case predicate
        case coordination
        case apposition
        case title
    }

    var ends: [RelationDraft.End]
    var link: Link
    /// The verb that says it: "was described as", "became".
    var verb: Int?

    static let none = Bearers(ends: [], link: .own, verb: nil)
}

/// A noun whose bearers are known, for the nouns coordinated with it.
struct ResolvedNoun {
    let phrase: NounPhrase
    let bearers: Bearers
}
