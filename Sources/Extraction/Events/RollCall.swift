import Vocabulary

/// Finds the named members of a set that a report tells of first by its number: items of a list under it, names that
/// "include" or "figuran" brings, the items between semicolons.
struct RollCall {
    let syntax: Syntax
    let mentions: MentionMap
    let builder: ClauseBuilder
    let grammar: GrammarTable
    let frames: FrameTable
    let inclusion: Set<String>
    let markers: [[String]]

    init(syntax: Syntax, mentions: MentionMap, lexicon: Lexicon) {
        let grammar = lexicon.grammar
        frames = lexicon.frames
        self.syntax = syntax
        self.mentions = mentions
        builder = ClauseBuilder(syntax: syntax, grammar: grammar)
        self.grammar = grammar
        inclusion = grammar.inclusion
        markers = grammar.memberMarkers
    }

    static let types: Set<EventType> = [.transfer, .charge, .arrest, .designation, .sentence, .conviction]
    private static let bodies: Set<EntityType> = [.organization, .company, .publicBody]

    /// A name that is called, where it stands, and what the words that call it say of the set.
    struct Call {
        var end: RelationDraft.End
        /// "the *fifth* individual": the set has at least so many.
        var ordinal: Int?
        /// "Among *them*": the set itself.
        var set: Int?
        /// "Among those *held*": what happened to the set.
        var types: Set<EventType>?
    }

    /// The events with the members of their sets added.
    func complete(_ events: [EventDraft]) -> [EventDraft] {
        var result = events.map(withListed)
        for call in called() + RollCalls(syntax: syntax, mentions: mentions, grammar: grammar, frames: frames).all() {
            guard let index = nearestSet(for: call, in: result) else { continue }
            let sets = self.sets(of: result[index])
            add(call.end, to: &result[index])
            // What else is told of the whole set is told of its members.
            for other in result.indices where other != index && Self.types.contains(result[other].type) {
                if sets.count == 1, sets == self.sets(of: result[other]) { add(call.end, to: &result[other]) }
            }
        }
        return result
    }

    private func add(_ member: RelationDraft.End, to event: inout EventDraft) {
        let role = event.type.principals[0]
        guard !event.entities(role).contains(member.entity) else { return }
        event.arguments.append(EventDraft.Argument(role: role, filler: .entity(member)))
    }

    /// The counted sets that an event is about.
    private func sets(of event: EventDraft) -> Set<Int> {
        Set(
            event.entities(event.type.principals[0]).filter {
                mentions.entities[$0].type == .people && (mentions.entities[$0].count ?? 0) > 1
            })
    }

    /// The last event before a name that is about a set of people and nothing else after it.
    private func nearestSet(for call: Call, in events: [EventDraft]) -> Int? {
        let isBody = Self.bodies.contains(mentions.entities[call.end.entity].type)
        return events.indices.filter { index in
            let event = events[index]
            guard Self.types.contains(event.type), event.polarity == .positive,
                event.triggerSpan.start < call.end.span.start, !isBody || event.type == .designation,
                call.types?.contains(event.type) ?? true
            else { return false }
            if let set = call.set { return event.entities(event.type.principals[0]).contains(set) }
            return event.entities(event.type.principals[0]).contains { entity in
                mentions.entities[entity].type == .people
                    && (mentions.entities[entity].count ?? 0) > max(1, (call.ordinal ?? 0) - 1)
            }
        }.max {
            (events[$0].counts.first?.value ?? 0, events[$0].triggerSpan) < (
                events[$1].counts.first?.value ?? 0, events[$1].triggerSpan
            )
        }
    }

    /// The names that items of lists and verbs of inclusion call.
    private func called() -> [Call] {
        var found: [RelationDraft.End] = []
        for part in syntax.parts where part.kind == .paragraph && isItem(part) {
            if let first = mentions.mentions(in: part.tokens.prefix(12)).first(where: { $0.kind == .name }),
                isNamed(first.entity), first.tokens.lowerBound - part.tokens.lowerBound <= 4
            {
                found.append(RelationDraft.End(entity: first.entity, span: first.span))
            }
        }
        for verb in 0..<syntax.count where inclusion.contains(syntax.lemma[verb]) && syntax.pos[verb] == .verb {
            let clause = builder.clause(at: verb)
            let nouns = clause.subjects + clause.objects
            for end in nouns.flatMap({ mentions.participants(at: $0, syntax: syntax) }) {
                if isNamed(end.entity) { found.append(end) }
                found += list(from: end) + members(of: end, bodies: false)
            }
        }
        return found.map { Call(end: $0) }
    }

