internal import Vocabulary

/// The things of a case by what hangs together over shared keys.
struct Components {
    /// In the order of their first members; each in order.
    private(set) var all: [(kind: Cluster.Kind, members: [Cluster.Member])] = []

    init(_ keys: [BlockKey], _ outlines: [String: ReportOutline]) {
        for kind in Cluster.Kind.allCases {
            var numbers: [Cluster.Member: Int] = [:]
            var members: [Cluster.Member] = []
            for (report, outline) in outlines {
                let things = kind == .entity ? outline.entities.map(\.id) : outline.events.map(\.id)
                for thing in things {
                    let member = Cluster.Member(report: report, thing: thing)
                    numbers[member] = members.count
                    members.append(member)
                }
            }
            var parents = Array(members.indices)
            func root(_ start: Int) -> Int {
                var node = start
                while parents[node] != node {
                    parents[node] = parents[parents[node]]
                    node = parents[node]
                }
                return node
            }
            var holders: [String: Int] = [:]
            for key in keys where key.kind == kind {
                guard let number = numbers[key.member] else { continue }
                if let holder = holders[key.key] {
                    parents[root(number)] = root(holder)
                } else {
                    holders[key.key] = number
                }
            }
            var groups: [Int: [Cluster.Member]] = [:]
            for number in members.indices { groups[root(number), default: []].append(members[number]) }
            all += groups.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }.map { (kind, $0) }
        }
    }
}
