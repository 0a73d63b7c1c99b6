import Vocabulary

/// Says which time expression dates which event.
package struct TimeAttachment: Sendable {
    let syntax: Syntax
    let times: [TimeExpression]
    let table: TimeTable
    /// The tokens that tell events.
    let triggers: Set<Int>
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
        table = lexicon.times
        self.triggers = triggers
        for (index, time) in times.enumerated() {
            for token in time.tokens { covering[token] = index }
            bySentence[syntax.sentence[time.head], default: []].append(index)
        }
        for index in times.indices {
            for token in owners(of: index) { owned[token, default: []].append(index) }
        }
    }

    /// The expression that hangs on an event's trigger (a verb or noun) or on its clause; nil when the only ones
    /// about belong to another predicate. One without `when` is given too: the report dates the event, unresolved.
    package func time(of trigger: Int) -> TimeExpression? {
        direct(trigger) ?? shared(trigger) ?? lent(trigger) ?? nearby(trigger)
    }

    // MARK: What an expression hangs on

    /// The triggers and predicates that an expression dates, nearest first.
    private func owners(of index: Int) -> [Int] {
        let time = times[index]
        if let other = time.dates {
            var found = [other]
            if isNominalAntecedent(other) { found.append(syntax.head[other]) }
            if syntax.pos[other] != .noun { found += nouns(of: other) }
            if time.relation == .until || time.tokens.upperBound > other { return found }
            // "on March 3, when he was arrested" dates its own verb, too.
            return isHinged(time) ? found : found + climb(from: time.head)
        }
        guard ![.until, .before, .after, .dateline].contains(time.relation) else { return [] }
        return climb(from: time.head)
    }

    private func isHinged(_ time: TimeExpression) -> Bool {
        let next = time.tokens.upperBound
        return next < syntax.count && (syntax.dep[next] == .mark || syntax.dep[next] == .case)
    }

    private func climb(from head: Int) -> [Int] {
        var found: [Int] = []
        var node = head
        for _ in 0..<32 {
            let parent = syntax.head[node]
            guard parent != node else { break }
            if triggers.contains(parent) {
                found.append(parent)
                // "agreed in a July 31 call": the verb happened when the call did.
                if isOccasion(parent) {
                    node = parent
                    continue
                }
                if let noun = antecedent(of: parent), triggers.contains(noun), isLight(parent) { found.append(noun) }
                break
            }
            if isPredicate(parent) {
                found.append(parent)
                if let noun = antecedent(of: parent), triggers.contains(noun) { found.append(noun) }
                break
            }
            node = parent
        }
        return found
    }

    /// The noun that a relative clause or participle belongs to.
    private func antecedent(of predicate: Int) -> Int? {
        var node = predicate
        for _ in 0..<6 {
            let parent = syntax.head[node]
            guard parent != node else { return nil }
            switch syntax.dep[node] {
            case .acl, .relcl, .amod: return parent
            case .conj, .xcomp: node = parent
            default: return nil
            }
        }
        return nil
    }

    private func isNominalAntecedent(_ verb: Int) -> Bool {
        syntax.dep[verb] == .acl && triggers.contains(syntax.head[verb])
    }

    /// The subjects and objects of a verb that are triggers.
    private func nouns(of verb: Int) -> [Int] {
        syntax.children(verb).filter {
            [.nsubj, .nsubjPass, .obj].contains(syntax.dep[$0]) && triggers.contains($0)
        }
    }

    func isPredicate(_ token: Int) -> Bool {
        switch syntax.pos[token] {
        case .verb, .aux: return true
        case .adj, .noun, .x, .propn, .num, .adv, .pron:
            if syntax.children(token).contains(where: {
                [.nsubj, .nsubjPass, .aux, .auxPass, .cop, .csubj].contains(syntax.dep[$0])
            }) {
                return true
            }
            switch syntax.dep[token] {
            case .advcl, .acl, .relcl, .ccomp, .csubj: return true
            // Participles that the Spanish pipeline takes for adjectives: "prevista para el lunes".
            case .amod: return syntax.children(token).contains { syntax.dep[$0] == .obl }
            default: return false
            }
        default: return false
        }
    }

    func isLight(_ token: Int) -> Bool {
        table.lightVerbs.contains(syntax.lemma[token]) || table.aheadWords.contains(syntax.lower[token])
    }

    private func isOccasion(_ noun: Int) -> Bool {
        guard syntax.pos[noun] == .noun, syntax.dep[noun] == .obl || syntax.dep[noun] == .nmod,
            table.occasions.contains(syntax.lemma[noun]) || table.occasions.contains(syntax.lower[noun])
        else { return false }
        return ["in", "during", "at", "en", "durante"].contains(syntax.preposition(of: noun))
    }

    // MARK: What dates a trigger

    private func direct(_ trigger: Int) -> TimeExpression? {
        if let time = best(owned[trigger] ?? [], for: trigger) { return time }
        // A verb that hangs on the expression itself.
        let head = syntax.head[trigger]
        if head != trigger, let index = covering[head], !triggers.contains(head),
            [.acl, .relcl, .amod, .nmod, .advcl].contains(syntax.dep[trigger]), usable(times[index])
        {
            return times[index]
        }
        return nil
    }

    private func usable(_ time: TimeExpression) -> Bool {
        ![.until, .before, .after, .dateline].contains(time.relation)
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

    /// From the other members of a coordination.
    private func shared(_ trigger: Int) -> TimeExpression? {
        let first = syntax.firstConjunct(trigger)
        let members = syntax.coordinated(first)
        guard members.count > 1 else { return nil }
        if syntax.pos[trigger] == .noun || syntax.pos[trigger] == .propn {
            for member in members where member != trigger {
                if let time = best(owned[member] ?? [], for: trigger),
                    time.tokens.lowerBound > (members.last ?? 0)
                        || time.tokens.upperBound <= first
                {
                    return time
                }
            }
            return nil
        }
        for member in members.reversed() where member < trigger {
            guard let time = best(owned[member] ?? [], for: trigger) else { continue }
            if inherits(trigger, from: member, time) { return time }
            return nil
        }
        // "was located and arrested in March": the verbs stand together before their time.
        if let next = members.first(where: { $0 > trigger }), next - trigger <= 3,
            !hasOwnSubject(next), let time = best(owned[next] ?? [], for: trigger), time.tokens.lowerBound > next
        {
            return time
        }
        return nil
    }

    /// Whether a later verb shares the time of an earlier one: a leading adverbial always, one behind the first verb
    /// only when it is a day of the news ("was arraigned yesterday and pleaded not guilty").
    private func inherits(_ trigger: Int, from member: Int, _ time: TimeExpression) -> Bool {
        guard !time.looksAhead || isAhead(trigger) else { return false }
        let between = member..<trigger
        if between.contains(where: {
            syntax.lower[$0] == ";" || syntax.lower[$0] == "but" || syntax.lower[$0] == "pero"
        }) {
            return false
        }
        if isAhead(trigger) != isAhead(member) { return false }
        if time.tokens.upperBound <= member { return true }
        guard !hasOwnSubject(trigger), let when = time.when, when.basis == .published else { return false }
        return when.interval.isDay && time.tokens.count <= 4
    }

    private func isAhead(_ verb: Int) -> Bool {
        syntax.children(verb).contains { table.futureAuxiliaries.contains(syntax.lower[$0]) }
    }

    private func hasOwnSubject(_ verb: Int) -> Bool {
        syntax.children(verb).contains { syntax.dep[$0] == .nsubj || syntax.dep[$0] == .nsubjPass }
    }

    /// From a verb that only says that the event took place, was fixed, made, or is to come.
    private func lent(_ trigger: Int) -> TimeExpression? {
        var node = trigger
        for _ in 0..<3 {
            let governor = syntax.head[node]
            guard governor != node else { return nil }
            switch syntax.dep[node] {
            case .nsubj, .nsubjPass, .obj, .obl, .xcomp, .ccomp, .csubj:
                guard !triggers.contains(governor) || syntax.dep[node] == .xcomp, isLight(governor) else { return nil }
                if syntax.dep[node] == .obl, syntax.pos[trigger] != .noun { return nil }
                if let time = best(owned[governor] ?? [], for: trigger), time.dates == nil { return time }
                if let time = shared(governor) { return time }
                node = governor
            case .conj:
                node = governor
            case .nmod where syntax.pos[governor] == .noun && isLight(governor): node = governor
            default: return nil
            }
        }
        return nil
    }

    /// Where the parse leaves an expression without a predicate: the only trigger near it, no verb between.
    private func nearby(_ trigger: Int) -> TimeExpression? {
        for index in bySentence[syntax.sentence[trigger]] ?? [] {
            let time = times[index]
            guard usable(time), time.dates == nil, climb(from: time.head).isEmpty else { continue }
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
