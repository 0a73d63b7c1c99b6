/// Days, months, years by their names and numbers.
extension TimeScanner {
    /// An expression that names a day, weekday, month or season, with "last", "el pasado", "próximo" about it.
    func dated(_ i: Int) -> Match? {
        var (pull, j) = pullBefore(i)
        guard
            var match = calendarDay(j) ?? month(j, pull: pull, from: i) ?? weekday(j) ?? season(j, pull: pull)
                ?? dayOfMonth(j, pull: pull)
        else { return deictic(i) }
        if pull == .none, let after = pullAfter(match.end) {
            pull = after
            match.end += 1
        }
        j = match.end
        match.meaning = match.meaning.pulled(pull)
        match = weekOf(match)
        match.end = partAfter(match.end)
        return match
    }

    /// "last", "el pasado", "este"; and the place past it.
    private func pullBefore(_ i: Int) -> (TimeMeaning.Pull, Int) {
        var j = i
        if text.has(.article, j), !text.has([.last, .next, .this], j) { j += 1 }
        var pull = TimeMeaning.Pull.none
        if text.has(.last, j) {
            pull = .last
        } else if text.has(.next, j) {
            pull = .next
        } else if text.has(.this, j) {
            pull = .this
        } else if text.has(.same, j) {
            pull = .same
        }
        if pull != .none { j += 1 }
        if pull == .same, text.has(.last, j) { j += 1 }
        // "el pasado mes de marzo", "el día 3 de mayo"
        if let unit = text.unit(j), unit == .month || unit == .day, text.has(.of, j + 1) || unit == .day {
            if unit == .month, text.month(j + 2) != nil { j += 2 }
            if unit == .day, text.dayNumber(j + 1) != nil { j += 1 }
        }
        return (pull, j)
    }

    private func pullAfter(_ i: Int) -> TimeMeaning.Pull? {
        if text.has(.last, i), text.weekday(i + 1) == nil, text.month(i + 1) == nil, text.unit(i + 1) == nil {
            return .last
        }
        if text.has(.next, i), text.weekday(i + 1) == nil, text.month(i + 1) == nil, text.unit(i + 1) == nil {
            return .next
        }
        return nil
    }

    /// "August 12, 2025", "12 August", "martes 27 de febrero de 2025"
    private func calendarDay(_ i: Int) -> Match? {
        var j = i
        var weekday: Int?
        if let day = text.weekday(j) {
            weekday = day
            j += 1
            if text.isShort(j - 1) { j = text.skip(sign: ".", j) }
            j = text.skip(sign: ",", j)
            j = text.skip([.article, .last, .next], j)
            if text.unit(j) == .day { j += 1 }
        }
        if let month = text.month(j) {
            guard let (day, end, last) = days(afterMonth: j) else { return nil }
            let (year, next) = yearAfter(end)
            return Match(next, meaning(month, day, last, year, weekday))
        }
        guard let (first, afterFirst) = text.dayNumber(j) else { return nil }
        let (last, afterLast) = secondDay(afterFirst, first)
        var end = last == nil ? afterFirst : afterLast
        let hasOf = text.has(.of, end)
        end = text.skip(.of, end)
        // "27 del mes de marzo"
        if hasOf, text.unit(end) == .month, text.has(.of, end + 1), text.month(end + 2) != nil { end += 2 }
        if let month = text.month(end), hasOf || text.table.isCapitalised || text.isShort(end) || text.isJoined(end) {
            var next = end + 1
            if text.isShort(end), text.isSign(".", next) { next += 1 }
            let (year, past) = yearAfter(next)
            return Match(past, meaning(month, first, last, year, weekday))
        }
        if hasOf, let months = monthOffset(end) {
            return Match(months.end, .dayOfMonth(first, months: months.offset, pull: .none))
        }
        if let weekday {
            return Match(afterFirst, .weekdayOfMonth(weekday: weekday, day: first, pull: .none))
        }
        return nil
    }

    private func meaning(_ month: Int, _ day: Int, _ last: Int?, _ year: TimeMeaning.Year, _ weekday: Int?)
        -> TimeMeaning
    {
        if let last { return .days(month: month, first: day, last: last, year: year, pull: .none) }
        return .day(month: month, day: day, year: year, weekday: weekday, pull: .none)
    }

    private func days(afterMonth i: Int) -> (day: Int, end: Int, last: Int?)? {
        var k = i + 1
        if text.isShort(i), text.isSign(".", k) { k += 1 }
        k = text.skip(.article, k)
        guard let (day, end) = text.dayNumber(k) else { return nil }
        // "In March 29 people": a month after "in" takes no day.
        if text.isWord(i - 1), text.atoms[i - 1].text == "in", text.has(.noCount, end) { return nil }
        let (last, past) = secondDay(end, day)
        if let last, text.month(past) == nil { return (day, past, last) }
        return (day, end, nil)
    }

