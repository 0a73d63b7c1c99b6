/// Names an entity inside one reading: `e1`, `e2`, …
public typealias EntityID = String

/// What a report says, each thing tied to the words that say it.
public struct Reading: Sendable, Hashable {
    public var report: Report
    /// In the order of their first mention.
    public var entities: [Entity]
    /// In the order of their evidence.
    public var relations: [Relation]
    /// In the order of their evidence.
    public var events: [Event]
    /// The text's sentences as the reader told them apart, in their order; empty when it did not say.
    public var sentences: [Span] = []

    public init(report: Report, entities: [Entity] = [], relations: [Relation] = [], events: [Event] = []) {
        self.report = report
        self.entities = entities
        self.relations = relations
        self.events = events
    }
}

/// A person, group, body, company, country or place that a report names, or an unnamed set of people in a part.
public struct Entity: Sendable, Hashable {
    public var id: EntityID
    public var type: EntityType
    /// The fullest form of the name that the report gives; for People the describing phrase.
    public var name: String
    /// Its other names in the report: short forms, acronyms, nicknames.
    public var aliases: [String]
    /// People only: how many, when the report says so.
    public var count: Int?
    /// In the order of the text.
    public var mentions: [Span]
    /// Age in years with the words that give it.
    public var age: Quantity?
    /// Date of birth with the words that give it.
    public var born: When?
    /// Docket, inmate or document numbers.
    public var identifiers: [Quote]

    public init(
        id: EntityID, type: EntityType, name: String, aliases: [String] = [], count: Int? = nil, mentions: [Span],
        age: Quantity? = nil, born: When? = nil, identifiers: [Quote] = []
    ) {
        self.id = id
        self.type = type
        self.name = name
        self.aliases = aliases
        self.count = count
        self.mentions = mentions
        self.age = age
        self.born = born
        self.identifiers = identifiers
    }
}

/// An entity together with the words of the report that stand for it in one place (a pronoun or a role noun included).
public struct Participant: Sendable, Hashable {
    public var entity: EntityID
    public var span: Span

    public init(_ entity: EntityID, _ span: Span) {
        self.entity = entity
        self.span = span
    }
}

/// Words of the report, repeated.
public struct Quote: Sendable, Hashable {
    public var text: String
    public var span: Span

    public init(_ text: String, _ span: Span) {
        self.text = text
        self.span = span
    }
}

/// A number with its words, how it is bounded and who gives it.
public struct Quantity: Sendable, Hashable {
    public enum Bound: String, Sendable, CaseIterable, Codable {
        case exact
        case atLeast = "at_least"
        case about
    }

    public var value: Int
    public var bound: Bound
    public var span: Span
    /// Who gives the figure; empty when the report does in its own voice.
    public var by: [Participant]

    public init(_ value: Int, _ bound: Bound = .exact, span: Span, by: [Participant] = []) {
        self.value = value
        self.bound = bound
        self.span = span
        self.by = by
    }
}

/// When something happened.
public struct When: Sendable, Hashable {
    /// How the calendar interval was found.
    public enum Basis: String, Sendable, CaseIterable, Codable {
        /// The words give it in full.
        case stated
        /// Resolved against the report's date of publication.
        case published
        /// Resolved against another date in the text.
        case text
    }

    public var interval: CalendarInterval
    public var span: Span
    public var basis: Basis

    public init(_ interval: CalendarInterval, span: Span, basis: Basis) {
        self.interval = interval
        self.span = span
        self.basis = basis
    }
}

/// A lasting tie between two entities.
public struct Relation: Sendable, Hashable {
    public var id: String
    public var type: RelationType
    /// The report's word for it; kinship and office in English.
    public var label: String
    public var from: Participant
    public var to: Participant
    public var modality: Modality
    public var polarity: Polarity
    /// Who says so; empty when the report does in its own voice.
    public var attributedTo: [Participant]
    /// The sentence, or at most three, that states it.
    public var evidence: Span

    public init(
        id: String, type: RelationType, label: String, from: Participant, to: Participant,
        modality: Modality = .asserted,
        polarity: Polarity = .positive, attributedTo: [Participant] = [], evidence: Span
    ) {
        self.id = id
        self.type = type
        self.label = label
        self.from = from
        self.to = to
        self.modality = modality
        self.polarity = polarity
        self.attributedTo = attributedTo
        self.evidence = evidence
    }
}

/// Something that happened, is said to have happened, is planned, threatened or denied.
public struct Event: Sendable, Hashable {
    /// What fills a role: an entity, or a phrase of the report.
    public enum Filler: Sendable, Hashable {
        case entity(Participant)
        case text(Quote)

        public var span: Span {
            switch self {
            case .entity(let participant): participant.span
            case .text(let quote): quote.span
            }
        }
    }

    public struct Argument: Sendable, Hashable {
        public var role: Role
        public var filler: Filler

        public init(_ role: Role, _ filler: Filler) {
            self.role = role
            self.filler = filler
        }
    }

    /// A legal word that the report uses for the event.
    public struct Term: Sendable, Hashable {
        public var label: String
        public var quote: Quote
        /// Whose word it is, where it is not the report's.
        public var by: [Participant]

        public init(label: String, quote: Quote, by: [Participant] = []) {
            self.label = label
            self.quote = quote
            self.by = by
        }
    }

    public var id: String
    public var type: EventType
    /// From READING.md's closed list.
    public var label: String
    public var modality: Modality
    public var polarity: Polarity
    public var trigger: Span
    public var terms: [Term]
    public var arguments: [Argument]
    /// How many persons or things it concerns: the figure that the report follows.
    public var count: Int?
    /// All figures given for it.
    public var counts: [Quantity]
    public var when: When?
    /// Who says so; empty when the report does in its own voice.
    public var attributedTo: [Participant]
    /// The words in which the accused rejects it.
    public var denied: Span?
    /// Why, as the report gives it.
    public var reason: Quote?
    /// The legal basis that the report gives.
    public var legalBasis: Quote?
    /// Which one it is, when the report numbers it ("the second such transfer").
    public var series: Quantity?
    /// The sentence, or at most three, that states it.
    public var evidence: Span

    public init(
        id: String, type: EventType, label: String, modality: Modality = .asserted, polarity: Polarity = .positive,
        trigger: Span, terms: [Term] = [], arguments: [Argument] = [], count: Int? = nil, counts: [Quantity] = [],
        when: When? = nil, attributedTo: [Participant] = [], denied: Span? = nil, reason: Quote? = nil,
        legalBasis: Quote? = nil, series: Quantity? = nil, evidence: Span
    ) {
        self.id = id
        self.type = type
        self.label = label
        self.modality = modality
        self.polarity = polarity
        self.trigger = trigger
        self.terms = terms
        self.arguments = arguments
        self.count = count
        self.counts = counts
        self.when = when
        self.attributedTo = attributedTo
        self.denied = denied
        self.reason = reason
        self.legalBasis = legalBasis
        self.series = series
        self.evidence = evidence
    }
}
