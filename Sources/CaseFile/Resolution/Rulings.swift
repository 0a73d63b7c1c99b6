internal import Vocabulary

/// The decisions in force, by the things of reports that they are about.
struct Rulings {
    struct Merge {
        /// Shared by all that the decision makes one.
        var id: String
        var words: String
    }

    private(set) var merges: [Cluster.Member: [Merge]] = [:]
    /// Members of each part of a split.
    private var splits: [[Set<Cluster.Member>]] = []
    private var dismissals: [[Set<Cluster.Member>]] = []
    private(set) var confirmed: Set<Cluster.Member> = []
    private(set) var hidden: Set<Cluster.Member> = []
    private(set) var names: [Cluster.Member: String] = [:]
    private(set) var corrections: [Cluster.Member: [ClusterNote.Correction]] = [:]

    /// - Parameter find: the thing of a report that a reference points at; nil where its words are gone.
    init(_ decisions: [Decision], find: (MentionReference) -> Cluster.Member?) {
        for decision in decisions where decision.isInForce {
            let parts = decision.parts.map { Set($0.compactMap(find)) }
            let all = parts.reduce(into: Set()) { $0.formUnion($1) }
            switch decision.kind {
            case .merge: merge(all, decision)
            case .confirm:
                confirmed.formUnion(all)
                if parts.count > 1 { merge(all, decision) }
            case .split: splits.append(parts)
            case .dismiss: if parts.count > 1 { dismissals.append(parts) } else { hidden.formUnion(all) }
            case .rename: for member in all { names[member] = decision.value }
            case .correct:
                for member in all {
                    corrections[member, default: []].append(
                        .init(
                            property: decision.property ?? "", value: decision.value, decision: decision.id,
                            author: decision.author))
                }
            case .clear: break
            }
        }
    }

    private mutating func merge(_ members: Set<Cluster.Member>, _ decision: Decision) {
        confirmed.formUnion(members)
        for member in members {
            merges[member, default: []].append(
                Merge(id: "d:" + decision.id, words: "\(decision.author) says so: \(decision.reason)"))
        }
    }

    func areSplit(_ one: [Cluster.Member], _ two: [Cluster.Member]) -> Bool { Self.parts(splits, one, two) }

    func isDismissed(_ one: [Cluster.Member], _ two: [Cluster.Member]) -> Bool { Self.parts(dismissals, one, two) }

    private static func parts(
        _ list: [[Set<Cluster.Member>]], _ one: [Cluster.Member], _ two: [Cluster.Member]
    ) -> Bool {
        list.contains { parts in
            let mine = parts.indices.filter { part in one.contains { parts[part].contains($0) } }
            let theirs = parts.indices.filter { part in two.contains { parts[part].contains($0) } }
            return mine.contains { part in theirs.contains { $0 != part } }
        }
    }
}
