/// Parts of days, weeks, months and years.
extension TimeScanner {
    // MARK: Parts of the day

    /// "the early hours of Tuesday", "esta mañana", "late on Thursday"
    func partOfDay(_ i: Int) -> Match? {
        if text.has(.this, i), text.has(.part, i + 1) {
            var end = i + 2
            let k = text.skip(.of, end)
            if k > end, text.weekday(text.skip(.article, k)) != nil { end = text.skip(.article, k) + 1 }
            return Match(end, .deictic(0))
        }
        if text.has([.early, .late], i), let day = dated(text.skip(.on, i + 1)), day.meaning.isDay { return day }
        var k = text.skip(.article, i)
        k = text.skip([.early, .late, .mid], k)
        guard text.has(.part, k) else { return nil }
        for _ in 0..<3 {
            guard text.has(.part, k) else { break }
            k += 1
            guard text.has([.of, .on], k) else { return nil }
            k = text.skip([.article, .this], k + 1)
        }
        // The article or "this" belongs to what is dated.
        for start in [k - 1, k] {
            if let day = dated(start), day.meaning.isDay { return day }
        }
        return nil
    }

    /// Past a part of the day behind a date: "Tuesday *morning*", "ayer *por la noche*".
    func partAfter(_ i: Int) -> Int {
        if text.has(.part, i), text.day(i) == nil { return i + 1 }
        guard text.has(.on, i) else { return i }
        var k = text.skip(.article, i + 1)
        k = text.skip([.early, .late], k)
        return text.has(.part, k) ? k + 1 : i
    }

    // MARK: Weeks, months, years

    /// "last week", "earlier this year", "a principios de marzo", "mid-2025", "the first half of 2024"
    func stretch(_ i: Int) -> Match? {
        if text.has(.soFar, i) { return soFar(i) }
        if let match = part(i) ?? quarter(i) { return match }
        return whole(i)
    }

    private func part(_ i: Int) -> Match? {
        let k = text.skip(.article, i)
        let stretch: TimeMeaning.Stretch
        switch true {
        case text.has(.sooner, k) && text.has(.this, k + 1): stretch = .sooner
        case text.has(.rest, k) && text.has(.this, k + 1): stretch = .rest
        case text.has(.early, k): stretch = .early
        case text.has(.mid, k): stretch = .mid
        case text.has(.late, k): stretch = .late
        default: return nil
        }
        var next = k + 1
        if text.has(.partNoun, k), !text.has(.of, next) { return nil }
        if text.isSign("-", next) { next += 1 }
        if text.has([.of, .on], next) { next += 1 }
        let bare = text.skip(.article, next)
        if let year = text.year(bare), !text.has(.noCount, bare + 1) {
            return Match(bare + 1, .year(year, stretch: stretch))
        }
        if let match = dated(next) ?? dated(bare), case .month(let month, let year, let pull, _) = match.meaning {
            return Match(match.end, .month(month, year: year, pull: pull, stretch: stretch))
        }
        if let match = whole(next), case .unit(let unit, let offset, _) = match.meaning {
            return Match(match.end, .unit(unit, offset: offset, stretch: stretch))
        }
        // "a principios de año", "the end of the month"
        if let unit = text.unit(bare), [.week, .month, .year].contains(unit), text.has([.of, .on], k + 1) {
            return Match(bare + 1, .unit(unit, offset: 0, stretch: stretch))
        }
        return nil
    }

    private func soFar(_ i: Int) -> Match? {
        var k = text.skip(.of, i + 1)
        k = text.skip([.on, .article], k)
        if let year = text.year(k) { return Match(k + 1, .year(year, stretch: .soFar)) }
        if text.has([.this, .article], k) { k += 1 }
        guard let unit = text.unit(k), [.week, .month, .year].contains(unit) else { return nil }
        return Match(k + 1, .unit(unit, offset: 0, stretch: .soFar))
    }

    /// A whole unit with a direction: "last week", "el mes pasado", "this year", "the weekend".
    private func whole(_ i: Int) -> Match? {
        let hasArticle = text.has(.article, i)
        let k = text.skip(.article, i)
        if text.has([.recent, .last, .next], k) {
            // "the last two weeks", "recent months", "los últimos días"
            var end = k + 1
            if let (_, past) = text.amount(end) { end = past }
            end = text.skip(.vague, end)
            if end > k + 1, text.unit(end) != nil { return Match(end + 1, .vague) }
            if text.has(.recent, k), text.unit(end) != nil { return Match(end + 1, .vague) }
        }
        if let unit = text.unit(k + 1), unit != .hour, unit != .decade, unit != .century, unit != .day {
            if text.has(.last, k) {
                // English "the last year" runs up to now; Spanish "el pasado año" is the year before.
                let isVague = hasArticle && text.table.isCapitalised && !text.atoms[k].text.contains(" ")
                return Match(k + 2, isVague ? .vague : .unit(unit, offset: -1, stretch: .whole))
            }
            if text.has(.next, k), !(hasArticle && text.table.isCapitalised) {
                return Match(k + 2, .unit(unit, offset: 1, stretch: .whole))
            }
            if text.has(.this, k) { return Match(k + 2, .unit(unit, offset: 0, stretch: .whole)) }
        }
        guard let unit = text.unit(k), unit != .hour, unit != .decade, unit != .century else { return nil }
        if unit == .day {
            // "en días pasados"
            return text.has([.last, .recent], k + 1) ? Match(k + 2, .vague) : nil
        }
        if text.has(.last, k + 1) { return Match(k + 2, .unit(unit, offset: -1, stretch: .whole)) }
        if text.has(.recent, k + 1) { return Match(k + 2, .vague) }
        if text.has(.next, k + 1), !text.table.isCapitalised {
            return Match(k + 2, .unit(unit, offset: 1, stretch: .whole))
        }
        if text.has(.this, k + 1), !text.table.isCapitalised, unit == .year || unit == .month {
            return Match(k + 2, .unit(unit, offset: 0, stretch: .whole))
        }
        if unit == .weekend, hasArticle { return Match(k + 1, .unit(.weekend, offset: 0, stretch: .whole)) }
        return nil
    }

