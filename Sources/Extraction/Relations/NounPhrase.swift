/// A noun in its phrase: what stands before it, what stands after it, and the entities that it is of, for or from.
struct NounPhrase {
    /// An entity beside the noun that may be the other end of a tie.
    struct Slot {
        enum Kind: Equatable {
            /// "Mexico's", "his".
            case possessive
            /// "DEA" in "DEA agent".
            case compound
            /// "Mexican".
            case nationality
            case preposition(String)
        }

        let kind: Kind
        /// The token that heads the entity's words.
        let token: Int
        /// The nouns between: "security" in "head of security for the group".
        let vias: [Int]
    }

    /// The noun itself, one word or a fixed phrase.
    let words: Range<Int>
    /// The word of it that the tree hangs in the sentence.
    let head: Int
    /// The first token, determiner included, and "one of" before it.
    var start: Int
    /// Where "one of" begins after the determiner's own start was found; equals `start` without it.
    var isPartitive = false
    /// One past the last token: complements included, appositions not.
    var end: Int
    /// Adjectives and nouns that qualify it.
    var modifiers: [Int] = []
    var slots: [Slot] = []
    /// The token at which a person's name follows without a comma.
    var title: Int?
}
