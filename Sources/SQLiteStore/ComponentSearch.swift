import CaseFile

/// Things joined by keys, and the keys still to be looked under.
struct ComponentSearch {
    private var keys: [Int64: [Cluster.Member]] = [:]
    private var pending: [Int64] = []
    private var seen: Set<Int64> = []
    private var keysOf: [Cluster.Member: [Int64]] = [:]

    /// Whether the thing is new.
    @discardableResult
    mutating func add(_ key: Int64, _ member: Cluster.Member) -> Bool {
        touch(key)
        let isNew = keysOf[member] == nil
        if keysOf[member]?.contains(key) != true {
            keysOf[member, default: []].append(key)
            keys[key, default: []].append(member)
        }
        return isNew
    }

    mutating func touch(_ key: Int64) {
        if seen.insert(key).inserted { pending.append(key) }
    }

    mutating func nextKey() -> Int64? { pending.popLast() }

    /// Each in order, and in the order of their first things.
    var components: [[Cluster.Member]] {
        var assigned: Set<Cluster.Member> = []
        var components: [[Cluster.Member]] = []
        for start in keysOf.keys.sorted() where !assigned.contains(start) {
            var component: [Cluster.Member] = []
            var rest = [start]
            assigned.insert(start)
            while let member = rest.popLast() {
                component.append(member)
                for key in keysOf[member] ?? [] {
                    for other in keys[key] ?? [] where assigned.insert(other).inserted { rest.append(other) }
                }
            }
            components.append(component.sorted())
        }
        return components
    }
}
