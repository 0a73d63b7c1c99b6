public import CaseFile
import Names
import Vocabulary

/// The use case: bring what a case proposes up to date with its reports and decisions.
public struct ResolveCase: Sendable {
    /// From here on everything is resolved anew: what a few reports touch is cheaper to find, what many touch is not.
    private static let many = 200

    private let resolver: CaseResolver

    public init() throws(CaseworkError) { resolver = CaseResolver(tables: try EvaluateIdentities.tables()) }

    /// - Returns: how many reports were waiting.
    @discardableResult
    public func run(in store: any CaseStore) throws(CaseworkError) -> Int {
        do throws(CaseError) {
            if try store.unresolved().isEmpty { return 0 }
            return try store.alone { () throws(CaseError) in try resolve(store) }
        } catch { throw .caseFile(error) }
    }

    /// A report that is forgotten meanwhile makes it begin again.
    private func resolve(_ store: any CaseStore) throws(CaseError) -> Int {
        for _ in 0..<3 {
            do throws(CaseError) { return try resolveOnce(store) } catch {
                guard case .unknownReport = error else { throw error }
            }
        }
        return try resolveOnce(store)
    }

    private func resolveOnce(_ store: any CaseStore) throws(CaseError) -> Int {
        let waiting = try store.unresolved()
        guard !waiting.isEmpty else { return 0 }
        let entries = try store.entries()
        let sources = Sources(
            entries.map {
                (sha256: $0.sha256, sameTextAs: $0.sameTextAs, cites: $0.cites, publisher: $0.publisher)
            })
        let decisions = try store.decisions()
        if waiting.count > Self.many || waiting.count * 2 > entries.count {
            try resolveAll(entries.map(\.sha256), waiting, sources, decisions, store)
        } else {
            try resolveTouched(waiting, sources, decisions, store)
        }
        return waiting.count
    }

    private func resolveAll(
        _ all: [String], _ waiting: [String], _ sources: Sources, _ decisions: [Decision], _ store: any CaseStore
    ) throws(CaseError) {
        var outlines: [String: ReportOutline] = [:]
        for digest in all {
            guard let report = try store.report(digest) else { continue }
            outlines[digest] = resolver.outline(of: report)
        }
        var keys: [BlockKey] = []
        for digest in all {
            if let outline = outlines[digest] { keys += resolver.keys(of: outline, decisions: decisions) }
        }
        let resolved = resolver.resolve(outlines: outlines, decisions: decisions, sources: sources)
        let former = Set(try store.clusters(nil).map(\.component)).sorted()
        let reports = Set(all).union(waiting).sorted()
        try store.replace(keys: keys, ofReports: reports, former: former, by: resolved.clusters)
    }

    private func resolveTouched(
        _ waiting: [String], _ sources: Sources, _ decisions: [Decision], _ store: any CaseStore
    ) throws(CaseError) {
        var outlines: [String: ReportOutline] = [:]
        var keys: [BlockKey] = []
        var members: Set<Cluster.Member> = []
        for digest in waiting {
            guard let report = try store.report(digest) else { continue }
            let outline = resolver.outline(of: report)
            outlines[digest] = outline
            keys += resolver.keys(of: outline, decisions: decisions)
            // What an older reading had may be in a cluster yet.
            for statement in try store.statements(of: digest, allReadings: true) {
                members.insert(Cluster.Member(report: digest, thing: statement.subject))
            }
        }
        let components = try store.closure(ofReports: waiting, and: keys)
        for component in components {
            members.formUnion(component)
            for digest in Set(component.map(\.report)) where outlines[digest] == nil {
                guard let report = try store.report(digest) else { continue }
                outlines[digest] = resolver.outline(of: report)
            }
        }
        let former = Set(try store.clusters(of: members.sorted()).map(\.component)).sorted()
        var clusters: [Cluster] = []
        for component in components {
            guard let first = component.first, let kind = outlines[first.report]?.kind(of: first.thing) else {
                continue
            }
            clusters += resolver.resolve(
                component: component.sorted(), kind: kind, outlines: outlines, decisions: decisions, sources: sources)
        }
        try store.replace(keys: keys, ofReports: waiting, former: former, by: clusters)
    }
}
