import Vocabulary

/// Finds the events of a report.
package struct EventFinder: Sendable {
    let lexicon: Lexicon

    package init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// - Parameter officials: entities that hold an office or work for a public body.
    package func find(
        in syntax: Syntax, mentions: MentionMap, times: [TimeExpression], numbers: Numbers, officials: Set<Int> = []
    ) -> [EventDraft] {
        let found = PlaceRows(syntax: syntax, mentions: mentions, grammar: lexicon.grammar)
            .complete(candidates(in: syntax, mentions: mentions, times: times))
        let done = DeedDoers(syntax: syntax, mentions: mentions, grammar: lexicon.grammar).complete(found)
        let dated = EventDetails(
            syntax: syntax, mentions: mentions, times: times, numbers: numbers, lexicon: lexicon,
            triggers: Set(done.map(\.draft.trigger))
        ).complete(done)
        let guarded = AccusedGuard(
            syntax: syntax, mentions: mentions, officials: officials, nouns: lexicon.names.people
        ).guarded(dated)
        let merged = EventMerger(syntax: syntax, mentions: mentions, lexicon: lexicon).merge(guarded)
        return EventExtras(syntax: syntax, mentions: mentions, numbers: numbers, lexicon: lexicon).complete(merged)
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
        return matches.filter { !taken.contains($0.clause.predicate) }.map { match in
            let draft = filler.draft(match, accused: accused)
            if [.transfer, .arrest, .charge, .trial, .sentence, .conviction].contains(draft.type) {
                accused.formUnion(draft.entities(.person))
            }
            return EventCandidate(draft: draft, frame: match.frame, voice: match.clause.voice)
        }
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
