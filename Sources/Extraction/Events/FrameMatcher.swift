/// Finds the frame that the words around a token trigger.
struct FrameMatcher: Sendable {
    struct Match {
        var frame: Frame
        var clause: Clause
        /// The tokens that tell it.
        var trigger: Range<Int>
        /// The clause of a noun that completes the verb ("face *charges* of O"), with its own obliques.
        var extensions: [Int] = []
    }

    let syntax: Syntax
    let table: FrameTable
    let builder: ClauseBuilder

    /// The best frame at a token, or nil.
    func match(at token: Int) -> Match? {
        var best: (score: Int, match: Match)?
        func offer(_ score: Int, _ match: Match) {
            if let current = best,
                current.score > score || (current.score == score && current.match.frame.rank <= match.frame.rank)
            {
                return
            }
            best = (score, match)
        }
        if let phrases = table.phrases[syntax.lower[token]] {
            for frame in phrases {
                guard case .phrase(let words) = frame.trigger, let range = tokens(of: words, at: token) else {
                    continue
                }
                offer(10 * words.count, Match(frame: frame, clause: phraseClause(range), trigger: range))
            }
        }
        let verbal = isVerbal(token)
        if verbal, let frames = table.verbs[syntax.verb(token)] ?? table.verbs[syntax.lower[token]] {
            let clause = builder.clause(at: token)
            for frame in frames {
                if let (score, match) = check(frame, clause) { offer(score, match) }
            }
        }
        if !verbal || syntax.pos[token] == .noun || syntax.pos[token] == .propn,
            let frames = table.nouns[syntax.lemma[token]] ?? table.nouns[syntax.lower[token]], best == nil
        {
            var clause = builder.clause(at: token)
            clause.voice = .nominal
            for frame in frames {
                if let (score, match) = check(frame, clause) { offer(score, match) }
            }
        }
        return best?.match
    }

    private func isVerbal(_ token: Int) -> Bool {
        // "los detenidos": with an article it names people.
        if syntax.isAdjectivalParticiple(token) { return syntax.child(token, .det) == nil }
        switch syntax.pos[token] {
        case .verb, .aux: return true
        case .adj: return [.acl, .amod, .root, .relcl, .conj, .xcomp].contains(syntax.dep[token])
        default: return false
        }
    }

    private func tokens(of words: [String], at start: Int) -> Range<Int>? {
        guard start + words.count <= syntax.count else { return nil }
        for (offset, word) in words.enumerated()
        where syntax.lower[start + offset] != word && syntax.lemma[start + offset] != word {
            return nil
        }
        return start..<start + words.count
    }

    /// A fixed phrase says something of the subject of the clause around it, or of the noun it modifies.
    private func phraseClause(_ range: Range<Int>) -> Clause {
        let top = range.first { !range.contains(syntax.head[$0]) || syntax.isRoot($0) } ?? range.lowerBound
        var clause = Clause(predicate: top, voice: .active)
        if syntax.isRoot(top) {
            clause.subjects = syntax.children(top).filter { syntax.dep[$0] == .nsubj || syntax.dep[$0] == .nsubjPass }
            return clause
        }
        let own = syntax.children(top).filter { syntax.dep[$0] == .nsubj || syntax.dep[$0] == .nsubjPass }
        let governor = syntax.head[top]
        if !own.isEmpty {
            clause.subjects = own
        } else if syntax.pos[governor].isNominal, ![.obl, .obj].contains(syntax.dep[top]) {
            clause.subjects = [governor]
        } else {
            let around = builder.clause(at: governor)
            clause.subjects = around.objects.isEmpty || around.voice == .passive ? around.subjects : around.subjects
            clause.obliques = around.obliques.filter { !range.contains($0.noun) }
        }
        return clause
    }

