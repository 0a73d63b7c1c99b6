import Vocabulary

/// Resolves the expressions of a report one after another, so that "a week later" knows what came before.
struct TimeClock {
    let text: TimeText
    let syntax: Syntax
    let scanned: [ScannedTime]
    private let report: TimeReference
    private var resolver: TimeResolver
    /// The part of the report whose own date ("Editor's note, February 3:") replaces the report's.
    private var localPart: Int?

    init(text: TimeText, syntax: Syntax, scanned: [ScannedTime], reference: TimeReference) {
        self.text = text
        self.syntax = syntax
        self.scanned = scanned
        report = reference
        resolver = TimeResolver(reference: reference)
    }

    mutating func run(_ found: inout [TimeExpression]) {
        for index in found.indices { resolve(index, &found) }
        for index in found.indices where scanned[index].hinge != nil { resolveOffset(index, &found) }
    }

    private mutating func resolve(_ index: Int, _ found: inout [TimeExpression]) {
        let sentence = syntax.sentence[found[index].head]
        let part = syntax.sentences[sentence].part
        if localPart != nil, localPart != part {
            resolver.reference.day = report.day
            resolver.reference.basis = report.basis
            localPart = nil
        }
        resolver.looksAhead = found[index].looksAhead
        resolver.sentence = sentence
        if found[index].relation == .dateline { resolver.looksAhead = true }
        guard var resolved = resolver.resolve(scanned[index].meaning) else { return }
        if found[index].relation == .dateline, resolved.basis != .stated, let nearer = nearest(index) {
            resolved = nearer
        }
        // A date that the words give in full and that is past is not to come, whatever the verb.
        if resolved.basis == .stated, let day = resolver.reference.day, resolved.interval.end < day {
            found[index].looksAhead = false
        }
        if resolved.basis != .stated, let nearer = beside(index, found) { resolved = nearer }
        let relation = found[index].relation
        let whole = relation == .since ? sinceThen(resolved) : resolved
        found[index].when = When(whole.interval, span: found[index].span, basis: whole.basis)
        if relation == .birth { return }
        if relation == .dateline {
            if isNote(index), resolved.interval.isDay {
                resolver.reference.day = resolved.interval.start
                resolver.reference.basis = .text
                localPart = part
            }
            return
        }
        resolver.reference.remember(
            TimeReference.Anchor(
                interval: resolved.interval, sentence: sentence, isSubordinate: isSubordinate(found[index].head),
                basis: resolved.basis),
            looksAhead: found[index].looksAhead)
    }

    /// From there to the report's date.
    private func sinceThen(_ resolved: TimeResolver.Resolved) -> TimeResolver.Resolved {
        guard let day = resolver.reference.day, let interval = CalendarInterval(resolved.interval.start, day) else {
            return resolved
        }
        return (interval, resolver.reference.basis)
    }

    /// "Six months later, on 12 August": the second takes the year that lies nearest to the first.
    private func beside(_ index: Int, _ found: [TimeExpression]) -> TimeResolver.Resolved? {
        guard index > 0, case .shifted = scanned[index - 1].meaning, let before = found[index - 1].when,
            scanned[index].range.lowerBound - scanned[index - 1].range.upperBound <= 3,
            case .day(let month, let day, .none, _, _) = scanned[index].meaning
        else { return nil }
        let middle = (before.interval.start.ordinal + before.interval.end.ordinal) / 2
        let years = [before.interval.start.year - 1, before.interval.start.year, before.interval.start.year + 1]
        let nearest = years.compactMap { CalendarDay($0, month, day) }.min {
            abs($0.ordinal - middle) < abs($1.ordinal - middle)
        }
        return nearest.map { (CalendarInterval(day: $0), before.basis) }
    }

    /// The day of a dateline without a year that lies nearest to the report's date.
    private func nearest(_ index: Int) -> TimeResolver.Resolved? {
        guard case .day(let month, let day, .none, _, _) = scanned[index].meaning, let from = resolver.reference.day
        else { return nil }
        let days = [from.year - 1, from.year, from.year + 1].compactMap { CalendarDay($0, month, day) }
        return days.min { abs($0.ordinal - from.ordinal) < abs($1.ordinal - from.ordinal) }.map {
            (CalendarInterval(day: $0), resolver.reference.basis)
        }
    }

