/// The small words of many languages: a word that few of them share says more than one that many do.
struct LanguageProfiles: Sendable {
    static let shipped = LanguageProfiles(PackageResources.languages_tsv)

    private let weights: [String: [(language: String, weight: Double)]]

    /// - Parameter table: a line a language, its code, a tab, its words; `#` begins a remark.
    init(_ table: [UInt8]) {
        var languages: [String: [String]] = [:]
        for line in String(decoding: table, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.split(separator: "\t")
            guard fields.count == 2 else { continue }
            for word in fields[1].split(separator: " ") {
                languages[String(word), default: []].append(String(fields[0]))
            }
        }
        weights = languages.mapValues { codes in codes.map { ($0, 1 / Double(codes.count)) } }
    }

    /// The languages that a word is a small word of, each with how much it speaks for it.
    func languages(of word: String) -> [(language: String, weight: Double)] { weights[word] ?? [] }
}
