public import Names
public import Vocabulary

/// Whom to look for.
public struct ScreeningQuery: Sendable, Hashable {
    /// Comes back with the answer.
    public var id: String?
    public var name: String
    /// Other names of the same: nicknames, spellings.
    public var aliases: [String]
    public var kind: NameKind
    public var born: CalendarInterval?
    /// Two-letter codes or names of countries.
    public var countries: [String]
    /// Numbers of passports, registers, ships, in any writing.
    public var identifiers: [String]

    public init(
        _ name: String, id: String? = nil, aliases: [String] = [], kind: NameKind = .unknown,
        born: CalendarInterval? = nil, countries: [String] = [], identifiers: [String] = []
    ) {
        self.id = id
        self.name = name
        self.aliases = aliases
        self.kind = kind
        self.born = born
        self.countries = countries
        self.identifiers = identifiers
    }

    /// The kind that a word for it means: the types of readings and the schemata of FollowTheMoney.
    public static func kind(_ word: String) -> NameKind {
        switch word {
        case "Person", "person": .person
        case "", "LegalEntity", "Thing", "unknown": .unknown
        default: .organisation
        }
    }
}
