import Vocabulary

/// Turns what the words say into an interval of the calendar.
struct TimeResolver {
    typealias Resolved = (interval: CalendarInterval, basis: When.Basis)

    var reference: TimeReference
    /// Whether the verb over the expression looks ahead.
    var looksAhead = false
    var sentence = 0

    init(reference: TimeReference) { self.reference = reference }

    /// nil when nothing resolves it.
    func resolve(_ meaning: TimeMeaning) -> Resolved? {
        switch meaning {
        case .day(let month, let day, let year, let weekday, let pull):
            return within(year, month: month, day: day, weekday: weekday, pull) { year in
                CalendarDay(year, month, day).map { CalendarInterval(day: $0) }
            }
        case .days(let month, let first, let last, let year, let pull):
            return within(year, month: month, day: last, weekday: nil, pull) { year in
                guard let start = CalendarDay(year, month, first), let end = CalendarDay(year, month, last) else {
                    return nil
                }
                return CalendarInterval(start, end)
            }
        case .month(let month, let year, let pull, _):
            return within(year, month: month, day: nil, weekday: nil, pull) { CalendarInterval(year: $0, month: month) }
        case .year(let year, let stretch): return self.year(year, stretch)
        case .quarter(let number, let year):
            return within(year, month: 3 * number, day: nil, weekday: nil, .none) {
                .months(3 * number - 2, 3 * number, year: $0)
            }
        case .half(let number, let year):
            return within(year, month: 6 * number, day: nil, weekday: nil, .none) {
                .months(6 * number - 5, 6 * number, year: $0)
            }
        case .decade(let year):
            guard let first = CalendarInterval(year: year), let last = CalendarInterval(year: year + 9),
                let whole = CalendarInterval(first.start, last.end)
            else { return nil }
            return (whole, .stated)
        case .season(let season, let year, let pull): return self.season(season, year, pull)
        case .range(let first, let last): return range(first, last)
        case .vague, .offset: return nil
        case .shifted(let count, let unit): return shifted(count, unit)
        case .same(let unit): return same(unit)
        default: return relative(meaning)
        }
    }

    // MARK: With a year, stated or to be chosen

    private func within(
        _ year: TimeMeaning.Year, month: Int, day: Int?, weekday: Int?, _ pull: TimeMeaning.Pull,
        _ interval: (Int) -> CalendarInterval?
    ) -> Resolved? {
        switch year {
        case .given(let year): return interval(year).map { ($0, .stated) }
        case .shifted(let offset):
            guard let day = reference.day else { return nil }
            return interval(day.year + offset).map { ($0, reference.basis) }
        case .same:
            guard let anchor = reference.anchor(for: .year, sentence: sentence) else { return nil }
            return interval(anchor.interval.start.year).map { ($0, .text) }
        case .none:
            guard let from = reference.day else { return nil }
            let years = [from.year - 1, from.year, from.year + 1]
            let candidates = years.compactMap(interval)
            if let weekday,
                let fitting = candidates.filter({ $0.start.weekday == weekday }).min(by: {
                    abs($0.start.ordinal - from.ordinal) < abs($1.start.ordinal - from.ordinal)
                })
            {
                return (fitting, reference.basis)
            }
            return choose(candidates, from, pull, isMonth: day == nil).map { ($0, reference.basis) }
        }
    }

    private func choose(
        _ candidates: [CalendarInterval], _ from: CalendarDay, _ pull: TimeMeaning.Pull, isMonth: Bool
    ) -> CalendarInterval? {
        switch pull {
        case .this: return candidates.first { $0.start.year == from.year }
        case .next: return candidates.first { isMonth ? $0.start > from : $0.start >= from }
        case .last: return candidates.last { isMonth ? $0.end < from : $0.start <= from }
        case .same:
            guard let anchor = reference.anchor(for: .year, sentence: sentence) else { return nil }
            return candidates.min {
                abs($0.start.ordinal - anchor.interval.start.ordinal)
                    < abs($1.start.ordinal - anchor.interval.start.ordinal)
            }
        case .none:
            return looksAhead ? candidates.first { $0.end >= from } : candidates.last { $0.start <= from }
        }
    }