    /// The second day of "3-5 May", "3 al 5 de mayo", "3 and 5 May".
    private func secondDay(_ i: Int, _ first: Int) -> (Int?, Int) {
        guard text.isSign("-", i) || text.has([.to, .and], i) else { return (nil, i) }
        let k = text.skip(.article, i + 1)
        guard let (day, end) = text.dayNumber(k), day > first else { return (nil, i) }
        return (day, end)
    }

    /// ", 2025", "de 2025", "last year", "del año pasado"
    func yearAfter(_ i: Int) -> (TimeMeaning.Year, Int) {
        var k = i
        if text.isSign(",", k), let year = text.year(k + 1), !text.has(.noCount, k + 2) { return (.given(year), k + 2) }
        if let year = text.year(k) { return (.given(year), k + 1) }
        if text.has(.of, k) {
            k = text.skip(.article, k + 1)
            if text.has(.dated, k) || text.unit(k) == .year {
                if let year = text.year(k + 1) { return (.given(year), k + 2) }
            }
            if let year = text.year(k) { return (.given(year), k + 1) }
            // "22 de enero del 23"
            if k == i + 1, !text.table.isCapitalised, k < text.count, text.atoms[k].kind == .number,
                text.atoms[k].text.utf8.count == 2, let short = Int(text.atoms[k].text), (10...40).contains(short),
                !text.isWord(k + 1)
            {
                return (.given(2000 + short), k + 1)
            }
        } else {
            k = text.skip(sign: ",", k)
        }
        if text.unit(k) == .year {
            if text.has(.last, k + 1) { return (.shifted(-1), k + 2) }
            if text.has(.previous, k + 1) { return (.shifted(-1), k + 2) }
            if text.has(.next, k + 1) { return (.shifted(1), k + 2) }
            if text.has(.this, k + 1) { return (.shifted(0), k + 2) }
            return (.none, i)
        }
        guard text.unit(k + 1) == .year else { return (.none, i) }
        if text.has(.last, k) { return (.shifted(-1), k + 2) }
        if text.has(.this, k) { return (.shifted(0), k + 2) }
        if text.has(.next, k) { return (.shifted(1), k + 2) }
        if text.has(.same, k) { return (.same, k + 2) }
        return (.none, i)
    }

    /// "del presente mes", "of this month", "del mes pasado"
    private func monthOffset(_ i: Int) -> (offset: Int?, end: Int)? {
        let k = text.skip(.article, i)
        if text.unit(k) == .month {
            if text.has([.last, .previous], k + 1) { return (-1, k + 2) }
            if text.has(.this, k + 1) { return (0, k + 2) }
            if text.has(.next, k + 1) { return (1, k + 2) }
        }
        guard text.unit(k + 1) == .month else { return nil }
        if text.has(.this, k) { return (0, k + 2) }
        if text.has(.last, k) { return (-1, k + 2) }
        if text.has(.next, k) { return (1, k + 2) }
        if text.has(.same, k) { return (nil, k + 2) }
        return nil
    }

    /// "March 2025", "marzo del año pasado", "in March"
    private func month(_ i: Int, pull: TimeMeaning.Pull, from start: Int) -> Match? {
        guard let month = text.month(i) else { return nil }
        var k = i + 1
        if text.isShort(i) { k = text.skip(sign: ".", k) }
        let (year, end) = yearAfter(k)
        if year != .none { return Match(end, .month(month, year: year, pull: .none, stretch: .whole)) }
        if pull == .none, !isBareMonth(i, from: start) { return nil }
        // "June and July 2024": the year stands with the last.
        if text.has([.and, .or], k) || text.isSign(",", k) || text.isSign("-", k), text.month(k + 1) != nil {
            let (shared, _) = yearAfter(k + 2)
            if shared != .none { return Match(i + 1, .month(month, year: shared, pull: .none, stretch: .whole)) }
        }
        return Match(i + 1, .month(month, year: .none, pull: pull, stretch: .whole))
    }

    /// Whether a month without day and year is one, and not a name ("June Carter", "Julio") or a verb.
    private func isBareMonth(_ i: Int, from start: Int) -> Bool {
        if text.isShort(i) { return false }
        if !text.table.isCapitalised {
            return !text.atoms[i].isCapitalised
        }
        // "April Ryan", "August Wilson"
        let next = i + 1
        let isFollowedByName = text.isWord(next) && text.atoms[next].isCapitalised && text.words[next].value == nil
        if text.has(.inside, i - 1) { return true }
        if text.has([.in, .since, .until, .by, .between, .and, .or, .before, .after], i - 1) {
            return !isFollowedByName
        }
        guard i > 0 else { return false }
        if text.isSign(",", i - 1) || text.isSign("-", i - 1) || text.isSign("'", next) { return !isFollowedByName }
        return text.isWord(i - 1) && !text.atoms[i - 1].isCapitalised && !isFollowedByName
    }

