import Vocabulary

/// The tellings of one event inside a report, gathered as they come.
struct Happening {
    private(set) var tellings: [EventCandidate]
    /// The clearest telling: it gives trigger, label and modality.
    private(set) var best: EventCandidate
    /// The entities that tell it apart from others of its type.
    private(set) var principals: Set<Int>
    private(set) var agents: Set<Int>
    /// The content words of its phrases, by role.
    private(set) var words: [Role: Set<String>]

    init(_ candidate: EventCandidate, words: [Role: Set<String>]) {
        tellings = [candidate]
        best = candidate
        principals = Self.principals(candidate.draft)
        agents = Set(candidate.draft.entities(.agent))
        self.words = words
    }

    var type: EventType { best.draft.type }

    mutating func add(_ candidate: EventCandidate, words more: [Role: Set<String>]) {
        tellings.append(candidate)
        if candidate.clarity > best.clarity { best = candidate }
        principals.formUnion(Self.principals(candidate.draft))
        agents.formUnion(candidate.draft.entities(.agent))
        words.merge(more) { $0.union($1) }
    }

    /// Takes the tellings of another happening that turned out to be this one.
    mutating func absorb(_ other: Happening) {
        for var candidate in other.tellings {
            candidate.draft.type = type
            candidate.draft.label = best.draft.label
            add(candidate, words: [:])
        }
        words.merge(other.words) { $0.union($1) }
    }

    static func principals(_ draft: EventDraft) -> Set<Int> {
        Set(draft.type.principals.flatMap { draft.entities($0) })
    }

    /// How many tellings back contradictions are looked for.
    private static let reach = 24

    /// Whether nothing that both tell contradicts.
    func agrees(with other: EventCandidate) -> Bool {
        tellings.suffix(Self.reach).allSatisfy { Self.agree($0, other) }
    }

    private static func agree(_ candidate: EventCandidate, _ other: EventCandidate) -> Bool {
        let (a, b) = (candidate.draft, other.draft)
        if let x = a.when?.interval, let y = b.when?.interval, x.end < y.start || y.end < x.start { return false }
        if let x = a.counts.first?.value, let y = b.counts.first?.value, x != y { return false }
        if a.polarity != b.polarity { return false }
        let unfinished: Set<Modality> = [.planned, .possible]
        if a.modality != b.modality, other.voice != .nominal, candidate.voice != .nominal,
            unfinished.contains(a.modality) || unfinished.contains(b.modality)
        {
            return false
        }
        for role in [Role.destination, .origin, .place] where role != .place || a.type != .death {
            let (x, y) = (Set(a.entities(role)), Set(b.entities(role)))
            if !x.isEmpty, !y.isEmpty, x.isDisjoint(with: y) { return false }
        }
        return true
    }
}
