internal import Foundation

/// What a Latin letter with marks becomes: one or two ASCII letters.
///
/// Covers U+00C0–U+024F and U+1E00–U+1EFF, where all letters of names in Latin script lie.
enum LatinLetters {
    /// Letters that Unicode does not decompose.
    private static let special: [UInt32: String] = [
        0xC6: "ae", 0xE6: "ae", 0xD0: "d", 0xF0: "d", 0xD8: "o", 0xF8: "o", 0xDE: "th", 0xFE: "th", 0xDF: "ss",
        0x110: "d", 0x111: "d", 0x126: "h", 0x127: "h", 0x131: "i", 0x138: "k", 0x141: "l", 0x142: "l", 0x14A: "n",
        0x14B: "n", 0x152: "oe", 0x153: "oe", 0x166: "t", 0x167: "t", 0x18F: "a", 0x1DD: "e", 0x259: "a", 0x1E9E: "ss",
        0x181: "b", 0x18A: "d", 0x198: "k", 0x199: "k", 0x1B3: "y", 0x1B4: "y", 0x189: "d", 0x197: "i", 0x19F: "o",
    ]

    private static let first: UInt32 = 0xC0
    /// Two bytes for each scalar of U+00C0–U+024F, then of U+0250–U+02AF (only schwa matters), then U+1E00–U+1EFF.
    private static let pairs: [UInt16] = {
        var table = [UInt16](repeating: 0, count: 0x200 + 0x100)
        for slot in table.indices {
            let value = slot < 0x200 ? first + UInt32(slot) : 0x1E00 + UInt32(slot - 0x200)
            guard let scalar = Unicode.Scalar(value) else { continue }
            let plain = special[value] ?? String(scalar).decomposedStringWithCanonicalMapping.lowercased()
            let bytes = plain.utf8.filter { $0 >= 0x61 && $0 <= 0x7A }
            if let one = bytes.first { table[slot] = UInt16(one) | (bytes.count > 1 ? UInt16(bytes[1]) << 8 : 0) }
        }
        return table
    }()

    /// The ASCII letters of a scalar, the first in the low byte; 0 when it is no such letter.
    static func ascii(_ scalar: UInt32) -> UInt16 {
        if scalar >= first && scalar < first + 0x200 { return pairs[Int(scalar - first)] }
        if scalar >= 0x1E00 && scalar < 0x1F00 { return pairs[Int(scalar - 0x1E00) + 0x200] }
        return 0
    }
}
