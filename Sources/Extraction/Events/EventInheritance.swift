import Vocabulary

/// Gives an event what its telling leaves out because it was said before.
struct EventInheritance {
    let syntax: Syntax
    let mentions: MentionMap
    let frames: FrameTable

    func complete(_ events: [EventDraft]) -> [EventDraft] {
        var result = events
        giveTargets(&result)
        giveCrimes(&result)
        giveScenes(&result)
        giveOrigins(&result)
        giveOwners(&result)
        return result
    }

    /// Tariffs that are paused or raised are on the country that the last told ones were on.
    private func giveTargets(_ events: inout [EventDraft]) {
        var last: [EventDraft.Argument] = []
        for index in events.indices.sorted(by: { events[$0].triggerSpan < events[$1].triggerSpan })
        where events[index].type == .tariff {
            let own = events[index].arguments.filter { $0.role == .target }
            if own.isEmpty { events[index].arguments += last } else { last = own }
        }
    }

    /// "All property of the designated persons is blocked": those are the ones put on the list before.
    private func giveOwners(_ events: inout [EventDraft]) {
        for index in events.indices where events[index].type == .seizure {
            let takesUp = events[index].arguments.contains { argument in
                guard argument.role == .person, case .entity(let end) = argument.filler,
                    mentions.entities[end.entity].type == .people
                else { return false }
                return syntax.tokens(in: end.span).contains {
                    designates(syntax.lemma[$0]) || designates(syntax.lower[$0])
                }
            }
            guard takesUp else { continue }
            let listed = events.filter {
                $0.type == .designation && $0.polarity == .positive && $0.modality == .asserted
                    && $0.triggerSpan < events[index].triggerSpan
            }.max { ($0.entities(.target).count, $1.triggerSpan) < ($1.entities(.target).count, $0.triggerSpan) }
            for argument in listed?.arguments ?? [] where argument.role == .target {
                guard case .entity(let end) = argument.filler, !events[index].entities(.person).contains(end.entity)
                else { continue }
                events[index].arguments.append(EventDraft.Argument(role: .person, filler: .entity(end)))
            }
        }
    }

    private func designates(_ word: String) -> Bool {
        (frames.verbs[word] ?? []).contains { $0.event == .designation && $0.conditions.isEmpty }
    }

    /// "pleaded guilty to murder and received life": the punishment is for what was pleaded to.
    private func giveCrimes(_ events: inout [EventDraft]) {
        let sources = Dictionary(grouping: events.filter { $0.type == .plea || $0.type == .conviction }) {
            syntax.sentence[$0.trigger]
        }
        for index in events.indices where events[index].type == .sentence && !events[index].has(.crime) {
            let persons = events[index].entities(.person)
            let source = sources[syntax.sentence[events[index].trigger]]?.first {
                !Set($0.entities(.person)).isDisjoint(with: persons)
            }
            events[index].arguments += source?.arguments.filter { $0.role == .crime } ?? []
        }
    }

    /// "2 people were arrested and 500 kilos seized": what is seized is seized there, by the same agents.
    private func giveScenes(_ events: inout [EventDraft]) {
        let arrests = Dictionary(grouping: events.filter { $0.type == .arrest && $0.polarity == .positive }) {
            syntax.sentence[$0.trigger]
        }
        for index in events.indices where events[index].type == .seizure {
            guard let arrest = arrests[syntax.sentence[events[index].trigger]]?.first else { continue }
            for role in [Role.place, .agent] where !events[index].has(role) {
                events[index].arguments += arrest.arguments.filter { $0.role == role }
            }
        }
    }

    /// "the government of X handed over": from X.
    private func giveOrigins(_ events: inout [EventDraft]) {
        for index in events.indices where events[index].type == .transfer && !events[index].has(.origin) {
            for argument in events[index].arguments where argument.role == .agent {
                guard case .entity(let end) = argument.filler, mentions.entities[end.entity].type == .publicBody,
                    let country = country(in: end.entity), !events[index].entities(.destination).contains(country),
                    !events[index].has(.origin)
                else { continue }
                events[index].arguments.append(
                    EventDraft.Argument(role: .origin, filler: .entity(.init(entity: country, span: end.span))))
            }
        }
    }

    /// The country of the report whose name ends a body's name.
    private func country(in body: Int) -> Int? {
        let name = " " + FoldedName.fold(mentions.entities[body].name)
        return mentions.entities.indices.first { index in
            let entity = mentions.entities[index]
            guard entity.type == .country else { return false }
            return ([entity.name] + entity.aliases).contains { name.hasSuffix(" de " + FoldedName.fold($0)) }
        }
    }
}
