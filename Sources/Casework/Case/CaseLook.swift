public import CaseFile
public import Vocabulary

/// The use case: look at a case. What is filed since the last look is resolved first.
public struct CaseLook: Sendable {
    public let store: any CaseStore
    private let screening: CaseScreening?

    /// - Parameter screening: everyone shown is looked for on its lists.
    public init(_ store: any CaseStore, screening: CaseScreening? = nil) throws(CaseworkError) {
        self.store = store
        self.screening = screening
        do throws(CaseError) {
            if try store.unresolved().isEmpty { return }
        } catch { throw .caseFile(error) }
        try ResolveCase().run(in: store)
    }

    /// Enough for lists of people, groups and places.
    public func lists() throws(CaseworkError) -> CaseViews {
        do throws(CaseError) {
            let clusters = try store.clusters(.entity)
            return CaseViews(CaseMaterial(reports: [], clusters: clusters, hits: try hits(of: clusters)))
        } catch { throw .caseFile(error) }
    }

    /// Everything.
    public func whole() throws(CaseworkError) -> CaseViews {
        do throws(CaseError) {
            let clusters = try store.clusters(nil)
            return CaseViews(
                CaseMaterial(
                    reports: try store.reports(), clusters: clusters, decisions: try store.decisions(),
                    hits: try hits(of: clusters)))
        } catch { throw .caseFile(error) }
    }

    /// The things that words can mean: by id, by a whole name, or by words of a name; the weightiest first.
    public func find(_ words: String) throws(CaseworkError) -> [Cluster] {
        do throws(CaseError) {
            if let cluster = try store.cluster(words) { return [cluster] }
            let named = try store.clusters(named: CaseViews.folded(words)).filter { $0.kind == .entity }
            if !named.isEmpty { return Self.weightiest(named) }
            var found: [Cluster] = []
            for hit in try store.searchNames(words, limit: 50) {
                if let cluster = try store.cluster(hit.id), cluster.kind == .entity { found.append(cluster) }
            }
            return Self.weightiest(found)
        } catch { throw .caseFile(error) }
    }

    private static func weightiest(_ clusters: [Cluster]) -> [Cluster] {
        clusters.sorted { ($1.reports, $1.mentions, $0.name, $0.id) < ($0.reports, $0.mentions, $1.name, $1.id) }
    }

    /// What the dossier of a thing, or the accounts of an event, need: its reports and all that they speak of.
    public func around(_ cluster: Cluster) throws(CaseworkError) -> CaseViews {
        do throws(CaseError) {
            var reports: [String: FiledReport] = [:]
            try load(cluster.members.map(\.report), &reports)
            // Events around it are told by other reports too.
            let near = try store.clusters(of: Self.things(reports.values))
            let touching = near.filter { other in
                other.kind == .event && other.members.contains { isPart(cluster, of: $0, reports) }
            }
            try load(touching.flatMap(\.members).map(\.report), &reports)
            let all = try store.clusters(of: Self.things(reports.values))
            return CaseViews(
                CaseMaterial(
                    reports: Array(reports.values), clusters: all, hits: try hits(of: [cluster]), sources: try sources()
                ))
        } catch { throw .caseFile(error) }
    }

    private func hits(of clusters: [Cluster]) throws(CaseError) -> [String: [Hit]] {
        try screening?.hits(of: clusters, in: store) ?? [:]
    }

    /// The first dated events of a time, and how many there are: read without the rest of the case. nil where a person
    /// has corrected a day, which the rows do not know.
    public func timeline(
        from first: CalendarDay?, to last: CalendarDay?, limit: Int
    ) throws(CaseworkError) -> (events: [CaseEvent], total: Int)? {
        do throws(CaseError) {
            let isCorrected = try store.decisions().contains { $0.kind == .correct || $0.kind == .dismiss }
            if isCorrected { return nil }
            let (events, total) = try store.timeline(from: first, to: last, limit: limit)
            var reports: [String: FiledReport] = [:]
            try load(events.flatMap(\.members).map(\.report), &reports)
            let near = try store.clusters(of: Self.things(reports.values).filter { $0.thing.hasPrefix("e") })
            let views = CaseViews(
                CaseMaterial(reports: Array(reports.values), clusters: near + events, sources: Sources([FiledReport]()))
            )
            return (events.compactMap(views.event), total)
        } catch { throw .caseFile(error) }
    }

    private func load(_ digests: [String], _ reports: inout [String: FiledReport]) throws(CaseError) {
        for digest in Set(digests).sorted() where reports[digest] == nil {
            if let report = try store.report(digest) { reports[digest] = report }
        }
    }

    private static func things(_ reports: some Sequence<FiledReport>) -> [Cluster.Member] {
        reports.flatMap { report in
            (report.reading.entities.map(\.id) + report.reading.events.map(\.id)).map {
                Cluster.Member(report: report.sha256, thing: $0)
            }
        }
    }

    private func isPart(_ cluster: Cluster, of member: Cluster.Member, _ reports: [String: FiledReport]) -> Bool {
        let event = reports[member.report]?.reading.events.first { $0.id == member.thing }
        return event?.arguments.contains { argument in
            guard case .entity(let participant) = argument.filler else { return false }
            return cluster.members.contains(Cluster.Member(report: member.report, thing: participant.entity))
        } ?? false
    }

    private func sources() throws(CaseError) -> Sources {
        Sources(
            try store.entries().map {
                (sha256: $0.sha256, sameTextAs: $0.sameTextAs, cites: $0.cites, publisher: $0.publisher)
            })
    }

    /// All reports by day, without their texts.
    public func sourceEntries() throws(CaseworkError) -> [SourceEntry] {
        do throws(CaseError) {
            let entries = try store.entries()
            let ids = Dictionary(entries.map { ($0.sha256, $0.id) }, uniquingKeysWith: { first, _ in first })
            return entries.map { entry in
                SourceEntry(
                    report: entry.id, title: entry.title, publisher: entry.publisher, published: entry.published,
                    language: entry.language, sha256: entry.sha256,
                    sameTextAs: entry.sameTextAs.map { ids[$0] ?? $0 }, cites: entry.cites, facts: entry.facts)
            }.sorted {
                ($0.published?.iso ?? "9999", $0.report, $0.sha256) < (
                    $1.published?.iso ?? "9999", $1.report, $1.sha256
                )
            }
        } catch { throw .caseFile(error) }
    }
}
