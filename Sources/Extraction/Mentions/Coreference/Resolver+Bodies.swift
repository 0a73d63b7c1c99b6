import Vocabulary

/// Bodies and groups without a name of their own: "the agency", "police", "a federal court", "the cartel".
extension Resolver {
    mutating func body(_ phrase: Phrase, _ head: NameHead) {
        guard let type = head.type else { return }
        let isIndefinite = phrase.determiner == .indefinite
        if !isIndefinite || head.standsBare, let entity = antecedent(phrase, head, type, isIndefinite: isIndefinite) {
            refer(phrase, to: entity)
            return
        }
        if phrase.pointsBack, head.isPlural, let group = group(like: phrase) {
            let entity = open(phrase, type: .people)
            map.entities[entity].members = group
            map.entities[entity].isImplicit = true
            return
        }
        // "an enforcement cell": a group without a name; "the group", never named before, is none.
        guard head.standsBare || (isIndefinite && type != .company) else { return }
        _ = open(phrase, type: type)
        map.entities[map.entities.count - 1].name = syntax.string(phrase.tokens)
    }

    private func antecedent(_ phrase: Phrase, _ head: NameHead, _ type: EntityType, isIndefinite: Bool) -> Int? {
        let name = FoldedName(syntax.string(phrase.tokens)).key
        let sentence = syntax.sentence[phrase.head]
        // Another mention of the same words.
        if let entity = map.entities.indices.first(where: {
            map.entities[$0].isTentative && map.entities[$0].type == type
                && FoldedName(map.entities[$0].name).key == name
        }) {
            return entity
        }
        if isIndefinite { return nil }
        // A body whose name has the word: "the court" after "Superior Court".
        let words = phrase.word.split(separator: " ")
        let named = discourse.best(at: phrase.head, sentence: sentence, reach: 30) { spot in
            let entity = map.entities[spot.entity]
            guard isBody(entity.type), agrees(phrase, spot.entity) else { return false }
            return ([entity.name] + entity.aliases).contains { name in
                let parts = FoldedName(name).words
                return words.allSatisfy { parts.contains($0) }
            }
        }
        if let named { return named }
        guard phrase.pointsBack, head.isGeneric, phrase.modifiers.isEmpty else { return nil }
        return discourse.best(at: phrase.head, sentence: sentence, reach: 3) { spot in
            let other = map.entities[spot.entity].type
            return type == .publicBody ? other == .publicBody : (isBody(other) && other != .publicBody)
        }
    }

    private func isBody(_ type: EntityType) -> Bool { type == .publicBody || type == .organization || type == .company }

    /// Whether the words before the noun do not contradict the name: "the federal court" is no "Superior Court".
    private func agrees(_ phrase: Phrase, _ entity: Int) -> Bool {
        let parts = Set(map.entities[entity].name.split(separator: " ").map { FoldedName.fold(String($0)) })
        return phrase.modifiers.allSatisfy {
            parts.contains($0) || discourse.profiles[entity]?.modifiers.contains($0) == true
        }
    }
}
