/// Something in the case that a person should look at.
public struct ReviewQuestion: CaseItem, Hashable {
    public enum Kind: String, Sendable, CaseIterable, Codable {
        case merge, split
        case eventMerge = "event merge"
        case conflict, hit, orphan
    }

    public var id: String
    public var kind: Kind
    /// One sentence.
    public var what: String
    /// 0 to 1; nil where nothing is weighed.
    public var score: Double?
    public var reasons: [String]
    /// How much hangs on it: reports and mentions concerned.
    public var weight: Int
    /// What a decision about it refers to, each part one thing.
    public var parts: [[MentionReference]]

    public init(
        id: String, kind: Kind, what: String, score: Double?, reasons: [String], weight: Int,
        parts: [[MentionReference]]
    ) {
        self.id = id
        self.kind = kind
        self.what = what
        self.score = score
        self.reasons = reasons
        self.weight = weight
        self.parts = parts
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("id", id)
        json.member("kind", kind.rawValue)
        json.member("what", what)
        json.key("score")
        if let score { json.number(Self.digits(score)) } else { json.null() }
        json.strings("reasons", reasons)
        json.member("weight", weight)
        json.endObject()
    }

    private static func digits(_ score: Double) -> String {
        let hundredths = Int((score * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
