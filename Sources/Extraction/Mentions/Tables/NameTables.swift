package import Foundation

/// What a language knows of names: countries, places, bodies, given names, nouns for people, small words.
package struct NameTables: Sendable {
    let language: String
    let words: WordClasses
    let heads: NameHeads
    let countries: CountryTable
    let places: PlaceTable
    let known: KnownNames
    let given: GivenNames
    let people: PersonNouns

    /// - Throws: `LexiconError` naming file and line.
    package static func load(language: String, directory: URL?) throws(LexiconError) -> NameTables {
        func rows(_ folder: String, _ name: String, _ least: Int) throws(LexiconError) -> [TableFile.Row] {
            try TableFile(folder: folder, name: name, directory: directory, least: least).rows
        }
        let given = GivenNames(
            census: try rows("shared", "given-names.tsv", 2), world: try rows("shared", "given-names-world.tsv", 2),
            surnames: try rows("shared", "surnames.tsv", 1))
        return NameTables(
            language: language,
            words: try WordClasses(rows: try rows(language, "words.tsv", 2)),
            heads: try NameHeads(
                rows: try rows(language, "name-heads.tsv", 3),
                foreign: try rows(language == "es" ? "en" : "es", "name-heads.tsv", 3)),
            countries: CountryTable(language: language, rows: try rows("shared", "countries.tsv", 7)),
            places: PlaceTable(
                regions: try rows("shared", "regions.tsv", 2), cities: try rows("shared", "cities.tsv", 2),
                given: given),
            known: try KnownNames(
                rows: try rows(language, "known-names.tsv", 2) + (try rows("shared", "known-names.tsv", 2))),
            given: given,
            people: try PersonNouns(language: language, rows: try rows(language, "person-nouns.tsv", 4)))
    }
}
