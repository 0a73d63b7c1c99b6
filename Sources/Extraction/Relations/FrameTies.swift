import Vocabulary

/// Ties that a verb, participle or adjective tells: "heads the group", "linked to the cartel", "based in Cali".
struct FrameTies {
    let scene: TieScene
    private let standings: StandingReader
    private let attribution: AttributionFinder
    private let antecedents: AntecedentFinder

    init(scene: TieScene) {
        self.scene = scene
        standings = StandingReader(scene: scene)
        antecedents = AntecedentFinder(scene: scene)
        attribution = AttributionFinder(
            syntax: scene.syntax, mentions: scene.mentions, table: scene.lexicon.attribution,
            grammar: scene.lexicon.grammar)
    }

    private var syntax: Syntax { scene.syntax }

    func find(_ ledger: inout RelationLedger) {
        for token in 0..<syntax.count {
            if scene.mentions.mention(at: token)?.kind == .name { continue }
            for frame in verbFrames(at: token) { verb(token, frame, &ledger) }
            for frame in scene.tables.states[syntax.lower[token]] ?? scene.tables.states[syntax.lemma[token]] ?? [] {
                state(token, frame, &ledger)
            }
        }
    }

    private func verbFrames(at token: Int) -> [TieFrame] {
        let frames = scene.tables.verbs[syntax.lemma[token]] ?? scene.tables.verbs[syntax.lower[token]] ?? []
        guard !frames.isEmpty else { return [] }
        switch syntax.pos[token] {
        case .verb: return frames
        case .adj: return scene.isParticiple(token) ? frames : []
        default: return []
        }
    }

    // MARK: Verbs

    private func verb(_ token: Int, _ frame: TieFrame, _ ledger: inout RelationLedger) {
        let clause = scene.clauses.clause(at: token)
        if !frame.companion.isEmpty {
            guard syntax.children(token).contains(where: { frame.companion.contains(syntax.lower[$0]) }) else { return }
        }
        let from = places(frame.from, clause, frame)
        let to = places(frame.to, clause, frame)
        guard !from.isEmpty, !to.isEmpty else { return }
        if !tie(token, frame, from: from, to: to, &ledger), isDirect(frame),
            syntax.dep[token] == .relcl || syntax.dep[token] == .acl
        {
            // "grupo que encabeza X": the order of subject and object is the parser's guess; the types decide.
            _ = tie(token, frame, from: to, to: from, &ledger)
        }
    }

    private func isDirect(_ frame: TieFrame) -> Bool { frame.from == .subject && frame.to == .object }

    private func places(_ place: TieFrame.Place, _ clause: Clause, _ frame: TieFrame) -> [Int] {
        switch place {
        case .subject: return clause.voice == .passive ? clause.agents : clause.subjects
        case .object: return clause.voice == .passive ? clause.subjects : clause.objects
        case .prepositions(let words):
            return standing(behind: words, of: clause, companions: frame.companion)
        }
    }

    /// The nouns behind one of the prepositions, wherever the parser hung them.
    private func standing(behind words: Set<String>, of clause: Clause, companions: Set<String>) -> [Int] {
        var hosts = [clause.predicate]
        hosts += syntax.children(clause.predicate).filter {
            companions.contains(syntax.lower[$0]) || syntax.dep[$0] == .particle || syntax.dep[$0] == .advmod
        }
        var found: [Int] = []
        for host in hosts {
            for child in syntax.children(host) where child > clause.predicate {
                let preposition = syntax.preposition(of: child).split(separator: " ").map {
                    scene.tables.standing.contractions[String($0)] ?? String($0)
                }.joined(separator: " ")
                if words.contains(preposition) || words.contains(syntax.lower[host] + " " + preposition) {
                    found.append(child)
                }
            }
        }
        return found
    }

    @discardableResult
    private func tie(
        _ token: Int, _ frame: TieFrame, from: [Int], to: [Int], _ ledger: inout RelationLedger
    ) -> Bool {
        let standing = standings.standing(ofPredicate: token)
        guard !standing.isUnknown else { return false }
        let readings = scene.tables.classes[frame.tieClass] ?? []
        for reading in readings {
            let froms = ends(from, reading.from)
            let tos = ends(to, reading.to)
            guard !froms.isEmpty, !tos.isEmpty else { continue }
            for first in froms {
                for second in tos {
                    add(reading, first, second, token, standing, &ledger)
                }
            }
            return true
        }
        return false
    }

    private func ends(_ tokens: [Int], _ types: Set<EntityType>) -> [RelationDraft.End] {
        for token in tokens {
            let found = scene.ends(at: token, types: types)
            if !found.isEmpty { return found }
        }
        return []
    }

