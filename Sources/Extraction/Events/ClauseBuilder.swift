/// Builds the clause around a predicate: own dependents first, then what grammar lends it
/// (control, coordination, relative and participle clauses).
package struct ClauseBuilder: Sendable {
    let syntax: Syntax
    let grammar: GrammarTable

    package init(syntax: Syntax, grammar: GrammarTable) {
        self.syntax = syntax
        self.grammar = grammar
    }

    package func clause(at predicate: Int) -> Clause {
        let isVerbal = syntax.pos[predicate] == .verb || syntax.pos[predicate] == .aux || isParticiple(predicate)
        guard isVerbal else { return nominal(predicate) }
        var clause = Clause(predicate: predicate, voice: isPassive(predicate) ? .passive : .active)
        fillOwn(&clause)
        mendSubject(&clause)
        lend(&clause, depth: 0)
        resolveRelatives(&clause)
        return clause
    }

    /// "lo secuestró Fulano", "anunció la Fiscalía": where people in the object's place bear a preposition, a name
    /// without one is the subject, wherever it stands.
    private func mendSubject(_ clause: inout Clause) {
        guard grammar.dropsSubjects, clause.voice == .active, clause.subjects.isEmpty else { return }
        let named = clause.objects.filter { syntax.pos[$0] == .propn && syntax.preposition(of: $0).isEmpty }
        guard let subject = named.first else { return }
        clause.objects.removeAll { $0 == subject }
        clause.subjects = [subject]
    }

    // MARK: Own dependents

    private func fillOwn(_ clause: inout Clause) {
        let predicate = clause.predicate
        for child in syntax.children(predicate) {
            switch syntax.dep[child] {
            case .nsubj, .nsubjPass, .csubj: clause.subjects.append(child)
            case .obj:
                clause.objects.append(child)
                // A personal object ("envió a Estados Unidos a 29 reos") may be a goal as well.
                if grammar.personalObjectPrepositions.contains(syntax.preposition(of: child)) {
                    addOblique(child, to: &clause)
                }
            case .iobj: addOblique(child, to: &clause)
            case .agent: clause.agents.append(child)
            case .obl, .nmod: addOblique(child, to: &clause)
            case .xcomp, .ccomp: addComplement(child, to: &clause)
            case .advcl, .acl: addComplement(child, to: &clause)
            default: break
            }
        }
        if clause.voice == .passive, grammar.dropsSubjects { addLostAgents(&clause) }
    }

    /// "capturado en las afueras de X, por agentes": the doer that the parse hangs on a noun in between.
    private func addLostAgents(_ clause: inout Clause) {
        var queue = syntax.children(clause.predicate).filter { $0 > clause.predicate && syntax.dep[$0] == .obl }
        for _ in 0..<3 {
            let next = queue.flatMap { syntax.children($0) }.filter {
                [.nmod, .obl, .appos].contains(syntax.dep[$0]) && syntax.pos[$0].isNominal
            }
            for noun in next where grammar.agentPrepositions.contains(syntax.preposition(of: noun)) {
                if !clause.agents.contains(noun) { clause.agents.append(noun) }
            }
            queue = next
        }
    }

    private func addOblique(_ noun: Int, to clause: inout Clause) {
        let preposition = syntax.preposition(of: noun)
        if preposition.isEmpty {
            if syntax.dep[noun] == .iobj { clause.indirectObjects.append(noun) }
            return
        }
        if grammar.agentPrepositions.contains(preposition), clause.voice == .passive { clause.agents.append(noun) }
        clause.obliques.append(Clause.Oblique(preposition: preposition, noun: noun))
        // "accused of murder and of kidnapping": each conjunct may bring its own preposition.
        for other in syntax.coordinated(noun) where other != noun {
            let own = syntax.preposition(of: other)
            if !own.isEmpty, own != preposition {
                clause.obliques.append(Clause.Oblique(preposition: own, noun: other))
            }
        }
    }

    private func addComplement(_ child: Int, to clause: inout Clause) {
        let mark = syntax.children(child).first { syntax.dep[$0] == .mark }
        var word = mark.map { syntax.lower[$0] } ?? ""
        if word.isEmpty, syntax.children(child).contains(where: { syntax.dep[$0] == .aux && syntax.lower[$0] == "to" })
        {
            word = "to"
        }
        clause.complements.append(Clause.Complement(mark: word, predicate: child))
        for other in syntax.children(child, .conj) where syntax.pos[other] == .verb {
            clause.complements.append(Clause.Complement(mark: word, predicate: other))
        }
    }

    // MARK: What grammar lends

    private func lend(_ clause: inout Clause, depth: Int) {
        let predicate = clause.predicate
        guard clause.subjects.isEmpty, depth < 6, !syntax.isRoot(predicate) else { return }
        let governor = syntax.head[predicate]
        switch syntax.dep[predicate] {
        case .conj: lendFromConjunct(&clause, governor, depth: depth)
        // "los peritos dijeron que robó": a finite clause without a subject is not about whoever says it.
        case .ccomp where dropsItsSubject(predicate), .advcl where dropsItsSubject(predicate): break
        case .xcomp, .ccomp, .advcl: lendByControl(&clause, governor, depth: depth)
        case .acl, .relcl: lendFromNoun(&clause, governor, depth: depth)
        default: break
        }
    }

    private func dropsItsSubject(_ predicate: Int) -> Bool {
        guard grammar.dropsSubjects else { return false }
        let verbs = [predicate] + syntax.children(predicate).filter { [.aux, .auxPass, .cop].contains(syntax.dep[$0]) }
        return verbs.contains { syntax.feature("VerbForm", $0) == "Fin" }
    }

    private func lendFromConjunct(_ clause: inout Clause, _ governor: Int, depth: Int) {
        guard
            syntax.pos[governor] == .verb || syntax.pos[governor] == .aux || isParticiple(governor)
                || syntax.child(governor, .cop) != nil
        else { return }
        var other = Clause(predicate: governor, voice: isPassive(governor) ? .passive : .active)
        fillOwn(&other)
        lend(&other, depth: depth + 1)
        clause.subjects = other.subjects
        // "was arrested and charged": the second participle leans on the first one's auxiliary.
        if other.voice == .passive, isParticiple(clause.predicate), clause.objects.isEmpty,
            !hasOwnAuxiliary(clause.predicate), !grammar.neverPassive.contains(syntax.lemma[clause.predicate])
        {
            clause.voice = .passive
        }
        if clause.objects.isEmpty, other.voice == .active, clause.voice == .active, clause.obliques.isEmpty,
            clause.complements.isEmpty, syntax.rightEdge[governor] > clause.predicate, let shared = other.objects.first,
            shared > clause.predicate
        {
            clause.objects = [shared]
        }
    }

    private func lendByControl(_ clause: inout Clause, _ above: Int, depth: Int) {
        // "went so far as to authorise": an adverb passes its verb's subject on.
        let governor = syntax.pos[above] == .adv && !syntax.isRoot(above) ? syntax.head[above] : above
        let verbal =
            syntax.pos[governor] == .verb || syntax.pos[governor] == .aux || isParticiple(governor)
            || syntax.child(governor, .cop) != nil || syntax.pos[governor] == .adj
        guard verbal else { return lendFromNoun(&clause, governor, depth: depth) }
        let matrix = self.matrix(governor, depth: depth + 1)
        let mark = syntax.children(clause.predicate).first { syntax.dep[$0] == .mark }.map { syntax.lower[$0] } ?? ""
        let byObject = syntax.dep[clause.predicate] != .advcl || grammar.objectControlMarks.contains(mark)
        let subjectControl = grammar.subjectControl.contains(syntax.lemma[governor])
        if matrix.voice == .active, byObject, !subjectControl, let object = matrix.objects.first {
            clause.subjects = [object]
        } else if matrix.voice == .active, byObject, !subjectControl, let indirect = matrix.indirectObjects.first {
            clause.subjects = [indirect]
        } else {
            clause.subjects = matrix.subjects
            // "lo volvió a detener": the pronoun before the first verb is the object of the second.
            if subjectControl, clause.objects.isEmpty, clause.voice == .active {
                clause.objects = matrix.objects.filter { syntax.pos[$0] == .pron && $0 < clause.predicate }
            }
        }
    }

    private func matrix(_ governor: Int, depth: Int) -> Clause {
        var matrix = Clause(predicate: governor, voice: isPassive(governor) ? .passive : .active)
        fillOwn(&matrix)
        lend(&matrix, depth: depth)
        return matrix
    }

    private func lendFromNoun(_ clause: inout Clause, _ noun: Int, depth: Int) {
        let predicate = clause.predicate
        let hasTo = syntax.children(predicate).contains { syntax.dep[$0] == .aux && syntax.lower[$0] == "to" }
        let marked = syntax.children(predicate).contains { syntax.dep[$0] == .mark }
        if syntax.dep[predicate] == .relcl {
            clause.subjects = [noun]
        } else if hasTo || marked {
            // "a plan to extradite", "the charge of laundering": the doer is the noun's owner or its verb's subject.
            if let owner = syntax.child(noun, .poss) {
                clause.subjects = [owner]
            } else if !syntax.isRoot(noun), [.obj, .obl, .nmod].contains(syntax.dep[noun]) {
                let governor = syntax.head[noun]
                guard syntax.pos[governor] == .verb, depth < 5 else { return }
                let matrix = self.matrix(governor, depth: depth + 1)
                clause.subjects = matrix.subjects
            }
        } else {
            clause.subjects = [noun]
        }
    }

    /// Puts the noun that a relative clause belongs to in the place of its relative pronoun or its gap.
    private func resolveRelatives(_ clause: inout Clause) {
        clause.subjects = clause.subjects.map(antecedent(ofPronoun:))
        clause.objects = clause.objects.map(antecedent(ofPronoun:))
        clause.agents = clause.agents.map(antecedent(ofPronoun:))
        var found = false
        for index in clause.obliques.indices {
            let noun = antecedent(ofPronoun: clause.obliques[index].noun)
            found = found || noun != clause.obliques[index].noun
            clause.obliques[index].noun = noun
        }
        guard let (noun, top) = antecedent(of: clause.predicate) else { return }
        let hasPronoun =
            found
            || (syntax.leftEdge[top]..<max(top, clause.predicate)).contains {
                grammar.relativePronouns.contains(syntax.lower[$0])
                    && [.nsubj, .nsubjPass, .obj, .iobj].contains(syntax.dep[$0])
            }
        if !hasPronoun, clause.voice == .active, clause.objects.isEmpty, clause.subjects != [noun],
            !clause.subjects.isEmpty
        {
            clause.objects = [noun]
        }
    }

    /// The noun that a relative pronoun stands for, or the token itself.
    private func antecedent(ofPronoun token: Int) -> Int {
        guard grammar.relativePronouns.contains(syntax.lower[token]) else { return token }
        var node = token
        for _ in 0..<8 {
            guard !syntax.isRoot(node) else { return token }
            if syntax.dep[node] == .relcl, syntax.head[node] < token {
                return bearer(ofKin: syntax.head[node], before: token)
            }
            node = syntax.head[node]
        }
        return token
    }

    /// "Ana, sister of Luis and cousin of Juan, who is accused": behind a comma the clause goes on about Ana, whom the
    /// words of kinship explain, and not about the kin that they name.
    private func bearer(ofKin noun: Int, before relative: Int) -> Int {
        let sentence = syntax.sentences[syntax.sentence[noun]].tokens
        var start = noun
        while start > sentence.lowerBound, syntax.pos[start - 1] == .propn { start -= 1 }
        guard start - 2 > sentence.lowerBound, grammar.genitives.contains(syntax.lower[start - 1]),
            (noun..<relative).contains(where: { syntax.lower[$0] == "," })
        else { return noun }
        var kin = start - 2
        guard grammar.kin.contains(syntax.lower[kin]) else { return noun }
        // The comma that opens the explanation, past other kin in the same row.
        while kin > sentence.lowerBound, syntax.lower[kin] != "," { kin -= 1 }
        guard kin > sentence.lowerBound else { return noun }
        var bearer = kin - 1
        while bearer > sentence.lowerBound, !syntax.pos[bearer].isNominal || syntax.lower[bearer] == "\"" {
            bearer -= 1
        }
        guard syntax.pos[bearer] == .propn else { return noun }
        while syntax.dep[bearer] == .flat || syntax.dep[bearer] == .conj || syntax.dep[bearer] == .appos,
            syntax.head[bearer] < bearer, syntax.head[bearer] >= sentence.lowerBound
        {
            bearer = syntax.head[bearer]
        }
        return bearer
    }

    /// The noun that the relative clause around a predicate modifies, and that clause's top predicate.
    private func antecedent(of predicate: Int) -> (noun: Int, top: Int)? {
        var node = predicate
        for _ in 0..<6 {
            if syntax.dep[node] == .relcl {
                return (bearer(ofKin: syntax.head[node], before: syntax.leftEdge[node]), node)
            }
            guard [.conj, .xcomp, .ccomp].contains(syntax.dep[node]), !syntax.isRoot(node) else { return nil }
            node = syntax.head[node]
        }
        return nil
    }

    // MARK: Nouns

    private func nominal(_ noun: Int) -> Clause {
        var clause = Clause(predicate: noun, voice: .nominal)
        for child in syntax.children(noun) {
            switch syntax.dep[child] {
            case .poss: clause.possessors.append(child)
            case .det where syntax.feature("Poss", child) == "Yes": clause.possessors.append(child)
            case .agent: clause.agents.append(child)
            case .nmod, .obl, .iobj:
                let preposition = syntax.preposition(of: child)
                if grammar.agentPrepositions.contains(preposition) {
                    clause.agents.append(child)
                } else if !preposition.isEmpty {
                    clause.obliques.append(Clause.Oblique(preposition: preposition, noun: child))
                }
            case .compound, .amod, .flat: clause.modifiers.append(child)
            case .acl, .advcl, .ccomp, .xcomp: addComplement(child, to: &clause)
            case .nsubj, .nsubjPass: clause.subjects.append(child)
            default: break
            }
        }
        shareNouns(&clause)
        return clause
    }

    /// "Peru's arrest and extradition of X": coordinated nouns share the owner before and the "of" behind them.
    private func shareNouns(_ clause: inout Clause) {
        let noun = clause.predicate
        if syntax.dep[noun] == .conj, clause.possessors.isEmpty {
            clause.possessors = syntax.children(syntax.firstConjunct(noun), .poss)
        }
        let row = syntax.coordinated(syntax.firstConjunct(noun))
        guard row.count > 1, !clause.obliques.contains(where: { grammar.genitives.contains($0.preposition) }) else {
            return
        }
        for other in row where other != noun && syntax.pos[other] == .noun {
            for child in syntax.children(other) where [.nmod, .obl].contains(syntax.dep[child]) && child > noun {
                let preposition = syntax.preposition(of: child)
                if grammar.genitives.contains(preposition) {
                    clause.obliques.append(Clause.Oblique(preposition: preposition, noun: child))
                }
            }
        }
    }

    // MARK: Voice

    private func isParticiple(_ token: Int) -> Bool {
        if syntax.language == "en" { return ["VBN", "VBD"].contains(syntax.tag(token)) && syntax.pos[token] != .noun }
        return syntax.feature("VerbForm", token) == "Part" || syntax.isAdjectivalParticiple(token)
    }

    private func hasOwnAuxiliary(_ token: Int) -> Bool {
        syntax.children(token).contains { [.aux, .auxPass, .cop].contains(syntax.dep[$0]) }
    }

    package func isPassive(_ predicate: Int) -> Bool {
        for child in syntax.children(predicate) {
            switch syntax.dep[child] {
            case .auxPass, .nsubjPass, .agent: return true
            case .aux where grammar.passiveAuxiliaries.contains(syntax.lemma[child]) && isParticiple(predicate):
                return true
            case .expl, .obj, .iobj:
                if grammar.passivePronouns.contains(syntax.lower[child]) {
                    return !grammar.reflexiveVerbs.contains(syntax.lemma[predicate])
                }
            default: break
            }
        }
        guard isParticiple(predicate) else { return false }
        if syntax.language == "en" {
            // "a policeman gunned down in Lima", tagged as a past tense: behind a noun it can only be a participle.
            let isMistagged =
                syntax.dep[predicate] == .acl && syntax.child(predicate, .nsubj) == nil
                && syntax.child(predicate, .obj) == nil
            guard syntax.tag(predicate) == "VBN" || isMistagged else { return false }
            if syntax.children(predicate).contains(where: { syntax.dep[$0] == .aux }) { return false }
            // "whom OFAC sanctioned", tagged as a participle: a subject of its own in a relative clause or beside an
            // object makes it active; a headline's "Trafficker arrested in Lima" stays passive.
            if syntax.child(predicate, .nsubj) != nil,
                syntax.dep[predicate] == .relcl || syntax.child(predicate, .obj) != nil
            {
                return false
            }
            // "was arrested and charged", "has arrested and charged": it leans on the first one's auxiliary.
            if syntax.dep[predicate] == .conj, let first = verbalHead(predicate), hasOwnAuxiliary(first) {
                return isPassive(first)
            }
            return true
        }
        if syntax.dep[predicate] == .conj, !hasOwnAuxiliary(predicate), let first = verbalHead(predicate) {
            return isPassive(first)
        }
        if syntax.isAdjectivalParticiple(predicate) { return true }
        return [.acl, .amod, .xcomp, .advcl].contains(syntax.dep[predicate]) && !hasOwnAuxiliary(predicate)
            || syntax.child(predicate, .cop) != nil
    }

    private func verbalHead(_ predicate: Int) -> Int? {
        let head = syntax.head[predicate]
        guard head != predicate, syntax.pos[head] == .verb || isParticiple(head) else { return nil }
        return head
    }
}
