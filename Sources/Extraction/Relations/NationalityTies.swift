import Vocabulary

/// Of which country a person is: "a Mexican citizen", "two Colombians", "la peruana X", "the Chinese broker X".
struct NationalityTies {
    let scene: TieScene

    private static let people: Set<EntityType> = [.person, .people]

    private var syntax: Syntax { scene.syntax }

    func find(_ roles: [BorneNoun], _ ledger: inout RelationLedger) {
        var taken = Set<Int>()
        for role in roles {
            taken.formUnion(role.phrase.words)
            guard !role.standing.isUnknown else { continue }
            let isNational = role.meanings.contains { $0.kind == .tie("national") }
            if isNational || !role.isOfficial {
                adjective(role.phrase, role.bearers, takesPeople: isNational, role.standing, &ledger)
            }
        }
        let phrases = NounPhraseReader(scene: scene)
        let finder = BearerFinder(scene: scene)
        for mention in scene.mentions.mentions where mention.kind == .demonym {
            if let noun = noun(of: mention), !taken.contains(noun) {
                let phrase = phrases.phrase(noun..<noun + 1)
                let bearers = finder.bearers(of: phrase, types: Self.people)
                adjective(phrase, bearers, takesPeople: false, Standing(modality: .asserted), &ledger)
            } else if isNoun(mention) {
                noun(mention, phrases, finder, &ledger)
            }
        }
    }

    /// The common noun that an adjective of nationality stands at.
    private func noun(of demonym: MentionMap.Mention) -> Int? {
        let noun = syntax.head[demonym.head]
        guard noun != demonym.head, syntax.pos[noun] == .noun,
            [.amod, .compound, .nmod].contains(syntax.dep[demonym.head]),
            scene.mentions.mention(at: noun)?.kind != .name
        else { return nil }
        return noun
    }

    private func isNoun(_ demonym: MentionMap.Mention) -> Bool {
        [.noun, .propn, .adj].contains(syntax.pos[demonym.head])
            && ![.amod, .compound, .nmod].contains(syntax.dep[demonym.head])
            || syntax.dep[demonym.head] == .nmod
    }

    private func adjective(
        _ phrase: NounPhrase, _ bearers: Bearers, takesPeople: Bool, _ standing: Standing,
        _ ledger: inout RelationLedger
    ) {
        guard let slot = phrase.slots.first(where: { $0.kind == .nationality }) else { return }
        guard let country = scene.ends(at: slot.token, types: [.country]).first else { return }
        let isCounted = (phrase.start..<phrase.words.lowerBound).contains { syntax.pos[$0] == .num }
        for bearer in bearers.ends where Self.people.contains(scene.type(bearer)) {
            if scene.type(bearer) == .people, !takesPeople, !isCounted || isSetOfBodies(phrase.head) { continue }
            for one in [bearer] + members(of: bearer) {
                ledger.add(
                    RelationDraft(
                        type: .nationalOf, label: "national", from: one, to: country, modality: standing.modality,
                        polarity: standing.polarity, trigger: phrase.head),
                    clarity: bearers.link.rawValue)
            }
        }
    }

    /// What holds of a set holds of those in it whom the report names.
    private func members(of set: RelationDraft.End) -> [RelationDraft.End] {
        scene.mentions.entities[set.entity].members.filter { scene.mentions.entities[$0].type == .person }
            .map { RelationDraft.End(entity: $0, span: set.span) }
    }

    /// "three Mexican companies" are no people of a nation.
    private func isSetOfBodies(_ noun: Int) -> Bool {
        scene.isSetNoun(noun)
    }

    /// "two Colombians", "el ecuatoriano X", "a Salvadoran living in Maryland".
    private func noun(
        _ demonym: MentionMap.Mention, _ phrases: NounPhraseReader, _ finder: BearerFinder,
        _ ledger: inout RelationLedger
    ) {
        let country = scene.end(demonym)
        guard scene.type(country) == .country else { return }
        let phrase = phrases.phrase(demonym.tokens)
        var bearers = finder.bearers(of: phrase, types: Self.people)
        if bearers.ends.isEmpty,
            let own = scene.mentions.mention(headedBy: demonym.head), own.kind == .description,
            Self.people.contains(scene.type(own))
        {
            bearers = Bearers(ends: [scene.end(own)], link: .own)
        }
        for bearer in bearers.ends where bearer.entity != country.entity {
            ledger.add(
                RelationDraft(
                    type: .nationalOf, label: "national", from: bearer, to: country, trigger: demonym.head),
                clarity: bearers.link.rawValue)
        }
    }
}
