/// A person, group, body, company or place of the case, as a list shows it.
public struct CaseEntity: CaseItem, Hashable {
    /// A name and who uses it.
    public struct Name: Sendable, Hashable {
        public var text: String
        /// ISO 639-1 code.
        public var language: String
        /// How many reports.
        public var reports: Int

        public init(text: String, language: String, reports: Int) {
            self.text = text
            self.language = language
            self.reports = reports
        }

        public func write(to json: inout JSONWriter) {
            json.beginObject()
            json.member("text", text)
            json.member("language", language)
            json.member("reports", reports)
            json.endObject()
        }
    }

    public var id: String
    public var type: EntityType
    public var name: String
    public var names: [Name]
    /// Whether a person has confirmed that its mentions are one thing's.
    public var isConfirmed: Bool
    public var reports: Int
    public var mentions: Int
    /// Entries of lists that may be it.
    public var hits: Int

    public init(
        id: String, type: EntityType, name: String, names: [Name], isConfirmed: Bool, reports: Int, mentions: Int,
        hits: Int = 0
    ) {
        self.id = id
        self.type = type
        self.name = name
        self.names = names
        self.isConfirmed = isConfirmed
        self.reports = reports
        self.mentions = mentions
        self.hits = hits
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("id", id)
        json.member("type", type.rawValue)
        json.member("name", name)
        json.key("names")
        json.list(names) { $1.write(to: &$0) }
        json.member("layer", isConfirmed ? "confirmed" : "proposed")
        json.member("reports", reports)
        json.member("mentions", mentions)
        json.member("hits", hits)
        json.endObject()
    }
}

/// A thing of the case by its id and its name.
public struct CaseReference: Sendable, Hashable {
    /// nil for an unnamed set of people, and for words.
    public var id: String?
    public var name: String

    public init(id: String?, name: String) {
        self.id = id
        self.name = name
    }

    func writeMembers(to json: inout JSONWriter) {
        json.member("id", id)
        json.member("name", name)
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        writeMembers(to: &json)
        json.endObject()
    }
}
