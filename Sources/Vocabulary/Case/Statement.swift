/// One fact that one report states, with the words that state it. Statements are only ever added.
public struct Statement: Sendable, Hashable {
    /// How exact the time of what is stated is.
    public enum Precision: String, Sendable, CaseIterable, Codable {
        case day, month, year, interval
    }

    /// The thing that it is about: an id of the report's reading (`e1`, `r1`, `v1`).
    public var subject: String
    /// For example `type`, `name`, `alias`, `leads`, `event`, `person`, `count`, `term`, `when`.
    public var property: String
    /// Words, a number, a day, or the id of another thing of the reading.
    public var value: String
    /// The digest of the report's kept bytes.
    public var report: String
    /// The words that say it: bytes of the report's text.
    public var span: Span
    /// When what is stated happened.
    public var when: CalendarInterval?
    public var modality: Modality
    public var polarity: Polarity
    /// Ids of those who say so; empty when the report does in its own voice.
    public var speakers: [String]
    /// Lexicon and model that read it.
    public var reader: String
    public var filedAt: Moment

    public init(
        subject: String, property: String, value: String, report: String, span: Span, when: CalendarInterval? = nil,
        modality: Modality = .asserted, polarity: Polarity = .positive, speakers: [String] = [], reader: String,
        filedAt: Moment
    ) {
        self.subject = subject
        self.property = property
        self.value = value
        self.report = report
        self.span = span
        self.when = when
        self.modality = modality
        self.polarity = polarity
        self.speakers = speakers
        self.reader = reader
        self.filedAt = filedAt
    }

    public var precision: Precision? { when?.precision }
}

extension CalendarInterval {
    public var precision: Statement.Precision {
        if start == end { return .day }
        if self == CalendarInterval(year: start.year, month: start.month) { return .month }
        if self == CalendarInterval(year: start.year) { return .year }
        return .interval
    }
}
