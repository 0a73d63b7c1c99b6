public import CaseFile
public import Names
public import Vocabulary
import Watchlists

/// The use case: everyone in a case is looked for on the lists that are kept.
public struct CaseScreening: Sendable {
    /// The lists that are kept, as the answers name them.
    private let lists: [ScreenedList]
    private let tables: NameTables
    /// The least score that is a hit.
    private static let threshold = 0.7
    /// The most hits of one thing.
    private static let limit = 5

    /// Opens all lists that are kept; nil when there are none.
    public static func kept(
        environment: [String: String],
        tables: () throws(NamesError) -> NameTables = { () throws(NamesError) in try NameTables() }
    ) throws(ListsError) -> CaseScreening? {
        let folder = ListFolder(environment: environment)
        guard try !folder.status().isEmpty, let tables = try? tables() else { return nil }
        return CaseScreening(lists: try folder.open([], tables: tables), tables: tables)
    }

    private init(lists: [ScreenedList], tables: NameTables) {
        self.lists = lists
        self.tables = tables
    }

    /// The hits of each person, group, body and company, by its cluster's id; those that a person has cleared are left
    /// out.
    public func hits(of clusters: [Cluster], decisions: [Decision]) -> [String: [Hit]] {
        let cleared = decisions.filter { $0.kind == .clear && $0.isInForce }
        var screener = Screener(lists, tables: tables)
        var found: [String: [Hit]] = [:]
        for cluster in clusters where cluster.kind == .entity {
            guard let type = EntityType(rawValue: cluster.type), let query = query(cluster, type) else { continue }
            let hits = screener.hits(query, threshold: Self.threshold, limit: Self.limit).filter { hit in
                !cleared.contains { $0.value == hit.id && Self.isOf(cluster, $0) }
            }
            if !hits.isEmpty { found[cluster.id] = hits }
        }
        return found
    }

    private static func isOf(_ cluster: Cluster, _ decision: Decision) -> Bool {
        let reports = Set(cluster.members.map(\.report))
        return decision.mentions.contains { reports.contains($0.report) }
    }

    private func query(_ cluster: Cluster, _ type: EntityType) -> ScreeningQuery? {
        var query = ScreeningQuery(cluster.name, id: cluster.id)
        let names = ClusterNote(of: cluster).names.map(\.text).filter { $0 != cluster.name }
        switch type {
        case .person:
            // A surname or a nickname alone means too many.
            guard cluster.name.contains(" ") else { return nil }
            query.kind = .person
            query.aliases = names.filter { $0.contains(" ") && !$0.hasPrefix("El ") && !$0.hasPrefix("La ") }
        case .organization, .company, .publicBody:
            query.kind = .organisation
            query.aliases = names
        case .people, .country, .place: return nil
        }
        query.bearers = ScreeningQuery.bearers(type.rawValue)
        return query
    }
}
