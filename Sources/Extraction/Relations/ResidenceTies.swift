import Vocabulary

/// Names with the place or group that they are of: "Tyrell Meeks, 29, of El Cajon", "X, of Los Cuinis",
/// "a hotelier from Puerto Vallarta", "two Dubai companies".
struct ResidenceTies {
    let scene: TieScene

    private var syntax: Syntax { scene.syntax }

    func find(_ roles: [BorneNoun], _ ledger: inout RelationLedger) {
        for mention in scene.mentions.mentions where mention.kind == .name {
            if [.person, .organization].contains(scene.type(mention)) { of(mention, &ledger) }
        }
        let taken = Set(roles.flatMap { Array($0.phrase.words) })
        let phrases = NounPhraseReader(scene: scene)
        let bearers = BearerFinder(scene: scene)
        for token in 0..<syntax.count where !taken.contains(token) {
            guard syntax.pos[token] == .noun || (syntax.pos[token] == .adj && syntax.dep[token] == .appos),
                scene.mentions.mention(at: token)?.kind != .name
            else { continue }
            noun(phrases.phrase(token..<token + 1), bearers, &ledger)
        }
    }

    /// A name, its age and aliases, then "of".
    private func of(_ person: MentionMap.Mention, _ ledger: inout RelationLedger) {
        let limit = scene.sentence(of: person.head).upperBound
        var token = person.tokens.upperBound
        var commas = 0
        while token < limit, token < person.tokens.upperBound + 16, let step = step(over: token, of: person) {
            if scene.isComma(token) { commas += 1 }
            token = step
        }
        guard token < limit, isOrigin(token) else { return }
        token += 1
        while token < limit, syntax.pos[token] == .det || scene.isQuote(token),
            scene.spots.beginning(at: token, kinds: [.name]) == nil
        {
            token += 1
        }
        guard token < limit, let other = scene.spots.beginning(at: token, kinds: [.name]) else { return }
        guard let relation = relation(of: scene.type(person), with: other) else { return }
        if relation == .basedIn, commas == 0 { return }
        ledger.add(
            RelationDraft(
                type: relation, label: "of", from: scene.end(person), to: scene.end(other), trigger: person.head),
            clarity: Bearers.Link.apposition.rawValue)
    }

    private func relation(of type: EntityType, with other: MentionMap.Mention) -> RelationType? {
        switch (type, scene.type(other)) {
        case (.person, .place), (.organization, .place), (.organization, .country): .basedIn
        case (.person, .organization): isCivil(other) ? .worksFor : .memberOf
        case (.person, .publicBody), (.person, .company): .worksFor
        default: nil
        }
    }

    /// Whether a group is an association, school or paper: who is "of" it works there.
    private func isCivil(_ group: MentionMap.Mention) -> Bool {
        let civil = scene.tables.civil
        return scene.mentions.entities[group.entity].mentions.contains { index in
            let mention = scene.mentions.mentions[index]
            let nouns = Array(mention.tokens) + syntax.children(mention.head, .appos)
            return nouns.contains { civil.contains(syntax.lemma[$0]) || civil.contains(syntax.lower[$0]) }
        }
    }

    private func isOrigin(_ token: Int) -> Bool {
        scene.tables.standing.origins.contains(scene.preposition(token))
    }

    /// Past a comma, an age, an alias of the same person; nil at anything else.
    private func step(over token: Int, of person: MentionMap.Mention) -> Int? {
        if let mention = scene.spots.beginning(at: token, kinds: [.name]), mention.entity == person.entity {
            return mention.tokens.upperBound
        }
        let word = syntax.lower[token]
        if scene.isComma(token) || scene.isQuote(token) || ["(", ")"].contains(word) { return token + 1 }
        if scene.tables.standing.aliases.contains(word) || word == "." { return token + 1 }
        if syntax.pos[token] == .num { return token + 1 }
        guard scene.tables.standing.fillers.contains(word) else { return nil }
        // "de 34 años", but not "de Tijuana".
        let isOrigin = isOrigin(token)
        return isOrigin && (token + 1 >= syntax.count || syntax.pos[token + 1] != .num) ? nil : token + 1
    }

    /// "a hotelier from Puerto Vallarta", "una empresa de Cali", "two Dubai companies".
    private func noun(_ phrase: NounPhrase, _ finder: BearerFinder, _ ledger: inout RelationLedger) {
        for slot in phrase.slots where slot.vias.isEmpty {
            let allowed: Set<EntityType>
            switch slot.kind {
            case .compound: allowed = [.company, .organization]
            case .preposition(let word)
            where scene.tables.standing.origins.contains(word) && !scene.tables.standing.ofWords.contains(word):
                allowed = [.person, .organization, .company]
            case .preposition(let word)
            where scene.tables.standing.origins.contains(word) && !scene.tables.placesCompoundsBefore:
                allowed = [.person, .company]
            default: continue
            }
            let places = scene.ends(at: slot.token, types: [.place, .country])
            guard let place = places.first else { continue }
            let bearers = finder.bearers(of: phrase, types: allowed)
            guard bearers.link != .own else { continue }
            for bearer in bearers.ends where scene.type(bearer) != .person || scene.type(place) == .place {
                ledger.add(
                    RelationDraft(
                        type: .basedIn, label: "of", from: bearer, to: place, trigger: phrase.head),
                    clarity: bearers.link.rawValue)
            }
        }
    }
}
