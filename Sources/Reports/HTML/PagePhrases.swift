/// Phrases by which a short paragraph shows that it does not belong to the article.
package struct PagePhrases: Sendable {
    package enum Verdict: Sendable { case none, drop, dropWithAllThatFollows }

    private struct Phrase: Sendable {
        var letters: [UInt8]
        var mostWords: Int
    }

    /// By first byte.
    private var starts: [[Phrase]] = Array(repeating: [], count: 256)
    private var closes: [[Phrase]] = Array(repeating: [], count: 256)
    private var always: [[Phrase]] = Array(repeating: [], count: 256)
    private var whole: [Phrase] = []
    private var holds: [[Phrase]] = Array(repeating: [], count: 256)

    /// - Parameter table: rows of place, most words, phrase in small letters; lines that begin with `#` are notes.
    package init(table: some StringProtocol) {
        for line in table.split(separator: "\n") where !line.hasPrefix("#") {
            let cells = line.split(separator: "\t")
            guard cells.count == 3, let most = Int(cells[1]) else { continue }
            let phrase = Phrase(letters: Array(cells[2].utf8), mostWords: most)
            let first = Int(phrase.letters.first ?? 0)
            switch cells[0] {
            case "always": always[first].append(phrase)
            case "starts": starts[first].append(phrase)
            case "closes": closes[first].append(phrase)
            case "whole": whole.append(phrase)
            case "holds": holds[first].append(phrase)
            default: break
            }
        }
    }

    /// - Parameters:
    ///   - text: the paragraph.
    ///   - words: how many it has.
    ///   - isStatement: it ends like a sentence and has no link; then only the surest phrases count.
    package func verdict(_ text: ArraySlice<UInt8>, words: Int, isStatement: Bool) -> Verdict {
        guard words <= 60, let firstByte = text.first else { return .none }
        let small = folded(text)
        let first = Int(lowered(firstByte) == firstByte ? small[0] : lowered(firstByte))
        for phrase in closes[first] where words <= phrase.mostWords && begins(small, phrase.letters) {
            if !isStatement { return .dropWithAllThatFollows }
        }
        for phrase in starts[first] where words <= phrase.mostWords && begins(small, phrase.letters) {
            if !isStatement || words <= 3 { return .drop }
        }
        for phrase in always[first] where words <= phrase.mostWords && begins(small, phrase.letters) { return .drop }
        for phrase in whole where words <= phrase.mostWords && matches(small, phrase.letters) { return .drop }
        var i = 0
        while i < small.count {
            for phrase in holds[Int(small[i])]
            where words <= phrase.mostWords && small[i...].starts(with: phrase.letters) {
                return .drop
            }
            i += 1
        }
        return .none
    }

    private func begins(_ text: [UInt8], _ phrase: [UInt8]) -> Bool {
        guard text.starts(with: phrase) else { return false }
        // A phrase that ends in a letter must end a word.
        guard let last = phrase.last, isLetter(last), text.count > phrase.count else { return true }
        return !isLetter(text[phrase.count])
    }

    private func matches(_ text: [UInt8], _ phrase: [UInt8]) -> Bool {
        guard text.starts(with: phrase) else { return false }
        return text.dropFirst(phrase.count).allSatisfy { !isLetter($0) }
    }

    /// Small letters: ASCII, and the accented capitals of Spanish.
    private func folded(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var small = text.map(lowered)
        var i = 0
        while i + 1 < small.count {
            if small[i] == 0xC3, (0x80...0x9E).contains(small[i + 1]) { small[i + 1] += 0x20 }
            i += 1
        }
        return small
    }
}
