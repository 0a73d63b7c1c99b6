public import Vocabulary

/// Which reports stand on one source: copies of one text, re-quotes of one agency, reports of one publisher.
public struct Sources: Sendable {
    /// What stands for a report's source, by digest.
    private var roots: [String: String] = [:]

    public init(_ reports: [FiledReport]) {
        self.init(
            reports.map { (sha256: $0.sha256, sameTextAs: $0.sameTextAs, cites: $0.cites, publisher: $0.publisher) })
    }

    public init(_ facts: [(sha256: String, sameTextAs: String?, cites: [String], publisher: String?)]) {
        var parents: [String: String] = [:]
        func root(_ start: String) -> String {
            var node = start
            while let parent = parents[node], parent != node { node = parent }
            return node
        }
        func join(_ one: String, _ two: String) {
            let (a, b) = (root(one), root(two))
            if a != b { parents[max(a, b)] = min(a, b) }
        }
        for fact in facts {
            if let original = fact.sameTextAs { join(fact.sha256, original) }
            for agency in fact.cites { join(fact.sha256, "by " + BodyTable.plain(agency)) }
            if let publisher = fact.publisher, !publisher.isEmpty {
                join(fact.sha256, "by " + BodyTable.plain(publisher))
            }
        }
        for fact in facts { roots[fact.sha256] = root(fact.sha256) }
    }

    /// How many independent sources stand behind reports.
    public func count(_ reports: some Sequence<String>) -> Int { Set(reports.map { roots[$0] ?? $0 }).count }
}
