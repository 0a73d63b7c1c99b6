import Vocabulary

/// Two scalar offsets as a reading gives them, sensible or not.
struct Bounds {
    let start: Int
    let end: Int
    /// Evidence longer than this many scalars counts as none.
    static let longestEvidence = 600

    init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }

    /// A trigger or a piece of evidence.
    init(_ words: ReadingForm.Words?) {
        let (start, end) = (words?.start ?? -1, words?.end ?? -1)
        self = end - start <= Self.longestEvidence ? Bounds(start: start, end: end) : Bounds(start: -1, end: -1)
    }

    var length: Int { end - start }

    func overlap(_ other: Bounds) -> Int { max(0, min(end, other.end) - max(start, other.start)) }
}
