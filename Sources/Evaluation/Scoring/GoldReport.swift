public import Vocabulary

/// A report of the gold: its text and what people say that it says.
public struct GoldReport: Sendable {
    /// Names it among all gold folders: the path of the file without its ending.
    public var key: String
    /// UTF-8, as in the file.
    public var text: [UInt8]
    public var reading: ReadingForm

    public init(key: String, text: [UInt8], reading: ReadingForm) {
        self.key = key
        self.text = text
        self.reading = reading
    }

    public var id: String { reading.report.id }
    public var language: String { reading.report.language ?? "" }
}

/// One report's result: what was counted and every difference.
public struct ReportScore: Sendable {
    public let key: String
    public let scorecard: Scorecard
    /// In the order of kind, matter, type and words.
    public let differences: [Difference]
    /// How many of our spans do not repeat their text; then the reading counted as none.
    public let faults: Int
    /// The gold's ids of entities, with ours.
    public let entityPairs: [String: String]
    /// Numbers of the gold's events, with ours.
    public let eventPairs: [Int: Int]
    /// Numbers of the gold's relations, with ours.
    public let relationPairs: [Int: Int]
}
