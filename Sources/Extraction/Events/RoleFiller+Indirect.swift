import Vocabulary

/// Who fills a role by way of a noun that is no entity itself, or of one that stands for another.
extension RoleFiller {
    /// Whose things they are, when the owner is an entity of its own: "assets *of four companies*".
    func owner(of noun: Int) -> Int? {
        syntax.children(noun).first { child in
            [.nmod, .obl].contains(syntax.dep[child]) && grammar.genitives.contains(syntax.preposition(of: child))
                && mentions.mention(headedBy: child) != nil
        }
    }

    /// "agents of the DEA", "personal de la Secretaría": the body acts, whoever its hands are.
    func body(behind token: Int, _ participants: [RelationDraft.End]) -> RelationDraft.End? {
        guard syntax.pos[token] == .noun else { return nil }
        let isVague = participants.allSatisfy {
            mentions.entities[$0.entity].type == .people && mentions.entities[$0.entity].count == nil
        }
        guard isVague else { return nil }
        for child in syntax.children(token) where [.nmod, .obl].contains(syntax.dep[child]) {
            guard grammar.genitives.contains(syntax.preposition(of: child)) else { continue }
            let owner = mentions.participants(at: child, syntax: syntax)
            if let end = owner.first, mentions.entities[end.entity].type == .publicBody { return end }
        }
        // The parse may have hung the body on the verb.
        guard token + 2 < syntax.count, grammar.genitives.contains(syntax.lower[token + 1]) else { return nil }
        for next in token + 2..<min(token + 4, syntax.count) {
            if let mention = mentions.mention(at: next), mention.tokens.lowerBound == next, mention.kind == .name {
                let isBody = mentions.entities[mention.entity].type == .publicBody
                return isBody ? RelationDraft.End(entity: mention.entity, span: mention.span) : nil
            }
        }
        return nil
    }

    /// Who fills a role by way of a noun that is no entity itself.
    func indirect(_ role: Role, _ token: Int, _ match: FrameMatcher.Match) -> [RelationDraft.End] {
        switch role {
        case .target where match.frame.event == .tariff: return countries(within: token)
        case .person, .target:
            // "a reward for the capture of X", "whose surrender the court approved": the noun's own person.
            let inner = ClauseBuilder(syntax: syntax, grammar: grammar).clause(at: token)
            guard inner.voice == .nominal, !isDoer(token) else { return [] }
            // Who sends somebody's things sends nobody: "removed the boy's helmet".
            if [.transfer, .arrest].contains(match.frame.event), match.clause.voice != .nominal { return [] }
            let owners =
                inner.possessors + inner.obliques.filter { grammar.genitives.contains($0.preposition) }.map(\.noun)
            return owners.flatMap { mentions.participants(at: $0, syntax: syntax) }.filter {
                [.person, .people].contains(mentions.entities[$0.entity].type)
            }
        case .destination, .origin:
            // "a cárceles de X", "to a prison in X": the country of the place.
            return syntax.children(token).filter { [.nmod, .obl].contains(syntax.dep[$0]) }
                .flatMap { mentions.participants(at: $0, syntax: syntax) }
                .filter { mentions.entities[$0.entity].type == .country }
        case .agent:
            // "returned an indictment charging X", "signed a directive telling Y": a document speaks for its author.
            guard syntax.dep[token] == .obj, syntax.pos[syntax.head[token]] == .verb else { return [] }
            let author = ClauseBuilder(syntax: syntax, grammar: grammar).clause(at: syntax.head[token])
            guard author.voice == .active else { return [] }
            return author.subjects.flatMap { mentions.participants(at: $0, syntax: syntax) }
        default: return []
        }
    }

    /// "un agresor de niñas": a noun for who does something is not about those to whom it is done.
    private func isDoer(_ noun: Int) -> Bool {
        syntax.language == "es"
            && ["dor", "dora", "dores", "doras", "sor", "sores", "ista", "istas"].contains {
                syntax.lower[noun].hasSuffix($0)
            }
    }

    /// The countries that a noun phrase without an entity names inside: "*Mexican* goods", "imports from *Canada*".
    func countries(within token: Int) -> [RelationDraft.End] {
        var found: [RelationDraft.End] = []
        // "$155bn of American goods": the goods count.
        let measured = syntax.coordinated(token).flatMap { syntax.children($0, .nmod) }.filter {
            grammar.genitives.contains(syntax.preposition(of: $0)) && mentions.mention(headedBy: $0) == nil
        }
        for noun in syntax.coordinated(token) + measured {
            let inner = syntax.children(noun).filter { child in
                [.amod, .compound, .poss].contains(syntax.dep[child])
                    || (syntax.dep[child] == .nmod && grammar.sources.contains(syntax.preposition(of: child)))
            }
            for child in inner {
                for end in mentions.participants(at: child, syntax: syntax)
                where mentions.entities[end.entity].type == .country
                    && !found.contains(where: { $0.entity == end.entity })
                {
                    found.append(end)
                }
            }
        }
        return found
    }

    /// "ante un juez de X", "a federal court in X": the place of the court is where it happens.
    func courtPlaces(_ match: FrameMatcher.Match) -> [RelationDraft.End] {
        guard [.trial, .plea, .conviction, .sentence].contains(match.frame.event),
            match.frame.event.roles.contains(.place)
        else { return [] }
        let courts = match.clause.obliques.filter { grammar.courtPrepositions.contains($0.preposition) }.map(\.noun)
        return courts.flatMap { court in
            syntax.children(court).filter { [.nmod, .obl].contains(syntax.dep[$0]) }
                .flatMap { mentions.participants(at: $0, syntax: syntax) }
                .filter { mentions.entities[$0.entity].type == .place }
        }
    }

    /// "la víctima escapó": somebody called a victim is not accused, arrested or on the run.
    func isVictim(_ participant: RelationDraft.End, as role: Role, of event: EventType) -> Bool {
        guard role == .person, [.arrest, .charge, .escape, .sentence, .conviction, .crime, .plea].contains(event),
            mentions.entities[participant.entity].type == .people
        else { return false }
        return mentions.entities[participant.entity].name.lowercased().split(separator: " ")
            .contains { grammar.victims.contains(String($0)) }
    }
}
