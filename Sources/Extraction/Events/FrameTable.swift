import Vocabulary

/// The frames of a language, found by the lemma that triggers them.
package struct FrameTable: Sendable {
    package private(set) var verbs: [String: [Frame]] = [:]
    package private(set) var nouns: [String: [Frame]] = [:]
    /// Fixed phrases by their first word.
    package private(set) var phrases: [String: [Frame]] = [:]
    private var count = 0

    package init(files: [LexiconFile]) throws(LexiconError) {
        for file in files { try add(FrameFile(file)) }
    }

    private mutating func add(_ file: FrameFile) throws(LexiconError) {
        for var frame in try file.frames() {
            frame.rank = count
            count += 1
            switch frame.trigger {
            case .verb: verbs[frame.lemma, default: []].append(frame)
            case .noun: nouns[frame.lemma, default: []].append(frame)
            case .phrase: phrases[frame.lemma, default: []].append(frame)
            }
        }
    }

    /// Whether a lower-case word looks like a form of a verb that has a frame ("expels", "hands", "entrega").
    package func isFormOfVerb(_ word: String) -> Bool {
        if verbs[word] != nil { return true }
        for (ending, bases) in [
            ("es", ["", "e"]), ("s", [""]), ("ed", ["", "e"]), ("ing", ["", "e"]), ("a", ["ar"]), ("an", ["ar"]),
            ("e", ["er", "ir"]), ("en", ["er", "ir"]), ("ó", ["ar"]),
        ] where word.hasSuffix(ending) {
            let stem = word.dropLast(ending.count)
            if bases.contains(where: { verbs[stem + $0] != nil }) { return true }
        }
        return false
    }
}
