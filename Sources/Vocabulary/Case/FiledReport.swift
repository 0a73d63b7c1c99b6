/// A report as the case keeps it, with what was read out of it.
public struct FiledReport: Sendable, Hashable {
    /// The digest of the kept bytes, 64 hexadecimal digits: the report's name in the case, for ever.
    public var sha256: String
    /// When it was filed.
    public var filedAt: Moment
    /// The first report of those with the same text, or nearly the same: by day of publication, then by digest. nil
    /// where this report is it, or stands alone.
    public var sameTextAs: String?
    /// Agencies and papers that the report credits with its text, by their names, in alphabetical order.
    public var cites: [String]
    /// What the report says; `reading.report` has its text and its facts.
    public var reading: Reading

    public init(
        sha256: String, filedAt: Moment, sameTextAs: String? = nil, cites: [String] = [], reading: Reading
    ) {
        self.sha256 = sha256
        self.filedAt = filedAt
        self.sameTextAs = sameTextAs
        self.cites = cites
        self.reading = reading
    }

    public var id: String { reading.report.id }
    public var title: String? { reading.report.title }
    public var publisher: String? { reading.report.publisher }
    public var author: String? { reading.report.author }
    public var published: CalendarDay? { reading.report.published }
    /// ISO 639-1 code.
    public var language: String { reading.report.language }
    public var url: String? { reading.report.url }
    /// UTF-8.
    public var text: [UInt8] { reading.report.text }
}
