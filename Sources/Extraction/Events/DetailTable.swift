/// How a language gives reasons, legal bases and denials: `details.yaml`.
package struct DetailTable: Sendable {
    /// Prepositions before a reason: "because of", "over".
    package let reasonPrepositions: Set<String>
    /// Conjunctions and participles before a reason: "because", "citing".
    package let reasonMarks: Set<String>
    /// Prepositions before a legal basis: "under", "pursuant to".
    package let basisPrepositions: Set<String>
    /// Nouns that name a legal basis: "law", "treaty", "article".
    package let basisNouns: Set<String>
    /// Verbs by which the accused rejects what is said: "deny".
    package let denials: Set<String>
    /// Words that make an ordinal count events of a kind: "such", "time".
    package let seriesNouns: Set<String>

    init(_ file: LexiconFile) throws(LexiconError) {
        let root = file.root
        reasonPrepositions = Set(try root.words("reason_prepositions"))
        reasonMarks = Set(try root.words("reason_marks"))
        basisPrepositions = Set(try root.words("basis_prepositions"))
        basisNouns = Set(try root.words("basis_nouns"))
        denials = Set(try root.words("denials"))
        seriesNouns = Set(try root.words("series_nouns"))
    }
}
