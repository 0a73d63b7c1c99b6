import Vocabulary

/// How a tie stands in the report: told, only alleged, over, denied.
struct Standing {
    var modality: Modality
    var polarity: Polarity = .positive
    /// Whether a word says that it is over, and not only the tense of the verb.
    var isOver = false
    /// Whether the report says that it is not known.
    var isUnknown = false
}

/// Reads the standing of a tie from the words around its trigger.
struct StandingReader {
    let scene: TieScene
    private let scope: ModalityScope

    init(scene: TieScene) {
        self.scene = scene
        scope = ModalityScope(syntax: scene.syntax, table: scene.lexicon.modality)
    }

    private var syntax: Syntax { scene.syntax }

    func standing(of phrase: NounPhrase, bearers: Bearers, isFormer: Bool) -> Standing {
        var found = Standing(modality: .asserted)
        let table = scene.lexicon.modality
        let words = phrase.modifiers.flatMap { [syntax.lower[$0], syntax.lemma[$0]] }
        let isAlleged = words.contains { table.adjectives[$0] == .alleged || table.adverbs[$0] == .alleged }
        let isOver = isFormer || words.contains { scene.tables.standing.former.contains($0) }
        if let verb = bearers.verb {
            let node = syntax.dep[verb] == .cop ? syntax.head[verb] : verb
            found = standing(ofPredicate: node)
            if table.governors[syntax.lemma[verb]] == .alleged, syntax.dep[verb] != .cop { found.modality = .alleged }
            if found.modality == .asserted,
                syntax.dep[verb] == .cop || scene.tables.standing.serving.contains(syntax.lemma[verb]),
                isPast(verb)
            {
                found.modality = .former
            }
        }
        found.isOver = isOver
        if isAlleged {
            found.modality = .alleged
        } else if isOver, found.modality != .alleged {
            found.modality = .former
        }
        return found
    }

    /// Of a verb or a predicate noun.
    func standing(ofPredicate predicate: Int) -> Standing {
        let value = scope.value(at: predicate)
        var found = Standing(modality: value.modality, polarity: value.polarity)
        // What may become of it is not said here: only what is alleged matters to a tie.
        if found.modality != .alleged { found.modality = .asserted }
        found.isUnknown = isUnknown(predicate)
        if value.isCondition { found.isUnknown = true }
        return found
    }

    /// Whether the verb is in a past that is over.
    func isPast(_ verb: Int) -> Bool {
        let children = syntax.children(verb)
        if children.contains(where: { scene.tables.standing.ended.contains(syntax.lower[$0]) }) { return true }
        // "said that she was": the past may be that of the saying.
        let top = syntax.dep[verb] == .cop ? syntax.head[verb] : verb
        if syntax.dep[top] == .ccomp { return false }
        if children.contains(where: { [.aux, .auxPass].contains(syntax.dep[$0]) }) { return false }
        if syntax.tag(verb) == "VBD" { return true }
        return syntax.feature("Tense", verb) == "Past" && syntax.feature("VerbForm", verb) == "Fin"
    }

    /// "is not known to be a member": a denial of knowledge, not of the tie.
    private func isUnknown(_ predicate: Int) -> Bool {
        var node = predicate
        for _ in 0..<4 {
            guard !syntax.isRoot(node), [.xcomp, .ccomp, .conj].contains(syntax.dep[node]) else { return false }
            node = syntax.head[node]
            guard scene.tables.standing.unknown.contains(syntax.lemma[node]) else { continue }
            if syntax.children(node).contains(where: {
                syntax.dep[$0] == .neg || scene.lexicon.modality.negations.contains(syntax.lower[$0])
            }) {
                return true
            }
        }
        return false
    }
}
