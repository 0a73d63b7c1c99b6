import Vocabulary

/// What someone asks for, promises, allows or opposes is no event of its own: it is the measure of that event.
struct Embedding {
    private let syntax: Syntax
    /// The events that have measures, by sentence.
    private let speechActs: [Int: [EventDraft]]

    /// Rewards, by sentence: the arrest that one is offered for has not happened.
    private let offers: [Int: [EventDraft]]

    private static let speechless: Set<EventType> = [
        .request, .assurance, .authorization, .opposition, .contest, .agreement,
    ]
    private static let kept: Set<EventType> = [
        .designation, .death, .attack, .crime, .kidnapping, .arrest, .conviction,
    ]

    init(syntax: Syntax, candidates: [EventCandidate]) {
        self.syntax = syntax
        offers = Dictionary(grouping: candidates.map(\.draft).filter { $0.type == .reward }) {
            syntax.sentence[$0.trigger]
        }
        speechActs = Dictionary(grouping: candidates.map(\.draft).filter { Self.speechless.contains($0.type) }) {
            syntax.sentence[$0.trigger]
        }
    }

    func swallows(_ candidate: EventCandidate) -> Bool {
        let rewards = offers[syntax.sentence[candidate.draft.trigger]] ?? []
        if candidate.voice == .nominal, [.arrest, .conviction].contains(candidate.draft.type),
            rewards.contains(where: { $0.trigger < candidate.draft.trigger || $0.has(.person) })
        {
            return true
        }
        if Self.kept.contains(candidate.draft.type) { return false }
        let around = speechActs[syntax.sentence[candidate.draft.trigger]] ?? []
        return around.contains { act in
            act.trigger != candidate.draft.trigger
                && (act.texts(.measure).contains { $0.contains(candidate.draft.triggerSpan) }
                    || candidate.governor == act.trigger)
        }
    }
}
