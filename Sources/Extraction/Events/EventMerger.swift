import Vocabulary

/// Makes one event of its several tellings inside a report and drops what is none.
struct EventMerger {
    let syntax: Syntax
    let mentions: MentionMap
    let lexicon: Lexicon

    func merge(_ candidates: [EventCandidate]) -> [EventDraft] {
        let events = candidates.filter { !isEmbedded($0, in: candidates) && !$0.isCondition }
        var groups: [[EventCandidate]] = []
        for candidate in events {
            if let index = groups.lastIndex(where: { isSame($0, candidate) }) {
                groups[index].append(candidate)
            } else if stands(candidate) {
                groups.append([candidate])
            } else if candidate.frame.leans, candidate.draft.has(.person) || candidate.draft.when != nil,
                let earlier = groups.last(where: { $0[0].draft.type == candidate.draft.type })
            {
                groups.append([leaning(candidate, on: join(earlier))])
            } else if isAnaphoric(candidate),
                let index = groups.lastIndex(where: {
                    $0[0].draft.type == candidate.draft.type && agrees($0, candidate)
                })
            {
                groups[index].append(candidate)
            }
        }
        let told = inherit(deaths(groups).map(join)).map(withMembers)
        return RollCall(syntax: syntax, mentions: mentions, grammar: lexicon.grammar).complete(told)
    }

    /// A shooting whose victim is told to have died is that death.
    private func deaths(_ groups: [[EventCandidate]]) -> [[EventCandidate]] {
        var result = groups
        for index in groups.indices.reversed() where groups[index][0].draft.type == .attack {
            let victims = Set(join(groups[index]).entities(.victim))
            guard
                let death = result.firstIndex(where: { group in
                    group[0].draft.type == .death && !victims.isDisjoint(with: join(group).entities(.victim))
                        && agrees(group, groups[index][0])
                })
            else { continue }
            result[death] += groups[index].map { candidate in
                var changed = candidate
                changed.draft.type = .death
                changed.draft.label = result[death][0].draft.label
                return changed
            }
            result.remove(at: index)
        }
        return result
    }

    /// What a later telling leaves out because it was said: the country that tariffs are on, the way of a transfer.
    private func inherit(_ events: [EventDraft]) -> [EventDraft] {
        var result = events
        let order = events.indices.sorted { events[$0].triggerSpan < events[$1].triggerSpan }
        for (place, index) in order.enumerated() where result[index].type == .tariff && !result[index].has(.target) {
            let earlier = order[..<place].reversed().first { result[$0].type == .tariff && result[$0].has(.target) }
            guard let earlier else { continue }
            result[index].arguments += result[earlier].arguments.filter { $0.role == .target }
        }
        for index in result.indices where result[index].type == .sentence && !result[index].has(.crime) {
            // "pleaded guilty to murder and received life": the punishment is for what was pleaded to.
            let sentence = syntax.sentence[result[index].trigger]
            let source = events.first {
                ($0.type == .plea || $0.type == .conviction) && syntax.sentence[$0.trigger] == sentence
                    && !Set($0.entities(.person)).isDisjoint(with: result[index].entities(.person))
            }
            result[index].arguments += source?.arguments.filter { $0.role == .crime } ?? []
        }
        return result
    }

    // MARK: What is an event

    private func stands(_ candidate: EventCandidate) -> Bool {
        candidate.draft.fulfils(candidate.frame.requires)
            && candidate.draft.arguments.contains { $0.role != .place || candidate.draft.type == .attack }
    }

    /// "the transfer", "this extradition", or a noun in a headline: it takes up what was told.
    private func isAnaphoric(_ candidate: EventCandidate) -> Bool {
        guard candidate.voice == .nominal else { return candidate.draft.has(.person) }
        return syntax.children(candidate.draft.trigger).contains {
            syntax.dep[$0] == .det && lexicon.grammar.definites.contains(syntax.lower[$0])
        }
    }

    /// What someone asks for, promises, allows or opposes is no event of its own.
    private func isEmbedded(_ candidate: EventCandidate, in all: [EventCandidate]) -> Bool {
        let speechless: Set<EventType> = [.request, .assurance, .authorization, .opposition, .contest, .agreement]
        let kept: Set<EventType> = [.designation, .death, .attack, .crime, .kidnapping, .arrest, .conviction]
        if kept.contains(candidate.draft.type) { return false }
        for other in all where speechless.contains(other.draft.type) && other.draft.trigger != candidate.draft.trigger {
            let inside = other.draft.texts(.measure).contains { $0.contains(candidate.draft.triggerSpan) }
            if inside { return true }
            if let governor = candidate.governor, governor == other.draft.trigger { return true }
        }
        return false
    }

    /// "the third, sent in January": from where to where, and by whom, as before.
    private func leaning(_ candidate: EventCandidate, on earlier: EventDraft) -> EventCandidate {
        var result = candidate
        for role in [Role.origin, .destination, .agent] where !candidate.draft.has(role) {
            result.draft.arguments += earlier.arguments.filter { $0.role == role }
        }
        return result
    }

    // MARK: What is the same

