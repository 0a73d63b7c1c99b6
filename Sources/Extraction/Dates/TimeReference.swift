import Vocabulary

/// The day that "Tuesday" or "last month" counts from, and what was spoken of before.
struct TimeReference {
    /// What an expression before meant.
    struct Anchor {
        var interval: CalendarInterval
        var sentence: Int
        /// Whether it stands in a relative clause, a participle or an apposition.
        var isSubordinate: Bool
        var basis: When.Basis
    }

    /// The report's date, or what stands in for it.
    var day: CalendarDay?
    var basis: When.Basis
    /// In text order; coming things are left out.
    private(set) var history: [Anchor] = []

    init(day: CalendarDay?, basis: When.Basis) {
        self.day = day
        self.basis = basis
    }

    mutating func remember(_ anchor: Anchor, looksAhead: Bool) {
        // In a report without a date the latest day known takes its place.
        if basis == .text, !looksAhead, anchor.interval.isDay, let known = day, anchor.interval.end > known {
            day = anchor.interval.end
        }
        if looksAhead || anchor.interval.start > day ?? anchor.interval.start { return }
        history.append(anchor)
    }

    /// What "two days later" in a sentence counts from: the nearest that is at least as exact, or that stands in the
    /// same sentence or in the main clause of the sentence before.
    func anchor(for unit: TimeUnit, sentence: Int) -> Anchor? {
        for anchor in history.reversed() where sentence - anchor.sentence <= 6 {
            let isNear = anchor.sentence == sentence || (anchor.sentence == sentence - 1 && !anchor.isSubordinate)
            if isNear || anchor.interval.size <= unit.size { return anchor }
        }
        // What the report is about: its first main clause with a time.
        return history.first { !$0.isSubordinate && $0.interval.size <= unit.size }
    }
}

extension TimeUnit {
    /// Coarseness, to compare with an interval's.
    var size: Int {
        switch self {
        case .hour, .day, .weekend: 0
        case .week: 1
        case .month: 2
        case .quarter, .half: 3
        case .year: 4
        case .decade, .century: 5
        }
    }
}

extension CalendarInterval {
    var isDay: Bool { start == end }

    /// Coarseness: 0 day, 1 week, 2 month, 3 part of a year, 4 year, 5 more.
    var size: Int {
        switch end.ordinal - start.ordinal {
        case 0...2: 0
        case 3...8: 1
        case 9...31: 2
        case 32...200: 3
        case 201...366: 4
        default: 5
        }
    }

    static func week(of day: CalendarDay) -> CalendarInterval? {
        let monday = day.adding(days: 1 - day.weekday)
        return CalendarInterval(monday, monday.adding(days: 6))
    }

    /// The months from one to another, in one or more years.
    static func months(_ first: Int, _ last: Int, year: Int, lastYear: Int? = nil) -> CalendarInterval? {
        guard let start = CalendarInterval(year: year, month: first),
            let end = CalendarInterval(year: lastYear ?? year, month: last)
        else { return nil }
        return CalendarInterval(start.start, end.end)
    }

    /// The interval moved by a number of units; what is coarser than the unit stays as it is.
    func shifted(_ count: Int, _ unit: TimeUnit) -> CalendarInterval? {
        switch unit {
        case .hour: return self
        case .day, .weekend:
            guard isDay else { return self }
            return CalendarInterval(day: start.adding(days: count))
        case .week:
            guard size <= 1 else { return self }
            return CalendarInterval(start.adding(days: 7 * count), end.adding(days: 7 * count))
        case .month:
            guard size <= 2 else { return self }
            let day = start.adding(months: count)
            return CalendarInterval(year: day.year, month: day.month)
        case .quarter, .half:
            return self
        case .year: return CalendarInterval(year: start.year + count)
        case .decade, .century: return nil
        }
    }
}
