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

    public init(
        id: String, title: String? = nil, publisher: String? = nil, published: CalendarDay? = nil, language: String,
        url: String? = nil, text: [UInt8]
    ) {
        self.id = id
        self.title = title
        self.publisher = publisher
        self.published = published
        self.language = language
        self.url = url
        self.text = text
    }
}
