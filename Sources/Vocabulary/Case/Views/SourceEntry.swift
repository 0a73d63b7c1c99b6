/// A report as the list of sources shows it.
public struct SourceEntry: CaseItem, Hashable {
    /// The report's id.
    public var report: String
    public var title: String?
    public var publisher: String?
    public var published: CalendarDay?
    /// ISO 639-1 code.
    public var language: String
    public var sha256: String
    /// The id of the report whose text it repeats.
    public var sameTextAs: String?
    public var cites: [String]
    /// How many entities, relations and events it states.
    public var facts: Int

    public init(
        report: String, title: String?, publisher: String?, published: CalendarDay?, language: String, sha256: String,
        sameTextAs: String?, cites: [String], facts: Int
    ) {
        self.report = report
        self.title = title
        self.publisher = publisher
        self.published = published
        self.language = language
        self.sha256 = sha256
        self.sameTextAs = sameTextAs
        self.cites = cites
        self.facts = facts
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("report", report)
        json.member("title", title)
        json.member("publisher", publisher)
        json.member("published", published?.iso)
        json.member("language", language)
        json.member("sha256", sha256)
        json.member("same_text_as", sameTextAs)
        json.strings("cites", cites)
        json.member("facts", facts)
        json.endObject()
    }
}
