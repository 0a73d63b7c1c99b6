import Language

/// Lemmas of verbs mended: what a rule lemmatiser makes up ("detuvir") is replaced by the infinitive that is looked for
/// and that the form may belong to; participles tagged as adjectives get theirs beside their lemma.
struct VerbForms {
    private(set) var lemmas: [String]
    private(set) var participles: [Int: String] = [:]

    init(analysed: AnalysedText, lower: [String], pos: [PartOfSpeech], lemmas: [String], verbs: Set<String>) {
        self.lemmas = lemmas
        guard analysed.labels.language == "es", !verbs.isEmpty else { return }
        for token in lemmas.indices {
            switch pos[token] {
            case .verb:
                // "reunirse", "detenerlo": the verb without its pronouns.
                if let space = lemmas[token].firstIndex(of: " ") {
                    self.lemmas[token] = String(lemmas[token][..<space])
                }
                guard !verbs.contains(self.lemmas[token]) else { continue }
                if let verb = SpanishVerbForms.infinitives(of: lower[token]).first(where: verbs.contains) {
                    self.lemmas[token] = verb
                }
            case .adj:
                if let verb = SpanishVerbForms.participle(lower[token])?.first(where: verbs.contains) {
                    participles[token] = verb
                }
            case .noun where token > 0 && Self.passive.contains(lower[token - 1]):
                if let verb = SpanishVerbForms.participle(lower[token])?.first(where: verbs.contains) {
                    participles[token] = verb
                }
            case .noun where lower[token].hasSuffix("enes") && lower[token] != "crímenes":
                // "órdenes" is the plural of "orden", which has no accent.
                let stem = lower[token].dropLast(2)
                self.lemmas[token] = String(stem.map { Self.plain[$0] ?? $0 })
            default: break
            }
        }
    }

    private static let plain: [Character: Character] = ["á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u"]

    /// Forms of "ser" and "quedar" that make what follows a participle.
    private static let passive: Set<String> = [
        "fue", "fueron", "fuera", "fueran", "es", "son", "sea", "sean", "será", "serán", "sería", "serían", "sido",
        "ser",
        "siendo", "quedan", "queda", "quedaron", "quedó",
    ]
}
