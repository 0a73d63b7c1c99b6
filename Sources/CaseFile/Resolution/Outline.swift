internal import Vocabulary

/// What resolution must know of one report; small, so that those of a whole case fit in memory.
public struct ReportOutline: Sendable, Hashable {
    public var report: String
    var language: String
    var entities: [EntityOutline]
    var events: [EventOutline]

    /// nil where the report has no such thing.
    public func kind(of thing: String) -> Cluster.Kind? {
        if entities.contains(where: { $0.id == thing }) { return .entity }
        return events.contains { $0.id == thing } ? .event : nil
    }

    func entity(_ id: EntityID) -> EntityOutline? { entities.first { $0.id == id } }
}

/// An entity of one report.
struct EntityOutline: Sendable, Hashable {
    var id: EntityID
    var type: EntityType
    /// The fullest name in the report.
    var name: String
    /// Persons only.
    var form: PersonForm?
    /// Other forms of a person's name that are no shorter ones.
    var nicknames: [String]
    /// Bodies, groups, countries, places: the same for the same thing in both languages; nil where none is sure.
    var key: String?
    /// Groups: acronyms that the report gives.
    var acronyms: [String]
    /// What else the report says of it.
    var clues: Set<Clue>
    /// Years in which it can have been born.
    var born: ClosedRange<Int>?
    /// All mentions, in the order of the text.
    var spans: [Span]
}

/// Something that tells two bearers of a name apart or together.
struct Clue: Sendable, Hashable, Comparable {
    enum Kind: Int, Sendable, Comparable {
        case nickname, kin, office, group, event, company, nationality, place

        static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }

        /// How much an agreement adds to the likeness of two names.
        var weight: Float {
            switch self {
            case .nickname: 0.25
            case .kin, .office: 0.22
            case .group, .event: 0.18
            case .company: 0.08
            case .nationality, .place: 0.04
            }
        }
    }

    var kind: Kind
    /// Compared.
    var key: String
    /// Shown.
    var words: String

    static func == (a: Clue, b: Clue) -> Bool { a.kind == b.kind && a.key == b.key }
    func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(key)
    }
    static func < (a: Clue, b: Clue) -> Bool { (a.kind, a.key) < (b.kind, b.key) }
}

/// An event of one report.
struct EventOutline: Sendable, Hashable {
    var id: String
    var type: EventType
    var label: String
    var modality: Modality
    var polarity: Polarity
    /// Entities whose fate it is: persons, victims, targets, parties.
    var mains: [EntityID]
    var agents: [EntityID]
    var recipients: [EntityID]
    var places: [EntityID]
    var origins: Set<String>
    var destinations: Set<String>
    /// Folded words of the crime, the penalty, the object, the measure, the amount.
    var words: Set<String>
    /// Exact figures.
    var counts: Set<Int>
    var when: CalendarInterval?
    var trigger: Span
}