    private func add(
        _ reading: TieReading, _ first: RelationDraft.End, _ second: RelationDraft.End, _ token: Int,
        _ standing: Standing, _ ledger: inout RelationLedger
    ) {
        var modality = standing.modality
        if let own = reading.modality, modality == .asserted { modality = own }
        if modality == .asserted, standings.isPast(token), reading.relation.endsWithThePast { modality = .former }
        ledger.add(
            RelationDraft(
                type: reading.relation, label: syntax.lower[token],
                from: reading.isReversed ? second : first, to: reading.isReversed ? first : second,
                modality: modality, polarity: standing.polarity, trigger: token,
                attributedTo: attribution.speakers(at: token, isDeed: true).filter {
                    $0.entity != first.entity && $0.entity != second.entity
                }),
            clarity: Bearers.Link.predicate.rawValue)
    }

    // MARK: Participles and adjectives

    private func state(_ token: Int, _ frame: TieFrame, _ ledger: inout RelationLedger) {
        guard case .prepositions(let words) = frame.to else { return }
        let targets = targets(of: token, words, frame)
        guard !targets.isEmpty else { return }
        for reading in scene.tables.classes[frame.tieClass] ?? [] {
            let tos = ends(targets, reading.to)
            let froms = bearers(of: token, types: reading.from)
            guard !tos.isEmpty, !froms.isEmpty else { continue }
            let standing = standings.standing(ofPredicate: token)
            guard !standing.isUnknown else { return }
            for first in froms {
                for second in tos { add(reading, first, second, token, standing, &ledger) }
            }
            return
        }
    }

    private func targets(of token: Int, _ words: Set<String>, _ frame: TieFrame) -> [Int] {
        if frame.standsAfter, token > 1, syntax.lower[token - 1] == "-",
            let mention = scene.spots.ending(at: token - 2, kinds: [.name])
        {
            return [mention.head]
        }
        // The words behind it decide; the tree often hangs them elsewhere.
        let limit = scene.sentence(of: token).upperBound
        var next = token + 1
        while next < limit, syntax.pos[next] == .adv { next += 1 }
        guard next < limit else { return [] }
        var preposition = scene.preposition(next)
        if !words.contains(preposition), next + 1 < limit {
            preposition += " " + scene.preposition(next + 1)
            if words.contains(preposition) { next += 1 }
        }
        guard words.contains(preposition) else { return [] }
        next += 1
        while next < limit {
            if let mention = scene.spots.beginning(at: next), mention.kind != .demonym { return [mention.head] }
            guard [.det, .adj, .num, .noun].contains(syntax.pos[next]) || scene.isQuote(next) else { return [] }
            if syntax.pos[next] == .noun {
                return scene.mentions.participants(at: next, syntax: syntax).isEmpty && next + 1 < limit
                    ? (scene.spots.beginning(at: next + 1, kinds: [.name]).map { [$0.head] } ?? []) : [next]
            }
            next += 1
        }
        return []
    }

    /// What is so: the noun that it modifies, the subject that it is said of, the name before its comma.
    private func bearers(of token: Int, types: Set<EntityType>) -> [RelationDraft.End] {
        let clause = scene.clauses.clause(at: token)
        if !clause.subjects.isEmpty {
            let found = ends(clause.subjects, types)
            if !found.isEmpty { return found }
        }
        if [.amod, .acl, .relcl].contains(syntax.dep[token]), !syntax.isRoot(token) {
            let noun = syntax.head[token]
            let found = ends([noun], types)
            if !found.isEmpty { return found }
            let phrase = NounPhraseReader(scene: scene).phrase(noun..<noun + 1)
            let borne = BearerFinder(scene: scene).bearers(of: phrase, types: types)
            if !borne.ends.isEmpty { return borne.ends }
        }
        var start = token
        let floor = scene.sentence(of: token).lowerBound
        while start > floor, [.adv, .det].contains(syntax.pos[start - 1]) { start -= 1 }
        if start > floor, let mention = scene.spots.ending(at: start - 1), types.contains(scene.type(mention)) {
            return [scene.end(mention)]
        }
        let named = antecedents.names(
            before: start, types: types.subtracting([.people]), isPlural: scene.isPlural(token))
        return named ?? []
    }
}

extension RelationType {
    /// Whether a verb in the past tells that it is over.
    var endsWithThePast: Bool {
        switch self {
        case .leads, .memberOf, .holdsOffice, .worksFor: true
        default: false
        }
    }
}
