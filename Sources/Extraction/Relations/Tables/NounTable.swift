/// Words and phrases of a lexicon with what they mean, found in a report whatever way its tokenizer cuts them.
package struct NounTable<Meaning: Sendable>: Sendable {
    package struct Match {
        package let words: Range<Int>
        package let meanings: [Meaning]
        /// Whether the word bears the prefix of what is over ("exlíder", "ex-jefe").
        package let isFormer: Bool
    }

    private struct Entry: Sendable {
        /// Lower-cased, without spaces.
        let letters: String
        var meanings: [Meaning]
    }

    /// By the phrase's first run of letters.
    private var entries: [String: [Entry]] = [:]

    package init() {}

    package mutating func insert(_ phrase: String, _ meaning: Meaning) {
        let lower = Self.plain(phrase.lowercased())
        let letters = String(lower.filter { $0 != " " })
        let key = Self.firstWord(lower)
        var bucket = entries[key] ?? []
        if let known = bucket.firstIndex(where: { $0.letters == letters }) {
            bucket[known].meanings.append(meaning)
        } else {
            bucket.append(Entry(letters: letters, meanings: [meaning]))
        }
        entries[key] = bucket
    }

    /// The longest phrase that begins at a token and ends with one before `limit`. The last word may be inflected.
    package func match(at token: Int, before limit: Int, in syntax: Syntax) -> Match? {
        let lower = Self.plain(syntax.lower[token])
        if let found = match(at: token, before: limit, first: lower, syntax) {
            return Match(words: token..<found.end, meanings: found.meanings, isFormer: false)
        }
        guard lower.hasPrefix("ex"), lower.utf8.count > 4 else { return nil }
        let stem = lower.dropFirst(2).drop { $0 == "-" }
        if let found = match(at: token, before: limit, first: String(stem), syntax) {
            return Match(words: token..<found.end, meanings: found.meanings, isFormer: true)
        }
        return nil
    }

    private func match(
        at token: Int, before limit: Int, first: String, _ syntax: Syntax
    ) -> (end: Int, meanings: [Meaning])? {
        var best: (end: Int, meanings: [Meaning])?
        let lemma = Self.plain(syntax.lemma[token])
        let bare = lemma.hasPrefix("ex") && first != syntax.lower[token] ? String(lemma.dropFirst(2)) : lemma
        for stem in [bare] + Self.singulars(first) {
            for key in first == stem ? [first] : [first, stem] {
                for entry in entries[Self.firstWord(key)] ?? [] {
                    guard let end = end(of: entry.letters, first: first, lemma: stem, token, limit, syntax),
                        end > best?.end ?? token
                    else { continue }
                    best = (end, entry.meanings)
                }
            }
            if best != nil { return best }
        }
        return best
    }

    private func end(
        of letters: String, first: String, lemma: String, _ token: Int, _ limit: Int, _ syntax: Syntax
    ) -> Int? {
        if letters == first || letters == lemma { return token + 1 }
        var built = first
        if !letters.hasPrefix(built) {
            guard letters.hasPrefix(lemma) else { return nil }
            built = lemma
        }
        var next = token + 1
        while next < limit {
            let word = Self.plain(syntax.lower[next])
            if letters == built + word || letters == built + Self.plain(syntax.lemma[next]) { return next + 1 }
            built += word
            guard letters.hasPrefix(built) else { return nil }
            next += 1
        }
        return nil
    }

    /// What a plural that the lemmatizer does not know may come from.
    private static func singulars(_ word: String) -> [String] {
        guard word.hasSuffix("s"), word.utf8.count > 4 else { return [] }
        let stem = String(word.dropLast())
        return word.hasSuffix("es") ? [stem, String(stem.dropLast())] : [stem]
    }

    private static func firstWord(_ text: String) -> String {
        String(text.prefix { $0.isLetter || $0.isNumber })
    }

    /// Straight apostrophes for typographic ones.
    private static func plain(_ text: String) -> String {
        text.utf8.contains(0xE2) ? text.replacing("’", with: "'") : text
    }
}
