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
        var pending = false
        for scalar in text.lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars {
            if scalar.properties.canonicalCombiningClass != .notReordered { continue }
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                if pending, !folded.isEmpty { folded.append(" ") }
                pending = false
                folded.unicodeScalars.append(scalar)
            } else {
                pending = true
            }
        }
        return folded
    }
}
