import Vocabulary

/// Fills the roles of a triggered frame from the places of its clause.
struct RoleFiller: Sendable {
    let syntax: Syntax
    let mentions: MentionMap
    let grammar: GrammarTable
    let phrase: TextPhrase
    let topics: TopicFinder
    let times: [TimeExpression]
    let attribution: AttributionFinder
    private let loose: LooseParticiples
    private let rows: PlaceRows

    init(
        syntax: Syntax, mentions: MentionMap, grammar: GrammarTable, times: [TimeExpression],
        attribution: AttributionFinder, given: GivenNames? = nil
    ) {
        self.attribution = attribution
        self.times = times
        self.syntax = syntax
        self.mentions = mentions
        self.grammar = grammar
        phrase = TextPhrase(syntax: syntax, grammar: grammar)
        topics = TopicFinder(syntax: syntax, mentions: mentions, given: given)
        loose = LooseParticiples(syntax: syntax, mentions: mentions)
        rows = PlaceRows(syntax: syntax, mentions: mentions, grammar: grammar)
    }

    /// - Parameter accused: whom earlier events of the report were about.
    func draft(_ match: FrameMatcher.Match, accused: Set<Int> = []) -> EventDraft {
        var topics = topics
        topics.accused = accused
        let frame = match.frame
        var draft = EventDraft(
            type: frame.event, label: frame.label, trigger: match.clause.predicate,
            triggerSpan: syntax.span(match.trigger))
        draft.polarity = frame.polarity
        if let term = frame.term {
            draft.termLabels = [term]
            draft.termSpans = [syntax.span(match.trigger)]
        }
        let bearers = bearers(match, &draft)
        for (token, fillings) in places(match) {
            if bearers, match.clause.subjects.contains(token) { continue }
            let before = draft.arguments.count
            for filling in fillings where !filling.role.isText { fill(&draft, filling, topics, from: token, match) }
            if draft.arguments.count > before, fillings.contains(where: { !$0.role.isText }) { continue }
            for filling in fillings where filling.role.isText { fill(&draft, filling, topics, from: token, match) }
        }
        for place in courtPlaces(match) where !draft.has(.place) { add(&draft, .place, .entity(place)) }
        for filling in unspoken(match) { fillTopic(&draft, filling, topics, before: match.clause.predicate) }
        for filling in frame.fillings[.predicate] ?? [] {
            add(&draft, filling.role, .text(phrase.verb(match.clause.predicate)))
        }
        for (complement, fillings) in complements(match) {
            for filling in fillings where filling.role.isText {
                let deeds = filling.role == .crime ? deeds(of: complement) : []
                for deed in deeds { add(&draft, .crime, .text(phrase.noun(deed))) }
                if deeds.isEmpty { add(&draft, filling.role, .text(phrase.clause(complement))) }
            }
        }
        return draft
    }

    /// Fills the place of the one that a participle between commas is said of.
    private func bearers(_ match: FrameMatcher.Match, _ draft: inout EventDraft) -> Bool {
        let token = match.clause.predicate
        guard grammar.dropsSubjects, match.clause.voice == .passive, syntax.feature("VerbForm", token) == "Part",
            !syntax.children(token).contains(where: { [.aux, .auxPass, .cop].contains(syntax.dep[$0]) })
        else { return false }
        for filling in match.frame.fillings[.object] ?? [] where !filling.role.isText {
            if let ends = loose.bearers(of: token, types: filling.types) {
                for end in ends { add(&draft, filling.role, .entity(end)) }
                return true
            }
        }
        return false
    }

    // MARK: Places

