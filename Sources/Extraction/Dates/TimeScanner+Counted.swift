/// Spans counted from a day: "two years ago", "hace seis meses", "a week later", "three days after the attack".
extension TimeScanner {
    func counted(_ i: Int) -> Match? {
        if text.has(.agoBefore, i) { return ago(after: i) }
        if text.has(.within, i) { return within(i) }
        var k = i
        var isVague = text.has(.vague, i - 1)
        while text.has(.vague, k), k < i + 3 {
            isVague = true
            k += 1
        }
        if text.has(.article, k), text.unit(k + 1) != nil, text.has([.before, .after], k + 2) {
            return tail(k + 1, number: 1, isVague: isVague)
        }
        guard let (number, end) = text.amount(k) else { return tail(k, number: nil, isVague: isVague) }
        return tail(end, number: number, isVague: isVague || number == nil)
    }

    /// What stands behind the number: the unit and "ago", "later", "before …".
    private func tail(_ i: Int, number: Int?, isVague: Bool) -> Match? {
        guard let unit = text.unit(i), unit != .quarter, unit != .half else { return nil }
        let k = i + 1
        let exact = unit == .hour ? 0 : isVague ? nil : number
        if text.has(.ago, k) { return ago(number: exact, unit, from: k + 1) }
        if text.has(.later, k) { return Match(k + 1, shift(exact, unit, sign: 1)) }
        if text.has(.earlier, k), !text.has(.this, k + 1) { return Match(k + 1, shift(exact, unit, sign: -1)) }
        guard text.has([.after, .before], k) else { return nil }
        let sign = text.has(.after, k) ? 1 : -1
        let next = k + 1
        let hasComplement = next < text.count && (text.isWord(next) || text.atoms[next].kind == .number)
        if !hasComplement { return Match(k + 1, shift(exact, unit, sign: sign)) }
        guard let exact else { return Match(k, .vague, hinge: k) }
        return Match(k, .offset(exact, unit, sign: sign), hinge: k)
    }

    private func shift(_ number: Int?, _ unit: TimeUnit, sign: Int) -> TimeMeaning {
        guard let number, unit != .decade, unit != .century else { return .vague }
        return .shifted(sign * number, unit)
    }

    /// "hace seis meses"
    private func ago(after i: Int) -> Match? {
        var k = i + 1
        var isVague = text.has(.since, i)
        while text.has(.vague, k) || text.has(.later, k), k < i + 4 {
            isVague = true
            k += 1
        }
        if isVague, let _ = text.unit(k) { return Match(k + 1, .vague) }
        guard let (number, end) = text.amount(k), let unit = text.unit(end) else { return nil }
        guard let number, !isVague else { return Match(end + 1, .vague) }
        return ago(number: number, unit, from: end + 1)
    }

    private func ago(number: Int?, _ unit: TimeUnit, from end: Int) -> Match {
        // A round or large number of years says only about when.
        guard let number, unit != .decade, unit != .century, unit != .hour, unit != .year || number < 10 else {
            return Match(end, unit == .hour ? .deictic(0) : .vague)
        }
        if text.has(.this, end), let precise = text.unit(end + 1) {
            return Match(end + 2, .ago(number, unit, precise: precise))
        }
        if text.day(end) == 0 { return Match(end + 1, .ago(number, unit, precise: .day)) }
        return Match(end, .ago(number, unit, precise: nil))
    }

    /// "within hours": the same day.
    private func within(_ i: Int) -> Match? {
        var k = i + 1
        if let (_, end) = text.amount(k) { k = end }
        while text.has(.vague, k) { k += 1 }
        guard let unit = text.unit(k) else { return nil }
        return Match(k + 1, unit == .hour ? .shifted(0, .hour) : .vague)
    }

    // MARK: From what the text spoke of

    /// "that day", "the following year", "al día siguiente", "the next morning"
    func anaphoric(_ i: Int) -> Match? {
        let hasArticle = text.has(.article, i)
        var k = text.skip(.article, i)
        let isSame = text.has(.same, k)
        let isFollowing = text.has(.following, k) || text.has(.next, k) && hasArticle && text.table.isCapitalised
        let isPrevious = text.has(.previous, k)
        if isSame || isFollowing || isPrevious {
            k += 1
            if text.has(.same, k) { k += 1 }
            let unit = text.unit(k) ?? (text.has(.part, k) ? .day : nil)
            guard let unit, unit != .hour else { return nil }
            return Match(partAfter(k + 1), isSame ? .same(unit) : .shifted(isFollowing ? 1 : -1, unit))
        }
        let unit = text.unit(k) ?? (text.has(.part, k) && hasArticle ? .day : nil)
        guard let unit, unit != .hour else { return nil }
        if text.has(.following, k + 1) { return Match(k + 2, .shifted(1, unit)) }
        if text.has(.previous, k + 1) { return Match(k + 2, .shifted(-1, unit)) }
        return nil
    }
}
