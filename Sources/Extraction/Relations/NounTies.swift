import Vocabulary

/// Ties that a noun of a class tells: leader of, member of, agent of, wing of.
struct NounTies {
    let scene: TieScene
    private let attribution: AttributionFinder

    init(scene: TieScene) {
        self.scene = scene
        attribution = AttributionFinder(
            syntax: scene.syntax, mentions: scene.mentions, table: scene.lexicon.attribution,
            grammar: scene.lexicon.grammar)
    }

    func find(_ roles: [BorneNoun], _ ledger: inout RelationLedger) {
        for role in roles where !role.standing.isUnknown {
            for meaning in role.meanings {
                switch meaning.kind {
                case .tie(let name): tie(role, meaning, name, &ledger)
                case .office where meaning.isPartisan: tie(role, meaning, "partisan", &ledger)
                case .office, .kinship: break
                }
            }
        }
    }

    private func tie(_ role: BorneNoun, _ meaning: RoleWord, _ tieClass: String, _ ledger: inout RelationLedger) {
        for slot in ordered(role.phrase.slots) {
            if case .preposition(let word) = slot.kind, !meaning.prepositions.contains(word) { continue }
            if slot.kind == .nationality { continue }
            let name = isNarrowed(role, slot) ? meaning.narrowed ?? tieClass : tieClass
            let ends = scene.mentions.participants(at: slot.token, syntax: scene.syntax)
            var found = false
            for end in ends {
                for reading in scene.tables.classes[name] ?? [] where reading.to.contains(scene.type(end)) {
                    var bearers = role.bearers.ends.filter { reading.from.contains(scene.type($0)) }
                    if bearers.isEmpty, reading.relation == .partOf { bearers = named(role, reading, besides: slot) }
                    // Of those who serve a body without a name, only one alone is told of.
                    if reading.relation == .worksFor, scene.isPlural(role.phrase.head) {
                        bearers.removeAll { scene.type($0) == .people }
                    }
                    guard !bearers.isEmpty else { continue }
                    for bearer in bearers { add(reading, bearer, end, role, meaning, &ledger) }
                    found = true
                    break
                }
            }
            if found { return }
        }
    }

    /// "the Chapitos wing of the Sinaloa Cartel": the name before the noun is the part.
    private func named(
        _ role: BorneNoun, _ reading: TieReading, besides slot: NounPhrase.Slot
    ) -> [RelationDraft.End] {
        guard case .preposition = slot.kind else { return [] }
        return role.phrase.slots.filter { $0.kind == .compound }.flatMap {
            scene.ends(at: $0.token, types: reading.from)
        }
    }

    /// What stands closest to the noun comes first: an owner, a compound, then the prepositions in their order.
    private func ordered(_ slots: [NounPhrase.Slot]) -> [NounPhrase.Slot] {
        slots.filter { $0.kind == .possessive } + slots.filter { $0.kind == .compound }
            + slots.filter { if case .preposition = $0.kind { true } else { false } }
    }

    /// "regional leader", "head of security for the group".
    private func isNarrowed(_ role: BorneNoun, _ slot: NounPhrase.Slot) -> Bool {
        if !slot.vias.isEmpty || isLocal(role, besides: slot) { return true }
        return role.phrase.modifiers.contains { token in
            scene.tables.narrowing.contains(scene.syntax.lower[token])
                || scene.tables.narrowing.contains(scene.syntax.lemma[token])
        }
    }

    /// "the group's leader in Tijuana" leads a part of it.
    private func isLocal(_ role: BorneNoun, besides slot: NounPhrase.Slot) -> Bool {
        role.phrase.slots.contains { other in
            guard case .preposition(let word) = other.kind, other.token != slot.token,
                scene.tables.standing.inside.contains(word)
            else { return false }
            return !scene.ends(at: other.token, types: [.place, .publicBody]).isEmpty
        }
    }

    private func add(
        _ reading: TieReading, _ bearer: RelationDraft.End, _ end: RelationDraft.End, _ role: BorneNoun,
        _ meaning: RoleWord, _ ledger: inout RelationLedger
    ) {
        var modality = role.standing.modality
        if let own = reading.modality, modality == .asserted { modality = own }
        ledger.add(
            RelationDraft(
                type: reading.relation, label: meaning.label,
                from: reading.isReversed ? end : bearer, to: reading.isReversed ? bearer : end,
                modality: modality, polarity: role.standing.polarity, trigger: role.phrase.head,
                attributedTo: speakers(role)),
            clarity: role.bearers.link.rawValue)
    }

    private func speakers(_ role: BorneNoun) -> [RelationDraft.End] {
        guard let verb = role.bearers.verb else { return [] }
        return attribution.speakers(at: verb, isDeed: true).filter { speaker in
            !role.bearers.ends.contains { $0.entity == speaker.entity }
        }
    }
}
