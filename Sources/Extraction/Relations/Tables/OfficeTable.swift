import Foundation

/// How offices of state find the country or body that they belong to.
package struct OfficeTable: Sendable {
    /// Words for the government of a head of state ("administration").
    package let governments: Set<String>
    /// ISO 3166 code of the country of which a bare title is mostly used, and how strongly it speaks for it, by the
    /// office's label.
    package let presumed: [String: (country: String, weight: Double)]
    /// The English word of a portfolio, by the language's own, folded.
    package let portfolios: [String: String]
    /// ISO 3166 code of the country, by the name of its head of state or government.
    package let heads: [FoldedName: String]

    init(offices file: LexiconFile, heads: LexiconFile) throws(LexiconError) {
        let root = file.root
        governments = Set(try root.words("governments").map(FoldedName.fold))
        var presumed: [String: (country: String, weight: Double)] = [:]
        for (label, guess) in try root["presumed"]?.entries() ?? [] {
            try guess.onlyKeys(["country", "weight"])
            let weight = try guess.required("weight")
            guard let value = Double(try weight.text()) else { throw weight.wrong("a number is wanted here") }
            presumed[label] = (try guess.required("country").text(), value)
        }
        self.presumed = presumed
        var portfolios: [String: String] = [:]
        for (word, english) in try root["portfolios"]?.entries() ?? [] {
            portfolios[FoldedName.fold(word)] = try english.text()
        }
        self.portfolios = portfolios
        var found: [FoldedName: String] = [:]
        for (country, names) in try heads.root.entries() {
            for name in try names.words() { found[FoldedName(name)] = country }
        }
        self.heads = found
    }
}
