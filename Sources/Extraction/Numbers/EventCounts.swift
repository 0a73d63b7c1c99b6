import Vocabulary

/// Says how many persons or things an event concerns.
struct EventCounts {
    let syntax: Syntax
    let mentions: MentionMap
    let finder: CountFinder

    /// The kinds of event whose number a reader asks for.
    private static let types: Set<EventType> = [
        .transfer, .arrest, .charge, .conviction, .sentence, .release, .death, .attack, .kidnapping, .designation,
        .escape,
    ]

    /// A set that takes part, with the noun that heads its words.
    private struct Counted {
        var head: Int
        var quantity: Quantity
    }

    /// The number of those whom the event befalls; empty when the report gives none.
    func counts(_ draft: EventDraft) -> [Quantity] {
        guard Self.types.contains(draft.type) else { return [] }
        let ends = draft.arguments.compactMap { argument -> EventDraft.Participant? in
            guard draft.type.principals.contains(argument.role), case .entity(let end) = argument.filler else {
                return nil
            }
            return end
        }
        let sets = ends.compactMap(counted)
        guard let first = sets.first else { return others(draft, ends).map { [$0] } ?? [] }
        return [whole(first, sets, ends)]
    }

    private func counted(_ end: EventDraft.Participant) -> Counted? {
        let entity = mentions.entities[end.entity]
        guard entity.type == .people else { return nil }
        let tokens = syntax.tokens(in: end.span)
        let head = mentions.mentions(in: tokens).first { $0.entity == end.entity && $0.span == end.span }?.head
        if let head, let quantity = finder.part(at: head) ?? finder.count(of: head), quantity.value > 1 {
            return Counted(head: head, quantity: quantity)
        }
        guard let count = entity.count, count > 1 else { return nil }
        return Counted(head: head ?? tokens.lowerBound, quantity: Quantity(count, span: end.span))
    }

    /// The set with what is coordinated with it: "five people and 19 companies", "X and 28 others".
    private func whole(_ first: Counted, _ sets: [Counted], _ ends: [EventDraft.Participant]) -> Quantity {
        let members = syntax.coordinated(syntax.firstConjunct(first.head))
        var (sum, bound, span) = (0, Quantity.Bound.exact, first.quantity.span)
        var seen = Set<Int>()
        for set in sets where set.head == first.head || members.contains(set.head) {
            guard seen.insert(set.head).inserted else { continue }
            sum += set.quantity.value
            if set.quantity.bound != .exact { bound = set.quantity.bound }
            span = span.union(set.quantity.span)
        }
        if finder.isOthers(first.head) { sum += named(ends, besides: first.head).count }
        return Quantity(sum, bound, span: seen.count > 1 ? span : first.quantity.span)
    }

    /// "was expelled along with X and 27 other men": the set stands beside those whom the clause names.
    private func others(_ draft: EventDraft, _ ends: [EventDraft.Participant]) -> Quantity? {
        let trigger = draft.trigger
        guard syntax.pos[trigger] != .noun else { return nil }
        let clause = syntax.leftEdge[trigger]..<(syntax.rightEdge[trigger] + 1)
        for mention in mentions.mentions(in: clause) where mentions.type(of: mention) == .people {
            guard finder.isOthers(mention.head), let quantity = finder.count(of: mention.head) else { continue }
            let names = named(ends, besides: mention.head)
            guard !names.isEmpty else { continue }
            return Quantity(quantity.value + names.count, quantity.bound, span: quantity.span)
        }
        return nil
    }

    /// The named ones that take part or are coordinated with a noun.
    private func named(_ ends: [EventDraft.Participant], besides head: Int) -> Set<Int> {
        var found = Set(ends.map(\.entity).filter { mentions.entities[$0].type != .people })
        for token in syntax.coordinated(syntax.firstConjunct(head)) where token != head {
            for end in mentions.standing(at: token, syntax: syntax) where mentions.entities[end.entity].type != .people
            {
                found.insert(end.entity)
            }
        }
        return found
    }
}