    /// The nouns of the clause with what the frame makes of them.
    private func places(_ match: FrameMatcher.Match) -> [(Int, [Frame.Filling])] {
        let (frame, clause) = (match.frame, match.clause)
        var found: [(Int, [Frame.Filling])] = []
        func add(_ tokens: [Int], _ position: Frame.Position) {
            guard let fillings = frame.fillings[position] else { return }
            found += tokens.map { ($0, fillings) }
        }
        switch clause.voice {
        case .active:
            add(clause.subjects, .subject)
            // "compareció X": what looks like the object of a verb that has none stands behind it as its subject.
            let isIntransitive = clause.subjects.isEmpty && grammar.dropsSubjects && frame.fillings[.object] == nil
            add(clause.objects, isIntransitive ? .subject : .object)
            add(clause.indirectObjects, .indirect)
        case .passive:
            if !clause.objects.isEmpty, frame.fillings[.indirect] != nil {
                add(clause.subjects, .indirect)
                add(clause.objects, .object)
            } else {
                add(clause.subjects, .object)
                add(clause.objects, .object)
            }
            found += clause.agents.map { ($0, Self.agentFillings(frame)) }
            for panel in clause.agents { found += verdict(of: panel, frame) }
        case .nominal:
            add(clause.subjects, .subject)
            add(clause.possessors, .possessor)
            add(clause.modifiers, .modifier)
            if frame.fillings[.agent] != nil {
                add(clause.agents, .agent)
            } else if frame.event.roles.contains(.agent) {
                found += clause.agents.map { ($0, [Frame.Filling(role: .agent, types: RoleFiller.doers)]) }
            }
        }
        for oblique in clause.obliques { found += self.oblique(oblique, frame) }
        for noun in match.extensions {
            if match.clause.voice != .nominal, !match.clause.obliques.contains(where: { $0.noun == noun }) {
                found += oblique(Clause.Oblique(preposition: syntax.preposition(of: noun), noun: noun), frame)
            }
            let inner = ClauseBuilder(syntax: syntax, grammar: grammar).clause(at: noun)
            for oblique in inner.obliques {
                found += self.oblique(oblique, frame)
                // "dio cumplimiento a una orden contra X"
                guard syntax.pos[oblique.noun] == .noun, mentions.mention(headedBy: oblique.noun) == nil else {
                    continue
                }
                for child in syntax.children(oblique.noun, .nmod) {
                    let preposition = syntax.preposition(of: child)
                    guard !grammar.genitives.contains(preposition) else { continue }
                    found += self.oblique(Clause.Oblique(preposition: preposition, noun: child), frame)
                }
            }
        }
        found += supported(match) + host(match, found) + owners(match, found)
        return (found + loosePlaces(match, found)).sorted { $0.0 < $1.0 }
    }

    /// What the agent of a passive fills: the subject's roles, but none that the passive subject itself fills.
    private static func agentFillings(_ frame: Frame) -> [Frame.Filling] {
        if let own = frame.fillings[.agent] { return own }
        let taken = frame.fillings[.object] ?? []
        return (frame.fillings[.subject] ?? []).filter { filling in !taken.contains { $0.role == filling.role } }
    }

    /// What the parse hangs on a noun of the clause and not on its verb: "met X in Washington", "removed 92 people held on
    /// charges to the United States". A role that nothing else fills takes it.
    private func loosePlaces(_ match: FrameMatcher.Match, _ found: [(Int, [Frame.Filling])]) -> [(Int, [Frame.Filling])]
    {
        guard match.clause.voice != .nominal else { return [] }
        let wanted: Set<Role> = [.place, .origin, .destination]
        var filled = Set<Role>()
        for (token, fillings) in found {
            for end in mentions.participants(at: token, syntax: syntax) {
                let type = mentions.entities[end.entity].type
                for filling in fillings where wanted.contains(filling.role) && filling.types.contains(type) {
                    filled.insert(filling.role)
                }
            }
        }
        var more: [(Int, [Frame.Filling])] = []
        var queue = found.map(\.0).filter { $0 > match.clause.predicate }
        for depth in 0..<2 {
            var next: [Int] = []
            for token in queue {
                for child in syntax.children(token) where [.nmod, .obl, .acl].contains(syntax.dep[child]) {
                    if syntax.dep[child] == .acl || depth == 0 { next.append(child) }
                    let oblique = Clause.Oblique(preposition: syntax.preposition(of: child), noun: child)
                    guard !oblique.preposition.isEmpty else { continue }
                    for (noun, fillings) in self.oblique(oblique, match.frame) {
                        let open = fillings.filter { wanted.contains($0.role) && !filled.contains($0.role) }
                        guard !open.isEmpty, !mentions.participants(at: noun, syntax: syntax).isEmpty else { continue }
                        filled.formUnion(open.map(\.role))
                        more.append((noun, open))
                    }
                }
            }
            queue = next
        }
        return more
    }

    /// What a verb lends to the noun that tells the event: "he faces charges", "pesa contra X una orden".
    private func supported(_ match: FrameMatcher.Match) -> [(Int, [Frame.Filling])] {
        let noun = match.clause.predicate
        guard match.clause.voice == .nominal, !syntax.isRoot(noun),
            [.obj, .nsubj, .nsubjPass, .obl].contains(syntax.dep[noun])
        else { return [] }
        let verb = syntax.head[noun]
        guard grammar.supportVerbs.contains(syntax.lemma[verb]) else { return [] }
        let clause = ClauseBuilder(syntax: syntax, grammar: grammar).clause(at: verb)
        var found: [(Int, [Frame.Filling])] = []
        for oblique in clause.obliques where oblique.noun != noun { found += self.oblique(oblique, match.frame) }
        let people = match.frame.fillings.values.flatMap(\.self).filter { $0.role == .person }
        if clause.voice == .active, let person = people.first {
            found += clause.subjects.filter { $0 != noun }.map { ($0, [person]) }
        }
        return found
    }

