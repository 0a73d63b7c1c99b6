/// The words of a text's beginning, middle and end, and the script of their letters.
struct TextSample {
    enum Script: Hashable {
        case latin, greek, cyrillic, hebrew, arabic, devanagari, thai, hangul, kana, han, other

        /// The code of the language that is written so, where it is one.
        var language: String? {
            switch self {
            case .greek: "el"
            case .hebrew: "he"
            case .thai: "th"
            case .hangul: "ko"
            case .kana: "ja"
            case .han: "zh"
            case .latin, .cyrillic, .arabic, .devanagari, .other: nil
            }
        }
    }

    /// Lower-cased.
    private(set) var words: [String] = []
    /// The script of most letters; nil when there is none.
    let script: Script?

    /// In bytes; three of them are looked at in a long text.
    private static let piece = 8192

    init(_ text: [UInt8]) {
        var letters: [Script: Int] = [:]
        for range in Self.pieces(of: text.count) {
            var word = String.UnicodeScalarView()
            // A character cut at the edge decodes to U+FFFD, which is no letter.
            for scalar in String(decoding: text[range], as: UTF8.self).unicodeScalars {
                if scalar.properties.isAlphabetic {
                    letters[Self.script(of: scalar), default: 0] += 1
                    word.append(scalar)
                } else if !word.isEmpty, scalar.properties.canonicalCombiningClass == .notReordered {
                    words.append(String(word).lowercased())
                    word = String.UnicodeScalarView()
                }
            }
            if !word.isEmpty { words.append(String(word).lowercased()) }
        }
        // Japanese mixes kana with Chinese characters; kana decide.
        if let kana = letters[.kana], let han = letters[.han], kana * 4 > han { letters[.kana] = kana + han }
        script = letters.max { ($0.value, "\($1.key)") < ($1.value, "\($0.key)") }?.key
    }

    private static func pieces(of count: Int) -> [Range<Int>] {
        if count <= 3 * piece { return [0..<count] }
        return [0, count / 2, count - piece].map { $0..<$0 + piece }
    }

    private static func script(of letter: Unicode.Scalar) -> Script {
        switch letter.value {
        case ..<0x0250, 0x1E00..<0x1F00, 0x2C60..<0x2C80, 0xA720..<0xA800, 0xFB00..<0xFB07, 0xFF21..<0xFF5B: .latin
        case 0x0370..<0x0400, 0x1F00..<0x2000: .greek
        case 0x0400..<0x0530: .cyrillic
        case 0x0590..<0x0600: .hebrew
        case 0x0600..<0x0780, 0x08A0..<0x0900, 0xFB50..<0xFE00, 0xFE70..<0xFF00: .arabic
        case 0x0900..<0x0980: .devanagari
        case 0x0E00..<0x0E80: .thai
        case 0x1100..<0x1200, 0xAC00..<0xD7B0: .hangul
        case 0x3040..<0x3100: .kana
        case 0x2E80..<0x3000, 0x3400..<0xA000, 0x20000..<0x32000: .han
        default: .other
        }
    }
}