    private func check(_ frame: Frame, _ clause: Clause) -> (Int, Match)? {
        let token = clause.predicate
        var score = 1
        var trigger = token..<token + 1
        if let voice = frame.voice {
            guard clause.voice == voice else { return nil }
            score += 1
        }
        if let particle = frame.particle {
            guard let range = particleRange(particle, of: token) else { return nil }
            trigger = min(token, range.lowerBound)..<max(token + 1, range.upperBound)
            if trigger.count > 4 { trigger = token..<token + 1 }
            score += particle.contains(" ") ? 5 : 3
        }
        var extensions: [Int] = []
        for condition in frame.conditions {
            guard let noun = fulfil(condition, clause) else { return nil }
            extensions.append(noun)
            score += 4
            if noun > token, noun - token <= 4 { trigger = trigger.lowerBound..<max(trigger.upperBound, noun + 1) }
        }
        return (score, Match(frame: frame, clause: clause, trigger: trigger, extensions: extensions))
    }

    private func particleRange(_ particle: String, of token: Int) -> Range<Int>? {
        let words = particle.split(separator: " ").map(String.init)
        if words.count == 1 {
            let near = syntax.children(token).first {
                syntax.lower[$0] == words[0]
                    && [.particle, .advmod, .compound, .other, .case, .xcomp].contains(syntax.dep[$0])
            }
            if let near { return near..<near + 1 }
            // "hand over to the US": the particle may have been read as a preposition.
            let next = token + 1
            if next < syntax.count, syntax.lower[next] == words[0] { return next..<next + 1 }
            return nil
        }
        return tokens(of: words, at: token + 1)
    }

    /// What the parse hangs on the object or on what is of it: "listed seven of the eight *as terrorists*".
    private func behindObject(_ clause: Clause) -> [Int] {
        guard clause.voice != .nominal else { return [] }
        let objects = clause.objects.isEmpty && clause.voice == .passive ? clause.subjects : clause.objects
        var found: [Int] = []
        for object in objects.flatMap({ syntax.coordinated($0) }) where object > clause.predicate {
            for child in syntax.children(object, .nmod) {
                found.append(child)
                found += syntax.children(child, .nmod)
            }
        }
        return found
    }

    private func fulfil(_ condition: Frame.Condition, _ clause: Clause) -> Int? {
        func accepts(_ token: Int) -> Bool {
            if condition.words.contains(syntax.lemma[token]) || condition.words.contains(syntax.lower[token]) {
                return true
            }
            // A lemma may be wrong ("taxes" as "taxis"): the plain plural counts too.
            guard syntax.lower[token].hasSuffix("s") else { return false }
            return condition.words.contains(String(syntax.lower[token].dropLast(1)))
                || condition.words.contains(String(syntax.lower[token].dropLast(2)))
        }
        func any(_ tokens: [Int]) -> Int? {
            for token in tokens {
                if let found = syntax.coordinated(token).first(where: accepts) { return found }
            }
            return nil
        }
        switch condition.position {
        case .subject: return any(clause.voice == .passive ? clause.agents : clause.subjects)
        case .object: return any(clause.voice == .passive && clause.objects.isEmpty ? clause.subjects : clause.objects)
        case .indirect: return any(clause.indirectObjects)
        case .predicate: return nil
        case .agent: return any(clause.agents)
        case .possessor: return any(clause.possessors)
        case .modifier: return any(clause.modifiers)
        case .complement:
            return clause.complements.map(\.predicate).first(where: accepts)
                ?? syntax.children(clause.predicate).first {
                    [.xcomp, .advmod, .amod, .ccomp, .other].contains(syntax.dep[$0]) && accepts($0)
                        || syntax.dep[$0] == .obj && syntax.pos[$0] == .adj && accepts($0)
                }
                // "found X, 56, guilty": the parse hangs the adjective on the name.
                ?? clause.objects.flatMap { syntax.children($0) }.first {
                    $0 > clause.predicate && [.amod, .acl, .appos].contains(syntax.dep[$0])
                        && syntax.pos[$0] == .adj && accepts($0)
                }
        case .preposition(let preposition):
            if let found = any(clause.obliques.filter { $0.preposition == preposition }.map(\.noun)) { return found }
            return any(behindObject(clause).filter { syntax.preposition(of: $0) == preposition })
        }
    }
}