    private static let doers: Set<EntityType> = [.person, .people, .organization, .publicBody, .company, .country]

    private func oblique(_ oblique: Clause.Oblique, _ frame: Frame) -> [(Int, [Frame.Filling])] {
        if let fillings = frame.fillings[.preposition(oblique.preposition)] { return [(oblique.noun, fillings)] }
        // "on charges of murder": the words behind "charge" say the crime.
        if frame.event.roles.contains(.place), grammar.placePrepositions.contains(oblique.preposition) {
            return [(oblique.noun, [Frame.Filling(role: .place, types: [.place, .country])])]
        }
        return []
    }

    private func complements(_ match: FrameMatcher.Match) -> [(Int, [Frame.Filling])] {
        var found: [(Int, [Frame.Filling])] = []
        var all = match.clause.complements
        for noun in match.extensions {
            all += ClauseBuilder(syntax: syntax, grammar: grammar).clause(at: noun).complements
        }
        for complement in all {
            if let fillings = match.frame.fillings[.preposition(complement.mark)],
                fillings.contains(where: { $0.role.isText })
            {
                found.append((complement.predicate, fillings))
            } else if let fillings = match.frame.fillings[.complement], isComplement(complement) {
                found.append((complement.predicate, fillings))
            }
        }
        return found
    }

    private func isComplement(_ complement: Clause.Complement) -> Bool {
        [.xcomp, .ccomp].contains(syntax.dep[complement.predicate])
            || (syntax.dep[complement.predicate] == .acl && complement.mark == "to")
            || syntax.dep[complement.predicate] == .conj
    }

    /// "accused of having ordered the killing and the abduction": each of the deeds is a crime of its own.
    private func deeds(of predicate: Int) -> [Int] {
        guard grammar.perpetration.contains(syntax.lemma[predicate]) else { return [] }
        let nouns = syntax.children(predicate, .obj).flatMap { syntax.coordinated($0) }
            .filter { syntax.pos[$0] == .noun && mentions.mention(headedBy: $0) == nil }
        return nouns.count > 1 ? nouns : []
    }

    // MARK: What is left unsaid

    /// What the dropped subject of a finite verb fills.
    private func unspoken(_ match: FrameMatcher.Match) -> [Frame.Filling] {
        let clause = match.clause
        guard grammar.dropsSubjects, clause.voice != .nominal, clause.subjects.isEmpty,
            topics.isFinite(clause.predicate) || topics.isFirstPerson(clause.predicate)
        else { return [] }
        return match.frame.fillings[clause.voice == .passive ? .object : .subject] ?? []
    }

    private func isClitic(_ token: Int) -> Bool {
        grammar.dropsSubjects && syntax.pos[token] == .pron && [.obj, .iobj].contains(syntax.dep[token])
    }

    private func fillTopic(
        _ draft: inout EventDraft, _ filling: Frame.Filling, _ topics: TopicFinder, before token: Int
    ) {
        guard !filling.role.isText, ![.origin, .place, .destination].contains(filling.role), !draft.has(filling.role)
        else { return }
        if topics.isFirstPerson(token) {
            for speaker in attribution.speakers(at: token)
            where filling.types.contains(mentions.entities[speaker.entity].type) {
                add(&draft, filling.role, .entity(speaker))
            }
            return
        }
        let people: Set<EntityType> = [.person, .people]
        let types = filling.role == .agent ? filling.types : filling.types.intersection(people)
        let plural = syntax.pos[token] == .pron ? syntax.feature("Number", token) == "Plur" : topics.isPlural(token)
        let taken = Set(
            draft.arguments.compactMap { argument -> Int? in
                guard case .entity(let end) = argument.filler else { return nil }
                return end.entity
            })
        guard let end = topics.topic(before: token, plural: plural, types: types, besides: taken) else { return }
        add(&draft, filling.role, .entity(end), isInferred: true)
    }

    // MARK: Fillers

