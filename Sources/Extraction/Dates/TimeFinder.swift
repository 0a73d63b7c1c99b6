package import Vocabulary

/// Finds the words that say when, and the calendar intervals that they mean.
package struct TimeFinder: Sendable {
    let lexicon: Lexicon

    package init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// The expressions in text order, none inside another.
    ///
    /// - Parameter published: the report's date. Without one the report's dateline takes its place, and without
    ///   that the latest full date in the text.
    package func find(in syntax: Syntax, published: CalendarDay?) -> [TimeExpression] {
        let text = TimeText(
            AtomSequence(syntax), table: lexicon.times, numbers: NumberReader(table: lexicon.numbers))
        let scanned = TimeScanner(text: text).scan()
        let outlook = Outlook(syntax: syntax, table: lexicon.times)
        var found = scanned.map { time in
            let tokens = text.tokens(time.range)
            let head = Self.head(of: tokens, in: syntax)
            return TimeExpression(
                tokens: tokens, span: NumberFinder.span(of: time.range, text.atoms), when: nil, head: head,
                relation: relation(time, head, syntax), origin: time.meaning.origin,
                looksAhead: outlook.looksAhead(from: head))
        }
        let datelines = Dateline(text: text, syntax: syntax)
        for index in found.indices where datelines.isDateline(scanned[index]) { found[index].relation = .dateline }
        var clock = TimeClock(
            text: text, syntax: syntax, scanned: scanned, reference: reference(found, scanned, published, outlook))
        clock.run(&found)
        RelativeClauses(text: text, syntax: syntax, scanned: scanned).point(&found)
        return found
    }

    /// The date that the report gives for itself: "BRUSSELS, March 13, 2025 (Agency) -", "Fecha: 8 de julio de 2025".
    package func datelineDate(in syntax: Syntax) -> CalendarDay? {
        find(in: syntax, published: nil).first { $0.relation == .dateline && $0.when?.basis == .stated }
            .flatMap { $0.when?.interval.start }
    }

    /// The day that relative expressions count from.
    private func reference(
        _ found: [TimeExpression], _ scanned: [ScannedTime], _ published: CalendarDay?, _ outlook: Outlook
    ) -> TimeReference {
        if let published { return TimeReference(day: published, basis: .published) }
        var resolver = TimeResolver(reference: TimeReference(day: nil, basis: .text))
        var dateline: CalendarDay?
        var latest: CalendarDay?
        for (index, time) in scanned.enumerated() {
            resolver.looksAhead = found[index].looksAhead
            guard let resolved = resolver.resolve(time.meaning), resolved.interval.isDay else { continue }
            let day = resolved.interval.start
            if found[index].relation == .dateline, dateline == nil { dateline = day }
            if !outlook.isComing(found[index].head), latest.map({ $0 < day }) ?? true { latest = day }
        }
        return TimeReference(day: dateline ?? latest, basis: .text)
    }

    /// A bound holds only where the expression is not itself the attribute of a noun ("after *February's* transfer").
    private func relation(_ time: ScannedTime, _ head: Int, _ syntax: Syntax) -> TimeExpression.Relation {
        switch syntax.dep[head] {
        case .compound, .poss, .nummod, .amod:
            return syntax.head[head] > head && [.before, .after, .until].contains(time.relation) ? .at : time.relation
        default: return time.relation
        }
    }

    /// The token whose head lies outside: the one that the expression hangs by.
    static func head(of tokens: Range<Int>, in syntax: Syntax) -> Int {
        var best: Int?
        for token in tokens where syntax.isRoot(token) || !tokens.contains(syntax.head[token]) {
            switch syntax.dep[token] {
            case .punct, .case, .det, .mark, .cc: continue
            default: break
            }
            if best == nil || syntax.pos[token].isNominal && !syntax.pos[best ?? token].isNominal { best = token }
        }
        return best ?? tokens.lowerBound
    }
}
