package import Vocabulary

/// How a language says that something is alleged, planned, possible, threatened or denied: `modality.yaml`.
package struct ModalityTable: Sendable {
    /// Auxiliaries, by lower-cased form: "will" → planned.
    package let auxiliaries: [String: Modality]
    /// Adverbs: "allegedly".
    package let adverbs: [String: Modality]
    /// Adjectives before the noun: "alleged".
    package let adjectives: [String: Modality]
    /// Verbs, adjectives and nouns whose complement they make so: "accuse" → alleged.
    package let governors: [String: Modality]
    /// Verbs and nouns that deny their complement: "refuse".
    package let denying: Set<String>
    package let negations: Set<String>
    /// Conjunctions of a condition: "if".
    package let conditions: Set<String>
    /// Determiners that deny their noun: "no".
    package let negativeDeterminers: Set<String>

    init(_ file: LexiconFile) throws(LexiconError) {
        let root = file.root
        auxiliaries = try Self.modalities(root, "auxiliaries")
        adverbs = try Self.modalities(root, "adverbs")
        adjectives = try Self.modalities(root, "adjectives")
        governors = try Self.modalities(root, "governors")
        denying = Set(try root.words("denying"))
        negations = Set(try root.words("negations"))
        conditions = Set(try root.words("conditions"))
        negativeDeterminers = Set(try root.words("negative_determiners"))
    }

    private static func modalities(_ root: LexiconNode, _ key: String) throws(LexiconError) -> [String: Modality] {
        var found: [String: Modality] = [:]
        for (name, value) in try root[key]?.entries() ?? [] {
            guard let modality = Modality(rawValue: name) else { throw value.wrong("'\(name)' is no modality") }
            for word in try value.words() { found[word.lowercased()] = modality }
        }
        return found
    }
}
