public import Vocabulary

/// Whom a reading shows as accused though the gold knows them only as victims, officials or those who act for the law.
public enum Suspects {
    /// One wrongly shown.
    public struct Wrong: Sendable, Hashable {
        /// The gold's name of the person.
        public let name: String
        /// Where the reading shows it: the types of its events, in their order.
        public let events: [String]
    }

    /// How many of the gold's people are only victims, officials or officers, and which of them the reading accuses.
    public static func check(_ ours: ReadingForm?, _ gold: GoldReport, _ score: ReportScore) -> (
        of: Int, wrong: [Wrong]
    ) {
        let bystanders = bystanders(in: gold.reading)
        guard let ours else { return (bystanders.count, []) }
        let accused = accusations(in: ours)
        let wrong = bystanders.compactMap { id, name -> Wrong? in
            guard let mine = score.entityPairs[id], let events = accused[mine] else { return nil }
            return Wrong(name: name, events: events)
        }
        return (bystanders.count, wrong)
    }

    private static let accusing: Set<EventType> = [
        .transfer, .arrest, .charge, .trial, .plea, .conviction, .sentence, .escape, .crime,
    ]
    private static let deeds: Set<EventType> = [.death, .attack, .kidnapping]

    /// The entities that a reading shows as accused, each with the types of events that do.
    private static func accusations(in reading: ReadingForm) -> [String: [String]] {
        var found: [String: [String]] = [:]
        for event in reading.events ?? [] where event.polarity != Polarity.negative.rawValue {
            guard let type = EventType(rawValue: event.type) else { continue }
            for argument in event.arguments ?? [] {
                guard let entity = argument.entity else { continue }
                let isAccused =
                    accusing.contains(type) && argument.role == Role.person.rawValue
                    || deeds.contains(type) && argument.role == Role.agent.rawValue
                if isAccused { found[entity, default: []].append(event.type) }
            }
        }
        return found
    }

    /// Persons who are hurt, hold an office, work for somebody or act for the law, and are accused of nothing.
    private static func bystanders(in gold: ReadingForm) -> [(id: String, name: String)] {
        var known = Set<String>()
        for relation in gold.relations ?? []
        where [RelationType.holdsOffice, .worksFor].map(\.rawValue).contains(relation.type) {
            known.insert(relation.from)
        }
        for event in gold.events ?? [] {
            let isOfLaw = EventType(rawValue: event.type).map(accusing.contains) ?? false
            for argument in event.arguments ?? [] {
                guard let entity = argument.entity else { continue }
                if argument.role == Role.victim.rawValue || isOfLaw && argument.role == Role.agent.rawValue {
                    known.insert(entity)
                }
            }
        }
        let accused = accusations(in: gold)
        return (gold.entities ?? []).compactMap { entity in
            guard entity.type == EntityType.person.rawValue, known.contains(entity.id), accused[entity.id] == nil else {
                return nil
            }
            return (entity.id, entity.name ?? entity.id)
        }
    }
}
