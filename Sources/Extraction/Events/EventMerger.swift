import Vocabulary

/// Makes one event of its several tellings inside a report and drops what is none.
struct EventMerger {
    let syntax: Syntax
    let mentions: MentionMap
    let lexicon: Lexicon
    /// How many happenings of a type back a telling may belong to.
    private let reach = 48

    init(syntax: Syntax, mentions: MentionMap, lexicon: Lexicon) {
        self.syntax = syntax
        self.mentions = mentions
        self.lexicon = lexicon
    }

    /// The events, in the order of their first telling by type.
    func merge(_ candidates: [EventCandidate]) -> [EventDraft] {
        let embedding = Embedding(syntax: syntax, candidates: candidates)
        var known: [EventType: [Happening]] = [:]
        let told = embedding.withWanted(candidates).filter { !$0.isCondition && !embedding.swallows($0) }
        for candidate in told where !isHeading(candidate) {
            place(candidate, among: &known[candidate.draft.type, default: []])
        }
        for candidate in told where isHeading(candidate) {
            placeHeading(candidate, among: &known[candidate.draft.type, default: []])
        }
        mergeDeaths(&known)
        let joiner = EventJoiner(syntax: syntax, mentions: mentions)
        let events = EventType.allCases.flatMap { type in (known[type] ?? []).map(joiner.join) }
        let whole = EventInheritance(syntax: syntax, mentions: mentions, frames: lexicon.frames).complete(events).map(
            joiner.withMembers)
        return RollCall(syntax: syntax, mentions: mentions, lexicon: lexicon).complete(whole)
    }

    private func place(_ candidate: EventCandidate, among happenings: inout [Happening]) {
        let words = self.words(of: candidate.draft)
        let window = happenings.indices.suffix(reach)
        if let index = window.last(where: { isSame(happenings[$0], candidate, words) }) {
            happenings[index].add(candidate, words: words)
        } else if takesUp(candidate), let index = mostTold(happenings, window, besides: candidate) {
            happenings[index].add(candidate, words: words)
        } else if stands(candidate) {
            happenings.append(Happening(candidate, words: words))
        } else if candidate.frame.leans,
            candidate.draft.has(.person) || (candidate.draft.when != nil && candidate.voice != .active)
                || candidate.draft.type == .tariff
                || (candidate.draft.type == .authorization && candidate.draft.has(.measure)),
            let earlier = happenings.last
        {
            happenings.append(Happening(leaning(candidate, on: earlier), words: words))
        } else if isAnaphoric(candidate), let index = window.last(where: { happenings[$0].agrees(with: candidate) }) {
            happenings[index].add(candidate, words: words)
        }
    }

    /// "among those extradited", "another figure extradited": a participle that only describes takes up a told transfer.
    private func takesUp(_ candidate: EventCandidate) -> Bool {
        candidate.draft.type == .transfer && candidate.voice == .passive && candidate.draft.when == nil
            && [.acl, .amod].contains(syntax.dep[candidate.draft.trigger]) && candidate.draft.polarity == .positive
            && ![Role.origin, .destination, .agent].contains(where: candidate.draft.has)
    }

    /// The happening that the report tells of most often, among those that a telling does not contradict.
    private func mostTold(
        _ happenings: [Happening], _ window: Range<Int>, besides candidate: EventCandidate
    ) -> Int? {
        window.filter { happenings[$0].agrees(with: candidate) }
            .max { (happenings[$0].tellings.count, -$0) < (happenings[$1].tellings.count, -$1) }
    }

    private func isHeading(_ candidate: EventCandidate) -> Bool {
        let kind = syntax.parts[syntax.sentences[syntax.sentence[candidate.draft.trigger]].part].kind
        return kind == .headline || kind == .subhead
    }

    /// A headline tells in short what the body tells: it is the body's first event of its type that it does not
    /// contradict, and gives that its words; its shorthand for who it was about only where the body agrees.
    private func placeHeading(_ candidate: EventCandidate, among happenings: inout [Happening]) {
        let words = self.words(of: candidate.draft)
        if let index = happenings.firstIndex(where: { isSame($0, candidate, words) }) {
            happenings[index].add(candidate, words: words)
        } else if let index = happenings.firstIndex(where: { $0.best.draft.polarity == candidate.draft.polarity }) {
            var bare = candidate
            bare.draft.arguments = []
            bare.draft.counts = []
            bare.draft.when = nil
            bare.clarity = -100
            happenings[index].add(bare, words: [:])
        } else if stands(candidate) {
            happenings.append(Happening(candidate, words: words))
        }
    }

    private func stands(_ candidate: EventCandidate) -> Bool {
        candidate.draft.fulfils(candidate.frame.requires) && !isMerePurpose(candidate)
            && candidate.draft.arguments.contains { $0.role != .place || candidate.draft.type == .attack }
    }

