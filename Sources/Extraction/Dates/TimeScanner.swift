/// Finds the expressions of time in a report by their words alone.
struct TimeScanner {
    struct Match {
        var end: Int
        var meaning: TimeMeaning
        var hinge: Int?

        init(_ end: Int, _ meaning: TimeMeaning, hinge: Int? = nil) {
            self.end = end
            self.meaning = meaning
            self.hinge = hinge
        }
    }

    let text: TimeText

    init(text: TimeText) { self.text = text }

    /// In text order, none inside another.
    func scan() -> [ScannedTime] {
        var found: [ScannedTime] = []
        var i = 0
        while i < text.count {
            guard canStart(i), let match = range(i) ?? single(i) else {
                i += 1
                continue
            }
            let start = i
            found.append(finish(start, match))
            i = max(match.end, i + 1)
        }
        return found
    }

    private func canStart(_ i: Int) -> Bool {
        let atom = text.atoms[i]
        if atom.kind == .number { return true }
        guard atom.kind == .word else { return false }
        if text.words[i].value != nil || !text.words[i].roles.isEmpty { return true }
        return text.numbers.read(at: i, in: text.atoms) != nil || text.numbers.table.articles.contains(atom.text)
    }

    /// One expression, no range.
    func single(_ i: Int) -> Match? {
        partOfDay(i) ?? dated(i) ?? counted(i) ?? numeric(i) ?? stretch(i) ?? anaphoric(i) ?? decade(i) ?? bareYear(i)
    }

    /// The relation that the word before gives, and the span widened over what belongs to it.
    private func finish(_ start: Int, _ match: Match) -> ScannedTime {
        var scanned = ScannedTime(range: start..<match.end, meaning: match.meaning, hinge: match.hinge)
        if case .range = match.meaning { return scanned }
        var before = start - 1
        if before >= 0, text.has(.article, before), !text.has([.since, .until, .after, .before], before) {
            before -= 1
        }
        if text.has(.to, before), text.has(.of, before - 1) { before -= 1 }
        if text.has(.since, before) {
            scanned.relation = .since
            scanned.range = before..<match.end
        } else if text.has(.until, before) {
            scanned.relation = .until
        } else if text.has(.after, before) {
            scanned.relation = .after
        } else if text.has(.before, before), !text.has(.previous, before) {
            scanned.relation = .before
        } else if text.has(.by, before) {
            scanned.relation = .by
        }
        if isBirth(before: start) { scanned.relation = .birth }
        if text.isSign("'", match.end) {
            // "Tuesday's transfer": the day belongs to the noun, whatever stands before.
            scanned.relation = .at
        }
        return scanned
    }

    /// "born in 1971", "DOB: 08-13-50"
    private func isBirth(before start: Int) -> Bool {
        for place in stride(from: start - 1, through: max(0, start - 3), by: -1) {
            if text.has(.birth, place) { return true }
            guard text.isSign(":", place) || text.has([.on, .in, .article], place) else { return false }
        }
        return false
    }

    // MARK: Ranges

    /// "between 2019 and 2021", "from November 5th to November 9th", "del 3 al 5 de mayo", "desde marzo a la fecha"
    private func range(_ i: Int) -> Match? {
        guard text.has([.between, .from], i) else { return nil }
        let isBetween = text.has(.between, i)
        let first = text.skip(.article, i + 1)
        if !isBetween, let from = single(first), text.has(.toNow, from.end) {
            return Match(from.end + 1, .range(from.meaning, .deictic(0)))
        }
        let joiner: TimeWord.Roles = isBetween ? [.and, .to] : .to
        if let (from, place) = end(first), text.has(joiner, text.skip(sign: ",", place)) {
            let second = text.skip(.article, text.skip(sign: ",", place) + 1)
            if let until = single(second), isCalendar(until.meaning), let whole = joined(from, until.meaning) {
                return Match(until.end, whole)
            }
        }
        return nil
    }

    /// The first end of a range: an expression, a bare day or a bare year.
    private func end(_ i: Int) -> (TimeMeaning, Int)? {
        if let match = dated(i) ?? stretch(i) ?? numeric(i) { return (match.meaning, match.end) }
        if let year = text.year(i) { return (.year(year, stretch: .whole), i + 1) }
        if let (day, next) = text.dayNumber(i) { return (.dayOfMonth(day, months: nil, pull: .none), next) }
        return nil
    }

    private func isCalendar(_ meaning: TimeMeaning) -> Bool {
        switch meaning {
        case .vague, .shifted, .offset, .same: false
        default: true
        }
    }

    /// Gives the first end what only the second says.
    private func joined(_ from: TimeMeaning, _ until: TimeMeaning) -> TimeMeaning? {
        switch (from, until) {
        case (.dayOfMonth(let first, _, _), .day(let month, let last, let year, _, let pull)) where first < last:
            return .days(month: month, first: first, last: last, year: year, pull: pull)
        case (.dayOfMonth, _): return nil
        case (.day(let month, let day, .none, let weekday, let pull), .day(_, _, let year, _, _)):
            return .range(.day(month: month, day: day, year: year, weekday: weekday, pull: pull), until)
        case (.month(let month, .none, let pull, let stretch), .month(_, let year, _, _)):
            return .range(.month(month, year: year, pull: pull, stretch: stretch), until)
        case (.weekday, .weekday), (.year, .year), (.month, _), (.day, _), (.season, _), (.unit, _), (.year, _),
            (.quarter, _), (.decade, _), (.deictic, _), (.weekday, _):
            return .range(from, until)
        default: return nil
        }
    }
}
