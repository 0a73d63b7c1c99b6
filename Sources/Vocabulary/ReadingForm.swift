/// The JSON of a reading as it stands, nothing checked: what a gold reading, another program or this one has written.
///
/// Members that are missing or null are nil. Offsets count Unicode scalars, as in the JSON.
public struct ReadingForm: Decodable, Sendable {
    /// A piece of the text: `{"start", "end", "text"}`.
    public struct Words: Decodable, Sendable {
        public var start: Int?
        public var end: Int?
        public var text: String?

        public init(start: Int?, end: Int?, text: String?) {
            self.start = start
            self.end = end
            self.text = text
        }
    }

    /// The words for an entity in one place.
    public struct Speaker: Decodable, Sendable {
        public var entity: String
        public var start: Int?
        public var end: Int?
    }

    public struct Report: Decodable, Sendable {
        public var id: String
        public var title: String?
        public var publisher: String?
        public var published: String?
        public var language: String?
        public var url: String?
        public var textSha256: String?
        public var text: String?
    }

    /// A figure, or an ordinal, with its words.
    public struct Figure: Decodable, Sendable {
        public var value: Int?
        public var ordinal: Int?
        public var bound: String?
        public var start: Int?
        public var end: Int?
        public var by: [Speaker]?
    }

    /// Days as ISO dates; `span` has the offsets of the words.
    public struct When: Decodable, Sendable {
        public var start: String?
        public var end: String?
        public var text: String?
        public var basis: String?
        public var span: Words?
    }

    public struct Entity: Decodable, Sendable {
        public var id: String
        public var type: String
        public var name: String?
        public var aliases: [String]?
        public var count: Int?
        public var mentions: [Words]?
        public var age: Figure?
        public var born: When?
        public var identifiers: [Words]?
    }

    public struct Relation: Decodable, Sendable {
        public var id: String?
        public var type: String
        public var label: String?
        public var from: String
        public var to: String
        public var fromSpan: Words?
        public var toSpan: Words?
        public var modality: String?
        public var polarity: String?
        public var attributedTo: [String]?
        public var speakers: [Speaker]?
        public var evidence: Words?
    }

    public struct Term: Decodable, Sendable {
        public var label: String?
        public var start: Int?
        public var end: Int?
        public var text: String?
        public var by: [Speaker]?
    }

    public struct Argument: Decodable, Sendable {
        public var role: String
        public var entity: String?
        public var text: String?
        public var span: Words?
    }

    public struct Response: Decodable, Sendable {
        public var label: String?
        public var start: Int?
        public var end: Int?
    }

    public struct Event: Decodable, Sendable {
        public var id: String?
        public var type: String
        public var label: String?
        public var modality: String?
        public var polarity: String?
        public var trigger: Words?
        public var terms: [Term]?
        public var arguments: [Argument]?
        public var count: Int?
        public var counts: [Figure]?
        public var when: When?
        public var attributedTo: [String]?
        public var speakers: [Speaker]?
        public var response: Response?
        public var reason: Words?
        public var legalBasis: Words?
        public var series: Figure?
        public var evidence: Words?
    }

    public var format: String?
    public var report: Report
    public var entities: [Entity]?
    public var relations: [Relation]?
    public var events: [Event]?
    /// Offsets alone.
    public var sentences: [Words]?

    public init(report: Report, entities: [Entity] = [], relations: [Relation] = [], events: [Event] = []) {
        self.report = report
        self.entities = entities
        self.relations = relations
        self.events = events
    }
}
