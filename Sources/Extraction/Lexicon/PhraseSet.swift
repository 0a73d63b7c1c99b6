/// Phrases of one or more words, found at or before a place in a run of atoms. Lower case.
package struct PhraseSet: Sendable {
    /// The words of each phrase by its first word, longest first.
    private var byFirst: [String: [[String]]] = [:]
    private var byLast: [String: [[String]]] = [:]

    package init(_ phrases: [String]) {
        for phrase in phrases {
            let words = phrase.lowercased().split(separator: " ").map(String.init)
            guard let first = words.first, let last = words.last else { continue }
            byFirst[first, default: []].append(words)
            byLast[last, default: []].append(words)
        }
        for key in byFirst.keys { byFirst[key]?.sort { $0.count > $1.count } }
        for key in byLast.keys { byLast[key]?.sort { $0.count > $1.count } }
    }

    /// The length in atoms of the longest phrase that starts at `start`; 0 when there is none.
    package func length(at start: Int, in atoms: [Atom]) -> Int {
        guard start >= 0, start < atoms.count, let phrases = byFirst[atoms[start].text] else { return 0 }
        for words in phrases where start + words.count <= atoms.count {
            if words.indices.allSatisfy({ atoms[start + $0].text == words[$0] }) { return words.count }
        }
        return 0
    }

    /// The length in atoms of the longest phrase whose last word stands at `end - 1`; 0 when there is none.
    package func length(before end: Int, in atoms: [Atom]) -> Int {
        guard end > 0, end <= atoms.count, let phrases = byLast[atoms[end - 1].text] else { return 0 }
        for words in phrases where words.count <= end {
            if words.indices.allSatisfy({ atoms[end - words.count + $0].text == words[$0] }) { return words.count }
        }
        return 0
    }
}
