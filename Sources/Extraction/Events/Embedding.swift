import Vocabulary

/// What someone asks for, promises, allows or opposes is no event of its own: it is the measure of that event.
struct Embedding {
    private let syntax: Syntax
    /// The events that have measures, by sentence.
    private let speechActs: [Int: [EventDraft]]

    private static let speechless: Set<EventType> = [
        .request, .assurance, .authorization, .opposition, .contest, .agreement,
    ]
    private static let kept: Set<EventType> = [
        .designation, .death, .attack, .crime, .kidnapping, .arrest, .conviction,
    ]

    init(syntax: Syntax, candidates: [EventCandidate]) {
        self.syntax = syntax
        speechActs = Dictionary(grouping: candidates.map(\.draft).filter { Self.speechless.contains($0.type) }) {
            syntax.sentence[$0.trigger]
        }
    }

    func swallows(_ candidate: EventCandidate) -> Bool {
        if Self.kept.contains(candidate.draft.type) { return false }
        let around = speechActs[syntax.sentence[candidate.draft.trigger]] ?? []
        return around.contains { act in
            act.trigger != candidate.draft.trigger
                && (act.texts(.measure).contains { $0.contains(candidate.draft.triggerSpan) }
                    || candidate.governor == act.trigger)
        }
    }
}
