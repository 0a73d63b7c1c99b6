public import Vocabulary

/// What the views look things up in: reports, and what their things have been resolved to. It may be a part of a case, if
/// it has all reports of the clusters that are asked for.
public struct CaseMaterial: Sendable {
    /// By digest.
    public let reports: [String: FiledReport]
    /// By id.
    public let clusters: [String: Cluster]
    /// All decisions, for the review.
    public let decisions: [Decision]
    /// The list entries that may be a cluster, by its id, the likeliest first.
    public let hits: [String: [Hit]]
    private let clusterOf: [Cluster.Member: String]
    private let entities: [String: [EntityID: Entity]]
    private let events: [String: [String: Event]]
    private let offsets: [String: ScalarOffsets]
    let sources: Sources

    /// - Parameter sources: of the whole case; those of `reports` when nil.
    public init(
        reports: [FiledReport], clusters: [Cluster], decisions: [Decision] = [], hits: [String: [Hit]] = [:],
        sources: Sources? = nil
    ) {
        func byDigest<Value>(_ value: (FiledReport) -> Value) -> [String: Value] {
            Dictionary(reports.map { ($0.sha256, value($0)) }, uniquingKeysWith: { first, _ in first })
        }
        self.reports = byDigest { $0 }
        self.clusters = Dictionary(clusters.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.decisions = decisions
        self.hits = hits
        self.sources = sources ?? Sources(reports)
        var owners: [Cluster.Member: String] = [:]
        for cluster in clusters { for member in cluster.members { owners[member] = cluster.id } }
        clusterOf = owners
        entities = byDigest { report in
            Dictionary(report.reading.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        }
        events = byDigest { report in
            Dictionary(report.reading.events.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        }
        offsets = byDigest { ScalarOffsets($0.text) }
    }

    func entity(_ member: Cluster.Member) -> Entity? { entities[member.report]?[member.thing] }

    func event(_ member: Cluster.Member) -> Event? { events[member.report]?[member.thing] }

    func cluster(of id: EntityID, in report: String) -> Cluster? {
        clusterOf[Cluster.Member(report: report, thing: id)].flatMap { clusters[$0] }
    }

    /// An entity of a report under the name that the case has for it.
    func reference(_ id: EntityID, in report: String) -> CaseReference {
        if let cluster = cluster(of: id, in: report) { return CaseReference(id: cluster.id, name: cluster.name) }
        return CaseReference(id: nil, name: entities[report]?[id]?.name ?? id)
    }

    func names(_ speakers: [Participant], in report: String) -> [String] {
        var names: [String] = []
        for speaker in speakers {
            let name = reference(speaker.entity, in: report).name
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    func footnote(_ span: Span, in digest: String) -> Footnote {
        let report = reports[digest]
        let map = offsets[digest]
        return Footnote(
            report: report?.id ?? digest, sha256: digest, start: map?.scalar(atByte: span.start) ?? 0,
            end: map?.scalar(atByte: span.end) ?? 0, text: words(span, in: digest))
    }

    func words(_ span: Span, in digest: String) -> String {
        guard let text = reports[digest]?.text, span.start >= 0, span.start <= span.end, span.end <= text.count else {
            return ""
        }
        return String(decoding: text[span.start..<span.end], as: UTF8.self)
    }

    /// The sentence that has the words; the evidence where the reading does not tell sentences apart.
    func sentence(around span: Span, or evidence: Span, in digest: String) -> Span {
        if evidence.contains(span) { return evidence }
        return sentences(digest).first { $0.contains(span) } ?? span
    }

    private func sentences(_ digest: String) -> [Span] { reports[digest]?.reading.sentences ?? [] }

    /// Clusters of a kind that no person has dismissed, in the order of their ids.
    func shown(_ kind: Cluster.Kind) -> [Cluster] {
        clusters.values.filter { $0.kind == kind && !ClusterNote(of: $0).isDismissed }.sorted { $0.id < $1.id }
    }
}
