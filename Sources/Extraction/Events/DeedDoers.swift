import Vocabulary

/// Finds who did a deed that a noun tells without naming its doer: "ordered the murder of X", "wanted for the killing
/// of X", "convicted of kidnapping Y".
struct DeedDoers {
    let syntax: Syntax
    let mentions: MentionMap
    let builder: ClauseBuilder
    let perpetration: Set<String>

    init(syntax: Syntax, mentions: MentionMap, grammar: GrammarTable) {
        self.syntax = syntax
        self.mentions = mentions
        builder = ClauseBuilder(syntax: syntax, grammar: grammar)
        perpetration = grammar.perpetration
    }

    private static let deeds: Set<EventType> = [.death, .attack, .kidnapping]
    private static let accusing: Set<EventType> = [.charge, .conviction, .plea, .sentence]

    func complete(_ candidates: [EventCandidate]) -> [EventCandidate] {
        var perpetrated = Set<Int>()
        let accusations = Dictionary(grouping: candidates.map(\.draft).filter { Self.accusing.contains($0.type) }) {
            syntax.sentence[$0.trigger]
        }
        var result = candidates
        for index in result.indices where Self.deeds.contains(result[index].draft.type) {
            guard result[index].voice == .nominal, !result[index].draft.has(.agent) else { continue }
            let trigger = result[index].draft.trigger
            if let verb = perpetrator(of: trigger) {
                perpetrated.insert(verb)
                addAgents(subjects(of: verb), to: &result[index])
            }
            if !result[index].draft.has(.agent),
                let accusation = accusation(around: trigger, in: accusations[syntax.sentence[trigger]] ?? [])
            {
                addAgents(persons(of: accusation), to: &result[index])
            }
        }
        // "ordered the killing": an order to do a deed is no authorisation of it.
        return result.filter { $0.draft.type != .authorization || !perpetrated.contains($0.draft.trigger) }
    }

    /// The verb of doing that governs a deed, through its coordination.
    private func perpetrator(of deed: Int) -> Int? {
        let first = syntax.firstConjunct(deed)
        guard !syntax.isRoot(first) else { return nil }
        let governor = syntax.head[first]
        switch syntax.dep[first] {
        case .obj, .obl, .nmod, .xcomp, .nsubjPass:
            return perpetration.contains(syntax.lemma[governor]) || perpetration.contains(syntax.lower[governor])
                ? governor : nil
        default: return nil
        }
    }

    private func subjects(of verb: Int) -> [RelationDraft.End] {
        let clause = builder.clause(at: verb)
        let doers = clause.voice == .passive ? clause.agents : clause.subjects
        if doers.isEmpty, syntax.pos[verb] != .verb {
            return mentions.participants(at: syntax.head[verb], syntax: syntax)
        }
        return doers.flatMap { mentions.participants(at: $0, syntax: syntax) }
    }

    private func accusation(around deed: Int, in accusations: [EventDraft]) -> EventDraft? {
        let span = syntax.span(deed)
        return accusations.first { draft in
            (draft.texts(.crime).contains { $0.contains(span) } || hangs(deed, on: draft.trigger))
        }
    }

    /// "accused of involvement in the murder": the deed is an oblique of the accusing word, however the parse nests it.
    private func hangs(_ deed: Int, on trigger: Int) -> Bool {
        var node = deed
        for _ in 0..<4 {
            let isLink =
                [.obl, .nmod, .obj, .conj].contains(syntax.dep[node])
                || [.xcomp, .acl, .advcl].contains(syntax.dep[node]) && perpetration.contains(syntax.lemma[node])
            guard isLink, !syntax.isRoot(node) else { return false }
            node = syntax.head[node]
            if node == trigger { return true }
        }
        return false
    }

    private func persons(of draft: EventDraft) -> [RelationDraft.End] {
        draft.arguments.compactMap {
            guard $0.role == .person, case .entity(let end) = $0.filler else { return nil }
            return end
        }
    }

    private func addAgents(_ ends: [RelationDraft.End], to candidate: inout EventCandidate) {
        let victims = candidate.draft.entities(.victim)
        for end in ends where !victims.contains(end.entity) && !candidate.draft.entities(.agent).contains(end.entity) {
            guard [.person, .people, .organization].contains(mentions.entities[end.entity].type) else { continue }
            candidate.draft.arguments.append(EventDraft.Argument(role: .agent, filler: .entity(end)))
        }
    }
}
