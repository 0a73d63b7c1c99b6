import Foundation

/// Damage done to bytes by dice.
enum Fuzzing {
    /// How long each fuzzer runs; `FUZZ_SECONDS` for long runs by hand.
    static let seconds = Double(ProcessInfo.processInfo.environment["FUZZ_SECONDS"] ?? "") ?? 6

    private static let pieces: [String] = [
        "<", ">", "</", "<!--", "-->", "&", "&#", ";", "\"", "'", "=", "<p>", "</p>", "<table>", "<td>", "</table>",
        "<a>", "</a>",
        "<script>", "</script>", "<svg>", "]]>", "<![CDATA[", "\r\n", "\r\n\r\n", "--", "=?utf-8?Q?=", "?=", "=3D",
        "=\r\n",
        "Content-Type: multipart/mixed; boundary=x\r\n", "{", "}", "[", "]", "\\u", "\u{0}", "\u{FEFF}", "é", "<item>",
        "<entry>",
    ]

    static func damage(_ bytes: inout [UInt8], _ dice: inout Dice) {
        for _ in 0..<Int.random(in: 1...8, using: &dice) {
            guard !bytes.isEmpty else { return }
            let at = Int.random(in: 0..<bytes.count, using: &dice)
            switch Int.random(in: 0..<7, using: &dice) {
            case 0: bytes[at] ^= 1 << UInt8.random(in: 0...7, using: &dice)
            case 1: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...80, using: &dice)))
            case 2: bytes.insert(contentsOf: Array(pieces[Int.random(in: 0..<pieces.count, using: &dice)].utf8), at: at)
            case 3: bytes.insert(UInt8.random(in: 0...255, using: &dice), at: at)
            case 4:
                let end = min(bytes.count, at + Int.random(in: 1...200, using: &dice))
                bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: 0..<bytes.count, using: &dice))
            case 5: bytes.removeSubrange(at...)
            default:
                let piece = Array(pieces[Int.random(in: 0..<pieces.count, using: &dice)].utf8)
                bytes.insert(contentsOf: Array(repeating: piece, count: 50).joined(), at: at)
            }
        }
    }
}
