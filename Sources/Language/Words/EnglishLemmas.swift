/// The rules of spaCy's English lemmatizer.
struct EnglishLemmas: Sendable {
    let tables: LemmaTables
    let identifiers: StringIdentifiers

    func lemma(_ word: Lemmatizer.Word) -> [UInt8] {
        let part = word.partOfSpeech
        if ["", "eol", "space"].contains(part) || Self.isBase(word) { return PythonText.lower(word.text) }
        let id = identifiers.identifier(part)
        let rules = tables.rules[id] ?? []
        let exceptions = tables.exceptions[id] ?? [:]
        if rules.isEmpty, exceptions.isEmpty, (tables.index[id]?.count ?? 0) == 0 {
            return part == "propn" ? [UInt8](word.text) : PythonText.lower(word.text)
        }
        let lower = PythonText.lower(word.text)
        // Forms from the front of the list to its end; what is put in front comes last here.
        var front: [[UInt8]] = []
        var back: [[UInt8]] = []
        var unknown: [UInt8]?
        for rule in rules where lower.ends(with: rule.old) {
            let form = lower.dropLast(rule.old.count) + rule.new
            if form.isEmpty { continue }
            let lemma = [UInt8](form)
            if tables.isKnown(lemma, id) {
                front.append(lemma)
            } else if !lemma.withUnsafeBufferPointer({ PythonText.isAlpha($0) }) {
                back.append(lemma)
            } else if unknown == nil {
                unknown = lemma
            }
        }
        for form in exceptions[lower] ?? [] where !front.contains(form) && !back.contains(form) { front.append(form) }
        return front.last ?? back.first ?? unknown ?? [UInt8](word.text)
    }

    /// Whether the analysis says that the form is the lemma.
    private static func isBase(_ word: Lemmatizer.Word) -> Bool {
        func has(_ feature: String) -> Bool { word.features.contains(feature) }
        if word.partOfSpeech == "noun", has("Number=Sing") { return true }
        if word.partOfSpeech == "verb", has("VerbForm=Fin"), has("Tense=Pres"),
            !word.features.contains(where: { $0.hasPrefix("Number=") })
        {
            return true
        }
        return has("VerbForm=Inf") || has("VerbForm=None") || has("Degree=Pos")
    }
}

extension Array where Element == UInt8 {
    /// Whether the bytes end with `suffix`.
    func ends(with suffix: [UInt8]) -> Bool {
        suffix.count <= count && self[(count - suffix.count)...].elementsEqual(suffix)
    }
}
