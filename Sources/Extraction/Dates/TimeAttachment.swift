import Vocabulary

/// Says which time expression dates which event.
package struct TimeAttachment: Sendable {
    let syntax: Syntax
    let times: [TimeExpression]
    private let table: TimeTable
    private let triggers: Set<Int>
    private let outlook: Outlook
    private let hanging: TimeOwners
    /// The expressions that hang on each trigger, and on each other predicate.
    private var owned: [Int: [Int]] = [:]
    /// For each token the expression that covers it.
    private var covering: [Int: Int] = [:]
    /// The expressions of each sentence.
    private var bySentence: [Int: [Int]] = [:]

    /// - Parameter triggers: every token that tells an event, so that one does not take another's time.
    package init(syntax: Syntax, times: [TimeExpression], lexicon: Lexicon, triggers: Set<Int> = []) {
        self.syntax = syntax
        self.times = times
        self.triggers = triggers
        table = lexicon.times
        outlook = Outlook(syntax: syntax, table: lexicon.times)
        hanging = TimeOwners(syntax: syntax, times: times, table: lexicon.times, triggers: triggers)
        for (index, time) in times.enumerated() {
            for token in time.tokens { covering[token] = index }
            bySentence[syntax.sentence[time.head], default: []].append(index)
        }
        for index in times.indices {
            for token in hanging.owners(of: index) { owned[token, default: []].append(index) }
        }
    }

    /// The expression that hangs on an event's trigger (a verb or noun) or on its clause; nil when the only ones
    /// about belong to another predicate. One without `when` is given too: the report dates the event, unresolved.
    package func time(of trigger: Int) -> TimeExpression? {
        direct(trigger) ?? shared(trigger) ?? lent(trigger) ?? leading(trigger) ?? nearby(trigger)
    }

    private func direct(_ trigger: Int) -> TimeExpression? {
        if let time = best(owned[trigger] ?? [], for: trigger) { return time }
        // A verb that hangs on the expression itself.
        let head = syntax.head[trigger]
        if head != trigger, let index = covering[head], !triggers.contains(head),
            [.acl, .relcl, .amod, .nmod, .advcl].contains(syntax.dep[trigger]), times[index].relation.datesEvents
        {
            return times[index]
        }
        return nil
    }

    /// The most telling of several: one that is resolved, then the shortest interval, then the nearest.
    private func best(_ indices: [Int], for trigger: Int) -> TimeExpression? {
        func rank(_ index: Int) -> (Int, Int, Int) {
            let time = times[index]
            let days = time.when.map { $0.interval.end.ordinal - $0.interval.start.ordinal } ?? Int.max
            return (time.when == nil ? 1 : 0, days, abs(time.head - trigger))
        }
        return indices.min { rank($0) < rank($1) }.map { times[$0] }
    }

    // MARK: Coordination

    /// From the other members of a coordination.
    private func shared(_ trigger: Int) -> TimeExpression? {
        let first = syntax.firstConjunct(trigger)
        let members = syntax.coordinated(first)
        guard members.count > 1 else { return nil }
        if syntax.pos[trigger] == .noun || syntax.pos[trigger] == .propn {
            for member in members where member != trigger {
                if let time = best(owned[member] ?? [], for: trigger),
                    time.tokens.lowerBound > (members.last ?? 0) || time.tokens.upperBound <= first
                {
                    return time
                }
            }
            return nil
        }
        for member in members.reversed() where member < trigger {
            guard let time = best(owned[member] ?? [], for: trigger) else { continue }
            return inherits(trigger, from: member, time) ? time : nil
        }
        // "was located and arrested in March": the verbs stand together before their time.
        if let next = members.first(where: { $0 > trigger }), next - trigger <= 3, !hasOwnSubject(next),
            let time = best(owned[next] ?? [], for: trigger), time.tokens.lowerBound > next
        {
            return time
        }
        return nil
    }

    /// Whether a later verb shares the time of an earlier one: a leading adverbial always, one behind the first verb
    /// only when it counts from the day of the report ("was arraigned yesterday and pleaded not guilty").
    private func inherits(_ trigger: Int, from member: Int, _ time: TimeExpression) -> Bool {
        guard goesOn(from: member, to: trigger), isAhead(trigger) == isAhead(member) else { return false }
        if time.tokens.upperBound <= member { return true }
        return !hasOwnSubject(trigger) && time.origin == .report
    }

    /// Whether no word between two verbs sets them against each other.
    private func goesOn(from first: Int, to second: Int) -> Bool {
        !(first..<second).contains { [";", "but", "pero", "while", "mientras"].contains(syntax.lower[$0]) }
    }

    private func isAhead(_ verb: Int) -> Bool {
        syntax.feature("Tense", verb) == "Fut"
            || syntax.children(verb).contains {
                table.futureAuxiliaries.contains(syntax.lower[$0]) && syntax.dep[$0] == .aux
            }
    }

    private func hasOwnSubject(_ verb: Int) -> Bool {
        syntax.children(verb).contains { syntax.dep[$0] == .nsubj || syntax.dep[$0] == .nsubjPass }
    }

    // MARK: From another word

    /// From a verb that only says that the event took place, was fixed, made, or is to come.
    private func lent(_ trigger: Int) -> TimeExpression? {
        var node = trigger
        for _ in 0..<4 {
            let governor = syntax.head[node]
            guard governor != node, let next = lender(node, governor, trigger) else { return nil }
            if let time = best(owned[next] ?? [], for: trigger),
                time.dates == nil || syntax.isInside(trigger, subtreeOf: next)
            {
                return time
            }
            if let time = shared(next) { return time }
            node = next
        }
        return nil
    }

    /// The governor, where its time is that of what hangs on it.
    private func lender(_ node: Int, _ governor: Int, _ trigger: Int) -> Int? {
        let isVerbTrigger = triggers.contains(governor)
        switch syntax.dep[node] {
        case .nsubj, .nsubjPass, .obj, .csubj: return !isVerbTrigger && hanging.isLight(governor) ? governor : nil
        case .obl:
            guard syntax.pos[node] == .noun else { return nil }
            let preposition = syntax.preposition(of: node)
            if table.purposePrepositions.contains(preposition), table.journeys.contains(syntax.lemma[governor]) {
                return governor
            }
            if table.aheadWords.contains(syntax.lower[governor])
                || table.aheadWithPreposition.contains(syntax.lower[governor])
            {
                return governor
            }
            guard table.statePrepositions.contains(preposition) else { return nil }
            return !isVerbTrigger && hanging.isLight(governor) ? governor : nil
        case .xcomp, .ccomp:
            let isClause =
                table.clauseVerbs.contains(syntax.lemma[governor]) || table.aheadWords.contains(syntax.lower[governor])
            if isClause { return governor }
            return syntax.dep[node] == .xcomp && table.journeys.contains(syntax.lemma[governor]) ? governor : nil
        case .advcl:
            // "flew to Washington on Monday to meet", "viajará mañana para reunirse"
            let isInfinitive = syntax.tag(node) == "VB" || syntax.feature("VerbForm", node) == "Inf"
            return isInfinitive && table.journeys.contains(syntax.lemma[governor]) ? governor : nil
        case .conj: return syntax.pos[node] == .noun ? governor : nil
        case .nmod: return syntax.pos[governor] == .noun && hanging.isLight(governor) ? governor : nil
        case .relcl, .acl, .amod:
            if table.documents.contains(syntax.lemma[governor]), node == trigger { return governor }
            let sum = syntax.head[governor]
            let isSum =
                sum != governor && table.sums.contains(syntax.lemma[sum])
                && [.nsubj, .nsubjPass, .obj].contains(syntax.dep[governor])
            return isSum && syntax.dep[node] != .relcl ? sum : nil
        default: return nil
        }
    }

    /// A time at the head of a sentence holds for the main clauses that follow it up to a semicolon, however the parse
    /// joins them.
    private func leading(_ trigger: Int) -> TimeExpression? {
        guard syntax.pos[trigger] == .verb else { return nil }
        let sentence = syntax.sentences[syntax.sentence[trigger]].tokens
        let indices = bySentence[syntax.sentence[trigger]] ?? []
        guard let first = indices.first, times[first].tokens.lowerBound <= sentence.lowerBound + 1,
            times[first].relation == .at, times[first].dates == nil, trigger > times[first].tokens.upperBound,
            goesOn(from: times[first].tokens.upperBound, to: trigger), isMainClause(trigger)
        else { return nil }
        if indices.dropFirst().contains(where: { times[$0].tokens.lowerBound < trigger }) { return nil }
        // Where the time was handed on ("On May 3 he is accused of killing"), it holds for no other clause.
        guard let owner = hanging.owners(of: first).first, owner == hanging.climb(from: times[first].head).first,
            isAhead(owner) == isAhead(trigger)
        else { return nil }
        return times[first]
    }

    private func isMainClause(_ verb: Int) -> Bool {
        guard hasOwnSubject(verb) || table.dropsSubjects, syntax.children(verb, .mark).isEmpty else { return false }
        var node = verb
        for _ in 0..<8 {
            switch syntax.dep[node] {
            case .root: return true
            case .conj, .parataxis: node = syntax.head[node]
            // A clause before the verb that it is said to complement is coordinated with it.
            case .ccomp where node < syntax.head[node]: node = syntax.head[node]
            default: return syntax.isRoot(node)
            }
        }
        return false
    }

    /// Where the parse leaves an expression without a predicate: the only trigger near it, no verb between.
    private func nearby(_ trigger: Int) -> TimeExpression? {
        for index in bySentence[syntax.sentence[trigger]] ?? [] {
            let time = times[index]
            guard time.relation.datesEvents, time.dates == nil, hanging.climb(from: time.head).isEmpty else { continue }
            let between = min(time.tokens.upperBound, trigger)..<max(time.tokens.lowerBound, trigger)
            guard between.count < 30 else { continue }
            let blocked = between.contains {
                $0 != trigger && (triggers.contains($0) || syntax.pos[$0] == .verb) || syntax.lower[$0] == ";"
            }
            if !blocked { return time }
        }
        return nil
    }
}
