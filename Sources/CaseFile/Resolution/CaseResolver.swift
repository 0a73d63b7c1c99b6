internal import Names
public import Vocabulary

/// Proposes what is the same across reports: people, groups, bodies, places, and happenings.
///
/// The things of all reports wait under keys; those that hang together by keys are a component, and a component is
/// resolved from its own things and the decisions alone. So a new report touches only the components that its keys
/// reach, and the outcome is that of resolving everything at once, in any order.
public struct CaseResolver: Sendable {
    let tables: CaseTables

    public init(tables: CaseTables) { self.tables = tables }

    /// What resolution must know of a report.
    public func outline(of report: FiledReport) -> ReportOutline { OutlineBuilder(report, tables).outline() }

    /// The keys of a report's entities and events. Things of a decision in force that joins have a key of their own, so
    /// that they come to lie in one component.
    public func keys(of report: FiledReport, decisions: [Decision] = []) -> [BlockKey] {
        keys(of: outline(of: report), decisions: decisions)
    }

    public func keys(of outline: ReportOutline, decisions: [Decision] = []) -> [BlockKey] {
        var keys = BlockKeys(tables: tables, outline: outline).all()
        for decision in decisions where decision.isInForce && (decision.kind == .merge || decision.kind == .confirm) {
            for reference in decision.mentions where reference.report == outline.report {
                guard let (member, kind) = outline.thing(at: reference) else { continue }
                keys.append(BlockKey(key: "d:" + decision.id, member: member, kind: kind))
            }
        }
        return keys
    }

    /// Resolves everything at once.
    public func resolve(_ reports: [FiledReport], decisions: [Decision] = []) -> ResolvedCase {
        var outlines: [String: ReportOutline] = [:]
        for report in reports { outlines[report.sha256] = outline(of: report) }
        return resolve(outlines: outlines, decisions: decisions, sources: Sources(reports))
    }

    /// - Parameter outlines: by the reports' digests.
    public func resolve(
        outlines: [String: ReportOutline], decisions: [Decision] = [], sources: Sources
    ) -> ResolvedCase {
        let components = Components(outlines.values.flatMap { keys(of: $0, decisions: decisions) }, outlines)
        var clusters: [Cluster] = []
        for (kind, members) in components.all {
            clusters += resolve(
                component: members, kind: kind, outlines: outlines, decisions: decisions, sources: sources)
        }
        return ResolvedCase(clusters: clusters.sorted { $0.id < $1.id })
    }

    /// Resolves what hangs together.
    ///
    /// - Parameters:
    ///   - members: of one kind, a whole component.
    ///   - outlines: of all reports that the members are of, by digest.
    ///   - decisions: all; those that do not concern the component do nothing.
    /// - Returns: in the order of their ids.
    public func resolve(
        component members: [Cluster.Member], kind: Cluster.Kind, outlines: [String: ReportOutline],
        decisions: [Decision], sources: Sources
    ) -> [Cluster] {
        let inside = Set(members)
        let rulings = Rulings(decisions) { reference in
            outlines[reference.report]?.thing(at: reference).map(\.0).flatMap { inside.contains($0) ? $0 : nil }
        }
        let scribe = ClusterScribe(
            tables: tables, rulings: rulings, sources: sources, outlines: outlines,
            component: ClusterScribe.name(of: members, kind, outlines, "c-"))
        switch kind {
        case .entity:
            let profiles = members.compactMap { member -> Profile? in
                guard let report = outlines[member.report], let outline = report.entity(member.thing) else {
                    return nil
                }
                return Profile(
                    member, outline, language: report.language,
                    keys: BlockKeys(tables: tables, outline: report).of(outline))
            }
            var clustering = EntityClustering(profiles, tables, rulings)
            clustering.run()
            return scribe.entities(clustering)
        case .event:
            var keys: [Cluster.Member: Set<String>] = [:]
            let accounts = members.compactMap { member -> EventLikeness.Account? in
                guard let report = outlines[member.report],
                    let event = report.events.first(where: { $0.id == member.thing })
                else { return nil }
                keys[member] = BlockKeys(tables: tables, outline: report).of(event)
                return EventLikeness.Account(member, event, report)
            }
            var clustering = EventClustering(accounts, keys: keys, tables, rulings)
            clustering.run()
            return scribe.events(clustering)
        }
    }
}

extension EventLikeness.Account {
    init(_ member: Cluster.Member, _ event: EventOutline, _ report: ReportOutline) {
        self.init(
            member: member, event: event, mains: event.mains.compactMap(report.entity),
            agents: event.agents.compactMap(report.entity), recipients: event.recipients.compactMap(report.entity),
            places: event.places.compactMap(report.entity))
    }
}

extension ReportOutline {
    /// The thing that a reference points at; nil where a newer reading has none such.
    func thing(at reference: MentionReference) -> (Cluster.Member, Cluster.Kind)? {
        guard reference.report == report else { return nil }
        if let entity = entities.first(where: {
            $0.type.rawValue == reference.type && $0.spans.contains(reference.span)
        }) {
            return (Cluster.Member(report: report, thing: entity.id), .entity)
        }
        if let event = events.first(where: { $0.type.rawValue == reference.type && $0.trigger == reference.span }) {
            return (Cluster.Member(report: report, thing: event.id), .event)
        }
        return nil
    }
}