    /// "the second quarter of 2024", "el primer semestre de este año"
    private func quarter(_ i: Int) -> Match? {
        let k = text.skip(.article, i)
        guard k < text.count, let number = text.numbers.read(at: k, in: text.atoms), number.isOrdinal,
            let value = number.value
        else { return nil }
        let place = number.range.upperBound
        guard let unit = text.unit(place), unit == .quarter && value <= 4 || unit == .half && value <= 2 else {
            return nil
        }
        let (year, end) = yearAfter(place + 1)
        let isQuarter = unit == .quarter
        if year != .none { return Match(end, isQuarter ? .quarter(value, year: year) : .half(value, year: year)) }
        return nil
    }

    // MARK: Years

    /// "the 1990s", "los años noventa", "la década de 1980"
    func decade(_ i: Int) -> Match? {
        let k = text.skip(.article, i)
        guard k < text.count else { return nil }
        if text.atoms[k].kind == .number, let year = Int(text.atoms[k].text), year % 10 == 0,
            (1700...2090).contains(year),
            text.isJoined(k + 1), text.atoms[k + 1].text == "s"
        {
            return Match(k + 2, .decade(year))
        }
        guard let unit = text.unit(k), unit == .year || unit == .decade else { return nil }
        var next = k + 1
        if unit == .decade {
            guard text.has(.of, next) else { return nil }
            next = text.skip(.article, next + 1)
            if let year = text.year(next), year % 10 == 0 { return Match(next + 1, .decade(year)) }
        }
        // "los años 90"
        if next < text.count, text.atoms[next].kind == .number, let short = Int(text.atoms[next].text),
            short % 10 == 0, (20...90).contains(short), text.has(.article, i)
        {
            return Match(next + 1, .decade(1900 + short))
        }
        guard next < text.count, case .decade(let year) = text.words[next].value else { return nil }
        return Match(next + 1, .decade(year))
    }

    /// "in 2008", "the 2008 murder", "(2015)"
    func bareYear(_ i: Int) -> Match? {
        guard let year = text.year(i), (1900...2060).contains(year) else { return nil }
        let before = i - 1
        let next = i + 1
        if text.isSign("%", next) || text.isSign("°", next) || text.has(.noCount, next) || text.has(.noYear, before) {
            return nil
        }
        if text.isSign("-", before) || text.isSign("/", before) || text.isSign("/", next) { return nil }
        if text.isSign("-", next), let last = text.year(next + 1), last > year, text.isJoined(next) {
            return Match(next + 2, .range(.year(year, stretch: .whole), .year(last, stretch: .whole)))
        }
        if text.isSign("-", next), text.isJoined(next), text.isJoined(next + 1) { return nil }
        if text.isSign("(", before) || text.isSign(",", before) && text.isSign(",", next) {
            return Match(next, .year(year, stretch: .whole))
        }
        // "más de 2000", "about 2000"
        guard text.has(.in, before), !text.has(.vague, before) || text.has(.on, before) else { return nil }
        return Match(next, .year(year, stretch: .whole))
    }

    // MARK: Digits

    /// "2025-08-12", "02/02/2026", "12.08.2025"
    func numeric(_ i: Int) -> Match? {
        guard i < text.count, text.atoms[i].kind == .number else { return nil }
        let dotted = text.atoms[i].text.split(separator: ".").map(String.init)
        if dotted.count == 3, let date = date(dotted) { return Match(i + 1, date) }
        guard i + 4 < text.count, text.isSign("/", i + 1) || text.isSign("-", i + 1),
            text.isSign(text.atoms[i + 1].text, i + 3), (1...4).allSatisfy({ text.isJoined(i + $0) }),
            !text.isJoined(i) || !text.isWord(i - 1), text.atoms[i + 2].kind == .number,
            text.atoms[i + 4].kind == .number,
            let date = date([text.atoms[i].text, text.atoms[i + 2].text, text.atoms[i + 4].text])
        else { return nil }
        return Match(i + 5, date)
    }

    private func date(_ parts: [String]) -> TimeMeaning? {
        guard let a = Int(parts[0]), let b = Int(parts[1]), let c = Int(parts[2]) else { return nil }
        let (year, first, second): (Int, Int, Int)
        if parts[0].count == 4 {
            return calendar(year: a, month: b, day: c)
        } else if parts[2].count == 4 {
            (year, first, second) = (c, a, b)
        } else if parts[2].count == 2, parts[0].count <= 2 {
            (year, first, second) = (c < 40 ? 2000 + c : 1900 + c, a, b)
        } else {
            return nil
        }
        if first > 12 { return calendar(year: year, month: second, day: first) }
        if second > 12 || text.table.isMonthFirst { return calendar(year: year, month: first, day: second) }
        return calendar(year: year, month: second, day: first)
    }

    private func calendar(year: Int, month: Int, day: Int) -> TimeMeaning? {
        guard (1700...2099).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        return .day(month: month, day: day, year: .given(year), weekday: nil, pull: .none)
    }
}

extension TimeMeaning {
    /// Whether it is a day, or the days of a range.
    var isDay: Bool {
        switch self {
        case .day, .days, .weekday, .weekdayOfMonth, .dayOfMonth, .deictic: true
        case .same(let unit): unit == .day
        default: false
        }
    }
}
