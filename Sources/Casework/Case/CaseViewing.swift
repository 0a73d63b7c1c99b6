public import CaseFile
import Synchronization
import Vocabulary

/// The use case: look at a case, again and again. What was made of the statements is kept until the case changes.
public final class CaseViewing: Sendable {
    /// Tells whether the case is as it was: reports, decisions, and decisions that were taken back.
    private struct Stamp: Equatable {
        var reports: [String]
        var readers: Int
        var decisions: Int
        var undone: Int
        var forgotten: Int
    }

    /// What the case looked like at one time; the number tells editions apart.
    public struct Edition: Sendable {
        public var number: Int
        public var views: CaseViews
    }

    private let store: any CaseStore
    private let resolving: ResolveCase
    private let screening: CaseScreening?
    private let kept = Mutex<(stamp: Stamp, edition: Edition)?>(nil)

    /// - Parameter screening: everyone in the case is looked for on its lists.
    public init(_ store: any CaseStore, screening: CaseScreening? = nil) throws(CaseworkError) {
        self.store = store
        self.screening = screening
        resolving = try ResolveCase()
    }

    /// The views of the case as it is now.
    public func edition() throws(CaseworkError) -> Edition {
        let result = kept.withLock { kept in
            Result<Edition, CaseworkError> { () throws(CaseworkError) in
                let stamp: Stamp
                do throws(CaseError) { stamp = try self.stamp() } catch { throw .caseFile(error) }
                if let kept, kept.stamp == stamp { return kept.edition }
                try resolving.run(in: store)
                do throws(CaseError) {
                    let edition = Edition(number: (kept?.edition.number ?? 0) + 1, views: try make())
                    kept = (stamp, edition)
                    return edition
                } catch { throw .caseFile(error) }
            }
        }
        return try result.get()
    }

    private func stamp() throws(CaseError) -> Stamp {
        let entries = try store.entries()
        let decisions = try store.decisions()
        return Stamp(
            reports: entries.map(\.sha256), readers: entries.reduce(0) { $0 &+ $1.facts &+ $1.reader.hashValue },
            decisions: decisions.count, undone: decisions.filter { !$0.isInForce }.count,
            forgotten: try store.tombstones().count)
    }

    private func make() throws(CaseError) -> CaseViews {
        let clusters = try store.clusters(nil)
        return CaseViews(
            CaseMaterial(
                reports: try store.reports(), clusters: clusters, decisions: try store.decisions(),
                hits: try screening?.hits(of: clusters, in: store) ?? [:]))
    }
}
