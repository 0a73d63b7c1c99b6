import Vocabulary

/// Expressions that count from the report's date.
extension TimeResolver {
    func relative(_ meaning: TimeMeaning) -> Resolved? {
        guard let from = reference.day else { return nil }
        let interval: CalendarInterval?
        switch meaning {
        case .weekday(let day, let pull, let weeks): interval = weekday(day, pull, weeks, from)
        case .weekdayOfMonth(let weekday, let day, let pull):
            interval = nearest(from, ahead: looksAhead || pull == .next) { $0.weekday == weekday && $0.day == day }
        case .dayOfMonth(let day, let months, let pull): interval = dayOfMonth(day, months, pull, from)
        case .deictic(let offset): interval = CalendarInterval(day: from.adding(days: offset))
        case .unit(let unit, let offset, let stretch): interval = self.unit(unit, offset, stretch, from)
        case .ago(let count, let unit, let precise): interval = ago(count, unit, precise, from)
        default: interval = nil
        }
        return interval.map { ($0, reference.basis) }
    }

    private func weekday(
        _ day: Int, _ pull: TimeMeaning.Pull, _ weeks: Int?, _ from: CalendarDay
    ) -> CalendarInterval? {
        if let weeks {
            let monday = from.adding(days: 1 - from.weekday + 7 * weeks)
            return CalendarInterval(day: monday.adding(days: day - 1))
        }
        let back = (from.weekday - day + 7) % 7
        let forth = (day - from.weekday + 7) % 7
        let days: Int =
            switch pull {
            case .last: back == 0 ? -7 : -back
            case .next: forth == 0 ? 7 : forth
            default: looksAhead ? forth : -back
            }
        return CalendarInterval(day: from.adding(days: days))
    }

    /// The nearest day at or before the report's date (or at or after it) that fits.
    private func nearest(
        _ from: CalendarDay, ahead: Bool, _ fits: (CalendarDay) -> Bool
    ) -> CalendarInterval? {
        for step in 0..<1500 {
            let day = from.adding(days: ahead ? step : -step)
            if fits(day) { return CalendarInterval(day: day) }
        }
        return nil
    }

    private func dayOfMonth(
        _ day: Int, _ months: Int?, _ pull: TimeMeaning.Pull, _ from: CalendarDay
    ) -> CalendarInterval? {
        if let months {
            guard let first = CalendarDay(from.year, from.month, 1)?.adding(months: months) else { return nil }
            return CalendarDay(first.year, first.month, day).map { CalendarInterval(day: $0) }
        }
        if pull == .none || pull == .same, let anchor = reference.history.last, sentence - anchor.sentence <= 1,
            anchor.interval.size <= 2,
            let found = CalendarDay(anchor.interval.start.year, anchor.interval.start.month, day), found <= from
        {
            return CalendarInterval(day: found)
        }
        return nearest(from, ahead: looksAhead || pull == .next) { $0.day == day }
    }

    private func unit(
        _ unit: TimeUnit, _ offset: Int, _ stretch: TimeMeaning.Stretch, _ from: CalendarDay
    ) -> CalendarInterval? {
        let whole: CalendarInterval?
        switch unit {
        case .week: whole = CalendarInterval.week(of: from.adding(days: 7 * offset))
        case .weekend: whole = weekend(offset, from)
        case .month:
            let day = from.adding(months: offset)
            whole = CalendarInterval(year: day.year, month: day.month)
        case .quarter:
            let day = from.adding(months: 3 * offset)
            let first = (day.month - 1) / 3 * 3 + 1
            whole = .months(first, first + 2, year: day.year)
        case .half:
            let day = from.adding(months: 6 * offset)
            whole = day.month <= 6 ? .months(1, 6, year: day.year) : .months(7, 12, year: day.year)
        case .year: whole = Self.part(ofYear: from.year + offset, stretch)
        default: whole = nil
        }
        guard let whole else { return nil }
        switch stretch {
        case .sooner, .soFar: return CalendarInterval(whole.start, min(from, whole.end))
        case .rest: return CalendarInterval(max(from, whole.start), whole.end)
        default: return whole
        }
    }

    private func weekend(_ offset: Int, _ from: CalendarDay) -> CalendarInterval? {
        let monday = from.adding(days: 1 - from.weekday)
        let isOver = from.weekday < 6
        let weeks = offset == 0 ? (isOver && !looksAhead ? -1 : 0) : offset < 0 ? -1 : isOver ? 0 : 1
        let saturday = monday.adding(days: 5 + 7 * weeks)
        return CalendarInterval(saturday, saturday.adding(days: 1))
    }

    private func ago(_ count: Int, _ unit: TimeUnit, _ precise: TimeUnit?, _ from: CalendarDay) -> CalendarInterval? {
        switch (unit, precise) {
        case (.day, _): return CalendarInterval(day: from.adding(days: -count))
        case (.week, .day?): return CalendarInterval(day: from.adding(days: -7 * count))
        case (.week, _): return CalendarInterval.week(of: from.adding(days: -7 * count))
        case (.weekend, _): return weekend(-count, from)
        case (.month, .day?), (.year, .day?):
            return CalendarInterval(day: from.adding(months: unit == .year ? -12 * count : -count))
        case (.month, _), (.year, .month?):
            let day = from.adding(months: unit == .year ? -12 * count : -count)
            return CalendarInterval(year: day.year, month: day.month)
        case (.year, .week?): return CalendarInterval.week(of: from.adding(months: -12 * count))
        case (.year, _): return CalendarInterval(year: from.year - count)
        default: return nil
        }
    }
}
