/// What is known of a report: its text and where it comes from.
public struct Report: Sendable, Hashable {
    /// The file's name without its endings, unless the input gives one.
    public var id: String
    public var title: String?
    public var publisher: String?
    /// The day of publication, as given by the user or by the report's own metadata.
    public var published: CalendarDay?
    /// ISO 639-1 code.
    public var language: String
    public var url: String?
    /// The text, UTF-8. Spans of the reading count its bytes.
    public var text: [UInt8]
    /// Names as the report gives them, several apart by `, `.
    public var author: String?
    /// The day of the last change that the report states.
    public var updated: CalendarDay?
    /// In the order of the text; empty when the form tells nothing of them (plain text).
    public var paragraphs: [Paragraph]
    /// nil where the text is the input's own, byte for byte.
    public var origin: OriginMap?
    /// How the facts above were found.
    public var basis: [ReportFact: FactBasis]
    /// In the order of `ReportCaution`'s cases.
    public var cautions: [ReportCaution]

    public init(
        id: String, title: String? = nil, publisher: String? = nil, published: CalendarDay? = nil, language: String,
        url: String? = nil, text: [UInt8], author: String? = nil, updated: CalendarDay? = nil,
        paragraphs: [Paragraph] = [], origin: OriginMap? = nil, basis: [ReportFact: FactBasis] = [:],
        cautions: [ReportCaution] = []
    ) {
        self.id = id
        self.title = title
        self.publisher = publisher
        self.published = published
        self.language = language
        self.url = url
        self.text = text
        self.author = author
        self.updated = updated
        self.paragraphs = paragraphs
        self.origin = origin
        self.basis = basis
        self.cautions = cautions
    }
}
