import Vocabulary

extension ReadingTable {
    /// The entities of some types with their other names, their ties, and what befell them.
    mutating func writeEntities(_ title: String, of types: Set<EntityType>) {
        let chosen = reading.entities.filter { types.contains($0.type) }
        guard !chosen.isEmpty else { return }
        heading(title)
        for entity in chosen { write(entity) }
    }

    private mutating func write(_ entity: Entity) {
        var line = StyledText(DisplayText.clean(entity.name), .strong)
        if !entity.aliases.isEmpty {
            line.add(" (" + entity.aliases.map(DisplayText.clean).joined(separator: ", ") + ")")
        }
        if let age = entity.age { line.add(", \(age.value)") }
        line.add(" " + numbers.note(entity.mentions.prefix(1).map { $0 }), .faint)
        page.paragraph(line, lead: StyledText("  "), indent: 4)
        for hit in hits[entity.id] ?? [] {
            page.paragraph(listed(hit), lead: StyledText("      "), indent: 8)
        }
        for tie in ties(of: entity) + standing(of: entity) {
            page.paragraph(tie, lead: StyledText("      "), indent: 8)
        }
    }

    /// What a list has under a name that is like the entity's, and why.
    private func listed(_ hit: Hit) -> StyledText {
        var text = StyledText("may be on the list \(hit.list)", .caution)
        text.add(": " + DisplayText.clean(hit.caption) + " · " + DisplayText.clean(hit.id))
        if !hit.programs.isEmpty { text.add(" · " + hit.programs.map(DisplayText.clean).joined(separator: ", ")) }
        text.add(" · \(Hit.digits(hit.score)): " + DisplayText.clean(hit.explanation.sentence), .faint)
        return text
    }

    /// Its relations, from its side.
    private func ties(of entity: Entity) -> [StyledText] {
        var ties: [StyledText] = []
        for relation in reading.relations {
            let isFrom = relation.from.entity == entity.id
            guard isFrom || relation.to.entity == entity.id else { continue }
            // What a place or a country has to do with everybody is told with them.
            var text = StyledText(isFrom ? Wording.relation(relation) : Wording.inverse(relation))
            text.add(" " + name(of: isFrom ? relation.to.entity : relation.from.entity))
            text.add(" " + numbers.note([relation.evidence]), .faint)
            text.add(speakers(relation.attributedTo))
            ties.append(text)
        }
        return ties
    }

    func speakers(_ speakers: [Participant]) -> StyledText {
        guard !speakers.isEmpty else { return StyledText() }
        var names: [String] = []
        for name in speakers.map({ self.name(of: $0.entity) }) where !names.contains(name) { names.append(name) }
        return StyledText(" · says " + names.joined(separator: ", "), .faint)
    }

    /// What the report says of a person before the law, one step a line: alleged, charged, convicted, acquitted, or a
    /// victim. Being arrested, moved or named with others is not a step.
    private func standing(of entity: Entity) -> [StyledText] {
        guard entity.type == .person else { return [] }
        return reading.events.compactMap { event in
            let roles = event.arguments.compactMap { argument -> Role? in
                guard case .entity(let participant) = argument.filler, participant.entity == entity.id else {
                    return nil
                }
                return argument.role
            }
            guard let step = roles.lazy.compactMap({ step(event, as: $0) }).first else { return nil }
            var text = StyledText(step, .caution)
            let crimes = event.arguments.compactMap { argument -> String? in
                guard argument.role == .crime || argument.role == .penalty else { return nil }
                return quoted(argument.filler.span)
            }
            if !crimes.isEmpty { text.add(": " + crimes.joined(separator: ", ")) }
            if let when = event.when { text.add(", " + Wording.interval(when.interval)) }
            text.add(" " + numbers.note([event.trigger]), .faint)
            if let denied = event.denied { text.add(" · denies it " + numbers.note([denied]), .caution) }
            text.add(speakers(event.attributedTo))
            return text
        }
    }

    private func step(_ event: Event, as role: Role) -> String? {
        let manner = Wording.certainty(event.modality, event.polarity)
        let before = manner.isEmpty ? "" : manner + " "
        switch (event.type, role) {
        case (.charge, .person): return before + "accused (\(DisplayText.clean(event.label)))"
        case (.plea, .person): return before + DisplayText.clean(event.label)
        case (.conviction, .person): return before + "conviction"
        case (.sentence, .person): return before + "sentence (\(DisplayText.clean(event.label)))"
        case (.release, .person): return before + "release (\(DisplayText.clean(event.label)))"
        case (.crime, .person): return told(event, DisplayText.clean(event.label))
        case (.death, .agent), (.attack, .agent), (.kidnapping, .agent):
            return told(event, "part in the \(event.type.rawValue)\(victims(of: event))")
        case (.death, .victim): return before + "victim: killed or died"
        case (.attack, .victim): return before + "victim of an attack"
        case (.kidnapping, .victim): return before + "victim of a kidnapping"
        default: return nil
        }
    }

    private func victims(of event: Event) -> String {
        let names = event.arguments.compactMap { argument -> String? in
            guard argument.role == .victim, case .entity(let participant) = argument.filler else { return nil }
            return name(of: participant.entity)
        }
        return names.isEmpty ? "" : " of " + names.joined(separator: ", ")
    }

    /// A deed and its doer: told by the report, or only alleged.
    private func told(_ event: Event, _ deed: String) -> String {
        let manner = Wording.certainty(event.modality, event.polarity)
        return manner.isEmpty ? "the report tells as a fact: \(deed)" : "\(manner) \(deed)"
    }
}
