internal import Names

/// The names, adjectives and capitals of the sovereign states in both languages.
struct CountryWords: Sendable {
    /// Folded name or adjective to ISO 3166 code.
    private var codes: [String: String] = [:]
    private var capitals: [String: String] = [:]
    private var english: [String: String] = [:]
    private let longest: Int
    private static let joints: Set<String> = ["of", "the", "de", "del", "la", "los", "las", "el"]

    init(_ rows: [[Substring]]) {
        var longest = 1
        for row in rows where row.count >= 7 {
            let code = String(row[0])
            for column in 1...2 {
                for name in TableRows.variants(row[column]) {
                    codes[Fold.key(name)] = code
                    longest = max(longest, Fold.key(name).split(separator: " ").count)
                }
            }
            english[code] = TableRows.variants(row[1]).first
            let adjectives =
                TableRows.variants(row[3]).flatMap { [$0, $0 + "s"] } + TableRows.variants(row[4]).flatMap(Self.spanish)
            for adjective in adjectives { codes[Fold.key(adjective)] = codes[Fold.key(adjective)] ?? code }
            for column in 5...6 {
                for name in TableRows.variants(row[column]) { capitals[Fold.key(name)] = code }
            }
        }
        self.longest = longest
    }

    /// The code of a country by its name, its adjective or, where it stands for its government, its capital.
    func code(of name: String) -> String? {
        var words = Fold.key(name).split(separator: " ").map(String.init)
        while let first = words.first, Self.joints.contains(first), words.count > 1 { words.removeFirst() }
        let key = words.joined(separator: " ")
        return codes[key] ?? capitals[key]
    }

    /// What the country is called in English; the code itself when it is unknown.
    func name(of code: String) -> String { english[code] ?? code }

    /// Takes the first country's name or adjective off a folded name, with the words that join it.
    func strip(_ words: [String]) -> (rest: [String], code: String?) {
        for start in words.indices {
            for end in stride(from: min(words.count, start + longest), to: start, by: -1) {
                guard let code = codes[words[start..<end].joined(separator: " ")] else { continue }
                var first = start
                while first > 0, Self.joints.contains(words[first - 1]) { first -= 1 }
                return (Array(words[..<first] + words[end...]), code)
            }
        }
        return (words, nil)
    }

    private static func spanish(_ adjective: String) -> [String] {
        if adjective.hasSuffix("o") {
            let stem = adjective.dropLast()
            return ["o", "a", "os", "as"].map { stem + $0 }
        }
        let stem = Fold.key(adjective)
        return [adjective, stem + "a", stem + "es", stem + "as", stem + "s"]
    }
}
