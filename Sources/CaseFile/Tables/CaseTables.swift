public import Names

/// What resolution knows before it sees a case: names, bodies in both languages, countries, places.
///
/// Immutable; make it once. Rarity comes from here and never from the case, so that the order of filing cannot matter.
public struct CaseTables: Sendable {
    let names: NameTables
    let comparer: NameComparer
    let bodies: BodyTable
    let countries: CountryWords
    /// Folded name of a place to the first of its names.
    let places: [String: String]
    /// Folded words that do not tell one body or group from another.
    let genericWords: Set<String>
    /// Folded words that many people are called by.
    let commonNicknames: Set<String>

    /// Reads the tables that come with the program.
    public init(names: NameTables) {
        self.names = names
        comparer = NameComparer(tables: names)
        countries = CountryWords(TableRows.of(PackageResources.countries_tsv))
        bodies = BodyTable(
            bodies: TableRows.of(PackageResources.bodies_tsv), known: TableRows.of(PackageResources.known_names_tsv),
            countries: countries)
        var generic: Set<String> = [], nicknames: Set<String> = []
        for row in TableRows.of(PackageResources.name_words_tsv) where row.count == 2 {
            let words = row[1].split(separator: " ").map(String.init)
            if row[0] == "nickname" { nicknames.formUnion(words) } else { generic.formUnion(words) }
        }
        genericWords = generic
        commonNicknames = nicknames
        var places: [String: String] = [:]
        for row in TableRows.of(PackageResources.place_names_tsv) {
            let variants = TableRows.variants(row.first)
            for name in variants { places[Fold.key(name)] = variants.first }
        }
        self.places = places
    }

    /// Words of a name that tell it from others; none where it is a description.
    func distinctiveWords(of name: String) -> [String] {
        guard name.split(separator: " ").contains(where: { $0.first?.isUppercase == true }) else { return [] }
        return Fold.key(name).split(separator: " ").map(String.init).filter {
            $0.utf8.count > 1 && !genericWords.contains($0)
        }
    }
}
