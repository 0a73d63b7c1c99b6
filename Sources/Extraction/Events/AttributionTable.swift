/// How a language says who says so: `attribution.yaml`.
package struct AttributionTable: Sendable {
    /// Verbs of saying: "announce".
    package let verbs: Set<String>
    /// Verbs that accuse: their subject stands behind the deed in their complement.
    package let accusing: Set<String>
    /// Prepositions before a source: "according to".
    package let prepositions: Set<String>
    /// Heads of speakers that name nobody: "officials", "authorities", "sources".
    package let anonymous: Set<String>

    init(_ file: LexiconFile) throws(LexiconError) {
        let root = file.root
        verbs = Set(try root.words("verbs"))
        accusing = Set(try root.words("accusing"))
        prepositions = Set(try root.words("prepositions"))
        anonymous = Set(try root.words("anonymous"))
    }
}
