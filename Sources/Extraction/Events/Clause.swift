/// Who does what to whom around one predicate, the same for verbs, participles and nouns that tell an event.
///
/// Tokens stand for the noun phrases that they head; a coordination is given by its first member.
package struct Clause: Sendable {
    package enum Voice: Sendable { case active, passive, nominal }

    package struct Oblique: Sendable {
        /// Lower-cased, several joined by a space.
        package var preposition: String
        package var noun: Int
    }

    package var predicate: Int
    package var voice: Voice
    package var subjects: [Int] = []
    package var objects: [Int] = []
    package var indirectObjects: [Int] = []
    /// "by X" of a passive or a noun.
    package var agents: [Int] = []
    package var obliques: [Oblique] = []
    /// Heads of clausal complements: "agreed to *send*", "said that he *left*", "accused of *laundering*".
    package var complements: [Complement] = []
    /// "Mexico's arrest of X".
    package var possessors: [Int] = []
    /// Compounds and adjectives before a noun: "*Mexican* tariffs", "*fentanyl* tariff".
    package var modifiers: [Int] = []

    package struct Complement: Sendable {
        /// The preposition or conjunction before it; "" when there is none, "to" for an infinitive.
        package var mark: String
        package var predicate: Int
    }
}
