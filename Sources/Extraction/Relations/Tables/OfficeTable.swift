import Foundation

/// How offices of state find the country or body that they belong to.
package struct OfficeTable: Sendable {
    /// Words that say of a body only that it is one ("ministry"), folded.
    package let bodies: Set<String>
    /// Words for the government of a head of state ("administration").
    package let governments: Set<String>
    /// The country of which alone a bare title is used, by the office's label.
    package let presumed: [String: [String]]
    /// The English word of a portfolio, by the language's own, folded.
    package let portfolios: [String: String]
    /// The names of the country, by the folded name of its head of state or government.
    package let heads: [FoldedName: [String]]

    init(offices file: LexiconFile, heads: LexiconFile) throws(LexiconError) {
        let root = file.root
        bodies = Set(try root.words("bodies").map(FoldedName.fold))
        governments = Set(try root.words("governments").map(FoldedName.fold))
        var presumed: [String: [String]] = [:]
        for (label, countries) in try root["presumed"]?.entries() ?? [] { presumed[label] = try countries.words() }
        self.presumed = presumed
        var portfolios: [String: String] = [:]
        for (word, english) in try root["portfolios"]?.entries() ?? [] {
            portfolios[FoldedName.fold(word)] = try english.text()
        }
        self.portfolios = portfolios
        var found: [FoldedName: [String]] = [:]
        for entry in try heads.root.list() {
            try entry.onlyKeys(["country", "heads"])
            let country = try entry.required("country").words()
            for name in try entry.required("heads").words() { found[FoldedName(name)] = country }
        }
        self.heads = found
    }
}
