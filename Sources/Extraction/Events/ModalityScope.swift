package import Vocabulary

/// How sure the report is of what a predicate tells: its auxiliaries, adverbs, and what it is governed by.
package struct ModalityScope: Sendable {
    package struct Value: Sendable, Hashable {
        package var modality: Modality = .asserted
        package var polarity: Polarity = .positive
        /// Whether it stands in a mere condition ("if convicted").
        package var isCondition = false
        /// The governing word that made it so, or nil.
        package var governor: Int?
    }

    let syntax: Syntax
    let table: ModalityTable

    package init(syntax: Syntax, table: ModalityTable) {
        self.syntax = syntax
        self.table = table
    }

    package func value(at predicate: Int) -> Value {
        var value = Value()
        own(predicate, &value)
        climb(from: predicate, &value)
        return value
    }

    private func own(_ predicate: Int, _ value: inout Value) {
        for child in syntax.children(predicate) {
            let word = syntax.lower[child]
            if syntax.dep[child] == .neg || (table.negations.contains(word) && syntax.dep[child] != .conj) {
                value.polarity = .negative
            } else if [.aux, .auxPass].contains(syntax.dep[child]), let modality = table.auxiliaries[word] {
                raise(&value, modality)
            } else if syntax.dep[child] == .advmod, let modality = table.adverbs[word] {
                raise(&value, modality)
            } else if syntax.dep[child] == .amod || syntax.dep[child] == .compound,
                let modality = table.adjectives[word]
            {
                raise(&value, modality)
            } else if syntax.dep[child] == .det, table.negativeDeterminers.contains(word) {
                value.polarity = .negative
            } else if syntax.dep[child] == .mark || syntax.dep[child] == .advmod, table.conditions.contains(word) {
                value.isCondition = true
            } else if [.nsubj, .nsubjPass].contains(syntax.dep[child]), isNegative(child) {
                value.polarity = .negative
            }
        }
        if syntax.feature("Tense", predicate) == "Fut" || hasFutureAuxiliary(predicate) { raise(&value, .planned) }
        // The auxiliaries of the first of several coordinated verbs reach the others.
        if syntax.dep[predicate] == .conj, syntax.pos[predicate] == .verb || syntax.pos[predicate] == .adj {
            let first = syntax.head[predicate]
            let hasOwn = syntax.children(predicate).contains {
                [.aux, .auxPass, .nsubj, .nsubjPass].contains(syntax.dep[$0])
            }
            if !hasOwn {
                for child in syntax.children(first) where syntax.dep[child] == .aux {
                    if let modality = table.auxiliaries[syntax.lower[child]] { raise(&value, modality) }
                }
            }
        }
    }

    private func hasFutureAuxiliary(_ predicate: Int) -> Bool {
        syntax.children(predicate).contains {
            [.aux, .auxPass, .cop].contains(syntax.dep[$0]) && syntax.feature("Tense", $0) == "Fut"
        }
    }

    private func isNegative(_ noun: Int) -> Bool {
        table.negativeDeterminers.contains(syntax.lower[noun])
            || syntax.children(noun).contains {
                syntax.dep[$0] == .det && table.negativeDeterminers.contains(syntax.lower[$0])
            }
    }

    /// Up through complements to the words that govern them.
    private func climb(from predicate: Int, _ value: inout Value) {
        var node = predicate
        for _ in 0..<6 {
            guard !syntax.isRoot(node) else { return }
            let governor = syntax.head[node]
            switch syntax.dep[node] {
            case .xcomp, .ccomp, .advcl, .acl, .csubj: break
            case .conj:
                node = governor
                continue
            // An event told by a noun: what its verb does to it counts ("threatened tariffs", "denied the request").
            case .obj, .nsubjPass, .obl, .nmod, .nsubj:
                guard node == predicate, syntax.pos[predicate] != .verb else { return }
                if syntax.pos[governor] == .verb, syntax.dep[node] != .obl || syntax.preposition(of: node).isEmpty {
                    own(governor, &value)
                }
            default: return
            }
            if syntax.dep[node] == .advcl || syntax.dep[node] == .acl, !isComplementLike(node) {
                if syntax.children(node).contains(where: {
                    table.conditions.contains(syntax.lower[$0]) && syntax.dep[$0] == .mark
                }) {
                    value.isCondition = true
                }
                return
            }
            let lemma = syntax.lemma[governor]
            let word = syntax.lower[governor]
            if let modality = table.governors[lemma] ?? table.governors[word] {
                raise(&value, modality)
                if value.governor == nil { value.governor = governor }
            }
            if table.denying.contains(lemma) {
                value.polarity = .negative
                if value.governor == nil { value.governor = governor }
            }
            if syntax.pos[governor] == .verb || syntax.pos[governor] == .adj {
                for child in syntax.children(governor)
                where syntax.dep[child] == .neg
                    || (syntax.dep[child] == .advmod && table.negations.contains(syntax.lower[child]))
                {
                    if syntax.dep[node] == .xcomp { value.polarity = .negative }
                }
                for child in syntax.children(governor) where syntax.dep[child] == .advmod {
                    if let modality = table.adverbs[syntax.lower[child]] { raise(&value, modality) }
                }
                if syntax.dep[node] == .xcomp {
                    for child in syntax.children(governor) where [.aux].contains(syntax.dep[child]) {
                        if let modality = table.auxiliaries[syntax.lower[child]] { raise(&value, modality) }
                    }
                    // "is to go on trial"
                    if lemma == "be" { raise(&value, .planned) }
                }
            }
            node = governor
        }
    }

    /// "accused of leading", "on suspicion of killing": the clause completes its governor.
    private func isComplementLike(_ clause: Int) -> Bool {
        let mark = syntax.children(clause).first { syntax.dep[$0] == .mark }.map { syntax.lower[$0] }
        if let mark { return ["of", "with", "for", "from", "to", "de", "que", "that", "por"].contains(mark) }
        return syntax.children(clause).contains { syntax.lower[$0] == "to" && syntax.dep[$0] == .aux }
    }

    private func raise(_ value: inout Value, _ modality: Modality) {
        if value.modality == .asserted || rank(modality) > rank(value.modality) { value.modality = modality }
    }

    /// What wins when several hold: an allegation about a plan is an allegation.
    private func rank(_ modality: Modality) -> Int {
        switch modality {
        case .asserted, .former: 0
        case .planned: 1
        case .possible: 2
        case .threatened: 3
        case .alleged: 4
        }
    }
}
