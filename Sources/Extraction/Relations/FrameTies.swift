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
        let from =
            frame.from == .subject ? near(token, places(frame.from, clause, frame)) : places(frame.from, clause, frame)
        var to = places(frame.to, clause, frame)
        if frame.to == .object, clause.voice == .active, let next = nextName(behind: token), !to.contains(next) {
            to.append(next)
        }
        guard !to.isEmpty else { return }
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
        case .object: return clause.voice == .passive ? patients(clause) : clause.objects
        case .prepositions(let words):
            return standing(behind: words, of: clause, companions: frame.companion)
        }
    }

    /// Of a passive: its subject, "a quien" of "a quien se vincula", the noun that a participle modifies.
    private func patients(_ clause: Clause) -> [Int] {
        let found = clause.subjects + clause.objects
        guard found.isEmpty, syntax.dep[clause.predicate] == .amod else { return found }
        return [syntax.head[clause.predicate]]
    }

    /// In a list parted by semicolons the subject stands in the verb's own part; the parser often looks further back.
    private func near(_ verb: Int, _ subjects: [Int]) -> [Int] {
        let floor = scene.sentence(of: verb).lowerBound
        guard let stop = (floor..<verb).last(where: { syntax.lower[$0] == ";" }),
            subjects.contains(where: { $0 < stop }), syntax.dep[verb] != .relcl, syntax.dep[verb] != .acl
        else { return subjects }
        let name = (stop..<verb).reversed().lazy.compactMap { scene.spots.ending(at: $0, kinds: [.name]) }.first
        return name.map { [$0.head] } ?? []
    }

    /// The name that a verb's object leads up to, where the parser lost it: "controls tour operator X".
    private func nextName(behind verb: Int) -> Int? {
        let limit = min(scene.sentence(of: verb).upperBound, verb + 7)
        for token in verb + 1..<max(limit, verb + 1) {
            if let mention = scene.spots.beginning(at: token, kinds: [.name]) { return mention.head }
            guard [.det, .adj, .noun, .propn].contains(syntax.pos[token]) || scene.isQuote(token) else { return nil }
        }
        return nil
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
        let allTo = ends(to, union(readings.map(\.to)), of: token)
        var allFrom = ends(from, union(readings.map(\.from)), of: token)
        if from.isEmpty, let topic = UnsaidSubject(scene: scene).topic(for: token, union(readings.map(\.from))) {
            allFrom = [topic]
        }
        for reading in readings {
            let froms = allFrom.filter { reading.from.contains(scene.type($0)) }
            let tos = allTo.filter { reading.to.contains(scene.type($0)) }
            guard !froms.isEmpty, !tos.isEmpty else { continue }
            for first in froms + companions(of: token, frame, reading) {
                for second in tos {
                    add(reading, first, second, token, standing, &ledger)
                }
            }
            return true
        }
        return false
    }

    private func union(_ sets: [Set<EntityType>]) -> Set<EntityType> { sets.reduce(into: []) { $0.formUnion($1) } }

    private func ends(_ tokens: [Int], _ types: Set<EntityType>, of verb: Int) -> [RelationDraft.End] {
        for token in tokens {
            let found = scene.ends(at: token, types: types)
            if found.contains(where: { scene.type($0) != .people }) {
                return withRow(found, at: token, types, of: verb)
            }
            if let found = antecedents.name(ofRelative: token, types: types) { return found }
            if syntax.pos[token] == .noun, scene.mentions.mention(headedBy: token)?.kind ?? .description == .description
            {
                let phrase = NounPhraseReader(scene: scene).phrase(token..<token + 1)
                let borne = BearerFinder(scene: scene).bearers(of: phrase, types: types.subtracting([.people]))
                if !borne.ends.isEmpty, borne.link != .own { return borne.ends }
            }
            if !found.isEmpty { return withRow(found, at: token, types, of: verb) }
        }
        return []
    }

    /// "A and B, who led the group": a clause that the parser gave to the last name is said of all in the row.
    private func withRow(
        _ found: [RelationDraft.End], at token: Int, _ types: Set<EntityType>, of verb: Int
    ) -> [RelationDraft.End] {
        guard [.relcl, .acl].contains(syntax.dep[verb]), syntax.head[verb] == token, syntax.dep[token] == .conj,
            let mention = scene.mentions.mention(headedBy: token) ?? scene.mentions.mention(at: token),
            syntax.tag(verb) != "VBZ", syntax.feature("Number", verb) != "Sing"
        else { return found }
        let floor = scene.sentence(of: token).lowerBound
        let row = antecedents.row(endingWith: mention, floor: floor, types: types)
        return row + found.filter { end in !row.contains { $0.entity == end.entity } }
    }

    /// "led the group together with X"
    private func companions(of verb: Int, _ frame: TieFrame, _ reading: TieReading) -> [RelationDraft.End] {
        guard frame.from == .subject, frame.to == .object else { return [] }
        var found: [RelationDraft.End] = []
        for oblique in scene.clauses.clause(at: verb).obliques {
            let preposition = oblique.preposition.split(separator: " ").map(String.init)
            guard preposition.contains(where: scene.tables.standing.company.contains) else { continue }
            found += scene.ends(at: oblique.noun, types: reading.from)
        }
        return found
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
        let readings = scene.tables.classes[frame.tieClass] ?? []
        let allTo = ends(targets, union(readings.map(\.to)), of: token)
        guard !allTo.isEmpty else { return }
        let allFrom = bearers(of: token, types: union(readings.map(\.from)))
        for reading in readings {
            let froms = allFrom.filter { reading.from.contains(scene.type($0)) }
            let tos = allTo.filter { reading.to.contains(scene.type($0)) }
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
        guard var next = behind(token + 1, words, limit) ?? behind(token + 2, words, limit, past: token + 1) else {
            return []
        }
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

    /// The token behind one of the prepositions, one or two words, that begins at a token.
    private func behind(_ token: Int, _ words: Set<String>, _ limit: Int, past adverb: Int? = nil) -> Int? {
        if let adverb, adverb >= limit || syntax.pos[adverb] != .adv { return nil }
        guard token < limit else { return nil }
        let first = scene.preposition(token)
        if token + 1 < limit, words.contains(first + " " + scene.preposition(token + 1)) { return token + 2 }
        return words.contains(first) ? token + 1 : nil
    }

    /// What is so: the noun that it modifies, the subject that it is said of, the name before its comma.
    private func bearers(of token: Int, types: Set<EntityType>) -> [RelationDraft.End] {
        let clause = scene.clauses.clause(at: token)
        if !clause.subjects.isEmpty {
            let found = ends(clause.subjects, types, of: token)
            if !found.isEmpty { return found }
        }
        let floor = scene.sentence(of: token).lowerBound
        var start = token
        while start > floor, [.adv, .det, .adp].contains(syntax.pos[start - 1]) { start -= 1 }
        if start > floor, let mention = scene.spots.ending(at: start - 1), types.contains(scene.type(mention)) {
            return [scene.end(mention)]
        }
        if [.amod, .acl, .relcl, .nmod, .appos].contains(syntax.dep[token]), !syntax.isRoot(token),
            syntax.head[token] < token || syntax.dep[token] == .amod
        {
            let found = ends([syntax.head[token]], types, of: token)
            if !found.isEmpty { return found }
            if !scene.mentions.participants(at: syntax.head[token], syntax: syntax).isEmpty { return [] }
        }
        let named = antecedents.names(
            before: start, types: types.subtracting([.people]), isPlural: scene.isPlural(token), strict: true)
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
