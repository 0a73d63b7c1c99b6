import Vocabulary

/// Ties that a noun tells of two parties: "their alliance with X", "the war between X and Y".
struct MutualTies {
    let scene: TieScene

    private var syntax: Syntax { scene.syntax }

    func find(_ ledger: inout RelationLedger) {
        let phrases = NounPhraseReader(scene: scene)
        let standings = StandingReader(scene: scene)
        for sentence in syntax.sentences {
            for token in sentence.tokens where syntax.pos[token] == .noun || syntax.pos[token] == .propn {
                guard scene.mentions.mention(at: token)?.kind != .name,
                    let match = scene.tables.mutual.match(at: token, before: sentence.tokens.upperBound, in: syntax)
                else { continue }
                let phrase = phrases.phrase(match.words)
                for tieClass in match.meanings {
                    let standing = standings.standing(of: phrase, bearers: .none, isFormer: match.isFormer)
                    tie(phrase, tieClass, standing, &ledger)
                }
            }
        }
    }

    private func tie(
        _ phrase: NounPhrase, _ tieClass: String, _ standing: Standing, _ ledger: inout RelationLedger
    ) {
        for reading in scene.tables.classes[tieClass] ?? [] {
            for (first, second) in parties(phrase, reading) {
                let polarity = denied(phrase.head) ? Polarity.negative : standing.polarity
                ledger.add(
                    RelationDraft(
                        type: reading.relation, label: syntax.lower[phrase.words.upperBound - 1], from: first,
                        to: second, modality: reading.modality ?? standing.modality, polarity: polarity,
                        trigger: phrase.head),
                    clarity: Bearers.Link.predicate.rawValue)
            }
        }
    }

    private func denied(_ noun: Int) -> Bool {
        guard !syntax.isRoot(noun) else { return false }
        return ModalityScope(syntax: syntax, table: scene.lexicon.modality).value(at: noun).polarity == .negative
    }

    private func parties(
        _ phrase: NounPhrase, _ reading: TieReading
    ) -> [(RelationDraft.End, RelationDraft.End)] {
        for slot in phrase.slots {
            guard case .preposition(let word) = slot.kind else { continue }
            let ends = scene.mentions.participants(at: slot.token, syntax: syntax)
            if scene.tables.between.contains(word) {
                let fitting = ends.filter {
                    reading.from.contains(scene.type($0)) && reading.to.contains(scene.type($0))
                }
                if fitting.count == 2 { return [(fitting[0], fitting[1])] }
            } else if scene.tables.with.contains(word) {
                let others = ends.filter { reading.to.contains(scene.type($0)) }
                let owners = owners(of: phrase, types: reading.from)
                return owners.flatMap { owner in others.map { (owner, $0) } }
            }
        }
        return []
    }

    /// "its alliance", or the subject of a verb that says little: "X has an alliance".
    private func owners(of phrase: NounPhrase, types: Set<EntityType>) -> [RelationDraft.End] {
        for slot in phrase.slots where slot.kind == .possessive {
            let found = scene.ends(at: slot.token, types: types)
            if !found.isEmpty { return found }
        }
        var node = phrase.head
        for _ in 0..<3 {
            guard !syntax.isRoot(node) else { return [] }
            let governor = syntax.head[node]
            if scene.tables.standing.light.contains(syntax.lemma[governor]) {
                for subject in scene.clauses.clause(at: governor).subjects {
                    let found = scene.ends(at: subject, types: types)
                    if !found.isEmpty { return found }
                }
                return []
            }
            guard [.conj, .appos, .nmod, .obl].contains(syntax.dep[node]) else { return [] }
            // "in alliance with X": what the phrase modifies.
            let found = scene.ends(at: governor, types: types)
            if !found.isEmpty { return found }
            node = governor
        }
        return []
    }
}
