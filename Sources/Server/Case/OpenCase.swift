public import Vocabulary

/// What the desk asks of a case. Two keep it: the case file (in the program) and a case written out (in the tests).
public protocol OpenCase: Sendable {
    /// What the case is called, for people.
    var name: String { get }
    /// The items of a view, each one of CASE.md's objects as JSON, in the view's order.
    func items(_ view: CaseView) throws(Refusal) -> [[UInt8]]
    /// By the digest of its kept bytes.
    func report(_ sha256: String) throws(Refusal) -> FiledReport?
    /// The case's ids of the things that a report's reading names (`e1`, `v1`).
    func places(in sha256: String) throws(Refusal) -> [String: String]
    /// The report as it came.
    func original(_ sha256: String) throws(Refusal) -> [UInt8]?
    func search(_ words: String, limit: Int) throws(Refusal) -> [FoundPlace]
    /// Keeps a decision and gives its id.
    func decide(_ wish: DecisionWish, author: String) throws(Refusal) -> String
    func undo(_ decision: String, author: String, reason: String) throws(Refusal)
    /// Files a report; the line says what came of it. Waits until it is filed.
    func file(_ report: NewReport, author: String) throws(Refusal) -> FilingOutcome
    /// Fetches a page; refused where fetching is not possible.
    func fetch(_ address: String) throws(Refusal) -> NewReport
    /// Hits of a name on the lists, as objects of `screen`.
    func screen(_ query: NameQuestion) throws(Refusal) -> [[UInt8]]
    /// The lists on this machine, as objects of `lists status`.
    func lists() throws(Refusal) -> [[UInt8]]
    /// Reads a text without filing it: the reading as JSON.
    func read(_ text: [UInt8], published: CalendarDay?) throws(Refusal) -> [UInt8]
}

/// CASE.md's views.
public enum CaseView: Sendable, Hashable {
    case people, groups, events, timeline, conflicts, sources, review, history
    /// A person, group or body, by id or by name.
    case dossier(String)
    case event(String)
}

public struct FoundPlace: Sendable {
    public enum Kind: String, Sendable { case report, thing }
    public var kind: Kind
    /// The report's digest or the thing's id.
    public var id: String
    public var title: String
    /// The found words between `«` and `»`.
    public var snippet: String

    public init(kind: Kind, id: String, title: String, snippet: String) {
        self.kind = kind
        self.id = id
        self.title = title
        self.snippet = snippet
    }
}

/// What somebody wants decided.
public struct DecisionWish: Sendable {
    public var kind: Decision.Kind
    /// Ids of things, or of one proposal of the review.
    public var ids: [String]
    public var property: String?
    public var value: String?
    public var reason: String

    public init(
        kind: Decision.Kind, ids: [String], property: String? = nil, value: String? = nil, reason: String
    ) {
        self.kind = kind
        self.ids = ids
        self.property = property
        self.value = value
        self.reason = reason
    }
}

public struct NewReport: Sendable {
    /// The file's name or the address.
    public var name: String
    public var bytes: [UInt8]
    public var published: CalendarDay?

    public init(name: String, bytes: [UInt8], published: CalendarDay? = nil) {
        self.name = name
        self.bytes = bytes
        self.published = published
    }
}

public enum FilingOutcome: Sendable {
    /// The report's digest.
    case filed(String)
    case known
    /// Why it could not be read.
    case problem(String)
}

/// Whom to look for on the lists.
public struct NameQuestion: Sendable {
    public var name: String
    /// FollowTheMoney's word: `Person`, `Organization`, `Company`, `LegalEntity`; nil for any.
    public var schema: String?
    public var country: String?
    public var born: String?
    public var limit: Int
    /// From 0 to 1: what is below is left out.
    public var threshold: Double

    public init(
        name: String, schema: String? = nil, country: String? = nil, born: String? = nil, limit: Int = 5,
        threshold: Double = 0.7
    ) {
        self.name = name
        self.schema = schema
        self.country = country
        self.born = born
        self.limit = limit
        self.threshold = threshold
    }
}