    private func isNamed(_ entity: Int, bodies: Bool = false) -> Bool {
        let type = mentions.entities[entity].type
        return type == .person || (bodies && Self.bodies.contains(type))
    }

    private func isItem(_ part: Syntax.Part) -> Bool {
        guard let first = part.tokens.first else { return false }
        return ["•", "-", "–", "—", "*", "·", "●", "▪"].contains(syntax.string(first))
            || syntax.text[part.span.start...].starts(with: Array("•".utf8))
    }

    private func withListed(_ event: EventDraft) -> EventDraft {
        var result = event
        for argument in event.arguments where event.type.principals.contains(argument.role) {
            guard case .entity(let end) = argument.filler else { continue }
            for member in list(from: end) + members(of: end, bodies: event.type == .designation)
            where !result.entities(argument.role).contains(member.entity) {
                result.arguments.append(EventDraft.Argument(role: argument.role, filler: .entity(member)))
            }
        }
        return result
    }

    /// The names behind "among them", "including" or a colon in the sentence of a set.
    private func members(of end: RelationDraft.End, bodies: Bool) -> [RelationDraft.End] {
        guard mentions.entities[end.entity].type == .people, (mentions.entities[end.entity].count ?? 2) > 1,
            let start = mentions.mentions(in: syntax.tokens(in: end.span)).first(where: { $0.entity == end.entity })
        else { return [] }
        let sentence = syntax.sentences[syntax.sentence[start.head]].tokens
        for token in start.tokens.upperBound..<max(start.tokens.upperBound, sentence.upperBound) {
            guard let after = markerEnd(at: token, limit: sentence.upperBound) else { continue }
            guard
                let first = mentions.mentions(in: after..<min(after + 8, sentence.upperBound)).first(where: {
                    $0.kind == .name && isNamed($0.entity, bodies: bodies)
                })
            else { continue }
            let one = RelationDraft.End(entity: first.entity, span: first.span)
            let others = mentions.participants(at: first.head, syntax: syntax).filter {
                isNamed($0.entity, bodies: bodies)
            }
            return [one] + others.filter { $0.entity != one.entity } + list(from: one)
        }
        return []
    }

    private func markerEnd(at token: Int, limit: Int) -> Int? {
        if syntax.lower[token] == ":" { return token + 1 }
        for words in markers where token + words.count <= limit {
            if words.indices.allSatisfy({ syntax.lower[token + $0] == words[$0] }) { return token + words.count }
        }
        return nil
    }

    private func isMainVerb(_ token: Int) -> Bool {
        guard syntax.pos[token] == .verb || syntax.pos[token] == .aux else { return false }
        if [.root, .conj, .ccomp, .parataxis].contains(syntax.dep[token]) {
            return syntax.children(token).contains { [.nsubj, .nsubjPass].contains(syntax.dep[$0]) }
                && !isRelative(token)
        }
        return false
    }

    /// Whether a verb belongs to a relative clause by way of its coordination.
    private func isRelative(_ token: Int) -> Bool {
        let first = syntax.firstConjunct(token)
        return syntax.dep[first] == .relcl || syntax.dep[first] == .acl
    }

    /// The names behind semicolons in the sentence of a name, one an item.
    private func list(from end: RelationDraft.End) -> [RelationDraft.End] {
        guard let start = mentions.mentions(in: syntax.tokens(in: end.span)).first(where: { $0.entity == end.entity })
        else {
            return []
        }
        let type = mentions.entities[end.entity].type
        guard start.kind == .name, type == .person || type == .company || type == .organization else { return [] }
        let sentence = syntax.sentences[syntax.sentence[start.head]].tokens
        let stops = sentence.filter { $0 > start.head && syntax.lower[$0] == ";" }
        guard !stops.isEmpty else { return [] }
        var found: [RelationDraft.End] = []
        for (index, stop) in stops.enumerated() {
            let limit = index + 1 < stops.count ? stops[index + 1] : sentence.upperBound
            // A clause behind a semicolon is no item: "A pleaded guilty; B denied it".
            guard !(stop + 1..<limit).contains(where: isMainVerb) else { return [] }
            guard
                let item = mentions.mentions(in: stop + 1..<limit).first(where: {
                    $0.kind == .name && mentions.entities[$0.entity].type == type
                }), item.tokens.lowerBound - stop <= 6, !mentions.opensClause(item.head, syntax)
            else { continue }
            found.append(RelationDraft.End(entity: item.entity, span: item.span))
        }
        return found
    }
}
