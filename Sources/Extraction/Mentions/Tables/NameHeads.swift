import Vocabulary

/// A word that makes a name the name of a body, a group, a company or a place, or of no entity.
struct NameHead: Sendable {
    /// nil: the name is of no entity (a law, an operation).
    let type: EntityType?
    /// Last word of a name: "Justice Department".
    let isFinal: Bool
    /// First word of a name: "Department of Justice".
    let isInitial: Bool
    /// Makes a name in lower case with the name before (or behind) it: "Mexican police", "penal del Altiplano".
    let joinsLower: Bool
    /// Is a body by itself: "police".
    let standsBare: Bool
    /// Points back to a body named before: "the agency".
    let pointsBack: Bool
    /// Points back to any group or company just spoken of, whatever its name: "the group", "the firm".
    let isGeneric: Bool
    /// Makes a name in lower case with the name behind "of": "government of Mexico", "penal del Altiplano".
    let takesOf: Bool
    /// Makes a name in lower case with the name right behind it: "aeropuerto El Dorado".
    let takesName: Bool
    let isPlural: Bool
}

/// The heads of names of a language, by their folded forms.
struct NameHeads: Sendable {
    private(set) var phrases = PhraseTable<NameHead>()

    /// - Parameter foreign: the heads of the other language, which make names in capitals only.
    init(rows: [TableFile.Row], foreign: [TableFile.Row]) throws(LexiconError) {
        try add(rows, inCapitalsOnly: false)
        try add(foreign, inCapitalsOnly: true)
    }

    private mutating func add(_ rows: [TableFile.Row], inCapitalsOnly: Bool) throws(LexiconError) {
        for row in rows {
            let type = EntityType(rawValue: row[1])
            guard type != nil || row[1] == "Other" else { throw row.wrong("'\(row[1])' is no type of entity") }
            let flags = inCapitalsOnly ? Set(row[2]).intersection("fin") : Set(row[2])
            for (index, word) in row.variants(0).enumerated() {
                phrases.add(
                    word,
                    NameHead(
                        type: type, isFinal: flags.contains("f") || flags.contains("n"),
                        isInitial: flags.contains("i") || flags.contains("n"), joinsLower: flags.contains("l"),
                        standsBare: flags.contains("b"), pointsBack: flags.contains("d") || flags.contains("g"),
                        isGeneric: flags.contains("g"), takesOf: flags.contains("o"),
                        takesName: flags.contains("a"),
                        isPlural: index > 0 || flags.contains("p")))
            }
        }
    }
}
