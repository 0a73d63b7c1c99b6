/// What the program proposes and people have confirmed to be the same.
public struct ResolvedCase: Sendable, Hashable {
    /// In the order of their ids.
    public var clusters: [Cluster]

    public init(clusters: [Cluster]) { self.clusters = clusters }
}
