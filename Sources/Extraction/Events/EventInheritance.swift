import Vocabulary

/// Gives an event what its telling leaves out because it was said before.
struct EventInheritance {
    let syntax: Syntax

    func complete(_ events: [EventDraft]) -> [EventDraft] {
        var result = events
        giveTargets(&result)
        giveCrimes(&result)
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
}
