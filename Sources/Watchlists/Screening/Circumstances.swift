import Vocabulary

/// What a query and an entry know beside names: birth dates, countries, numbers.
struct Circumstances {
    private let query: ScreeningQuery
    private let entry: ListEntry

    init(_ query: ScreeningQuery, _ entry: ListEntry) {
        self.query = query
        self.entry = entry
    }

    /// The score of the names, raised and lowered; each step is noted in the explanation.
    func weigh(_ explanation: inout Explanation) -> Double {
        var score = explanation.nameScore
        func note(_ what: String, _ new: Double, _ detail: String) {
            explanation.factors.append(.init(what: what, effect: new - score, detail: detail))
            score = new
        }
        if let (change, detail) = birth() { note("birth", change(score), detail) }
        if let (change, detail) = country() { note("country", change(score), detail) }
        if let number = sharedNumber() { note("identifier", max(score, 0.99), number) }
        return min(1, max(0, score))
    }

    private typealias Change = (Double) -> Double

    /// The same day speaks for, a compatible year a little, another year against.
    private func birth() -> (Change, String)? {
        guard let born = query.born, !entry.births.isEmpty else { return nil }
        var best: (distance: Int, isExact: Bool, birth: BirthDate)?
        for birth in entry.births {
            guard let interval = birth.interval else { continue }
            let slack = birth.isApproximate ? 730 : 0
            let gap = max(
                0, interval.start.ordinal - slack - born.end.ordinal, born.start.ordinal - interval.end.ordinal - slack)
            let isExact = gap == 0 && interval.start == interval.end && born.start == born.end
            if let old = best, (old.distance, old.isExact ? 0 : 1) <= (gap, isExact ? 0 : 1) { continue }
            best = (gap, isExact, birth)
        }
        guard let best else { return nil }
        let listed = best.birth.start == best.birth.end ? best.birth.start : "\(best.birth.start)/\(best.birth.end)"
        if best.isExact { return ({ $0 + (1 - $0) * 0.5 }, "born on the same day, \(listed)") }
        if best.distance == 0 { return ({ $0 + (1 - $0) * 0.2 }, "born in a compatible time, \(listed)") }
        if best.distance <= 366 { return ({ $0 * 0.92 }, "born within a year of \(listed)") }
        if best.distance <= 5 * 366 { return ({ $0 * 0.75 }, "born some years from \(listed)") }
        return ({ $0 * 0.55 }, "born far from \(listed)")
    }

    private func country() -> (Change, String)? {
        let asked = Set(query.countries.map { Countries.code($0) ?? $0.lowercased() })
        let listed = Set(entry.countries.map { Countries.code($0) ?? $0.lowercased() })
        guard !asked.isEmpty, !listed.isEmpty else { return nil }
        let names = entry.countries.joined(separator: ", ")
        if !asked.isDisjoint(with: listed) { return ({ $0 + (1 - $0) * 0.1 }, "a country in common: \(names)") }
        return ({ $0 * 0.93 }, "other countries: \(names)")
    }

    private func sharedNumber() -> String? {
        let asked = Set(query.identifiers.map { ListedIdentifier.key($0) }.filter { $0.utf8.count >= 5 })
        guard !asked.isEmpty else { return nil }
        return entry.identifiers.first { asked.contains(ListedIdentifier.key($0.number)) }
            .map { "\($0.kind) \($0.number)" }
    }
}
