import Vocabulary

/// Makes one draft of the tellings of a happening.
struct EventJoiner {
    let syntax: Syntax
    let mentions: MentionMap

    func join(_ happening: Happening) -> EventDraft {
        var event = happening.best.draft
        event.termSpeakers = event.termSpans.map { _ in happening.best.draft.attributedTo }
        for candidate in happening.tellings where candidate.draft.trigger != event.trigger {
            let other = candidate.draft
            for argument in other.arguments { add(argument, to: &event) }
            for index in other.termLabels.indices where !event.termSpans.contains(other.termSpans[index]) {
                event.termLabels.append(other.termLabels[index])
                event.termSpans.append(other.termSpans[index])
                event.termSpeakers.append(other.attributedTo)
            }
            for count in other.counts where !event.counts.contains(where: { $0.value == count.value }) {
                event.counts.append(count)
            }
            if event.when == nil { event.when = other.when }
            for speaker in other.attributedTo
            where !event.attributedTo.contains(where: { $0.entity == speaker.entity }) {
                event.attributedTo.append(speaker)
            }
        }
        let order = event.termSpans.indices.sorted { event.termSpans[$0] < event.termSpans[$1] }
        (event.termLabels, event.termSpans) = (order.map { event.termLabels[$0] }, order.map { event.termSpans[$0] })
        event.termSpeakers = order.map { event.termSpeakers[$0] }
        return event
    }

    private func add(_ argument: EventDraft.Argument, to event: inout EventDraft) {
        switch argument.filler {
        case .entity(let end):
            if !event.entities(argument.role).contains(end.entity) { event.arguments.append(argument) }
        case .text(let span):
            let known = ContentWords.of(event.texts(argument.role), in: syntax)
            let new = ContentWords.of([span], in: syntax)
            if known.isEmpty || (new.isDisjoint(with: known) && argument.role != .measure) {
                event.arguments.append(argument)
            }
        }
    }

    /// The named members of a set ("26 prisoners, among them X") take the set's part.
    func withMembers(_ event: EventDraft) -> EventDraft {
        var result = event
        for argument in event.arguments where [.person, .victim, .target].contains(argument.role) {
            guard case .entity(let end) = argument.filler else { continue }
            for member in mentions.entities[end.entity].members
            where !result.entities(argument.role).contains(member) {
                guard let mention = mentions.entities[member].mentions.first else { continue }
                let span = mentions.mentions[mention].span
                result.arguments.append(
                    EventDraft.Argument(role: argument.role, filler: .entity(.init(entity: member, span: span))))
            }
        }
        return result
    }
}

/// The words of phrases that carry their meaning, as lemmas.
enum ContentWords {
    static func of(_ spans: [Span], in syntax: Syntax) -> Set<String> {
        var found = Set<String>()
        for span in spans {
            for token in syntax.tokens(in: span)
            where [.noun, .verb, .propn, .num, .adj].contains(syntax.pos[token]) {
                found.insert(syntax.lemma[token])
            }
        }
        return found
    }
}
