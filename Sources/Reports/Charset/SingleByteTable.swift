/// A character set of one byte a character.
struct SingleByteTable: Sendable {
    /// For bytes 0x80…0xFF.
    private let upper: [UInt16]

    /// What the web calls Latin-1: Windows code page 1252, its five free places as controls.
    static let windows1252 = SingleByteTable(upper: [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ])

    private init(upper: [UInt16]) { self.upper = upper + (0xA0...0xFF).map { UInt16($0) } }

    func scalar(_ byte: UInt8) -> Unicode.Scalar {
        guard byte >= 0x80 else { return Unicode.Scalar(byte) }
        return Unicode.Scalar(upper[Int(byte) - 0x80]) ?? "\u{FFFD}"
    }

    func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 { text.append(byte) } else { text.append(contentsOf: UTF8.encode(scalar(byte)) ?? .init()) }
        }
        return text
    }
}
