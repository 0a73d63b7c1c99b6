import Vocabulary

/// Names of bodies, groups and companies that the tables list, and of things that are no entity.
struct KnownNames: Sendable {
    struct Entry: Sendable {
        /// nil: capitalised, but no entity.
        let type: EntityType?
        /// Names of the same thing share it.
        let row: Int
        /// Whether the word alone is too common to be trusted where nothing else speaks for it.
        let isDoubtful: Bool
    }

    private(set) var phrases = PhraseTable<Entry>()

    init(rows: [TableFile.Row]) throws(LexiconError) {
        for (index, row) in rows.enumerated() {
            let type = EntityType(rawValue: row[0])
            guard type != nil || row[0] == "Other" else { throw row.wrong("'\(row[0])' is no type of entity") }
            for name in row.variants(1) {
                phrases.add(name, Entry(type: type, row: index, isDoubtful: row[2] == "?"))
            }
        }
    }
}
