import Vocabulary

/// Pronouns: whom "he", "their", "who", "both" mean.
extension Resolver {
    private enum Pronoun {
        case he, she, they, it, any, relative, both

        init?(_ word: String, _ words: WordClasses) {
            let classes: [(String, Pronoun)] = [
                ("relative", .relative), ("he", .he), ("she", .she), ("they", .they), ("it", .it), ("own", .any),
                ("both", .both),
            ]
            guard let found = classes.first(where: { words.contains(word, $0.0) }) else { return nil }
            self = found.1
        }
    }

    mutating func pronoun(at token: Int) {
        guard let entity = pronounMeant(at: token) else { return }
        mention(token..<token + 1, head: token, .pronoun, entity)
    }

    /// The entity that a pronoun means; nil when the word is none or nothing fits.
    func pronounMeant(at token: Int) -> Int? {
        guard let pronoun = Pronoun(syntax.lower[token], tables.words) else { return nil }
        switch pronoun {
        case .relative: return relative(token)
        case .he: return person(token, .masculine)
        case .she: return person(token, .feminine)
        case .they: return several(token)
        case .it: return thing(token)
        case .any: return owner(token)
        case .both: return pair(token)
        }
    }

    // MARK: Relative pronouns

    /// The noun that the relative clause modifies.
    private func relative(_ token: Int) -> Int? {
        var node = token
        for _ in 0..<7 {
            if syntax.dep[node] == .relcl || (syntax.dep[node] == .acl && node != token) {
                let noun = syntax.head[node]
                if noun < token, entityAt[noun] >= 0 { return Int(entityAt[noun]) }
                break
            }
            if syntax.isRoot(node) { break }
            node = syntax.head[node]
        }
        guard tables.words.contains(syntax.lower[token], "person-relative") else { return nil }
        // The parse lost the clause: the person or set just before the comma.
        var before = token - 1
        let floor = max(syntax.sentences[syntax.sentence[token]].tokens.lowerBound, token - 5)
        while before >= floor {
            if entityAt[before] >= 0 {
                let type = map.entities[Int(entityAt[before])].type
                if type == .person || type == .people { return Int(entityAt[before]) }
            }
            before -= 1
        }
        return nil
    }

    // MARK: Personal and possessive pronouns

    private func person(_ token: Int, _ gender: Gender) -> Int? {
        if let ahead = subjectAhead(of: token, gender) { return ahead }
        let excluded = Set([subject(above: token), speaker(of: token)].compactMap(\.self))
        return discourse.best(at: token, sentence: syntax.sentence[token], reach: 3) { spot in
            !excluded.contains(spot.entity) && isPerson(spot.entity, gender)
        }
    }

    private func isPerson(_ entity: Int, _ gender: Gender) -> Bool {
        let draft = map.entities[entity]
        guard draft.type == .person || (draft.type == .people && draft.count == 1) else { return false }
        return gender.agrees(with: discourse.profiles[entity]?.gender ?? .unknown)
    }

    /// "In his speech, Trump said": a pronoun before the subject of its sentence.
    private func subjectAhead(of token: Int, _ gender: Gender) -> Int? {
        var node = token
        var steps = 0
        while !syntax.isRoot(node), steps < 12 {
            if [.obl, .advcl].contains(syntax.dep[node]), !syntax.isRoot(node) {
                let verb = syntax.head[node]
                if let subject = syntax.children(verb).first(where: { [.nsubj, .nsubjPass].contains(syntax.dep[$0]) }),
                    subject > token, node < subject, entityAt[subject] >= 0, syntax.isRoot(verb),
                    map.entities[Int(entityAt[subject])].type == .person, isPerson(Int(entityAt[subject]), gender)
                {
                    return Int(entityAt[subject])
                }
            }
            node = syntax.head[node]
            steps += 1
        }
        return nil
    }

    /// Who speaks the quotation in which a token stands: he does not call himself "he".
    private func speaker(of token: Int) -> Int? {
        guard quoted[token] else { return nil }
        let sentence = syntax.sentence[token]
        for number in [sentence, sentence - 1, sentence + 1] where syntax.sentences.indices.contains(number) {
            for word in syntax.sentences[number].tokens
            where !quoted[word] && tables.words.contains(syntax.lower[word], "said") {
                if let subject = syntax.child(word, .nsubj), entityAt[subject] >= 0 { return Int(entityAt[subject]) }
            }
        }
        return nil
    }

    private func several(_ token: Int) -> Int? {
        let excluded = Set([subject(above: token), speaker(of: token)].compactMap(\.self))
        return discourse.best(at: token, sentence: syntax.sentence[token], reach: 2) { spot in
            guard !excluded.contains(spot.entity) else { return false }
            let draft = map.entities[spot.entity]
            switch draft.type {
            case .people: return discourse.profiles[spot.entity]?.isPlural == true || draft.count == nil
            case .organization, .company, .publicBody: return spot.prominence >= 4
            default: return false
            }
        }
    }

    private func thing(_ token: Int) -> Int? {
        // "it" as an object is mostly a thing or a deed.
        guard [.nsubj, .nsubjPass, .poss, .det].contains(syntax.dep[token]) else { return nil }
        let excluded = subject(above: token)
        return discourse.best(at: token, sentence: syntax.sentence[token], reach: 1) { spot in
            guard spot.entity != excluded, spot.prominence >= 4 || syntax.sentence[token] == spot.sentence else {
                return false
            }
            switch map.entities[spot.entity].type {
            case .organization, .company, .publicBody, .country: return true
            default: return false
            }
        }
    }

    /// A possessive without gender ("su"): the subject of its own clause, else whom the text is about.
    private func owner(_ token: Int) -> Int? {
        var node = token
        for _ in 0..<8 {
            for child in syntax.children(node) where child < token {
                guard [.nsubj, .nsubjPass].contains(syntax.dep[child]), entityAt[child] >= 0,
                    !syntax.isInside(token, subtreeOf: child)
                else { continue }
                if map.entities[Int(entityAt[child])].type != .place { return Int(entityAt[child]) }
            }
            if syntax.isRoot(node) { break }
            node = syntax.head[node]
        }
        return discourse.best(at: token, sentence: syntax.sentence[token], reach: 2) { spot in
            map.entities[spot.entity].type != .place
                && (spot.prominence >= 4 || spot.sentence == syntax.sentence[token])
        }
    }

    /// "both": the last two that were named together, or a set of two.
    private func pair(_ token: Int) -> Int? {
        guard [.nsubj, .nsubjPass, .obj, .obl, .nmod].contains(syntax.dep[token]) else { return nil }
        return discourse.best(at: token, sentence: syntax.sentence[token], reach: 3) { spot in
            map.entities[spot.entity].type == .people && map.entities[spot.entity].count == 2
        }
    }
}