    private func fill(
        _ draft: inout EventDraft, _ filling: Frame.Filling, _ topics: TopicFinder, from token: Int,
        _ match: FrameMatcher.Match
    ) {
        var participants = mentions.participants(at: token, syntax: syntax)
        if filling.role == .party { participants += leaders(of: token) }
        if filling.role.isText { return fillText(&draft, filling.role, from: token, participants) }
        if grammar.firstPerson.contains(syntax.lower[token]), syntax.pos[token] == .pron {
            participants = attribution.speakers(at: token)
        }
        if participants.isEmpty, isClitic(token) { return fillTopic(&draft, filling, topics, before: token) }
        if filling.role == .agent, let body = body(behind: token, participants) { participants = [body] }
        if participants.isEmpty { participants = indirect(filling.role, token, match) }
        for participant in participants {
            let type = mentions.entities[participant.entity].type
            guard filling.types.contains(type), !isVictim(participant, as: filling.role, of: draft.type) else {
                continue
            }
            // Nobody does to himself what is done to him: "his arrest" has no doer in "his".
            if filling.role == .agent, draft.entities(.person).contains(participant.entity) { continue }
            if filling.role == .person, draft.entities(.agent).contains(participant.entity), !grammar.dropsSubjects {
                continue
            }
            add(&draft, filling.role, .entity(.init(entity: participant.entity, span: participant.span)))
            if filling.role == .place {
                for place in rows.following(participant) { add(&draft, .place, .entity(place)) }
            }
        }
    }

    private func fillText(_ draft: inout EventDraft, _ role: Role, from token: Int, _ participants: [RelationDraft.End])
    {
        // A name is no crime and no punishment; one that filled a role here says nothing else.
        if role == .crime || role == .penalty || role == .object {
            // "A X se le incautaron": a person marked as such is no thing.
            if grammar.dropsSubjects, syntax.pos[token] == .propn, mentions.mention(at: token)?.kind == .name { return }
            let named = participants.contains { mentions.entities[$0.entity].type != .people }
            if named, mentions.mention(headedBy: token) != nil || syntax.pos[token] == .pron { return }
        }
        if role == .crime, grammar.chargeNouns.contains(syntax.lemma[token]) {
            for noun in syntax.coordinated(token)
            where noun == token || grammar.chargeNouns.contains(syntax.lemma[noun]) || countsAgain(noun) {
                fillCharged(&draft, from: noun)
            }
            return
        }
        // A sum of money has figures or a word for a number: "financial rewards" tells none.
        if role == .amount,
            !(syntax.leftEdge[token]...syntax.rightEdge[token]).contains(where: { syntax.pos[$0] == .num })
        {
            return
        }
        for noun in syntax.coordinated(token) where noun == token || syntax.preposition(of: noun).isEmpty {
            if syntax.pos[noun] == .pron || syntax.pos[noun] == .adv || isTime(noun) { continue }
            if role == .crime, grammar.chargeNouns.contains(syntax.lemma[noun]) {
                fillCharged(&draft, from: noun)
                continue
            }
            if syntax.pos[noun] == .verb {
                add(&draft, role, .text(phrase.clause(noun)))
            } else {
                add(&draft, role, .text(phrase.noun(noun, before: role == .object ? owner(of: noun) : nil)))
            }
        }
    }

    /// "two counts of kidnapping and *two of* fraud": a number alone counts the same thing again.
    private func countsAgain(_ token: Int) -> Bool { syntax.pos[token] == .num && syntax.child(token, .nmod) != nil }

    /// "two counts of kidnapping", "drug charges": what the charge is of, or the word before it; a bare "charges" is no crime.
    private func fillCharged(_ draft: inout EventDraft, from token: Int) {
        var hasMore = false
        // "one count each of murder and arson": the crimes hang on "each".
        let each = syntax.children(token).filter { syntax.pos[$0] == .det && $0 > token }
        for child in syntax.children(token) + each.flatMap({ syntax.children($0) }) {
            switch syntax.dep[child] {
            case .nmod, .obl:
                let preposition = syntax.preposition(of: child)
                guard grammar.genitives.contains(preposition) || grammar.objectControlMarks.contains(preposition),
                    syntax.pos[child] != .num || grammar.genitives.contains(preposition),
                    mentions.mention(headedBy: child) == nil
                else { continue }
                hasMore = true
                fillText(&draft, .crime, from: child, [])
            case .acl, .advcl:
                hasMore = true
                add(&draft, .crime, .text(phrase.clause(child)))
            default: break
            }
        }
        let modifiers = syntax.children(token).contains { syntax.dep[$0] == .compound || syntax.dep[$0] == .amod }
        // "murder charges against X" says "murder charges".
        if !hasMore, modifiers { add(&draft, .crime, .text(phrase.noun(token, before: token + 1))) }
    }

    private func isTime(_ token: Int) -> Bool { times.contains { $0.tokens.contains(token) } }

    private func add(_ draft: inout EventDraft, _ role: Role, _ filler: EventDraft.Filler, isInferred: Bool = false) {
        let argument = EventDraft.Argument(role: role, filler: filler, isInferred: isInferred)
        if case .entity(let end) = filler, draft.entities(role).contains(end.entity) { return }
        if case .text(let span) = filler, draft.texts(role).contains(where: { $0.overlaps(span) }) { return }
        draft.arguments.append(argument)
    }
}
