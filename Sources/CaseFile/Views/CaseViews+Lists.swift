internal import Names
public import Vocabulary

/// The views of a case. All orders are defined, and nothing that a report alleges is shown as a fact.
public struct CaseViews: Sendable {
    public let material: CaseMaterial

    public init(_ material: CaseMaterial) { self.material = material }

    /// Entities of some types, those in most reports first.
    public func entities(_ types: Set<EntityType>) -> [CaseEntity] {
        material.shown(.entity).filter { types.contains(EntityType(rawValue: $0.type) ?? .place) }.map(entity).sorted {
            ($1.reports, $1.mentions, $0.name, $0.id) < ($0.reports, $0.mentions, $1.name, $1.id)
        }
    }

    public func people() -> [CaseEntity] { entities([.person]) }

    public func groups() -> [CaseEntity] { entities([.organization, .publicBody, .company]) }

    func entity(_ cluster: Cluster) -> CaseEntity {
        CaseEntity(
            id: cluster.id, type: EntityType(rawValue: cluster.type) ?? .organization, name: cluster.name,
            names: ClusterNote(of: cluster).names.map {
                CaseEntity.Name(text: $0.text, language: $0.language, reports: $0.reports)
            },
            isConfirmed: cluster.layer == .confirmed, reports: cluster.reports, mentions: cluster.mentions,
            hits: material.hits[cluster.id]?.count ?? 0)
    }

    /// Reports by day of publication, those without one last.
    public func sourceEntries() -> [SourceEntry] {
        material.reports.values.sorted {
            ($0.published?.iso ?? "9999", $0.id, $0.sha256) < ($1.published?.iso ?? "9999", $1.id, $1.sha256)
        }.map { report in
            let reading = report.reading
            return SourceEntry(
                report: report.id, title: report.title, publisher: report.publisher, published: report.published,
                language: report.language, sha256: report.sha256,
                sameTextAs: report.sameTextAs.map { material.reports[$0]?.id ?? $0 }, cites: report.cites,
                facts: reading.entities.count + reading.relations.count + reading.events.count)
        }
    }

    /// As names are folded for finding: lower case, without accents.
    public static func folded(_ words: String) -> String { Fold.key(words) }

    /// The entity that a name, a part of one, or an id means; several when more than one fits equally well.
    public func find(_ name: String) -> [Cluster] {
        if let cluster = material.clusters[name] { return [cluster] }
        let wanted = Fold.key(name)
        let all = material.shown(.entity)
        guard !wanted.isEmpty else { return [] }
        let exact = all.filter { $0.foldedNames.contains(wanted) || Fold.key($0.name) == wanted }
        if !exact.isEmpty { return most(exact) }
        let words = Set(wanted.split(separator: " "))
        return most(
            all.filter { cluster in
                (cluster.foldedNames + [Fold.key(cluster.name)]).contains {
                    words.isSubset(of: Set($0.split(separator: " ")))
                }
            })
    }

    private func most(_ clusters: [Cluster]) -> [Cluster] {
        clusters.sorted { ($1.reports, $1.mentions, $0.name, $0.id) < ($0.reports, $0.mentions, $1.name, $1.id) }
    }
}
