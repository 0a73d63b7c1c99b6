import Vocabulary

/// Adds what a report says beside the event itself: why, on which legal basis, the how-manieth of its kind, and that
/// the accused rejects it.
struct EventExtras {
    let syntax: Syntax
    let mentions: MentionMap
    let numbers: Numbers
    let table: DetailTable
    let builder: ClauseBuilder
    let phrase: TextPhrase

    init(syntax: Syntax, mentions: MentionMap, numbers: Numbers, lexicon: Lexicon) {
        self.syntax = syntax
        self.mentions = mentions
        self.numbers = numbers
        table = lexicon.details
        builder = ClauseBuilder(syntax: syntax, grammar: lexicon.grammar)
        phrase = TextPhrase(syntax: syntax, grammar: lexicon.grammar)
    }

    private static let reasoned: Set<EventType> = [.tariff, .request, .authorization, .sentence, .transfer]
    private static let bodily: Set<EventType> = [.transfer, .arrest, .trial, .escape, .release]
    private static let deniable: Set<EventType> = [.charge, .crime, .arrest, .death, .attack, .kidnapping]

    func complete(_ events: [EventDraft]) -> [EventDraft] {
        let denials = Dictionary(grouping: self.denials()) { syntax.sentence[$0.verb] }
        return events.map { event in
            var result = withoutGroups(event)
            if Self.reasoned.contains(event.type) { result.reason = reason(of: event.trigger) }
            if event.type == .transfer || event.type == .arrest {
                result.legalBasis = legalBasis(of: event.trigger)
                result.series = series(of: event.trigger)
            }
            if Self.deniable.contains(event.type) { result.denied = denial(of: event, among: denials) }
            return result
        }
    }

    /// Where people are handed over, held or freed, the group of one of them is not: "X, leader of Y" moves X.
    private func withoutGroups(_ event: EventDraft) -> EventDraft {
        guard Self.bodily.contains(event.type) else { return event }
        let people: Set<EntityType> = [.person, .people]
        guard event.entities(.person).contains(where: { people.contains(mentions.entities[$0].type) }) else {
            return event
        }
        var result = event
        result.arguments.removeAll { argument in
            guard argument.role == .person, case .entity(let end) = argument.filler else { return false }
            return !people.contains(mentions.entities[end.entity].type)
        }
        return result
    }

    private func reason(of trigger: Int) -> Span? {
        let clause = builder.clause(at: trigger)
        if let oblique = clause.obliques.first(where: { table.reasonPrepositions.contains($0.preposition) }) {
            return phrase.noun(oblique.noun)
        }
        for child in syntax.children(trigger) where syntax.dep[child] == .advcl || syntax.dep[child] == .acl {
            if table.reasonMarks.contains(syntax.lower[child]) {
                if let object = syntax.child(child, .obj) { return phrase.noun(object) }
            }
            let mark = syntax.children(child).first { syntax.dep[$0] == .mark }
            if let mark, table.reasonMarks.contains(syntax.lower[mark]) { return phrase.clause(child) }
        }
        return nil
    }

    private func legalBasis(of trigger: Int) -> Span? {
        builder.clause(at: trigger).obliques.first { oblique in
            table.basisPrepositions.contains(oblique.preposition)
                && (syntax.leftEdge[oblique.noun]...oblique.noun).contains {
                    table.basisNouns.contains(syntax.lemma[$0]) || table.basisNouns.contains(syntax.lower[$0])
                }
        }.map { phrase.noun($0.noun) }
    }

    /// "the second such transfer": an ordinal beside the trigger or beside the noun that counts it.
    private func series(of trigger: Int) -> Quantity? {
        for number in numbers.numbers where number.isOrdinal {
            guard let value = number.value, value < 100 else { continue }
            let head = number.tokens.lowerBound
            let noun = syntax.head[head]
            if noun == trigger || (table.seriesNouns.contains(syntax.lemma[noun]) && syntax.head[noun] == trigger) {
                return Quantity(value, span: number.span)
            }
        }
        return nil
    }

    /// Every denial with those who deny.
    private func denials() -> [(verb: Int, who: [Int])] {
        (0..<syntax.count).compactMap { token in
            guard syntax.pos[token] == .verb, table.denials.contains(syntax.lemma[token]) else { return nil }
            let clause = builder.clause(at: token)
            let who = clause.subjects.flatMap { mentions.participants(at: $0, syntax: syntax) }.map(\.entity)
            return who.isEmpty ? nil : (token, who)
        }
    }

    /// The nearest denial at or behind the event by one of its persons.
    private func denial(of event: EventDraft, among denials: [Int: [(verb: Int, who: [Int])]]) -> Span? {
        let doers = Set(event.entities(.person) + event.entities(.agent))
        let sentence = syntax.sentence[event.trigger]
        let near = (sentence...sentence + 2).flatMap { denials[$0] ?? [] }
        let found = near.first { $0.who.contains(where: doers.contains) }
        return found.map { phrase.verb($0.verb) }
    }
}
