public import Names
public import Vocabulary

/// Screens names against lists. One for each thread.
public struct Screener: Sendable {
    private let lists: [ScreenedList]
    private var searches: [NameSearch]
    /// Made when the first query with a number comes: it reads every entry once.
    private var identifiers: IdentifierTable?

    public init(_ lists: [ScreenedList], tables: NameTables) {
        self.lists = lists
        searches = lists.map { NameSearch($0.index, tables: tables) }
    }

    /// The entries that a query may mean, best first; equal scores in the order of the lists and of their entries.
    ///
    /// - Parameters:
    ///   - threshold: the least score that is given back.
    ///   - limit: the most hits that are given back.
    public mutating func hits(_ query: ScreeningQuery, threshold: Double = 0.7, limit: Int = 10) -> [Hit] {
        var found: [Candidate] = []
        // What is known beside the name can raise a score, so names that miss by little are looked at too.
        let isBare = query.born == nil && query.countries.isEmpty && query.identifiers.isEmpty
        let floor = isBare ? threshold : max(0.3, threshold - 0.15)
        for place in lists.indices {
            for (number, name) in ([query.name] + query.aliases).enumerated() {
                for hit in searches[place].hits(name, as: query.kind, threshold: floor, limit: limit * 3) {
                    add(Candidate(list: place, hit: hit, asked: number), &found)
                }
            }
        }
        if !query.identifiers.isEmpty {
            if identifiers == nil { identifiers = IdentifierTable(lists) }
            for (place, entry) in identifiers?.entries(query.identifiers) ?? [] {
                if found.contains(where: { $0.list == place && $0.entryNumber == entry }) { continue }
                found.append(Candidate(list: place, hit: nil, asked: 0, entryNumber: entry))
            }
        }
        var hits = found.compactMap { finish($0, query) }
        hits.removeAll { $0.score < threshold }
        let order = hits.indices.sorted { (hits[$1].score, $0) < (hits[$0].score, $1) }
        return order.prefix(limit).map { hits[$0] }
    }

    private struct Candidate {
        var list: Int
        var hit: NameHit?
        /// Which of the query's names: 0 is the first.
        var asked: Int
        var entryNumber: Int

        init(list: Int, hit: NameHit?, asked: Int, entryNumber: Int? = nil) {
            self.list = list
            self.hit = hit
            self.asked = asked
            self.entryNumber = entryNumber ?? hit?.entry ?? 0
        }
    }

    /// Keeps the best name of each entry.
    private func add(_ candidate: Candidate, _ found: inout [Candidate]) {
        guard
            let old = found.firstIndex(where: { $0.list == candidate.list && $0.entryNumber == candidate.entryNumber })
        else {
            found.append(candidate)
            return
        }
        if (candidate.hit?.score ?? 0) > (found[old].hit?.score ?? 0) { found[old] = candidate }
    }

    private mutating func finish(_ candidate: Candidate, _ query: ScreeningQuery) -> Hit? {
        let list = lists[candidate.list]
        guard let entry = list.entry(candidate.entryNumber), query.allows(entry.kind) else { return nil }
        var explanation = Explanation(nameScore: 0, steps: [], remarks: [])
        var name = entry.caption
        if let hit = candidate.hit {
            let asked = candidate.asked == 0 ? query.name : query.aliases[candidate.asked - 1]
            explanation = Explanation(searches[candidate.list].explain(asked, hit))
            explanation.nameScore = hit.score
            name = list.index.text(hit.name)
        }
        let score = Circumstances(query, entry).weigh(&explanation)
        return Hit(
            list: list.name, listDate: list.date, id: entry.id, type: entry.kind.rawValue, caption: entry.caption,
            name: name,
            score: score, programs: entry.programs,
            births: entry.births.map { $0.start == $0.end ? $0.start : "\($0.start)/\($0.end)" },
            countries: entry.countries,
            explanation: explanation)
    }
}

/// Which entries bear a number.
private struct IdentifierTable {
    private var entries: [String: [(list: Int, entry: Int)]] = [:]

    init(_ lists: [ScreenedList]) {
        for (place, list) in lists.enumerated() {
            for number in 0..<list.entryCount {
                for identifier in list.entry(number)?.identifiers ?? [] {
                    entries[ListedIdentifier.key(identifier.number), default: []].append((place, number))
                }
            }
        }
    }

    func entries(_ numbers: [String]) -> [(list: Int, entry: Int)] {
        numbers.map { ListedIdentifier.key($0) }.filter { $0.utf8.count >= 5 }.flatMap { entries[$0] ?? [] }
    }
}

extension Explanation {
    /// A comparison of names in the words of the domain.
    public init(_ comparison: NameComparison) {
        self.init(
            nameScore: comparison.score,
            steps: comparison.steps.map {
                Step(
                    left: $0.left, right: $0.right, kind: $0.kind?.rawValue, likeness: $0.likeness, rarity: $0.rarity)
            },
            remarks: comparison.remarks.map { "\($0)" } + (comparison.whole.map { ["\($0)"] } ?? []))
    }
}