    /// Whether a dateline heads a note of its own further down, and not the whole report.
    private func isNote(_ index: Int) -> Bool {
        text.isSign(":", scanned[index].range.upperBound)
    }

    private func isSubordinate(_ token: Int) -> Bool {
        var node = token
        for _ in 0..<24 {
            switch syntax.dep[node] {
            case .acl, .relcl, .appos: return true
            default: break
            }
            if syntax.isRoot(node) { return false }
            node = syntax.head[node]
        }
        return false
    }

    // MARK: Counted from another event

    /// "sent on Thursday, five days before tariffs took effect": dates the other event from this one, or this one
    /// from the other where that has a date of its own.
    private mutating func resolveOffset(_ index: Int, _ found: inout [TimeExpression]) {
        guard case .offset(let count, let unit, let sign) = scanned[index].meaning, let hinge = scanned[index].hinge
        else { return }
        let hingeToken = text.lastTokens[hinge]
        let sentence = syntax.sentence[hingeToken]
        guard let other = complement(of: hingeToken) else { return }
        func when(_ source: When, _ count: Int) -> When? {
            source.interval.shifted(count, unit).map {
                When($0, span: found[index].span, basis: source.basis == .published ? .published : .text)
            }
        }
        if let own = dated(found, sentence: sentence, from: hingeToken, inside: other) {
            found[index].when = when(own, sign * count)
            return
        }
        if let mine = dated(found, sentence: sentence, to: found[index].tokens.lowerBound) {
            found[index].when = when(mine, -sign * count)
            found[index].dates = other
            return
        }
        guard let before = anchor(found, index, unit) else { return }
        if isKnown(other) || isLeading(index, found) {
            found[index].when = when(before, sign * count)
        } else {
            found[index].when = when(before, -sign * count)
            found[index].dates = other
        }
    }

    /// The verb of the clause, or the noun, that "after" and "before" stand before.
    private func complement(of hinge: Int) -> Int? {
        let head = syntax.head[hinge]
        if head > hinge, syntax.dep[hinge] == .mark || syntax.dep[hinge] == .case { return head }
        let sentence = syntax.sentences[syntax.sentence[hinge]].tokens
        return ((hinge + 1)..<max(hinge + 1, sentence.upperBound)).first {
            syntax.pos[$0] == .verb || syntax.pos[$0] == .noun
        }
    }

    private func dated(_ found: [TimeExpression], sentence: Int, from hinge: Int, inside other: Int) -> When? {
        found.first {
            $0.tokens.lowerBound > hinge && syntax.sentence[$0.head] == sentence
                && syntax.isInside($0.head, subtreeOf: other) && $0.relation == .at
        }?.when
    }

    private func dated(_ found: [TimeExpression], sentence: Int, to start: Int) -> When? {
        found.last {
            $0.tokens.upperBound <= start && syntax.sentence[$0.head] == sentence && $0.relation == .at
                && !isSubordinate($0.head) && $0.when != nil
        }?.when
    }

    private func anchor(_ found: [TimeExpression], _ index: Int, _ unit: TimeUnit) -> When? {
        let sentence = syntax.sentence[found[index].head]
        var peg: When?
        for time in found[..<index].reversed() {
            guard let when = time.when, time.relation == .at, !time.looksAhead else { continue }
            let distance = sentence - syntax.sentence[time.head]
            if !isSubordinate(time.head), when.interval.size <= unit.size { peg = when }
            if distance > 6 { continue }
            let isNear = distance <= 1 && !isSubordinate(time.head)
            if isNear || when.interval.size <= unit.size { return when }
        }
        return peg
    }

    /// A noun that the report has spoken of: "his arrest", "the attack".
    private func isKnown(_ noun: Int) -> Bool {
        guard syntax.pos[noun] == .noun else { return false }
        return syntax.children(noun).contains {
            $0 < noun && (syntax.dep[$0] == .poss || syntax.dep[$0] == .det)
                && !["a", "an", "un", "una"].contains(syntax.lower[$0])
        }
    }

    private func isLeading(_ index: Int, _ found: [TimeExpression]) -> Bool {
        let sentence = syntax.sentences[syntax.sentence[found[index].head]]
        return found[index].tokens.lowerBound <= sentence.tokens.lowerBound + 1
    }
}
