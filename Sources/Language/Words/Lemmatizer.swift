/// Gives lemmas by rules, as spaCy's lemmatizer of the language does in mode "rule".
struct Lemmatizer: Sendable {
    /// A word as the rules see it.
    struct Word {
        let text: Bytes
        /// Lower case, `noun`.
        let partOfSpeech: String
        /// `Number=Sing` and so on.
        let features: [String]
        let isSentenceStart: Bool
    }

    private enum Rules: Sendable {
        case english(EnglishLemmas)
        case spanish(SpanishLemmas)
    }

    private let rules: Rules
    private let partsOfSpeech: [String]
    private let features: [[String]]

    init(language: String, tables: LemmaTables, identifiers: StringIdentifiers, labels: LabelTables)
        throws(LanguageError)
    {
        switch language {
        case "en": rules = .english(EnglishLemmas(tables: tables, identifiers: identifiers))
        case "es": rules = .spanish(SpanishLemmas(tables: tables, identifiers: identifiers))
        default: throw .unsupported(part: "the lemmatizer", problem: "rules for the language “\(language)”")
        }
        partsOfSpeech = labels.partsOfSpeech.names.map { $0.lowercased() }
        features = labels.morphologies.names.map(MorphologyText.features)
    }

    /// Sets the lemmas that no stage before has set.
    func run(_ document: Document, _ lexicon: Lexicon, _ memory: LemmaMemory) {
        memory.trim(lexicon.generation)
        for token in 0..<document.count where document.lemmas[token].isEmpty {
            let key = LemmaMemory.Key(
                form: document.forms[token], partOfSpeech: document.partsOfSpeech[token],
                morphology: document.morphologies[token], isSentenceStart: document.sentenceStarts[token])
            document.lemmas[token] = memory.lemma(key) {
                lexicon.withText(document.forms[token]) { text in
                    lemma(
                        Word(
                            text: text, partOfSpeech: partsOfSpeech[Int(key.partOfSpeech)],
                            features: features[Int(key.morphology)], isSentenceStart: key.isSentenceStart))
                }
            }
        }
    }

    private func lemma(_ word: Word) -> String {
        let bytes =
            switch rules {
            case .english(let rules): rules.lemma(word)
            case .spanish(let rules): rules.lemma(word)
            }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// The lemmas that one worker has found, by form and analysis.
final class LemmaMemory {
    struct Key: Hashable {
        let form: Int32
        let partOfSpeech: UInt16
        let morphology: UInt16
        let isSentenceStart: Bool
    }

    private var lemmas: [Key: String] = [:]
    private var generation = 0

    /// Forgets all when the lexicon's numbers have changed or there are too many.
    func trim(_ generation: Int) {
        if generation != self.generation || lemmas.count > 1 << 16 { lemmas.removeAll() }
        self.generation = generation
    }

    @inline(__always)
    func lemma(_ key: Key, _ make: () -> String) -> String {
        if let known = lemmas[key] { return known }
        let lemma = make()
        lemmas[key] = lemma
        return lemma
    }
}
