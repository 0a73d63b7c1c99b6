internal import Vocabulary

/// Makes one of the accounts that different reports give of one happening.
struct EventClustering {
    private(set) var groups: [[EventLikeness.Account]]
    /// Positions in `groups`, after the run.
    private(set) var links: [[Profile.Link]]
    private(set) var questions: [(one: Int, two: Int, score: Float, reasons: [String])] = []
    private let rulings: Rulings
    private let tables: CaseTables
    private let keys: [Cluster.Member: Set<String>]

    init(
        _ accounts: [EventLikeness.Account], keys: [Cluster.Member: Set<String>], _ tables: CaseTables,
        _ rulings: Rulings
    ) {
        groups = accounts.sorted { $0.member < $1.member }.map { [$0] }
        links = groups.map { _ in [] }
        self.keys = keys
        self.tables = tables
        self.rulings = rulings
    }

    mutating func run() {
        let accounts = groups.compactMap(\.first)
        var likeness = EventLikeness(tables)
        let alike = compareKeyed(accounts, &likeness)
        var apart: [[Int]: Bool] = [:]
        var group = Array(accounts.indices)
        var members = accounts.indices.map { [$0] }
        var found = accounts.indices.map { _ in [Profile.Link]() }
        let order = alike.sorted { ($1.score, $0.one, $0.two) < ($0.score, $1.one, $1.two) }
        for pair in order where pair.score >= EntityClustering.proposal {
            let (one, two) = (min(group[pair.one], group[pair.two]), max(group[pair.one], group[pair.two]))
            guard one != two else { continue }
            let isBarred =
                pair.score < 1
                && members[one].contains { x in
                    members[two].contains { y in
                        let key = [min(x, y), max(x, y)]
                        if let known = apart[key] { return known }
                        let verdict = areApart(accounts[key[0]], accounts[key[1]], &likeness)
                        apart[key] = verdict
                        return verdict
                    }
                }
            if isBarred { continue }
            let link = Profile.Link(
                one: accounts[pair.one].member, two: accounts[pair.two].member, score: pair.score,
                reasons: pair.reasons)
            for index in members[two] { group[index] = one }
            members[one] += members[two]
            members[two] = []
            found[one] += found[two] + [link]
        }
        var place: [Int: Int] = [:]
        groups = []
        links = []
        for index in accounts.indices where !members[index].isEmpty {
            place[index] = groups.count
            groups.append(members[index].sorted().map { accounts[$0] })
            links.append(found[index])
        }
        var asked: Set<[Int]> = []
        for pair in order where pair.score >= EntityClustering.question {
            guard let one = place[group[pair.one]], let two = place[group[pair.two]], one != two,
                asked.insert([min(one, two), max(one, two)]).inserted,
                !rulings.isDismissed([accounts[pair.one].member], [accounts[pair.two].member])
            else { continue }
            questions.append((min(one, two), max(one, two), pair.score, pair.reasons))
        }
    }

    private typealias Pair = (one: Int, two: Int, score: Float, reasons: [String])

    private func areApart(
        _ one: EventLikeness.Account, _ two: EventLikeness.Account, _ likeness: inout EventLikeness
    ) -> Bool {
        if rulings.areSplit([one.member], [two.member]) { return true }
        if case .apart = likeness.compare(one, two) { return true }
        return false
    }

    /// The pairs that share a key and are alike, and those that people have merged.
    private func compareKeyed(_ accounts: [EventLikeness.Account], _ likeness: inout EventLikeness) -> [Pair] {
        var alike: [Pair] = []
        var merged: [String: Int] = [:]
        var holders: [String: [Int]] = [:]
        for (position, account) in accounts.enumerated() {
            for merge in rulings.merges[account.member] ?? [] {
                if let first = merged[merge.id] { alike.append((first, position, 1, [merge.words])) }
                merged[merge.id] = merged[merge.id] ?? position
            }
            for key in keys[account.member] ?? [] { holders[key, default: []].append(position) }
        }
        var seen: Set<[Int]> = []
        for positions in holders.values {
            for (rank, one) in positions.enumerated() {
                for two in positions[(rank + 1)...] where seen.insert([one, two]).inserted {
                    let (x, y) = (accounts[one], accounts[two])
                    if rulings.areSplit([x.member], [y.member]) { continue }
                    guard case .alike(let score, let reasons) = likeness.compare(x, y),
                        score >= EntityClustering.question
                    else { continue }
                    alike.append((one, two, score, reasons))
                }
            }
        }
        return alike
    }
}
