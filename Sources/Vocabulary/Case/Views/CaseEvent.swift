/// A happening with the accounts that reports give of it.
public struct CaseEvent: CaseItem, Hashable {
    public struct Participant: Sendable, Hashable {
        public var role: Role
        public var who: CaseReference

        public init(role: Role, who: CaseReference) {
            self.role = role
            self.who = who
        }
    }

    /// What one report tells.
    public struct Account: Sendable, Hashable {
        /// A legal word with what it means.
        public struct Term: Sendable, Hashable {
            public var label: String
            public var text: String

            public init(label: String, text: String) {
                self.label = label
                self.text = text
            }
        }

        /// The report's id.
        public var report: String
        /// The report's digest.
        public var sha256: String
        public var terms: [Term]
        public var count: Int?
        public var when: CalendarInterval?
        public var modality: Modality
        /// The sentence.
        public var quote: String
        /// Its place.
        public var span: Footnote
        /// The word that names the happening.
        public var trigger: Footnote
        /// Who says so, by name.
        public var attributedTo: [String]

        public init(
            report: String, sha256: String, terms: [Term], count: Int?, when: CalendarInterval?, modality: Modality,
            quote: String, span: Footnote, trigger: Footnote, attributedTo: [String]
        ) {
            self.report = report
            self.sha256 = sha256
            self.terms = terms
            self.count = count
            self.when = when
            self.modality = modality
            self.quote = quote
            self.span = span
            self.trigger = trigger
            self.attributedTo = attributedTo
        }
    }

    public var id: String
    public var type: EventType
    public var label: String
    public var when: CalendarInterval?
    public var modality: Modality
    public var polarity: Polarity
    public var participants: [Participant]
    public var count: Int?
    public var place: String?
    public var accounts: [Account]
    public var isConfirmed: Bool
    public var reports: Int
    public var independentSources: Int

    public init(
        id: String, type: EventType, label: String, when: CalendarInterval?, modality: Modality, polarity: Polarity,
        participants: [Participant], count: Int?, place: String?, accounts: [Account], isConfirmed: Bool, reports: Int,
        independentSources: Int
    ) {
        self.id = id
        self.type = type
        self.label = label
        self.when = when
        self.modality = modality
        self.polarity = polarity
        self.participants = participants
        self.count = count
        self.place = place
        self.accounts = accounts
        self.isConfirmed = isConfirmed
        self.reports = reports
        self.independentSources = independentSources
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("id", id)
        json.member("type", type.rawValue)
        json.member("label", label)
        json.when("when", when)
        json.member("modality", modality.rawValue)
        json.member("polarity", polarity.rawValue)
        json.key("participants")
        json.list(participants) { json, participant in
            json.beginObject()
            json.member("role", participant.role.rawValue)
            participant.who.writeMembers(to: &json)
            json.endObject()
        }
        json.member("count", count)
        json.member("place", place)
        json.key("accounts")
        json.list(accounts) { $1.write(to: &$0) }
        json.member("layer", isConfirmed ? "confirmed" : "proposed")
        json.member("reports", reports)
        json.member("independent_sources", independentSources)
        json.endObject()
    }
}

extension CaseEvent.Account {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("report", report)
        json.key("terms")
        json.list(terms) { json, term in
            json.beginObject()
            json.member("label", term.label)
            json.member("text", term.text)
            json.endObject()
        }
        json.member("count", count)
        json.when("when", when)
        json.member("modality", modality.rawValue)
        json.member("quote", quote)
        json.key("span")
        json.beginObject()
        json.member("start", span.start)
        json.member("end", span.end)
        json.endObject()
        json.key("trigger")
        json.beginObject()
        json.member("start", trigger.start)
        json.member("end", trigger.end)
        json.member("text", trigger.text)
        json.endObject()
        json.strings("attributed_to", attributedTo)
        json.endObject()
    }
}
