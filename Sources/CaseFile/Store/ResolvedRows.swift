public import Vocabulary

/// A thing of the case, made of things of reports: a person, a group, an event. One row of the resolution.
public struct Cluster: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable { case entity, event }

    public enum Layer: String, Sendable, CaseIterable { case mentioned, proposed, confirmed }

    /// A thing of one report's reading.
    public struct Member: Sendable, Hashable, Comparable {
        /// The digest of the report's kept bytes.
        public var report: String
        /// Its id in the reading: `e1`, `v1`.
        public var thing: String

        public init(report: String, thing: String) {
            self.report = report
            self.thing = thing
        }

        public static func < (a: Member, b: Member) -> Bool { (a.report, a.thing) < (b.report, b.thing) }
    }

    /// Stable: depends on the members alone.
    public var id: String
    public var kind: Kind
    /// The raw value of the entity's or the event's type.
    public var type: String
    /// What is resolved together; see `CaseStore.replace`.
    public var component: String
    public var layer: Layer
    public var name: String
    /// All names, folded, for finding it.
    public var foldedNames: [String]
    /// For events, when.
    public var when: CalendarInterval?
    public var reports: Int
    public var mentions: Int
    /// Copies of one text count once.
    public var independentSources: Int
    /// Whatever the views need beyond the columns, as JSON.
    public var json: [UInt8]
    public var members: [Member]

    public init(
        id: String, kind: Kind, type: String, component: String, layer: Layer, name: String, foldedNames: [String] = [],
        when: CalendarInterval? = nil, reports: Int, mentions: Int, independentSources: Int, json: [UInt8] = [],
        members: [Member]
    ) {
        self.id = id
        self.kind = kind
        self.type = type
        self.component = component
        self.layer = layer
        self.name = name
        self.foldedNames = foldedNames
        self.when = when
        self.reports = reports
        self.mentions = mentions
        self.independentSources = independentSources
        self.json = json
        self.members = members
    }
}

/// A thing of a report under a key: things that share no key, not even by a chain of others, cannot be one.
public struct BlockKey: Sendable, Hashable {
    public var key: String
    public var member: Cluster.Member
    public var kind: Cluster.Kind

    public init(key: String, member: Cluster.Member, kind: Cluster.Kind) {
        self.key = key
        self.member = member
        self.kind = kind
    }
}

/// What a search found in a report or in a name.
public struct SearchHit: Sendable, Hashable {
    /// The report's digest, or the cluster's id.
    public var id: String
    public var title: String
    /// Words around the place, with the found ones between `«` and `»`; empty for names.
    public var snippet: String

    public init(id: String, title: String, snippet: String) {
        self.id = id
        self.title = title
        self.snippet = snippet
    }
}
