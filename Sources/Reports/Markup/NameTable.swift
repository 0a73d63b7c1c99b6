/// Finds what an element's or attribute's name stands for, without making a string of it.
///
/// An open-addressed table over the first and last eight letters and the length, which tell all names of HTML apart.
struct NameTable<Value: Sendable>: Sendable {
    private var keys = [UInt64](repeating: 0, count: 512)
    private var values: [Value]
    private let other: Value

    init(_ names: [(name: String, value: Value)], other: Value) {
        self.other = other
        values = Array(repeating: other, count: 512)
        for (name, value) in names {
            let bytes = Array(name.utf8)
            let key = Self.key(bytes, 0, bytes.count)
            var slot = Self.slot(key)
            while keys[slot] != 0 { slot = (slot + 1) & 511 }
            keys[slot] = key
            values[slot] = value
        }
    }

    private static func key(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt64 {
        var key: UInt64 = 0
        var i = start
        let stop = min(end, start + 8)
        while i < stop {
            key = key << 8 | UInt64(bytes[i] | 0x20)
            i += 1
        }
        if end - start > 8 {
            var tail: UInt64 = 0
            i = end - 8
            while i < end {
                tail = tail << 8 | UInt64(bytes[i] | 0x20)
                i += 1
            }
            key ^= tail &* 0xD6E8_FEB8_6659_FD93
        }
        return (key ^ UInt64(end - start) &* 0x9E37_79B9_7F4A_7C15) | 1 << 63
    }

    private static func slot(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0xD6E8_FEB8_6659_FD93) >> 55) }

    /// What the name `bytes[start..<end]` stands for, in letters of either case.
    func value(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Value {
        guard end > start else { return other }
        let key = Self.key(bytes, start, end)
        var slot = Self.slot(key)
        while keys[slot] != 0 {
            if keys[slot] == key { return values[slot] }
            slot = (slot + 1) & 511
        }
        return other
    }
}

extension Tag {
    static let names = NameTable(
        Tag.allCases.filter { $0.rawValue > Tag.other.rawValue }.map { (String(describing: $0), $0) }, other: Tag.other)

    /// Indexed by raw value.
    static let spellings = Tag.allCases.map { String(describing: $0) }
}

/// The attributes that reading a page asks for; all others are not kept.
package enum AttributeName: UInt8, Sendable, CaseIterable {
    case other
    case `class`, id, role, itemprop, itemtype, href, src, alt, title, rel, type, name, content, property, datetime,
        lang
    case style, hidden, charset, httpEquiv, ariaHidden, ariaLabel, dataTestID

    private var spelling: String {
        switch self {
        case .httpEquiv: "http-equiv"
        case .ariaHidden: "aria-hidden"
        case .ariaLabel: "aria-label"
        case .dataTestID: "data-testid"
        default: String(describing: self)
        }
    }

    static let names = NameTable(
        AttributeName.allCases.filter { $0 != .other }.map { ($0.spelling, $0) }, other: AttributeName.other)
}
