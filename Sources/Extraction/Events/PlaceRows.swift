import Vocabulary

/// Where an event happened, told by a row of places: "en la colonia Norte de Tepic, Nayarit", "en el rancho X, ubicado
/// en la localidad Y, municipio de Z".
struct PlaceRows {
    let syntax: Syntax
    let mentions: MentionMap
    let grammar: GrammarTable

    /// The places that follow a place in its row.
    func following(_ place: RelationDraft.End) -> [RelationDraft.End] {
        var found: [RelationDraft.End] = []
        var token = syntax.tokens(in: place.span).upperBound
        for _ in 0..<3 {
            guard let next = next(from: token) else { break }
            found.append(RelationDraft.End(entity: next.entity, span: next.span))
            token = next.tokens.upperBound
        }
        return found
    }

    private func next(from start: Int) -> MentionMap.Mention? {
        guard start > 0, start < syntax.count else { return nil }
        let limit = syntax.sentences[syntax.sentence[start - 1]].tokens.upperBound
        var token = start
        while token < min(limit, start + 6), isBetween(token) { token += 1 }
        guard token > start, token < limit, let mention = mentions.mention(at: token), mention.kind == .name,
            mention.tokens.lowerBound == token, mentions.entities[mention.entity].type == .place
        else { return nil }
        // "in Lima, Quito and Bogotá" is a list of places, not a row of ever wider ones.
        let after = mention.tokens.upperBound
        if after < limit, grammar.conjunctions.contains(syntax.lower[after]) { return nil }
        return mention
    }

    private func isBetween(_ token: Int) -> Bool {
        ",(”\")".contains(syntax.lower[token]) || grammar.placeWords.contains(syntax.lower[token])
            || grammar.placePrepositions.contains(syntax.lower[token])
    }

    // MARK: Places that the parse lost

    private static let placed: Set<EventType> = [.arrest, .death, .attack, .seizure, .kidnapping, .release]

    /// Gives a place that no event of its sentence has to the event that it stands behind, or that it opens.
    func complete(_ candidates: [EventCandidate]) -> [EventCandidate] {
        var result = candidates
        let bySentence = Dictionary(grouping: candidates.indices) { syntax.sentence[candidates[$0].draft.trigger] }
        for (sentence, indices) in bySentence {
            let used = Set(
                indices.flatMap { index in
                    candidates[index].draft.arguments.compactMap { argument -> Int? in
                        guard case .entity(let end) = argument.filler else { return nil }
                        return end.entity
                    }
                })
            for mention in mentions.mentions(in: syntax.sentences[sentence].tokens)
            where mention.kind == .name && mentions.entities[mention.entity].type == .place
                && !used.contains(mention.entity) && isLocated(mention)
            {
                guard let owner = owner(of: mention, among: indices, in: candidates) else { continue }
                let end = RelationDraft.End(entity: mention.entity, span: mention.span)
                for place in [end] + following(end) where !result[owner].draft.entities(.place).contains(place.entity) {
                    result[owner].draft.arguments.append(EventDraft.Argument(role: .place, filler: .entity(place)))
                }
            }
        }
        return result
    }

    /// "en Tepic", "en el municipio de Tepic": a preposition of place stands before it.
    private func isLocated(_ mention: MentionMap.Mention) -> Bool {
        var token = mention.tokens.lowerBound - 1
        for _ in 0..<4 where token >= 0 && grammar.placeWords.contains(syntax.lower[token]) {
            if grammar.placePrepositions.contains(syntax.lower[token]) { break }
            token -= 1
        }
        return token >= 0 && grammar.placePrepositions.contains(syntax.lower[token])
    }

    private func owner(of mention: MentionMap.Mention, among indices: [Int], in candidates: [EventCandidate]) -> Int? {
        let place = mention.tokens.lowerBound
        let behind = indices.filter { candidates[$0].draft.trigger < place }
            .max { candidates[$0].draft.trigger < candidates[$1].draft.trigger }
        let nearest =
            behind
            ?? indices.min { candidates[$0].draft.trigger < candidates[$1].draft.trigger }
        guard let nearest, Self.placed.contains(candidates[nearest].draft.type),
            !candidates[nearest].draft.has(.place)
        else { return nil }
        let trigger = candidates[nearest].draft.trigger
        guard abs(trigger - place) <= 25 else { return nil }
        let between = min(trigger, place)..<max(trigger, place)
        // Another clause in between has the place.
        let isApart = between.contains { token in
            syntax.lower[token] == ";"
                || token != trigger && syntax.pos[token] == .verb
                    && syntax.feature("VerbForm", token) == "Fin"
        }
        return isApart ? nil : nearest
    }
}
