/// Phrases of one or more folded words with what each means; finds the longest that starts at a word.
struct PhraseTable<Value: Sendable>: Sendable {
    private(set) var values: [String: Value] = [:]
    /// Every beginning, at a word's end, of a phrase of several words.
    private var beginnings: Set<String> = []

    subscript(_ folded: String) -> Value? { values[folded] }

    /// Adds a phrase; one that is there already keeps its meaning.
    mutating func add(_ phrase: String, _ value: Value) {
        let key = FoldedName.fold(phrase)
        guard !key.isEmpty else { return }
        if values[key] == nil { values[key] = value }
        for (index, character) in key.utf8.enumerated() where character == 0x20 {
            beginnings.insert(String(key.utf8.prefix(index)) ?? "")
        }
    }

    /// The longest phrase that the words spell from `start` on, before `limit`.
    ///
    /// Tokens without letters or digits (a hyphen, a stop) are passed over inside a phrase, never at its end.
    func longest(_ words: [String], from start: Int, limit: Int) -> (end: Int, value: Value)? {
        var key = ""
        var found: (Int, Value)?
        var token = start
        while token < limit, token < start + 14 {
            let word = words[token]
            if word.isEmpty {
                if token == start { return nil }
                token += 1
                continue
            }
            key = key.isEmpty ? word : key + " " + word
            token += 1
            if let value = values[key] { found = (token, value) }
            if !beginnings.contains(key) { break }
        }
        return found
    }
}