    /// "una línea para denunciar a empresas": what something is for, done to nobody in particular, did not happen.
    private func isMerePurpose(_ candidate: EventCandidate) -> Bool {
        let trigger = candidate.draft.trigger
        guard [.charge, .arrest, .release, .crime].contains(candidate.draft.type),
            syntax.feature("VerbForm", trigger) == "Inf",
            syntax.children(trigger).contains(where: { syntax.dep[$0] == .mark && syntax.lower[$0] == "para" })
        else { return false }
        return candidate.draft.entities(.person).allSatisfy {
            mentions.entities[$0].type == .people && mentions.entities[$0].count == nil
                || [.company, .organization].contains(mentions.entities[$0].type)
        }
    }

    /// "the transfer", "this extradition": it takes up what was told.
    private func isAnaphoric(_ candidate: EventCandidate) -> Bool {
        guard candidate.voice == .nominal else { return candidate.draft.has(.person) }
        return syntax.children(candidate.draft.trigger).contains {
            syntax.dep[$0] == .det && lexicon.grammar.definites.contains(syntax.lower[$0])
        }
    }

    /// "the third, sent in January": from where to where, and by whom, as before.
    private func leaning(_ candidate: EventCandidate, on earlier: Happening) -> EventCandidate {
        var result = candidate
        let roles: [Role] =
            switch candidate.draft.type {
            case .tariff: [.target]
            case .authorization: [.agent]
            default: [.origin, .destination, .agent]
            }
        for role in roles where !candidate.draft.has(role) {
            let before = earlier.tellings.first { $0.draft.has(role) }
            result.draft.arguments += before?.draft.arguments.filter { $0.role == role } ?? []
        }
        return result
    }

    // MARK: What is the same

    private func isSame(_ known: Happening, _ other: EventCandidate, _ words: [Role: Set<String>]) -> Bool {
        guard known.agrees(with: other) else { return false }
        let principals = Happening.principals(other.draft)
        let shared = !known.principals.isDisjoint(with: principals) && !differ(known, principals)
        let (label, modality) = (known.best.draft.label, known.best.draft.modality)
        switch known.type {
        case .request, .assurance, .authorization, .opposition, .contest:
            return shared && similar(known.words, words, .measure, whenMissing: other.voice == .nominal)
        case .designation:
            // "OFAC also designated X": the same list-maker on the same occasion.
            let sameAgent = !known.agents.isDisjoint(with: other.draft.entities(.agent))
            return shared || (sameAgent && other.draft.when == nil && label == other.draft.label)
        case .crime: return shared && similar(known.words, words, .crime, whenMissing: false)
        case .seizure: return similar(known.words, words, .object, whenMissing: false)
        case .tariff: return shared && label == other.draft.label
        case .charge:
            return shared && (label == other.draft.label || similar(known.words, words, .crime, whenMissing: true))
        case .sentence:
            return shared && modality == other.draft.modality
                && similar(known.words, words, .penalty, whenMissing: true)
        default: return shared
        }
    }

    /// Whether two happenings to named people are about different ones: "A and B were charged", "B was charged".
    private func differ(_ known: Happening, _ other: Set<Int>) -> Bool {
        guard Self.personal.contains(known.type),
            known.principals.union(other).allSatisfy({ mentions.entities[$0].type == .person })
        else { return false }
        return 2 * known.principals.intersection(other).count <= known.principals.union(other).count
    }

    /// What happens to each person in turn.
    private static let personal: Set<EventType> = [.arrest, .charge, .trial, .plea, .conviction, .sentence]

    private func similar(
        _ a: [Role: Set<String>], _ b: [Role: Set<String>], _ role: Role, whenMissing: Bool
    ) -> Bool {
        guard let x = a[role], let y = b[role], !x.isEmpty, !y.isEmpty else { return whenMissing }
        return 2 * x.intersection(y).count >= min(x.count, y.count)
    }

    private func words(of draft: EventDraft) -> [Role: Set<String>] {
        var found: [Role: Set<String>] = [:]
        for role in [Role.measure, .crime, .object, .penalty] {
            let spans = draft.texts(role)
            if !spans.isEmpty { found[role] = ContentWords.of(spans, in: syntax) }
        }
        return found
    }

    /// A shooting whose victim is told to have died is that death.
    private func mergeDeaths(_ known: inout [EventType: [Happening]]) {
        var kept: [Happening] = []
        var deaths = known[.death] ?? []
        for attack in known[.attack] ?? [] {
            let victims = Set(attack.tellings.flatMap { $0.draft.entities(.victim) })
            let index = deaths.firstIndex { death in
                !death.principals.isDisjoint(with: victims) && death.agrees(with: attack.best)
            }
            if let index { deaths[index].absorb(attack) } else { kept.append(attack) }
        }
        known[.attack] = kept
        known[.death] = deaths
    }
}
