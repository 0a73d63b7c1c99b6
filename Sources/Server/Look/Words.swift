/// The words of the interface in the reader's language.
package struct Words: Sendable {
    package enum Language: String, Sendable, CaseIterable { case en, es }

    package let language: Language

    package init(_ language: Language) { self.language = language }

    /// From the cookie that the switch sets, or else from what the browser asks for.
    init(_ request: DeskRequest) {
        if let chosen = request.cookie("language").flatMap({ Language(rawValue: $0) }) {
            language = chosen
        } else {
            let wished = (request.headers["accept-language"] ?? "").split(separator: ",").lazy
                .compactMap { Language(rawValue: $0.prefix { $0 != "-" && $0 != ";" }.lowercased()) }
            language = wished.first ?? .en
        }
    }

    /// The key itself where the table lacks it, so that a gap is seen and nothing breaks.
    package subscript(key: String) -> String {
        guard let pair = Self.table[key] else { return key }
        return language == .en ? pair.english : pair.spanish
    }

    /// The word where the table has it under the prefix; the key alone where it does not.
    func of(_ prefix: String, _ key: String) -> String {
        let word = self["\(prefix)-\(key)"]
        return word == "\(prefix)-\(key)" ? key.split(separator: "_").joined(separator: " ") : word
    }

    var other: Language { language == .en ? .es : .en }

    /// All keys, in the order of the table.
    package static var keys: [String] { rows.map(\.key) }

    private static let rows: [(key: String, english: String, spanish: String)] =
        String(decoding: PackageResources.words_tsv, as: UTF8.self).split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "\t")
            guard !line.hasPrefix("#"), cells.count == 3 else { return nil }
            return (String(cells[0]), String(cells[1]), String(cells[2]))
        }

    private static let table = Dictionary(
        rows.map { ($0.key, (english: $0.english, spanish: $0.spanish)) }, uniquingKeysWith: { first, _ in first })
}
