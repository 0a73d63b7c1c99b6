/// The words of a report that back something.
public struct Footnote: Sendable, Hashable {
    /// The report's id.
    public var report: String
    /// The digest of the report's kept bytes.
    public var sha256: String
    /// Unicode scalars of the report's text, end exclusive.
    public var start: Int
    public var end: Int
    public var text: String

    public init(report: String, sha256: String, start: Int, end: Int, text: String) {
        self.report = report
        self.sha256 = sha256
        self.start = start
        self.end = end
        self.text = text
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("report", report)
        json.member("start", start)
        json.member("end", end)
        json.member("text", text)
        json.member("sha256", sha256)
        json.endObject()
    }
}

extension JSONWriter {
    /// The member `footnotes`.
    public mutating func footnotes(_ footnotes: [Footnote]) {
        key("footnotes")
        list(footnotes) { $1.write(to: &$0) }
    }

    /// A member `{start, end, precision}`, or null.
    public mutating func when(_ name: StaticString, _ when: CalendarInterval?) {
        key(name)
        guard let when else { return null() }
        beginObject()
        member("start", when.start.iso)
        member("end", when.end.iso)
        member("precision", when.precision.rawValue)
        endObject()
    }
}
