/// The sovereign states, how a language names them and their people, and their capitals.
struct CountryTable: Sendable {
    enum Form: Sendable {
        /// "Mexico"
        case name
        /// "Mexican", "Mexicans"
        case demonym
        /// "Washington"
        case capital
    }

    struct Entry: Sendable {
        /// ISO 3166.
        let code: String
        let form: Form
        /// Demonyms: "Mexicans", "dos colombianos".
        var isPlural = false
    }

    /// Names and adjectives.
    private(set) var phrases = PhraseTable<Entry>()
    /// What a country is called first, by its code.
    private(set) var canonical: [String: String] = [:]
    /// Capitals, which name their country only where they stand for its government.
    private(set) var capitals = PhraseTable<Entry>()

    init(language: String, rows: [TableFile.Row]) {
        let spanish = language == "es"
        for row in rows {
            let code = row[0]
            canonical[code] = row.variants(spanish ? 2 : 1).first
            for name in row.variants(spanish ? 2 : 1) { phrases.add(name, Entry(code: code, form: .name)) }
            for word in row.variants(spanish ? 4 : 3) {
                for (form, isPlural) in spanish ? Self.spanishForms(word) : Self.englishForms(word) {
                    phrases.add(form, Entry(code: code, form: .demonym, isPlural: isPlural))
                }
            }
            for capital in row.variants(spanish ? 6 : 5) { capitals.add(capital, Entry(code: code, form: .capital)) }
        }
    }

    private static func englishForms(_ word: String) -> [(String, Bool)] {
        if ["ese", "ish", "ch", "ss"].contains(where: word.hasSuffix) || word.hasSuffix(".") { return [(word, false)] }
        return [(word, false), (word + "s", true)]
    }

    private static func spanishForms(_ word: String) -> [(String, Bool)] {
        if word.hasSuffix("o") {
            let stem = String(word.dropLast())
            return [(word, false), (stem + "a", false), (stem + "os", true), (stem + "as", true)]
        }
        if word.hasSuffix("és") || word.hasSuffix("án") || word.hasSuffix("ón") || word.hasSuffix("ol") {
            let stem = FoldedName.fold(word)
            return [(word, false), (stem + "a", false), (stem + "es", true), (stem + "as", true)]
        }
        if word.hasSuffix("í") || word.hasSuffix("ú") {
            return [(word, false), (word + "es", true), (word + "s", true)]
        }
        return [(word, false), (word + "s", true)]
    }
}
