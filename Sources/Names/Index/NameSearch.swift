/// A name of an index that is like the one asked for.
public struct NameHit: Sendable {
    /// The bearer's number, as the builder was given it.
    public let entry: Int
    /// The name's number in the index.
    public let name: Int
    /// 0 to 1; 0.7 is the point to act on.
    public let score: Double
    /// Whether the name is a weak alias.
    public let isWeak: Bool
}

/// Searches an index; holds the room that a search needs. One for each thread.
public struct NameSearch: Sendable {
    private let index: NameIndex
    private let tables: NameTables
    private var words = NameWords()
    private var form = NameForm()
    private var candidates: CandidateSearch
    private var matcher: NameMatcher
    private var best: [Int: NameHit] = [:]

    public init(_ index: NameIndex, tables: NameTables) {
        self.index = index
        self.tables = tables
        candidates = CandidateSearch(index, tables)
        matcher = NameMatcher(tables)
    }

    /// The entries whose names are like a name, best first; equal scores in the order of entry numbers.
    ///
    /// - Parameters:
    ///   - kind: whom to look among; `.unknown` looks among all.
    ///   - threshold: the least score that is given back.
    ///   - limit: the most entries that are given back.
    public mutating func hits(_ name: String, as kind: NameKind, threshold: Double = 0.7, limit: Int = 10) -> [NameHit]
    {
        words.read(name)
        best.removeAll(keepingCapacity: true)
        if kind != .organisation {
            form.read(person: words, tables)
            search(threshold)
        }
        if kind != .person {
            for range in words.alternatives {
                form.read(organisation: words, range: range, tables)
                search(threshold)
            }
        }
        let sorted = best.values.sorted { ($1.score, $0.entry) < ($0.score, $1.entry) }
        return Array(sorted.prefix(limit))
    }

    private mutating func search(_ threshold: Double) {
        guard !form.units.isEmpty else { return }
        let rows = index.image.rows(.names, as: NameRow.self)
        form.withView { query in
            for number in candidates.find(query) {
                let row = rows[number]
                var score = Double(matcher.score(query, index.view(row), candidates.expansion.sheet).value)
                if row.isWeak { score *= Double(NameWeights.weakAlias) }
                guard score >= threshold else { continue }
                let entry = Int(row.entry)
                if let old = best[entry], old.score > score || old.score == score && old.name <= number { continue }
                best[entry] = NameHit(entry: entry, name: number, score: score, isWeak: row.isWeak)
            }
        }
    }

    /// Why a name of the index is like a name.
    public mutating func explain(_ name: String, _ hit: NameHit) -> NameComparison {
        let row = index.image.rows(.names, as: NameRow.self)[hit.name]
        words.read(name)
        if row.kind == 0 { form.read(person: words, tables) } else { form.read(organisation: words, tables) }
        return form.withView { query in
            let view = index.view(row)
            var score = matcher.score(query, view)
            if row.isWeak { score.lower(by: NameWeights.weakAlias, .weakAlias) }
            return NameComparison(score, matcher.alignment, query, view)
        }
    }
}
