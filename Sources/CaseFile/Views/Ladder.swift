internal import Names
internal import Vocabulary

/// The steps that each accusation against a person has taken: alleged, charged, then convicted, acquitted, dismissed or
/// denied. Victims, officials and lawyers take none: only what is told of somebody as accused or as the doer counts.
struct Ladder {
    private struct Rung {
        var words: Set<String>
        var text: String
        var step: Dossier.Step
    }

    let material: CaseMaterial
    let members: Set<Cluster.Member>
    let events: [Cluster]

    init(_ material: CaseMaterial, _ cluster: Cluster, _ events: [Cluster]) {
        self.material = material
        members = Set(cluster.members)
        self.events = events
    }

    func accusations() -> [Dossier.Accusation] {
        var groups: [(words: Set<String>, texts: [String], steps: [Dossier.Step])] = []
        for rung in events.flatMap(rungs) {
            let known = groups.firstIndex { group in
                rung.words.isEmpty ? group.words.isEmpty : !group.words.isDisjoint(with: rung.words)
            }
            if let known {
                groups[known].words.formUnion(rung.words)
                groups[known].texts.append(rung.text)
                groups[known].steps.append(rung.step)
            } else {
                groups.append((rung.words, [rung.text], [rung.step]))
            }
        }
        return groups.map { group in
            Dossier.Accusation(accusation: group.texts.first { !$0.isEmpty } ?? "", steps: Self.joined(group.steps))
        }.sorted { ($0.accusation.isEmpty ? 1 : 0, $0.accusation) < ($1.accusation.isEmpty ? 1 : 0, $1.accusation) }
    }

    /// In the order of the steps, then of time; what several reports tell alike is one step.
    private static func joined(_ steps: [Dossier.Step]) -> [Dossier.Step] {
        var joined: [Dossier.Step] = []
        for step in steps {
            if let known = joined.firstIndex(where: { $0.status == step.status && $0.when == step.when }) {
                for name in step.by where !joined[known].by.contains(name) { joined[known].by.append(name) }
                for note in step.footnotes where !joined[known].footnotes.contains(note) {
                    joined[known].footnotes.append(note)
                }
            } else {
                joined.append(step)
            }
        }
        let order = Dossier.Status.allCases
        return joined.sorted { a, b in
            (order.firstIndex(of: a.status) ?? 0, a.when?.start.iso ?? "9999")
                < (order.firstIndex(of: b.status) ?? 0, b.when?.start.iso ?? "9999")
        }
    }

    private func rungs(_ happening: Cluster) -> [Rung] {
        happening.members.flatMap { member -> [Rung] in
            guard let event = material.event(member), event.polarity == .positive else { return [] }
            var rungs: [Rung] = []
            if let status = status(event, in: member.report) {
                rungs.append(rung(event, status, event.trigger, member.report, happening.when))
            }
            if let denied = event.denied, isAccused(event, in: member.report) {
                rungs.append(rung(event, .denied, denied, member.report, nil))
            }
            return rungs
        }
    }

    private func rung(
        _ event: Event, _ status: Dossier.Status, _ span: Span, _ digest: String, _ when: CalendarInterval?
    ) -> Rung {
        let crimes = event.arguments.compactMap { argument -> String? in
            guard argument.role == .crime, case .text(let quote) = argument.filler else { return nil }
            return quote.text
        }
        var text = crimes.joined(separator: ", ")
        if text.isEmpty, [.crime, .death, .attack, .kidnapping].contains(event.type) { text = deed(event, digest) }
        var by = material.names(event.attributedTo, in: digest)
        if by.isEmpty { by = [material.reports[digest].map { $0.publisher ?? $0.id } ?? digest] }
        let words = Fold.key(text + (event.type == .crime ? " " + event.label : "")).split(separator: " ")
        return Rung(
            words: Set(words.map(String.init).filter { $0.utf8.count > 4 }), text: text,
            step: Dossier.Step(
                status: status, when: when, by: by, footnotes: [material.footnote(span, in: digest)]))
    }

    private func deed(_ event: Event, _ digest: String) -> String {
        if event.type == .crime { return event.label }
        let victims = event.arguments.compactMap { argument -> String? in
            guard argument.role == .victim, case .entity(let participant) = argument.filler else { return nil }
            return material.reference(participant.entity, in: digest).name
        }
        let deed = event.type == .death ? "the death" : event.type == .attack ? "the attack" : "the kidnapping"
        return "part in \(deed)\(victims.isEmpty ? "" : " of " + victims.joined(separator: ", "))"
    }

    private func roles(_ event: Event, in digest: String) -> Set<Role> {
        Set(
            event.arguments.compactMap { argument in
                guard case .entity(let participant) = argument.filler,
                    members.contains(Cluster.Member(report: digest, thing: participant.entity))
                else { return nil }
                return argument.role
            })
    }

    private func isAccused(_ event: Event, in digest: String) -> Bool {
        let roles = roles(event, in: digest)
        switch event.type {
        case .charge, .crime, .arrest, .conviction, .sentence: return roles.contains(.person)
        case .death, .attack, .kidnapping: return roles.contains(.agent) && !roles.contains(.victim)
        default: return false
        }
    }

    private func status(_ event: Event, in digest: String) -> Dossier.Status? {
        let roles = roles(event, in: digest)
        let isCertain = event.modality == .asserted
        switch event.type {
        case .crime: return roles.contains(.person) ? .alleged : nil
        case .death, .attack, .kidnapping:
            return roles.contains(.agent) && !roles.contains(.victim) ? .alleged : nil
        case .charge:
            guard roles.contains(.person) else { return nil }
            let formal: Set<String> = ["complaint", "indictment", "superseding indictment", "bound over", "warrant"]
            return isCertain && formal.contains(event.label) ? .charged : .alleged
        case .conviction: return roles.contains(.person) && isCertain ? .convicted : nil
        case .sentence:
            return roles.contains(.person) && isCertain && event.label != "possible maximum" ? .sentenced : nil
        case .release:
            guard roles.contains(.person), isCertain else { return nil }
            return event.label == "acquittal" ? .acquitted : event.label == "dismissal" ? .dismissed : nil
        case .plea:
            let words = Fold.key(material.words(event.trigger, in: digest) + " " + event.label)
            let isDenied = ["not guilty", "inocente", "no culpable"].contains { words.contains($0) }
            return roles.contains(.person) && isDenied ? .denied : nil
        default: return nil
        }
    }
}
