/// A set of code points: a class of a regular expression such as `[a-z\u00DF-\u00F6\d]`.
struct ScalarClass: Sendable, Hashable {
    /// A named set of Python's `re`.
    enum Kind: Sendable, Hashable {
        case word, digit, space
    }

    private struct Member: Sendable, Hashable {
        let kind: Kind
        let negated: Bool
    }

    /// The ASCII members, after negation.
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    /// Sorted by lower bound; those from U+0080 on decide.
    private var ranges: [ClosedRange<UInt32>] = []
    private var members: [Member] = []
    private var negated = false

    init() {}

    init(_ value: UInt32) { insert(value...value) }

    init(_ kind: Kind, negated: Bool) { insert(kind, negated: negated) }

    /// `.`: everything but a line feed.
    static let notLineFeed: ScalarClass = {
        var set = ScalarClass(0x0a)
        set.negate()
        return set
    }()

    /// Adds a range; `seal` must follow before the class is used.
    mutating func insert(_ range: ClosedRange<UInt32>) {
        if range.lowerBound < 128 {
            for value in range.lowerBound...min(range.upperBound, 127) { setASCII(value) }
        }
        if range.upperBound >= 128 { ranges.append(range) }
    }

    /// Sorts and merges the ranges.
    mutating func seal() {
        var merged: [ClosedRange<UInt32>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound + 1 {
                merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        ranges = merged
    }

    mutating func insert(_ kind: Kind, negated: Bool) {
        members.append(Member(kind: kind, negated: negated))
        for value in UInt32(0)..<128 where Self.test(kind, value) != negated { setASCII(value) }
    }

    mutating func negate() {
        low = ~low
        high = ~high
        negated.toggle()
    }

    private mutating func setASCII(_ value: UInt32) {
        if value < 64 { low |= 1 << UInt64(value) } else { high |= 1 << UInt64(value - 64) }
    }

    @inline(__always)
    func contains(_ value: UInt32) -> Bool {
        if value < 64 { return low >> UInt64(value) & 1 != 0 }
        if value < 128 { return high >> UInt64(value - 64) & 1 != 0 }
        return containsWide(value)
    }

    private func containsWide(_ value: UInt32) -> Bool {
        var first = 0
        var last = ranges.count
        while first < last {
            let middle = (first + last) / 2
            if ranges[middle].upperBound < value { first = middle + 1 } else { last = middle }
        }
        if first < ranges.count, ranges[first].lowerBound <= value { return !negated }
        for member in members where Self.test(member.kind, value) != member.negated { return !negated }
        return negated
    }

    private static func test(_ kind: Kind, _ value: UInt32) -> Bool {
        switch kind {
        case .word: PythonText.isWord(value)
        case .digit: PythonText.isDecimal(value)
        case .space: PythonText.isSpace(value)
        }
    }

    /// Whether a code point beyond ASCII may be a member.
    var mayBeWide: Bool { negated || !members.isEmpty || !ranges.isEmpty }
}
