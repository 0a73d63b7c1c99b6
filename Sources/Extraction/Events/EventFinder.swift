import Vocabulary

/// Finds the events of a report.
package struct EventFinder: Sendable {
    let lexicon: Lexicon

    package init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// - Parameter officials: entities that hold an office or work for a public body.
    package func find(
        in syntax: Syntax, mentions: MentionMap, times: [TimeExpression], numbers: Numbers, officials: Set<Int> = []
    ) -> [EventDraft] {
        let placed = PlaceRows(syntax: syntax, mentions: mentions, grammar: lexicon.grammar)
            .complete(candidates(in: syntax, mentions: mentions, times: times))
        let found = withFigures(placed, FigurePhrases(syntax: syntax, numbers: numbers))
        let done = DeedDoers(syntax: syntax, mentions: mentions, grammar: lexicon.grammar).complete(found)
        let dated = EventDetails(
            syntax: syntax, mentions: mentions, times: times, numbers: numbers, lexicon: lexicon,
            triggers: Set(done.filter(Self.holdsTime).map(\.draft.trigger))
        ).complete(done)
        let guarded = AccusedGuard(
            syntax: syntax, mentions: mentions, officials: officials, victims: lexicon.grammar.victims,
            nouns: lexicon.names.people
        ).guarded(dated)
        let merged = EventMerger(syntax: syntax, mentions: mentions, lexicon: lexicon).merge(guarded)
        return EventExtras(syntax: syntax, mentions: mentions, numbers: numbers, lexicon: lexicon).complete(merged)
    }

    /// Whether a telling may own a date: "pleaded guilty to murder in 2012" dates the plea, as nobody's murder is told.
    private static func holdsTime(_ candidate: EventCandidate) -> Bool {
        candidate.voice != .nominal || candidate.frame.leans || candidate.draft.fulfils(candidate.frame.requires)
    }

    /// Punishments and rewards with their figures, each up to where the next is told.
    private func withFigures(_ candidates: [EventCandidate], _ figures: FigurePhrases) -> [EventCandidate] {
        var result = candidates
        var next: [EventType: Int] = [:]
        for index in result.indices.reversed() where [.sentence, .reward].contains(result[index].draft.type) {
            let draft = result[index].draft
            result[index].draft = figures.complete(draft, before: next[draft.type] ?? Int.max)
            next[draft.type] = draft.triggerSpan.start
        }
        return result
    }

    /// Every triggered frame with its roles filled, words that complete another trigger left out.
    private func candidates(in syntax: Syntax, mentions: MentionMap, times: [TimeExpression]) -> [EventCandidate] {
        let grammar = lexicon.grammar
        let matcher = FrameMatcher(
            syntax: syntax, table: lexicon.frames, builder: ClauseBuilder(syntax: syntax, grammar: grammar))
        let filler = RoleFiller(
            syntax: syntax, mentions: mentions, grammar: grammar, times: times,
            attribution: AttributionFinder(
                syntax: syntax, mentions: mentions, table: lexicon.attribution, grammar: grammar),
            given: lexicon.names.given)
        var matches: [FrameMatcher.Match] = []
        var taken = Set<Int>()
        for token in 0..<syntax.count {
            guard !isInsideName(token, mentions), let match = matcher.match(at: token) else { continue }
            taken.formUnion(match.extensions)
            if match.trigger.count > 1 { taken.formUnion(match.trigger.filter { $0 != match.clause.predicate }) }
            matches.append(match)
        }
        var accused = Set<Int>()
        return matches.filter { !taken.contains($0.clause.predicate) && !isInvitation($0) }.map { match in
            var draft = filler.draft(match, accused: accused)
            if [.transfer, .arrest, .charge, .trial, .sentence, .conviction].contains(draft.type) {
                accused.formUnion(draft.entities(.person))
            }
            if draft.type == .death, isAttempt(match.clause.predicate, grammar, syntax) {
                draft.type = .attack
                draft.label = EventType.attack.rawValue
            }
            return EventCandidate(draft: draft, frame: match.frame, voice: match.clause.voice)
        }.filter { !isToCare($0.draft, mentions, grammar) }
    }

    /// "transported to a hospital": no state hands anybody over.
    private func isToCare(_ draft: EventDraft, _ mentions: MentionMap, _ grammar: GrammarTable) -> Bool {
        draft.type == .transfer
            && draft.entities(.destination).contains { entity in
                FoldedName(mentions.entities[entity].name).words.contains { grammar.care.contains(String($0)) }
            }
    }

    /// "Meet the team": a verb of meeting that nobody does is a heading's invitation.
    private func isInvitation(_ match: FrameMatcher.Match) -> Bool {
        match.frame.event == .meeting && match.clause.voice == .active && match.clause.subjects.isEmpty
    }

    /// "attempted murder", "tried to kill": nobody is told to have died.
    private func isAttempt(_ trigger: Int, _ grammar: GrammarTable, _ syntax: Syntax) -> Bool {
        func isTrying(_ token: Int) -> Bool {
            grammar.attempts.contains(syntax.lemma[token]) || grammar.attempts.contains(syntax.lower[token])
        }
        if syntax.children(trigger).contains(where: { [.amod, .compound].contains(syntax.dep[$0]) && isTrying($0) }) {
            return true
        }
        guard !syntax.isRoot(trigger), [.xcomp, .ccomp, .acl, .nmod, .obl, .advcl].contains(syntax.dep[trigger]) else {
            return false
        }
        return isTrying(syntax.head[trigger])
    }

    private func isInsideName(_ token: Int, _ mentions: MentionMap) -> Bool {
        guard let mention = mentions.mention(at: token) else { return false }
        return mention.kind == .name || mention.kind == .demonym
    }
}

/// An event with what told it, before it is weighed and merged.
struct EventCandidate: Sendable {
    var draft: EventDraft
    var frame: Frame
    var voice: Clause.Voice
    var isCondition = false
    /// The word that governs it ("refused to *send*").
    var governor: Int?
    /// How well it tells the event: the clearest telling gives trigger and evidence.
    var clarity = 0
}
