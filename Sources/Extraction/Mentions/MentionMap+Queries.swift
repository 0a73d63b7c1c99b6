package import Vocabulary

/// What relations, events and attribution ask of the map.
extension MentionMap {
    /// The entities that a noun phrase stands for, each with the words that stand for it there.
    ///
    /// Coordination is expanded, an apposition gives its entity once, a pronoun gives the entity it refers to,
    /// "one of the men" gives the men. In text order, each entity once.
    package func participants(at token: Int, syntax: Syntax) -> [RelationDraft.End] {
        var found: [RelationDraft.End] = []
        for conjunct in syntax.coordinated(token)
        where conjunct == token || (isNominal(conjunct, syntax) && !opensClause(conjunct, syntax)) {
            for end in standing(at: conjunct, syntax: syntax, depth: 0)
            where !found.contains(where: { $0.entity == end.entity }) {
                found.append(end)
            }
            found += misreadItems(at: conjunct, syntax).filter { end in !found.contains { $0.entity == end.entity } }
        }
        return found
    }

    /// "against A, his brother B, and C": a list whose second item the parse took for an apposition. Nobody is explained
    /// by another's name.
    private func misreadItems(at conjunct: Int, _ syntax: Syntax) -> [RelationDraft.End] {
        guard syntax.child(conjunct, .conj) != nil, let own = mention(headedBy: conjunct), own.kind == .name,
            entities[own.entity].type == .person
        else { return [] }
        return syntax.children(conjunct, .appos).flatMap { standing(at: $0, syntax: syntax, depth: 1) }.filter {
            entities[$0.entity].type == .person && $0.entity != own.entity
        }
    }

    /// The entities that one noun phrase stands for, its coordinated phrases left out.
    package func standing(at token: Int, syntax: Syntax) -> [RelationDraft.End] {
        standing(at: token, syntax: syntax, depth: 0)
    }

    /// The first participant of a noun phrase that has one of the types.
    package func participant(at token: Int, syntax: Syntax, types: Set<EntityType>) -> RelationDraft.End? {
        participants(at: token, syntax: syntax).first { types.contains(entities[$0.entity].type) }
    }

    /// The mentions that lie in a run of tokens, in text order.
    package func mentions(in tokens: Range<Int>) -> [Mention] {
        var (low, high) = (0, mentions.count)
        while low < high {
            let middle = (low + high) / 2
            if mentions[middle].tokens.lowerBound < tokens.lowerBound { low = middle + 1 } else { high = middle }
        }
        return mentions[low...].prefix { $0.tokens.lowerBound < tokens.upperBound }
            .filter { $0.tokens.upperBound <= tokens.upperBound }
    }

    /// The entity that bears a name or alias, compared without case and accents.
    package func entity(named name: String) -> Int? {
        let key = FoldedName(name)
        return entities.indices.first { index in
            FoldedName(entities[index].name) == key || entities[index].aliases.contains { FoldedName($0) == key }
        }
    }

    /// The type of the entity behind a mention.
    package func type(of mention: Mention) -> EntityType { entities[mention.entity].type }

    /// "accused him of bribery; Denning denied it": what stands between a semicolon and a verb begins a clause of its own,
    /// whatever the parse joins it to.
    package func opensClause(_ token: Int, _ syntax: Syntax) -> Bool {
        let words = mention(at: token)?.tokens ?? token..<token + 1
        guard words.lowerBound > 0, words.upperBound < syntax.count, syntax.lower[words.lowerBound - 1] == ";" else {
            return false
        }
        return syntax.pos[words.upperBound] == .verb || syntax.pos[words.upperBound] == .aux
    }

    private func isNominal(_ token: Int, _ syntax: Syntax) -> Bool {
        syntax.pos[token].isNominal || headed[token] >= 0 || covering[token] >= 0
    }

    private func standing(at token: Int, syntax: Syntax, depth: Int) -> [RelationDraft.End] {
        // "two half-brothers, Iván and Jesús", "the cousin, Wilmer Úsuga": the names stand for the whole.
        if let mention = mention(headedBy: token), mention.kind == .description, depth < 4,
            entities[mention.entity].type == .people
        {
            let named = syntax.children(token, .appos).flatMap { syntax.coordinated($0) }
                .flatMap { standing(at: $0, syntax: syntax, depth: 4) }
                .filter { [.person, .organization, .company, .publicBody].contains(entities[$0.entity].type) }
            // "another figure extradited is Roberto Salazar": the name that the copula gives.
            let predicate = syntax.head[token]
            if syntax.dep[token] == .nsubj, syntax.child(predicate, .cop) != nil,
                let name = self.mention(headedBy: predicate), entities[name.entity].type == .person,
                (entities[mention.entity].count ?? 1) == 1
            {
                return [RelationDraft.End(entity: name.entity, span: mention.span)]
            }
            if !named.isEmpty, named.count == (entities[mention.entity].count ?? named.count) { return named }
        }
        if let mention = mention(headedBy: token) ?? nameCovering(token) {
            let entity = entities[mention.entity]
            let meant = entity.isImplicit && !entity.members.isEmpty ? entity.members : [mention.entity]
            return meant.map { RelationDraft.End(entity: $0, span: mention.span) }
        }
        guard depth < 4 else { return [] }
        // "Caro Quintero, the aging trafficker convicted in Mexico": an apposition stands for what it explains.
        if syntax.dep[token] == .appos, headed[token] < 0 {
            let ends = standing(at: syntax.head[token], syntax: syntax, depth: depth + 1)
            if !ends.isEmpty { return ends }
        }
        // A noun without an entity of its own stands for the names in apposition to it ("the brothers A and B"),
        // a number or pronoun for the set that it is a part of ("one of the men").
        for dependency in [Dependency.appos, .flat] {
            var ends: [RelationDraft.End] = []
            for child in syntax.children(token, dependency) {
                for conjunct in syntax.coordinated(child) {
                    ends += standing(at: conjunct, syntax: syntax, depth: depth + 1)
                }
            }
            if !ends.isEmpty { return ends }
        }
        if syntax.pos[token] == .num || syntax.pos[token] == .pron || syntax.pos[token] == .det {
            // "A and B, both of which": all that stand before the relative clause.
            for child in syntax.children(token) where [.nmod, .obl].contains(syntax.dep[child]) {
                guard let mention = mention(headedBy: child), mention.kind == .pronoun,
                    let noun = relativeNoun(child, syntax), noun < token
                else { continue }
                let ends = participants(at: syntax.firstConjunct(noun), syntax: syntax)
                if !ends.isEmpty { return ends }
            }
            for child in syntax.children(token, .nmod) + syntax.children(token, .obl) {
                let ends = standing(at: child, syntax: syntax, depth: depth + 1)
                if !ends.isEmpty { return ends }
            }
        }
        return []
    }

    /// The noun that the relative clause around a pronoun belongs to.
    private func relativeNoun(_ pronoun: Int, _ syntax: Syntax) -> Int? {
        var node = pronoun
        for _ in 0..<6 {
            if syntax.dep[node] == .relcl { return syntax.head[node] }
            guard !syntax.isRoot(node) else { return nil }
            node = syntax.head[node]
        }
        return nil
    }

    /// A name around a token that heads nothing of its own: the pipeline's head of a name is not always ours.
    private func nameCovering(_ token: Int) -> Mention? {
        guard let mention = mention(at: token), mention.kind == .name else { return nil }
        return mention
    }
}
