public import Vocabulary

extension CaseViews {
    /// All happenings, those in most reports first, then by time.
    public func events() -> [CaseEvent] {
        material.shown(.event).compactMap(event).sorted { a, b in
            (b.independentSources, b.reports, Self.time(a), a.id) < (
                a.independentSources, a.reports, Self.time(b), b.id
            )
        }
    }

    /// The dated happenings in the order of time.
    public func timeline() -> [CaseEvent] {
        material.shown(.event).compactMap(event).filter { $0.when != nil }.sorted {
            (Self.time($0), $0.type.rawValue, $0.id) < (Self.time($1), $1.type.rawValue, $1.id)
        }
    }

    private static func time(_ event: CaseEvent) -> String {
        guard let when = event.when else { return "9999" }
        return when.start.iso + when.end.iso
    }

    public func event(_ cluster: Cluster) -> CaseEvent? {
        guard let type = EventType(rawValue: cluster.type) else { return nil }
        let tellings = cluster.members.compactMap { member in material.event(member).map { (member, $0) } }
        guard let first = tellings.first?.1 else { return nil }
        let note = ClusterNote(of: cluster)
        let participants = participants(tellings, type)
        func corrected(_ property: String) -> String? { note.corrections.last { $0.property == property }?.value }
        return CaseEvent(
            id: cluster.id, type: type, label: corrected("label") ?? cluster.name,
            when: corrected("when").flatMap { CalendarDay(iso: $0) }.map { CalendarInterval(day: $0) } ?? cluster.when,
            modality: Self.modality(tellings.map(\.1)), polarity: first.polarity, participants: participants,
            count: corrected("count").flatMap { Int($0) } ?? Self.most(tellings.compactMap(\.1.count)),
            place: participants.first { $0.role == .place }?.who.name, accounts: tellings.map(account),
            isConfirmed: cluster.layer == .confirmed, reports: cluster.reports,
            independentSources: cluster.independentSources)
    }

    /// What most accounts say; a deed of somebody is alleged as soon as one account only alleges it.
    private static func modality(_ events: [Event]) -> Modality {
        let all = events.map(\.modality)
        let isDeed = events.contains { [.crime, .death, .attack, .kidnapping].contains($0.type) }
        if isDeed, all.contains(.alleged) { return .alleged }
        return Modality.allCases.max { a, b in
            all.count(where: { $0 == a }) < all.count(where: { $0 == b })
        } ?? .asserted
    }

    private static func most(_ counts: [Int]) -> Int? {
        var uses: [Int: Int] = [:]
        for count in counts { uses[count, default: 0] += 1 }
        return uses.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    private func participants(_ tellings: [(Cluster.Member, Event)], _ type: EventType) -> [CaseEvent.Participant] {
        var found: [CaseEvent.Participant] = []
        for role in type.roles {
            for (member, event) in tellings {
                for argument in event.arguments where argument.role == role {
                    let who =
                        switch argument.filler {
                        case .entity(let participant): material.reference(participant.entity, in: member.report)
                        case .text(let quote): CaseReference(id: nil, name: quote.text)
                        }
                    let isKnown = found.contains { known in
                        known.role == role
                            && (known.who.id != nil && known.who.id == who.id
                                || known.who.name.lowercased() == who.name.lowercased())
                    }
                    if !isKnown { found.append(CaseEvent.Participant(role: role, who: who)) }
                }
            }
        }
        return found
    }

    private func account(_ member: Cluster.Member, _ event: Event) -> CaseEvent.Account {
        var terms: [CaseEvent.Account.Term] = []
        for term in event.terms {
            let shown = CaseEvent.Account.Term(label: term.label, text: term.quote.text)
            if !terms.contains(shown) { terms.append(shown) }
        }
        let evidence = material.footnote(event.evidence, in: member.report)
        return CaseEvent.Account(
            report: material.reports[member.report]?.id ?? member.report, sha256: member.report, terms: terms,
            count: event.count, when: event.when?.interval, modality: event.modality, quote: evidence.text,
            span: evidence, trigger: material.footnote(event.trigger, in: member.report),
            attributedTo: material.names(event.attributedTo, in: member.report))
    }
}
