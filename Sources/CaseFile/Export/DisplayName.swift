internal import Vocabulary

/// Names and dates as other programs take them.
enum DisplayName {
    /// Without a nickname in quotation marks; a single letter between them stands for a withheld surname and stays.
    static func bare(_ name: String) -> String {
        let marks: [Character: Character] = ["“": "”", "‘": "’", "«": "»"]
        var (bare, quoted) = ("", "")
        var closing: Character?
        for character in name {
            if character == closing {
                if quoted.count == 1 { return name }
                (closing, quoted) = (nil, "")
            } else if closing != nil {
                quoted.append(character)
            } else if let mark = marks[character] {
                closing = mark
            } else {
                bare.append(character)
            }
        }
        let words = bare.split(separator: " ")
        return closing != nil || words.count < 2 ? name : words.joined(separator: " ")
    }

    static func isNickname(_ name: String) -> Bool {
        ["El", "La", "Los", "The", "el", "la"].contains(name.prefix { $0 != " " })
    }

    /// As exact as the interval: `2025-08-12`, `2025-08`, `2025`.
    static func date(_ when: CalendarInterval) -> String {
        switch when.precision {
        case .day, .interval: when.start.iso
        case .month: String(when.start.iso.prefix(7))
        case .year: String(when.start.iso.prefix(4))
        }
    }
}

/// ISO 3166 codes, as FollowTheMoney writes them.
enum CountryCodes {
    private static let words = CountryWords(TableRows.of(PackageResources.countries_tsv))

    static func code(_ name: String) -> String? { words.code(of: name)?.lowercased() }
}
