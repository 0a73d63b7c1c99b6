import Foundation

/// A name without case, accents, punctuation and leading article, for comparison.
package struct FoldedName: Hashable, Sendable {
    package let key: String

    package init(_ name: String) {
        var words = Self.fold(name).split(separator: " ")
        if words.count > 1, Self.articles.contains(words[0]) { words.removeFirst() }
        key = words.joined(separator: " ")
    }

    package var words: [Substring] { key.split(separator: " ") }

    private static let articles: Set<Substring> = ["the", "el", "la", "los", "las"]

    /// Lower-case letters and digits, one space between words; combining marks fall away.
    static func fold(_ text: String) -> String {
        var folded = ""
        folded.reserveCapacity(text.utf8.count)
        var pending = false
        let plain = text.utf8.allSatisfy { $0 < 0x80 }
        let source = plain ? text : text.decomposedStringWithCompatibilityMapping
        for scalar in source.unicodeScalars {
            if scalar.isASCII {
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                let isUpper = byte &- 0x41 < 26
                if isUpper || byte &- 0x61 < 26 || byte &- 0x30 < 10 {
                    if pending, !folded.isEmpty { folded.append(" ") }
                    pending = false
                    folded.unicodeScalars.append(isUpper ? Unicode.Scalar(byte | 0x20) : scalar)
                } else {
                    pending = true
                }
            } else if scalar.properties.canonicalCombiningClass != .notReordered {
                continue
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                if pending, !folded.isEmpty { folded.append(" ") }
                pending = false
                folded += scalar.properties.lowercaseMapping
            } else {
                pending = true
            }
        }
        return folded
    }
}
