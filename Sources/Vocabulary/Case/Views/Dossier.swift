/// All that the case has of one person, group or body.
public struct Dossier: CaseItem, Hashable {
    /// A step of an accusation. None of them is the deed itself.
    public enum Status: String, Sendable, CaseIterable, Codable {
        case alleged, charged, convicted, sentenced, acquitted, dismissed, denied
    }

    /// What a person is said to be: an office, a place in a group, a victim.
    public struct Bearing: Sendable, Hashable {
        public var role: String
        /// Of which body or group.
        public var of: CaseReference?
        public var modality: Modality
        public var footnotes: [Footnote]

        public init(role: String, of: CaseReference?, modality: Modality, footnotes: [Footnote]) {
            self.role = role
            self.of = of
            self.modality = modality
            self.footnotes = footnotes
        }
    }

    /// A tie to another, from this one's side.
    public struct Tie: Sendable, Hashable {
        public var type: RelationType
        public var label: String
        public var to: CaseReference
        /// Whether the reports tell it from the other's side.
        public var isInverse: Bool
        public var modality: Modality
        public var polarity: Polarity
        /// Who says so, by name; empty when the reports do in their own voice.
        public var by: [String]
        public var footnotes: [Footnote]

        public init(
            type: RelationType, label: String, to: CaseReference, isInverse: Bool, modality: Modality,
            polarity: Polarity, by: [String], footnotes: [Footnote]
        ) {
            self.type = type
            self.label = label
            self.to = to
            self.isInverse = isInverse
            self.modality = modality
            self.polarity = polarity
            self.by = by
            self.footnotes = footnotes
        }
    }

    public struct Step: Sendable, Hashable {
        public var status: Status
        public var when: CalendarInterval?
        /// Who says so: speakers, else the reports' publishers.
        public var by: [String]
        public var footnotes: [Footnote]

        public init(status: Status, when: CalendarInterval?, by: [String], footnotes: [Footnote]) {
            self.status = status
            self.when = when
            self.by = by
            self.footnotes = footnotes
        }
    }

    /// One accusation and what has become of it.
    public struct Accusation: Sendable, Hashable {
        /// In the words of the reports.
        public var accusation: String
        public var steps: [Step]

        public init(accusation: String, steps: [Step]) {
            self.accusation = accusation
            self.steps = steps
        }
    }

    /// Something that it says, according to a report.
    public struct Claim: Sendable, Hashable {
        public var what: String
        public var footnotes: [Footnote]

        public init(what: String, footnotes: [Footnote]) {
            self.what = what
            self.footnotes = footnotes
        }
    }

    public var entity: CaseEntity
    public var roles: [Bearing]
    public var relations: [Tie]
    public var ladder: [Accusation]
    public var events: [CaseEvent]
    public var claims: [Claim]
    /// Entries of lists that may be this one.
    public var hits: [Hit]
    /// First mention in each report.
    public var footnotes: [Footnote]

    public init(
        entity: CaseEntity, roles: [Bearing], relations: [Tie], ladder: [Accusation], events: [CaseEvent],
        claims: [Claim], hits: [Hit] = [], footnotes: [Footnote]
    ) {
        self.entity = entity
        self.roles = roles
        self.relations = relations
        self.ladder = ladder
        self.events = events
        self.claims = claims
        self.hits = hits
        self.footnotes = footnotes
    }
}
