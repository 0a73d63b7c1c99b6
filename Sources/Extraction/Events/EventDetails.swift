import Vocabulary

/// Adds to each event when it happened, how many it concerns, how sure it is and who says so.
struct EventDetails {
    let syntax: Syntax
    let mentions: MentionMap
    let attachment: TimeAttachment
    let counts: EventCounts
    let modality: ModalityScope
    let attribution: AttributionFinder
    /// Verbs whose subject does the deed told under them.
    let perpetration: Set<String>

    /// - Parameter triggers: every token that tells an event, so that none takes another's time.
    init(
        syntax: Syntax, mentions: MentionMap, times: [TimeExpression], numbers: Numbers, lexicon: Lexicon,
        triggers: Set<Int>
    ) {
        self.syntax = syntax
        self.mentions = mentions
        perpetration = lexicon.grammar.perpetration
        attachment = TimeAttachment(syntax: syntax, times: times, lexicon: lexicon, triggers: triggers)
        counts = EventCounts(
            syntax: syntax, mentions: mentions,
            finder: CountFinder(syntax: syntax, numbers: numbers, lexicon: lexicon))
        modality = ModalityScope(syntax: syntax, table: lexicon.modality)
        attribution = AttributionFinder(
            syntax: syntax, mentions: mentions, table: lexicon.attribution, grammar: lexicon.grammar)
    }

    func complete(_ candidates: [EventCandidate]) -> [EventCandidate] {
        let charged = crimeSpans(candidates)
        return candidates.map { complete($0, charged: charged[syntax.sentence[$0.draft.trigger]] ?? []) }
    }

    private func complete(_ candidate: EventCandidate, charged: [(Span, EventDraft)]) -> EventCandidate {
        var result = candidate
        let trigger = candidate.draft.trigger
        let scope = modality.value(at: trigger)
        result.draft.modality = candidate.frame.modality ?? .asserted
        // "will face 20 years": a possible punishment stays one, whenever it comes.
        let staysPossible = candidate.frame.modality == .possible && scope.modality == .planned
        if scope.modality != .asserted, !staysPossible { result.draft.modality = scope.modality }
        if scope.polarity == .negative {
            result.draft.polarity = candidate.draft.polarity == .negative ? .positive : .negative
        }
        result.isCondition = scope.isCondition
        result.governor = scope.governor
        let isDeed = [.crime, .death, .attack, .kidnapping].contains(candidate.draft.type)
        // "convicted of ordering the murder": what was ordered and is punished has been done.
        if isDeed, candidate.voice == .nominal, scope.modality == .planned, let verb = scope.governor,
            perpetration.contains(syntax.lemma[verb]), candidate.draft.has(.agent) || syntax.dep[verb] != .ccomp
        {
            result.draft.modality = .asserted
        }
        // The deed behind a charge is alleged; behind a plea, a conviction or a sentence it is not.
        if isDeed, result.draft.modality == .asserted,
            let charge = charged.first(where: { $0.0.contains(candidate.draft.triggerSpan) || accuses($0.1, trigger) })
        {
            result.draft.modality = .alleged
            if result.draft.attributedTo.isEmpty {
                result.draft.attributedTo = charge.1.arguments.compactMap {
                    guard $0.role == .agent, case .entity(let end) = $0.filler else { return nil }
                    return end
                }
            }
        }
        if let time = attachment.time(of: trigger) { result.draft.when = time.when }
        result.draft.attributedTo += attribution.speakers(at: trigger, isDeed: isDeed).filter { speaker in
            !result.draft.attributedTo.contains { $0.entity == speaker.entity }
        }
        // Who promises or demands says so by doing it.
        let agents = result.draft.entities(.agent)
        if [.assurance, .request, .opposition].contains(result.draft.type) {
            result.draft.attributedTo.removeAll { agents.contains($0.entity) }
        }
        if isDeed, result.draft.modality == .asserted, isMereClaim(result.draft) { result.draft.modality = .alleged }
        result.draft.counts = counts.counts(result.draft)
        result.clarity = clarity(result)
        return result
    }

    /// Whether a deed's noun hangs on the word that accuses of it.
    private func accuses(_ charge: EventDraft, _ deed: Int) -> Bool {
        var node = deed
        for _ in 0..<4 {
            guard [.obl, .nmod, .obj, .conj].contains(syntax.dep[node]), !syntax.isRoot(node) else { return false }
            node = syntax.head[node]
            if node == charge.trigger { return true }
        }
        return false
    }

    /// Whether somebody else than the doer says that somebody did it.
    private func isMereClaim(_ draft: EventDraft) -> Bool {
        let doers = Set(draft.entities(draft.type == .crime ? .person : .agent))
        return !doers.isEmpty && draft.attributedTo.contains { !doers.contains($0.entity) }
    }

    /// The spans of the crimes of charges, each with its charge, by sentence.
    private func crimeSpans(_ candidates: [EventCandidate]) -> [Int: [(Span, EventDraft)]] {
        var found: [Int: [(Span, EventDraft)]] = [:]
        for candidate in candidates where candidate.draft.type == .charge {
            for crime in candidate.draft.texts(.crime) {
                found[syntax.sentence[candidate.draft.trigger], default: []].append((crime, candidate.draft))
            }
        }
        return found
    }

    private func clarity(_ candidate: EventCandidate) -> Int {
        var score = 2 * candidate.draft.arguments.count
        if candidate.voice != .nominal { score += 2 }
        if candidate.draft.when != nil { score += 2 }
        let part = syntax.parts[syntax.sentences[syntax.sentence[candidate.draft.trigger]].part]
        if part.kind == .headline || part.kind == .subhead {
            score -= 6
        }
        if candidate.draft.modality == .asserted { score += 1 }
        return score
    }
}