    /// "el día 10", "on the 27th"
    private func dayOfMonth(_ i: Int, pull: TimeMeaning.Pull) -> Match? {
        guard let (day, end) = text.dayNumber(i) else { return nil }
        if text.unit(i - 1) == .day, !text.isWord(end) || !text.has(.noCount, end) {
            return Match(end, .dayOfMonth(day, months: nil, pull: pull))
        }
        guard text.table.isCapitalised, end == i + 2, text.has(.article, i - 1), text.has(.on, i - 2) else {
            return nil
        }
        // "on the 9th floor"
        let isNoun = text.isWord(end) && !text.atoms[end].isCapitalised && text.words[end].roles.isEmpty
        return isNoun ? nil : Match(end, .dayOfMonth(day, months: nil, pull: pull))
    }

    private func weekday(_ i: Int) -> Match? {
        guard let day = text.weekday(i) else { return nil }
        if text.isShort(i) {
            guard text.isSign(".", i + 1) else { return nil }
            return Match(i + 2, .weekday(day, pull: .none, weeks: nil))
        }
        // A surname ("Domingo") has a capital where weekdays have none.
        if !text.table.isCapitalised, text.atoms[i].isCapitalised, !text.has([.article, .this], i - 1) { return nil }
        return Match(i + 1, .weekday(day, pull: .none, weeks: nil))
    }

    /// "Tuesday of last week", "el martes de la semana pasada"
    private func weekOf(_ match: Match) -> Match {
        guard case .weekday(let day, let pull, _) = match.meaning, text.has(.of, match.end) else { return match }
        let k = text.skip(.article, match.end + 1)
        var weeks: Int?
        if text.unit(k) == .week {
            weeks = text.has([.last, .previous], k + 1) ? -1 : text.has(.next, k + 1) ? 1 : nil
        } else if text.unit(k + 1) == .week {
            weeks = text.has(.last, k) ? -1 : text.has(.this, k) ? 0 : text.has(.next, k) ? 1 : nil
        }
        guard let weeks else { return match }
        return Match(k + 2, .weekday(day, pull: pull, weeks: weeks))
    }

    private func season(_ i: Int, pull: TimeMeaning.Pull) -> Match? {
        guard let season = text.season(i) else { return nil }
        let (year, end) = yearAfter(i + 1)
        guard year != .none || pull != .none || text.has([.last, .next], i + 1) else { return nil }
        return Match(year == .none ? i + 1 : end, .season(season, year: year, pull: pull))
    }

    /// "yesterday", "mañana jueves"
    private func deictic(_ i: Int) -> Match? {
        let k = text.skip(.article, i)
        guard let offset = text.day(k) else { return nil }
        if text.has(.part, k) {
            // "la mañana", "esta mañana", "por la mañana": a part of the day, not tomorrow.
            if k > i || text.has([.this, .article], k - 1) { return nil }
        }
        if k > i, !text.atoms[k].text.contains(" ") { return nil }
        var end = k + 1
        end = text.skip(sign: ",", end)
        if text.weekday(end) != nil, let named = calendarDay(end), offset != 0 || end == k + 1 {
            return Match(named.end, .deictic(offset))
        }
        if text.weekday(end) != nil { return Match(partAfter(end + 1), .deictic(offset)) }
        return Match(partAfter(k + 1), .deictic(offset))
    }
}

extension TimeMeaning {
    func pulled(_ pull: Pull) -> TimeMeaning {
        guard pull != .none else { return self }
        switch self {
        case .day(let month, let day, let year, let weekday, _):
            return .day(month: month, day: day, year: year, weekday: weekday, pull: pull)
        case .days(let month, let first, let last, let year, _):
            return .days(month: month, first: first, last: last, year: year, pull: pull)
        case .month(let month, let year, _, let stretch):
            return .month(month, year: year, pull: pull, stretch: stretch)
        case .season(let season, let year, _): return .season(season, year: year, pull: pull)
        case .weekday(let day, _, let weeks): return .weekday(day, pull: pull, weeks: weeks)
        case .weekdayOfMonth(let weekday, let day, _):
            return .weekdayOfMonth(weekday: weekday, day: day, pull: pull)
        case .dayOfMonth(let day, let months, _): return .dayOfMonth(day, months: months, pull: pull)
        default: return self
        }
    }
}
