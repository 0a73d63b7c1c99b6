import Foundation

/// Names and phrases reduced to what is compared: without case, accents, punctuation and small words.
package enum NameFolding {
    private static let smallWords: Set<String> = [
        "the", "a", "an", "of", "to", "in", "on", "for", "and", "or", "by", "with", "el", "la", "los", "las", "un",
        "una",
        "de", "del", "en", "y", "o", "por", "con", "al",
    ]
    private static let articles = ["the ", "el ", "la ", "los ", "las "]

    /// Words in lower case, without marks, joined by single spaces.
    package static func fold(_ text: String?) -> String {
        guard let text, !text.isEmpty else { return "" }
        var words: [String] = []
        var word = String.UnicodeScalarView()
        for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
            for folded in caseFolded(scalar) where folded.properties.canonicalCombiningClass == .notReordered {
                if isWordCharacter(folded) {
                    word.append(folded)
                } else if !word.isEmpty {
                    words.append(String(word))
                    word = String.UnicodeScalarView()
                }
            }
        }
        if !word.isEmpty { words.append(String(word)) }
        return words.joined(separator: " ")
    }

    /// The folded words that carry meaning.
    static func words(_ text: String?) -> Set<String> {
        Set(fold(text).split(separator: " ").map(String.init)).subtracting(smallWords)
    }

    /// All names of an entity, folded, without a leading article.
    static func names(_ name: String?, aliases: [String]) -> Set<String> {
        var names: Set<String> = []
        for folded in ([name] + aliases).map(fold) where !folded.isEmpty {
            let article = articles.first { folded.hasPrefix($0) }
            names.insert(String(folded.dropFirst(article?.count ?? 0)))
        }
        return names
    }

    /// Unicode's full case folding of a scalar that is compatibility-decomposed: the lower case of the upper case,
    /// but for the dotless i, the capital sharp s, and Cherokee, whose folding goes to the capitals.
    private static func caseFolded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        if scalar.isASCII {
            let isCapital = ("A"..."Z").contains(scalar)
            return [isCapital ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar]
        }
        switch scalar.value {
        case 0x131: return [scalar]
        case 0x1E9E: return ["s", "s"]
        case 0x13A0...0x13FF, 0xAB70...0xABBF: return Array(scalar.properties.uppercaseMapping.unicodeScalars)
        default:
            return scalar.properties.uppercaseMapping.unicodeScalars.flatMap {
                $0.properties.lowercaseMapping.unicodeScalars
            }
        }
    }

    /// Letters, numbers of any kind, the underscore.
    private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
                || scalar == "_"
        }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: scalar.properties.numericType != nil
        }
    }
}
