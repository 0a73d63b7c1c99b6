package import Vocabulary

/// Puts what was found into a reading: ids in text order, sets of people that nothing refers to left out.
package struct Assembly {
    let report: Report
    let syntax: Syntax
    let mentions: MentionMap

    package init(report: Report, syntax: Syntax, mentions: MentionMap) {
        self.report = report
        self.syntax = syntax
        self.mentions = mentions
    }

    package func reading(relations: [RelationDraft], events: [EventDraft]) -> Reading {
        let ids = identifiers(relations: relations, events: events)
        var reading = Reading(report: report, entities: entities(ids))
        reading.sentences = syntax.sentences.map(\.span)
        reading.relations = self.relations(relations, ids)
        reading.events = self.events(events, ids)
        return reading
    }

    /// The id of each entity that stays, by its index.
    private func identifiers(relations: [RelationDraft], events: [EventDraft]) -> [Int: EntityID] {
        var used = Set<Int>()
        for relation in relations {
            used.insert(relation.from.entity)
            used.insert(relation.to.entity)
            used.formUnion(relation.attributedTo.map(\.entity))
        }
        for event in events {
            for argument in event.arguments {
                if case .entity(let end) = argument.filler { used.insert(end.entity) }
            }
            used.formUnion(event.attributedTo.map(\.entity))
            used.formUnion(event.counts.flatMap(\.by).compactMap { Int($0.entity) })
        }
        let kept = mentions.entities.indices.filter { index in
            let entity = mentions.entities[index]
            return !spans(of: entity).isEmpty && (!entity.isTentative || used.contains(index))
        }
        let ordered = kept.sorted { a, b in
            let (x, y) = (spans(of: mentions.entities[a])[0], spans(of: mentions.entities[b])[0])
            return x == y ? a < b : x < y
        }
        return Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1, "e\($0 + 1)") })
    }

    /// Where the entity is mentioned by more than a pronoun.
    private func spans(of entity: MentionMap.Draft) -> [Span] {
        var seen = Set<Span>()
        return entity.mentions.map { mentions.mentions[$0] }.filter { $0.kind != .pronoun }.map(\.span)
            .filter { seen.insert($0).inserted }.sorted()
    }

    private func entities(_ ids: [Int: EntityID]) -> [Entity] {
        ids.sorted { Int($0.value.dropFirst()) ?? 0 < Int($1.value.dropFirst()) ?? 0 }.map { index, id in
            let draft = mentions.entities[index]
            return Entity(
                id: id, type: draft.type, name: name(of: draft), aliases: draft.aliases, count: draft.count,
                mentions: spans(of: draft), age: draft.age, born: draft.born, identifiers: draft.identifiers)
        }
    }

    /// Headlines shorten: a set of people is called as the body first calls it in full.
    private func name(of draft: MentionMap.Draft) -> String {
        guard draft.type == .people else { return draft.name }
        let phrases = draft.mentions.map { mentions.mentions[$0] }.filter { $0.kind == .description }
        func isHeading(_ mention: MentionMap.Mention) -> Bool {
            let kind = syntax.parts[syntax.sentences[syntax.sentence[mention.head]].part].kind
            return kind == .headline || kind == .subhead
        }
        guard let first = phrases.first, isHeading(first),
            let body = phrases.first(where: { !isHeading($0) && $0.tokens.count > 1 })
        else { return draft.name }
        return syntax.string(body.span)
    }

    private func participant(_ end: RelationDraft.End, _ ids: [Int: EntityID]) -> Participant? {
        ids[end.entity].map { Participant($0, end.span) }
    }

    private func relations(_ drafts: [RelationDraft], _ ids: [Int: EntityID]) -> [Relation] {
        var found: [Relation] = []
        for draft in drafts {
            guard let from = participant(draft.from, ids), let to = participant(draft.to, ids) else { continue }
            found.append(
                Relation(
                    id: "", type: draft.type, label: draft.label, from: from, to: to, modality: draft.modality,
                    polarity: draft.polarity,
                    attributedTo: draft.attributedTo.compactMap { participant($0, ids) },
                    evidence: evidence(at: draft.trigger)))
        }
        found.sort { ($0.evidence, $0.from.span, $0.to.span) < ($1.evidence, $1.from.span, $1.to.span) }
        for index in found.indices { found[index].id = "r\(index + 1)" }
        return found
    }

    private func events(_ drafts: [EventDraft], _ ids: [Int: EntityID]) -> [Event] {
        var found: [Event] = []
        for draft in drafts.sorted(by: { ($0.triggerSpan, $0.trigger) < ($1.triggerSpan, $1.trigger) }) {
            var event = Event(
                id: "v\(found.count + 1)", type: draft.type, label: draft.label, modality: draft.modality,
                polarity: draft.polarity, trigger: draft.triggerSpan, evidence: evidence(at: draft.trigger))
            event.terms = draft.termSpans.indices.map { index in
                let by = index < draft.termSpeakers.count ? draft.termSpeakers[index] : draft.attributedTo
                return Event.Term(
                    label: draft.termLabels[index], quote: quote(draft.termSpans[index]),
                    by: by.compactMap { participant($0, ids) })
            }
            event.arguments = draft.arguments.compactMap { argument in
                switch argument.filler {
                case .entity(let end): participant(end, ids).map { Event.Argument(argument.role, .entity($0)) }
                case .text(let span): Event.Argument(argument.role, .text(quote(span)))
                }
            }
            event.counts = draft.counts
            event.count = draft.counts.first?.value
            event.when = draft.when
            event.attributedTo = draft.attributedTo.compactMap { participant($0, ids) }
            event.denied = draft.denied
            event.reason = draft.reason.map(quote)
            event.legalBasis = draft.legalBasis.map(quote)
            event.series = draft.series
            found.append(event)
        }
        return found
    }

    private func quote(_ span: Span) -> Quote { Quote(syntax.string(span), span) }

    private func evidence(at token: Int) -> Span { syntax.sentences[syntax.sentence[token]].span }
}
