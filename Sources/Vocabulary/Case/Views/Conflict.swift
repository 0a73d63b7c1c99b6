/// One question on which reports differ, their answers side by side.
public struct Conflict: CaseItem, Hashable {
    public enum Slot: String, Sendable, CaseIterable, Codable {
        case count, when, label, role, relation, name, place, modality
    }

    public enum SubjectKind: String, Sendable, CaseIterable, Codable { case event, entity }

    /// An answer and who gives it.
    public struct Value: Sendable, Hashable {
        public var value: String
        /// Ids of the reports.
        public var reports: [String]
        /// Who says so, by name; empty when the reports do in their own voice.
        public var speakers: [String]
        public var quote: String
        /// The place of the quote.
        public var span: Footnote
        public var independentSources: Int

        public init(
            value: String, reports: [String], speakers: [String], quote: String, span: Footnote,
            independentSources: Int
        ) {
            self.value = value
            self.reports = reports
            self.speakers = speakers
            self.quote = quote
            self.span = span
            self.independentSources = independentSources
        }
    }

    public var id: String
    public var slot: Slot
    public var subjectKind: SubjectKind
    public var subject: CaseReference
    /// Two or more, the one with most sources first.
    public var values: [Value]

    public init(id: String, slot: Slot, subjectKind: SubjectKind, subject: CaseReference, values: [Value]) {
        self.id = id
        self.slot = slot
        self.subjectKind = subjectKind
        self.subject = subject
        self.values = values
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("id", id)
        json.member("slot", slot.rawValue)
        json.key("subject")
        json.beginObject()
        json.member("kind", subjectKind.rawValue)
        subject.writeMembers(to: &json)
        json.endObject()
        json.key("values")
        json.list(values) { json, value in
            json.beginObject()
            json.member("value", value.value)
            json.strings("reports", value.reports)
            json.strings("speakers", value.speakers)
            json.member("quote", value.quote)
            json.key("span")
            value.span.write(to: &json)
            json.member("independent_sources", value.independentSources)
            json.endObject()
        }
        json.endObject()
    }
}
