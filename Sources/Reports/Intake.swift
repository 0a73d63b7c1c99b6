public import Vocabulary

/// Bytes on their way in, and what is known of them before they are opened.
public struct Intake: Sendable {
    public var bytes: [UInt8]
    /// What the report is to be called.
    public var id: String
    /// The name of the file, with its endings; helps to tell the form.
    public var name: String?
    /// As a header gives it, for example `text/html; charset=utf-8`.
    public var mediaType: String?
    /// Where the bytes came from; stands in for the canonical address of a page that names none.
    public var address: String?
    /// What the user says of the report; goes before anything that the report says of itself.
    public var given: GivenFacts

    public init(
        bytes: [UInt8], id: String, name: String? = nil, mediaType: String? = nil, address: String? = nil,
        given: GivenFacts = GivenFacts()
    ) {
        self.bytes = bytes
        self.id = id
        self.name = name
        self.mediaType = mediaType
        self.address = address
        self.given = given
    }

    /// The id, or the name where it tells more: what a problem is reported under.
    public var label: String { name ?? id }
}

/// Facts about a report that the user, a feed or an enclosing file states.
public struct GivenFacts: Sendable, Hashable {
    public var title: String?
    public var publisher: String?
    public var published: CalendarDay?
    /// ISO 639-1 code.
    public var language: String?
    public var url: String?
    public var author: String?

    public init(
        title: String? = nil, publisher: String? = nil, published: CalendarDay? = nil, language: String? = nil,
        url: String? = nil, author: String? = nil
    ) {
        self.title = title
        self.publisher = publisher
        self.published = published
        self.language = language
        self.url = url
        self.author = author
    }
}
