public import Vocabulary

/// A text's runs of five words, thinned to the few that tell whether two texts share them.
///
/// Every run is hashed; those whose hash falls into a fixed part of all hashes are kept, the same part for every text, so
/// that of two sketches the shared ones estimate what the texts share. Small texts keep all of them.
public struct TextSketch: Sendable, Hashable {
    /// Hashes kept, in rising order.
    public let hashes: [UInt64]
    /// How many of all runs are kept: one of `2 ^ thinning`.
    public let thinning: Int

    private static let length = 5
    private static let most = 512

    /// - Parameter text: UTF-8; case, punctuation and line ends make no difference.
    public init(_ text: [UInt8]) {
        var all = Array(Set(Self.runs(text))).sorted()
        var thinning = 0
        while all.count > Self.most {
            thinning += 1
            all = all.filter { Self.isKept($0, thinning) }
        }
        hashes = all
        self.thinning = thinning
    }

    /// A sketch of what a report's own text says; captions and headlines differ between copies.
    public init(_ report: Report) { self.init(report.runningText) }

    private static func isKept(_ hash: UInt64, _ thinning: Int) -> Bool { hash & (1 << UInt64(thinning) - 1) == 0 }

    /// Hashes of all runs of five words.
    private static func runs(_ text: [UInt8]) -> [UInt64] {
        var words: [UInt64] = []
        var word: UInt64 = 0
        for byte in text {
            if isLetter(byte) || isDigit(byte) || byte >= 0xC3 || byte >= 0x80 && byte < 0xC0 && word != 0 {
                word = ((word == 0 ? 0xCBF2_9CE4_8422_2325 : word) ^ UInt64(lowered(byte))) &* 0x0000_0100_0000_01B3
            } else if word != 0 {
                words.append(word)
                word = 0
            }
        }
        if word != 0 { words.append(word) }
        guard words.count >= length else { return words.isEmpty ? [] : [mixed(words[...])] }
        return (0...(words.count - length)).map { mixed(words[$0..<$0 + length]) }
    }

    private static func mixed(_ words: ArraySlice<UInt64>) -> UInt64 {
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
        for word in words {
            hash = (hash ^ word) &* 0xBF58_476D_1CE4_E5B9
            hash ^= hash >> 29
        }
        hash = (hash ^ hash >> 30) &* 0x94D0_49BB_1331_11EB
        return hash ^ hash >> 31
    }

    /// What part of this text stands in the other, and of the other in this one, each 0…1 and estimated.
    public func shared(with other: TextSketch) -> (ofThis: Double, ofOther: Double) {
        let thinning = max(thinning, other.thinning)
        let mine = thinned(to: thinning)
        let theirs = other.thinned(to: thinning)
        guard !mine.isEmpty, !theirs.isEmpty else { return (0, 0) }
        var (i, k, both) = (0, 0, 0)
        while i < mine.count, k < theirs.count {
            if mine[i] == theirs[k] {
                (i, k, both) = (i + 1, k + 1, both + 1)
            } else if mine[i] < theirs[k] {
                i += 1
            } else {
                k += 1
            }
        }
        return (Double(both) / Double(mine.count), Double(both) / Double(theirs.count))
    }

    private func thinned(to thinning: Int) -> [UInt64] {
        thinning == self.thinning ? hashes : hashes.filter { Self.isKept($0, thinning) }
    }
}

/// How two reports' texts are to each other.
public enum TextKinship: String, Sendable, CaseIterable, Codable {
    /// The same text, but for a few words.
    case copy
    /// Most of one stands in the other: cut down or added to.
    case excerpt
    /// Whole paragraphs are shared.
    case partial
    case distinct

    /// Judged by what the sketches share. Quotations that both reports took from one statement stay under `partial`.
    public init(_ one: TextSketch, _ other: TextSketch) {
        let (ofOne, ofOther) = one.shared(with: other)
        switch (min(ofOne, ofOther), max(ofOne, ofOther)) {
        case (0.7..., _): self = .copy
        case (_, 0.7...): self = .excerpt
        case (_, 0.25...): self = .partial
        default: self = .distinct
        }
    }
}
