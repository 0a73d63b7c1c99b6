/// What a cluster's row carries beside its columns, as JSON: its names, why it is one, what is undecided.
public struct ClusterNote: Sendable, Hashable, Codable {
    public struct Name: Sendable, Hashable, Codable {
        public var text: String
        public var language: String
        /// How many reports use it.
        public var reports: Int
    }

    /// Why things of two reports are held to be one.
    public struct Link: Sendable, Hashable, Codable {
        /// `report digest/thing`.
        public var one: String
        public var two: String
        /// 0 to 1.
        public var score: Double
        public var reasons: [String]
    }

    /// Another cluster that may be the same.
    public struct Question: Sendable, Hashable, Codable {
        /// The other's id.
        public var cluster: String
        public var name: String
        public var score: Double
        public var reasons: [String]
    }

    /// What a person has put right.
    public struct Correction: Sendable, Hashable, Codable {
        public var property: String
        public var value: String?
        public var decision: String
        public var author: String
    }

    public var names: [Name] = []
    public var links: [Link] = []
    public var questions: [Question] = []
    public var corrections: [Correction] = []
    /// A person does not want to see it.
    public var isDismissed = false
    /// Whether a person has named it.
    public var isRenamed = false

    public init() {}
}
