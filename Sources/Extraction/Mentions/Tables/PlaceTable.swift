/// Places that tables name: regions, large cities, their abbreviations.
struct PlaceTable: Sendable {
    struct Entry: Sendable {
        /// ISO 3166 code of its country; "" where it lies in several or none.
        let country: String
        /// Whether the word is a personal name as well.
        let isPersonal: Bool
        /// A state, province or larger region, not a city.
        let isRegion: Bool
    }

    private(set) var phrases = PhraseTable<Entry>()
    /// "Calif.", "N.C.", "Jal.": as they are written.
    private(set) var abbreviations: [String: Entry] = [:]

    init(regions: [TableFile.Row], cities: [TableFile.Row], given: GivenNames) {
        for row in regions {
            for name in [row[0]] + row.variants(2) {
                let isPersonal = given.gender(of: FoldedName.fold(name)) != nil || name == "Guerrero"
                let entry = Entry(country: row[1], isPersonal: isPersonal, isRegion: true)
                if name.hasSuffix(".") || name.utf8.count <= 3 {
                    abbreviations[name] = entry
                } else {
                    phrases.add(name, entry)
                }
            }
        }
        for row in cities {
            phrases.add(row[0], Entry(country: row[1], isPersonal: row[2] == "n", isRegion: false))
        }
    }
}
