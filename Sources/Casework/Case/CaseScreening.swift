import CaseFile
import Names
import Vocabulary
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
    public static func kept(environment: [String: String]) throws(ListsError) -> CaseScreening? {
        let folder = ListFolder(environment: environment)
        if try folder.status().isEmpty { return nil }
        let tables: NameTables
        do throws(NamesError) { tables = try NameTables() } catch { throw .names(error) }
        return CaseScreening(lists: try folder.open([], tables: tables), tables: tables)
    }

    private init(lists: [ScreenedList], tables: NameTables) {
        self.lists = lists
        self.tables = tables
    }

    /// The hits of each person, group, body and company, by its cluster's id; those that a person has cleared are left
    /// out.
    func hits(of clusters: [Cluster], in store: any CaseStore) throws(CaseError) -> [String: [Hit]] {
        let cleared = try Self.cleared(in: store)
        var screener = Screener(lists, tables: tables)
        var found: [String: [Hit]] = [:]
        for cluster in clusters where cluster.kind == .entity {
            let names = ClusterNote(of: cluster).names.map(\.text).filter { $0 != cluster.name }
            guard let type = EntityType(rawValue: cluster.type),
                let query = ScreeningQuery(type, name: cluster.name, others: names, id: cluster.id)
            else { continue }
            let hits = screener.hits(query, threshold: Self.threshold, limit: Self.limit).filter { hit in
                cleared[hit.id].map { $0.isDisjoint(with: cluster.members) } ?? true
            }
            if !hits.isEmpty { found[cluster.id] = hits }
        }
        return found
    }

    /// The things that are not an entry, by the entry's id, as persons have decided.
    private static func cleared(in store: any CaseStore) throws(CaseError) -> [String: Set<Cluster.Member>] {
        var found: [String: Set<Cluster.Member>] = [:]
        for decision in try store.decisions() where decision.kind == .clear && decision.isInForce {
            guard let entry = decision.value else { continue }
            for mention in decision.mentions {
                guard let thing = try store.report(mention.report)?.reading.thing(at: mention) else { continue }
                found[entry, default: []].insert(Cluster.Member(report: mention.report, thing: thing))
            }
        }
        return found
    }
}
