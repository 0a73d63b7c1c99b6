public import Vocabulary

/// A report on its way into the case, with everything that is kept of it.
public struct Filing: Sendable {
    /// How the kept bytes are to be opened when the report is read anew.
    public enum Form: String, Sendable, CaseIterable {
        /// A file of any form, told from its name and its bytes.
        case file
        /// A line of JSON Lines.
        case document
    }

    /// The report as it came, unchanged.
    public var bytes: [UInt8]
    /// Where it came from: a path with perhaps a line, or an address.
    public var source: String
    public var form: Form
    /// What the user said of it, which the bytes do not say.
    public var givenPublished: CalendarDay?
    public var givenLanguage: String?
    /// Runs of words that copies of a text share; the store looks candidates up by them.
    public var anchors: [UInt64]
    /// Whether another text is the same but for a few words; asked of candidates.
    public var isSameText: @Sendable ([UInt8]) -> Bool
    /// See `FiledReport.cites`.
    public var cites: [String]
    public var reading: Reading
    /// Lexicon and model that read it.
    public var reader: String
    public var at: Moment

    public init(
        bytes: [UInt8], source: String, form: Form = .file, givenPublished: CalendarDay? = nil,
        givenLanguage: String? = nil, anchors: [UInt64] = [],
        isSameText: @escaping @Sendable ([UInt8]) -> Bool = { _ in false }, cites: [String] = [], reading: Reading,
        reader: String, at: Moment
    ) {
        self.bytes = bytes
        self.source = source
        self.form = form
        self.givenPublished = givenPublished
        self.givenLanguage = givenLanguage
        self.anchors = anchors
        self.isSameText = isSameText
        self.cites = cites
        self.reading = reading
        self.reader = reader
        self.at = at
    }
}

/// What is left of a report that was made to be forgotten.
public struct Tombstone: Sendable, Hashable {
    /// The digest of the bytes that were kept.
    public var sha256: String
    public var author: String
    public var at: Moment
    public var reason: String

    public init(sha256: String, author: String, at: Moment, reason: String) {
        self.sha256 = sha256
        self.author = author
        self.at = at
        self.reason = reason
    }
}

/// What the case knows of some bytes.
public enum Acquaintance: Sendable, Hashable {
    case unknown
    case filed
    /// They were filed once and must not come back.
    case forgotten(Tombstone)
}

/// What came of filing a report.
public enum FilingOutcome: Sendable, Hashable {
    /// It is in the case now. Beside it, the reports with the same text, or nearly.
    case filed(sameText: [String])
    /// Nothing was done: the case has it, or is to have forgotten it.
    case known(Acquaintance)
}

/// The facts of a filed report without its text and its reading.
public struct ReportEntry: Sendable, Hashable {
    public var sha256: String
    public var id: String
    public var title: String?
    public var publisher: String?
    public var author: String?
    public var published: CalendarDay?
    public var language: String
    public var url: String?
    /// Where it came from.
    public var source: String
    public var filedAt: Moment
    /// See `FiledReport.sameTextAs`.
    public var sameTextAs: String?
    public var cites: [String]
    /// Lexicon and model of the newest reading.
    public var reader: String
    /// How many statements the newest reading makes.
    public var facts: Int

    public init(
        sha256: String, id: String, title: String?, publisher: String?, author: String?, published: CalendarDay?,
        language: String, url: String?, source: String, filedAt: Moment, sameTextAs: String?, cites: [String],
        reader: String, facts: Int
    ) {
        self.sha256 = sha256
        self.id = id
        self.title = title
        self.publisher = publisher
        self.author = author
        self.published = published
        self.language = language
        self.url = url
        self.source = source
        self.filedAt = filedAt
        self.sameTextAs = sameTextAs
        self.cites = cites
        self.reader = reader
        self.facts = facts
    }
}
