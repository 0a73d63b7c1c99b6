import Vocabulary

/// Who is whose kin, and what: the label is the bearer's role towards the other.
struct KinshipTies {
    let scene: TieScene

    private static let people: Set<EntityType> = [.person, .people]

    func find(_ roles: [BorneNoun], _ ledger: inout RelationLedger) {
        var last: Couple?
        for role in roles where !role.standing.isUnknown {
            for meaning in role.meanings where meaning.kind == .kinship {
                last = kin(role, meaning, after: last, &ledger)
            }
        }
    }

    private func kin(
        _ role: BorneNoun, _ meaning: RoleWord, after last: Couple?, _ ledger: inout RelationLedger
    ) -> Couple? {
        var others = others(role, meaning)
        if let last, isTheirs(role, after: last) { others = last.both }
        let isPlural = scene.isPlural(role.phrase.head) && !role.phrase.isPartitive
        let bearers = role.bearers.ends.filter { scene.type($0) == .person || !isPlural }
        for bearer in bearers {
            for other in others { add(meaning, bearer, other, role, &ledger) }
        }
        let couple =
            bearers.first.flatMap { bearer in
                others.first.map { Couple(both: [bearer, $0], end: role.phrase.end, sentence: sentence(role)) }
            } ?? last
        guard others.isEmpty || bearers.count > 1, meaning.isMutual, isPlural else { return couple }
        var named = bearers.filter { scene.type($0) == .person }
        if named.isEmpty { named = namesakes(role) }
        for (index, first) in named.enumerated() {
            for second in named.dropFirst(index + 1) { add(meaning, first, second, role, &ledger) }
        }
        return couple
    }

    /// Two who were just told to be kin: "his wife, X, and their son".
    private struct Couple {
        let both: [RelationDraft.End]
        let end: Int
        let sentence: Range<Int>
    }

    private func sentence(_ role: BorneNoun) -> Range<Int> { scene.sentence(of: role.phrase.head) }

    /// Whether "their" comes right after two who are kin.
    private func isTheirs(_ role: BorneNoun, after couple: Couple) -> Bool {
        guard couple.sentence == sentence(role), role.phrase.start - couple.end < 12,
            scene.tables.standing.conjunctions.contains(scene.syntax.lower[max(0, role.phrase.start - 1)])
        else { return false }
        return role.phrase.slots.contains { slot in
            slot.kind == .possessive && scene.isPossessiveWord(slot.token)
                && scene.syntax.feature("Number", slot.token) == "Plur"
                && scene.syntax.feature("Person", slot.token) == "3" && scene.tables.placesCompoundsBefore
        }
    }

    private func others(_ role: BorneNoun, _ meaning: RoleWord) -> [RelationDraft.End] {
        for slot in role.phrase.slots {
            switch slot.kind {
            case .possessive: break
            case .preposition(let word) where meaning.prepositions.contains(word): break
            default: continue
            }
            let ends = scene.ends(at: slot.token, types: Self.people)
            let persons = ends.filter { scene.type($0) == .person }
            let found = persons.isEmpty ? ends.filter(isOnePerson) : persons
            let mine = Set(role.bearers.ends.map(\.entity))
            let others = found.filter { !mine.contains($0.entity) }
            if !others.isEmpty { return others }
        }
        return []
    }

    /// A set of people, or a group, has no brother.
    private func isOnePerson(_ end: RelationDraft.End) -> Bool {
        let entity = scene.mentions.entities[end.entity]
        guard entity.count ?? 1 == 1, let first = entity.mentions.first else { return false }
        let head = scene.mentions.mentions[first].head
        return !scene.isPlural(head) && !scene.isSetNoun(head)
    }

    /// "the Treviño Morales brothers", "the two brothers": the persons of the report who share the surname, when they
    /// are as many as the phrase says.
    private func namesakes(_ role: BorneNoun) -> [RelationDraft.End] {
        let before = role.phrase.words.lowerBound - 1
        if before >= 0, let name = scene.spots.ending(at: before, kinds: [.name]), scene.type(name) == .person {
            return bearers(of: FoldedName(scene.syntax.string(name.span)).key, at: role)
        }
        let words = role.phrase.start..<role.phrase.words.lowerBound
        let count = words.compactMap { scene.tables.counts[scene.syntax.lower[$0]] }.first
        if let count, let found = siblings(behind: role, count) { return found }
        let surname = words.filter { scene.syntax.pos[$0] == .propn }.map { FoldedName.fold(scene.syntax.string($0)) }
        guard !surname.isEmpty else { return [] }
        return bearers(of: surname.joined(separator: " "), at: role)
    }

    /// The two persons of the report who bear a surname; none when they are fewer or more.
    private func bearers(of wanted: String, at role: BorneNoun) -> [RelationDraft.End] {
        var found: [RelationDraft.End] = []
        for (index, entity) in scene.mentions.entities.enumerated() where entity.type == .person {
            let name = FoldedName(entity.name).key
            guard name.hasSuffix(" " + wanted) || (" " + name + " ").contains(" " + wanted + " ") else { continue }
            found.append(RelationDraft.End(entity: index, span: scene.syntax.span(role.phrase.head)))
        }
        return found.count == 2 ? found : []
    }

    /// "the two brothers": the persons named next who share a surname, when they are as many.
    private func siblings(behind role: BorneNoun, _ count: Int) -> [RelationDraft.End]? {
        let first = scene.syntax.sentence[role.phrase.head]
        var bySurname: [Substring: [RelationDraft.End]] = [:]
        for mention in scene.mentions.mentions
        where mention.kind == .name && scene.type(mention) == .person && mention.head > role.phrase.head {
            guard scene.syntax.sentence[mention.head] <= first + 2 else { break }
            let words = FoldedName(scene.mentions.entities[mention.entity].name).words
            guard words.count > 1, let surname = words.last else { continue }
            if bySurname[surname]?.contains(where: { $0.entity == mention.entity }) ?? false { continue }
            bySurname[surname, default: []].append(scene.end(mention))
        }
        let fitting = bySurname.values.filter { $0.count == count }
        return fitting.count == 1 ? fitting.first : nil
    }

    private func add(
        _ meaning: RoleWord, _ bearer: RelationDraft.End, _ other: RelationDraft.End, _ role: BorneNoun,
        _ ledger: inout RelationLedger
    ) {
        guard scene.type(bearer) == .person || scene.type(other) == .person else { return }
        ledger.add(
            RelationDraft(
                type: .familyOf, label: meaning.label, from: bearer, to: other,
                modality: role.standing.modality == .former && !role.isSaidToBeOver
                    ? .asserted : role.standing.modality,
                polarity: role.standing.polarity, trigger: role.phrase.head),
            clarity: role.bearers.link.rawValue)
    }
}