    private func isSame(_ group: [EventCandidate], _ other: EventCandidate) -> Bool {
        let first = group[0].draft
        guard first.type == other.draft.type, agrees(group, other) else { return false }
        let merged = join(group)
        let shared = merged.type.principals.contains { role in
            !Set(merged.entities(role)).isDisjoint(with: other.draft.entities(role))
        }
        switch first.type {
        case .request, .assurance, .authorization, .opposition, .contest:
            return shared && similar(merged, other.draft, .measure, whenMissing: other.voice == .nominal)
        case .designation:
            // "OFAC also designated X": the same list-maker on the same occasion.
            let sameAgent = !Set(merged.entities(.agent)).isDisjoint(with: other.draft.entities(.agent))
            return shared || (sameAgent && other.draft.when == nil && merged.label == other.draft.label)
        case .crime: return shared && similar(merged, other.draft, .crime, whenMissing: false)
        case .seizure:
            return similar(merged, other.draft, .object, whenMissing: false)
        case .tariff:
            return shared && merged.label == other.draft.label
        case .charge:
            return shared
                && (merged.label == other.draft.label || similar(merged, other.draft, .crime, whenMissing: true))
        case .sentence:
            return shared && (merged.modality == other.draft.modality)
        default: return shared
        }
    }

    /// Nothing that both tell contradicts.
    private func agrees(_ group: [EventCandidate], _ other: EventCandidate) -> Bool {
        for candidate in group {
            let (a, b) = (candidate.draft, other.draft)
            if let x = a.when?.interval, let y = b.when?.interval, x.end < y.start || y.end < x.start { return false }
            if let x = a.counts.first?.value, let y = b.counts.first?.value, x != y { return false }
            if a.polarity != b.polarity { return false }
            if a.modality != b.modality, other.voice != .nominal, candidate.voice != .nominal,
                a.modality == .planned || b.modality == .planned || a.modality == .possible || b.modality == .possible
            {
                return false
            }
            for role in [Role.destination, .origin, .place] {
                let (x, y) = (Set(a.entities(role)), Set(b.entities(role)))
                if !x.isEmpty, !y.isEmpty, x.isDisjoint(with: y), role != .place || a.type != .death { return false }
            }
        }
        return true
    }

    private func similar(_ a: EventDraft, _ b: EventDraft, _ role: Role, whenMissing: Bool) -> Bool {
        let (x, y) = (words(a.texts(role)), words(b.texts(role)))
        if x.isEmpty || y.isEmpty { return whenMissing }
        return 2 * x.intersection(y).count >= min(x.count, y.count)
    }

    private func words(_ spans: [Span]) -> Set<String> {
        var found = Set<String>()
        for span in spans {
            for token in 0..<syntax.count where span.contains(syntax.span(token)) {
                if [.noun, .verb, .propn, .num, .adj].contains(syntax.pos[token]) { found.insert(syntax.lemma[token]) }
            }
        }
        return found
    }

    // MARK: Joining

    private func join(_ group: [EventCandidate]) -> EventDraft {
        let best = group.indices.max { (group[$0].clarity, -$0) < (group[$1].clarity, -$1) } ?? 0
        var event = group[best].draft
        for (index, candidate) in group.enumerated() where index != best {
            let other = candidate.draft
            for argument in other.arguments { add(argument, to: &event) }
            for index in other.termLabels.indices where !event.termSpans.contains(other.termSpans[index]) {
                event.termLabels.append(other.termLabels[index])
                event.termSpans.append(other.termSpans[index])
            }
            for count in other.counts where !event.counts.contains(where: { $0.value == count.value }) {
                event.counts.append(count)
            }
            if event.when == nil { event.when = other.when }
            for speaker in other.attributedTo where !event.attributedTo.contains(where: { $0.entity == speaker.entity })
            {
                event.attributedTo.append(speaker)
            }
        }
        let order = event.termSpans.indices.sorted { event.termSpans[$0] < event.termSpans[$1] }
        (event.termLabels, event.termSpans) = (order.map { event.termLabels[$0] }, order.map { event.termSpans[$0] })
        return event
    }

    private func add(_ argument: EventDraft.Argument, to event: inout EventDraft) {
        switch argument.filler {
        case .entity(let end):
            if !event.entities(argument.role).contains(end.entity) { event.arguments.append(argument) }
        case .text(let span):
            let known = words(event.texts(argument.role))
            let new = words([span])
            if known.isEmpty || new.isDisjoint(with: known) && argument.role != .measure {
                event.arguments.append(argument)
            }
        }
    }

    /// The named members of a set ("26 prisoners, among them X") take the set's part.
    private func withMembers(_ event: EventDraft) -> EventDraft {
        var result = event
        for argument in event.arguments where [.person, .victim, .target].contains(argument.role) {
            guard case .entity(let end) = argument.filler else { continue }
            for member in mentions.entities[end.entity].members where !result.entities(argument.role).contains(member) {
                guard let mention = mentions.entities[member].mentions.first else { continue }
                let span = mentions.mentions[mention].span
                result.arguments.append(
                    EventDraft.Argument(role: argument.role, filler: .entity(.init(entity: member, span: span))))
            }
        }
        return result
    }
}
