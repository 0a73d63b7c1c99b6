import Vocabulary

/// Keeps officials, victims and speakers out of the place of the accused.
///
/// A pronoun, a dropped subject or a far description is taken for whoever was named last, and in reports on justice that
/// is often the judge, the minister who speaks, or the victim. Somebody of that kind whom no sentence names as accused
/// is not meant: the one accused by name before is, or nobody.
struct AccusedGuard {
    let syntax: Syntax
    let mentions: MentionMap
    /// Entities that hold an office or work for a public body.
    let officials: Set<Int>
    /// Nouns for those to whom a deed was done.
    let victims: Set<String>
    let nouns: PersonNouns

    /// How many sentences back the one who is meant is looked for.
    private static let reach = 4
    private static let accusations: Set<EventType> = [
        .transfer, .arrest, .charge, .trial, .plea, .conviction, .sentence, .escape, .crime,
    ]
    private static let deeds: Set<EventType> = [.death, .attack, .kidnapping]

    func guarded(_ candidates: [EventCandidate]) -> [EventCandidate] {
        let places = Dictionary(mentions.mentions.map { ($0.span, $0) }) { first, _ in first }
        let labels = Set(SpeakerTurns(syntax: syntax, mentions: mentions).speakers.compactMap { $0?.span })
        var named = Set<Int>()
        var bystanders = officials.union(titled())
        for draft in candidates.map(\.draft) {
            bystanders.formUnion(draft.attributedTo.map(\.entity))
            for argument in draft.arguments {
                guard case .entity(let end) = argument.filler, let place = places[end.span] else { continue }
                if argument.role == .victim || argument.role == .agent && Self.accusations.contains(draft.type) {
                    bystanders.insert(end.entity)
                }
                guard Self.accuses(draft, argument.role), !labels.contains(end.span), !argument.isInferred,
                    isNamed(place, draft)
                else {
                    continue
                }
                named.insert(end.entity)
            }
        }
        bystanders.subtract(named)
        let harmed = self.harmed()
        return candidates.map { candidate in
            var candidate = candidate
            candidate.draft.arguments = candidate.draft.arguments.compactMap { argument in
                guard Self.accuses(candidate.draft, argument.role), case .entity(let end) = argument.filler,
                    let place = places[end.span], bystanders.contains(end.entity) || harmed.contains(end.entity)
                else { return argument }
                if harmed.contains(end.entity), place.kind != .pronoun { return nil }
                let isDoubtful =
                    labels.contains(end.span) || argument.isInferred || !isNamed(place, candidate.draft)
                    || harmed.contains(end.entity)
                guard isDoubtful else { return argument }
                return accused(before: candidate.draft, named).map { meant in
                    var meant = meant
                    if place.kind == .pronoun { meant.span = end.span }
                    return EventDraft.Argument(role: argument.role, filler: .entity(meant), isInferred: true)
                }
            }
            return candidate
        }
    }

    /// Those whom a report calls victims, and those whose names courts keep back for their sake ("Jane Doe").
    private func harmed() -> Set<Int> {
        Set(
            mentions.mentions.compactMap { mention in
                let isVictim =
                    mention.kind == .description && mentions.entities[mention.entity].type == .people
                    && victims.contains(syntax.lemma[mention.head])
                let isHidden =
                    mention.kind == .name && mentions.entities[mention.entity].type == .person
                    && Self.placeholders.contains(syntax.lower[mention.tokens.upperBound - 1])
                return isVictim || isHidden ? mention.entity : nil
            })
    }

    /// Surnames that stand for a name kept back.
    private static let placeholders: Set<String> = ["doe", "roe"]

    /// Persons whom an office or a post stands before: "el magistrado X", "Detective X".
    private func titled() -> Set<Int> {
        Set(
            mentions.mentions.compactMap { mention in
                let before = mention.tokens.lowerBound - 1
                guard mention.kind == .name, before >= 0, mentions.entities[mention.entity].type == .person,
                    let noun = nouns.phrases[syntax.lower[before]], noun.category == .office || noun.category == .job
                else { return nil }
                return mention.entity
            })
    }

    private static func accuses(_ draft: EventDraft, _ role: Role) -> Bool {
        guard draft.polarity == .positive else { return false }
        return role == .person && accusations.contains(draft.type) || role == .agent && deeds.contains(draft.type)
    }

    private func isBeside(_ place: MentionMap.Mention, _ draft: EventDraft) -> Bool {
        syntax.sentence[place.head] == syntax.sentence[draft.trigger]
    }

    /// Whether the sentence itself says who is meant: not by a pronoun, by a description of the one who speaks in it, or
    /// by the words that say who speaks.
    private func isNamed(_ place: MentionMap.Mention, _ draft: EventDraft) -> Bool {
        guard place.kind != .pronoun, isBeside(place, draft) else { return false }
        // "this suspect" is no other word for the prosecutor who speaks of him.
        if place.kind == .description, let noun = nouns.phrases[syntax.lower[place.head]],
            noun.category == .state || noun.category == .role
        {
            return false
        }
        return !draft.attributedTo.contains { speaker in
            speaker.entity == place.entity && (place.kind == .description || speaker.span == place.span)
        }
    }

    /// The one accused by name that was named last before the event is told.
    private func accused(before draft: EventDraft, _ named: Set<Int>) -> RelationDraft.End? {
        let last = syntax.sentence[draft.trigger]
        let near = mentions.mentions.last { mention in
            mention.tokens.lowerBound < draft.trigger && mention.kind != .pronoun
                && last - syntax.sentence[mention.head] <= Self.reach && named.contains(mention.entity)
                && mentions.entities[mention.entity].type == .person
        }
        return near.map { RelationDraft.End(entity: $0.entity, span: $0.span) }
    }
}
