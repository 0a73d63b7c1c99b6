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
    /// What the bearer may be; empty for anything. Entries of which the list does not say what they are always may.
    public var bearers: Set<ListEntry.Kind>
    public var born: CalendarInterval?
    /// Two-letter codes or names of countries.
    public var countries: [String]
    /// Numbers of passports, registers, ships, in any writing.
    public var identifiers: [String]

    public init(
        _ name: String, id: String? = nil, aliases: [String] = [], kind: NameKind = .unknown,
        bearers: Set<ListEntry.Kind> = [], born: CalendarInterval? = nil, countries: [String] = [],
        identifiers: [String] = []
    ) {
        self.id = id
        self.name = name
        self.aliases = aliases
        self.kind = kind
        self.bearers = bearers
        self.born = born
        self.countries = countries
        self.identifiers = identifiers
    }

    /// Whether an entry of a kind may be meant.
    func allows(_ bearer: ListEntry.Kind) -> Bool {
        bearers.isEmpty || bearer == .unknown || bearers.contains(bearer)
    }

    /// The kind that a word for it means: the types of readings and the schemata of FollowTheMoney.
    public static func kind(_ word: String) -> NameKind {
        switch word {
        case "Person", "person": .person
        case "", "LegalEntity", "Thing", "unknown": .unknown
        default: .organisation
        }
    }

    /// What may bear the name by the same words: a company's name is not looked for among ships.
    public static func bearers(_ word: String) -> Set<ListEntry.Kind> {
        switch word {
        case "", "Thing", "unknown", "Asset": []
        case "Person", "person": [.person]
        case "LegalEntity": [.person, .organization]
        case "Vessel", "Airplane", "Vehicle": [.vessel, .aircraft]
        default: [.organization]
        }
    }
}