    private func year(_ year: Int, _ stretch: TimeMeaning.Stretch) -> Resolved? {
        if stretch == .soFar {
            guard let day = reference.day, let start = CalendarDay(year, 1, 1),
                let interval = CalendarInterval(start, min(day, CalendarDay(year, 12, 31) ?? day))
            else { return nil }
            return (interval, reference.basis)
        }
        return Self.part(ofYear: year, stretch).map { ($0, .stated) }
    }

    static func part(ofYear year: Int, _ stretch: TimeMeaning.Stretch) -> CalendarInterval? {
        switch stretch {
        case .early: .months(1, 3, year: year)
        case .mid: .months(5, 8, year: year)
        case .late: .months(10, 12, year: year)
        case .first: .months(1, 6, year: year)
        case .second: .months(7, 12, year: year)
        default: CalendarInterval(year: year)
        }
    }

    private func season(_ season: Int, _ year: TimeMeaning.Year, _ pull: TimeMeaning.Pull) -> Resolved? {
        func interval(_ year: Int) -> CalendarInterval? {
            season == 4
                ? .months(12, 2, year: year, lastYear: year + 1) : .months(3 * season, 3 * season + 2, year: year)
        }
        if case .given(let year) = year { return interval(year).map { ($0, .stated) } }
        guard let from = reference.day else { return nil }
        if case .shifted(let offset) = year { return interval(from.year + offset).map { ($0, reference.basis) } }
        let candidates = [from.year - 2, from.year - 1, from.year, from.year + 1].compactMap(interval)
        let chosen: CalendarInterval? =
            switch pull {
            case .next: candidates.first { $0.start > from }
            case .this: candidates.first { $0.start.year == from.year }
            default: candidates.last { $0.end < from || pull != .last && $0.start <= from }
            }
        return chosen.map { ($0, reference.basis) }
    }

    private func range(_ first: TimeMeaning, _ last: TimeMeaning) -> Resolved? {
        guard let b = resolve(last), var a = resolve(first) else { return nil }
        // "from November to January": the year of the first follows from the last.
        if a.interval.start > b.interval.end, let earlier = a.interval.movedBack { a.interval = earlier }
        guard let whole = CalendarInterval(a.interval.start, b.interval.end) else { return nil }
        let basis: When.Basis =
            a.basis == .stated && b.basis == .stated ? .stated : b.basis == .stated ? a.basis : b.basis
        return (whole, basis)
    }

    // MARK: From what the text spoke of

    private func shifted(_ count: Int, _ unit: TimeUnit) -> Resolved? {
        guard let anchor = reference.anchor(for: unit, sentence: sentence),
            let interval = anchor.interval.shifted(count, unit)
        else { return nil }
        return (interval, anchor.basis == .published ? .published : .text)
    }

    private func same(_ unit: TimeUnit) -> Resolved? {
        guard let anchor = reference.anchor(for: unit, sentence: sentence) else { return nil }
        let basis: When.Basis = anchor.basis == .published ? .published : .text
        let start = anchor.interval.start
        switch unit {
        case .month: return CalendarInterval(year: start.year, month: start.month).map { ($0, basis) }
        case .year: return CalendarInterval(year: start.year).map { ($0, basis) }
        case .week: return CalendarInterval.week(of: start).map { ($0, basis) }
        case .day, .weekend: return anchor.interval.size <= 1 ? (anchor.interval, basis) : nil
        default: return nil
        }
    }
}

extension CalendarInterval {
    /// The same days a year before.
    fileprivate var movedBack: CalendarInterval? {
        CalendarInterval(start.adding(months: -12), end.adding(months: -12))
    }
}
