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

    /// "a reward for information leading to the arrest of X", "X, for whose capture it offers $1m": the reward is for X.
    func withWanted(_ candidates: [EventCandidate]) -> [EventCandidate] {
        guard !offers.isEmpty else { return candidates }
        let wanted = Dictionary(
            grouping: candidates.filter { $0.voice == .nominal && [.arrest, .conviction].contains($0.draft.type) }
        ) { syntax.sentence[$0.draft.trigger] }
        return candidates.map { candidate in
            guard candidate.draft.type == .reward, !candidate.draft.has(.person) else { return candidate }
            var result = candidate
            for other in wanted[syntax.sentence[candidate.draft.trigger]] ?? [] {
                for argument in other.draft.arguments where argument.role == .person {
                    guard case .entity(let end) = argument.filler, !result.draft.entities(.person).contains(end.entity)
                    else { continue }
                    result.draft.arguments.append(argument)
                }
            }
            return result
        }
    }

    func swallows(_ candidate: EventCandidate) -> Bool {
        let rewards = offers[syntax.sentence[candidate.draft.trigger]] ?? []
        if candidate.voice == .nominal, [.arrest, .conviction].contains(candidate.draft.type),
            !rewards.isEmpty
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
