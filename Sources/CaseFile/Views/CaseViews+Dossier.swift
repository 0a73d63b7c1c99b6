public import Vocabulary

extension CaseViews {
    /// All that the case has of one entity. The material must have the reports of the cluster and the clusters of all
    /// things in them.
    public func dossier(of cluster: Cluster) -> Dossier {
        let ids = Set(cluster.members)
        let events = material.shown(.event).filter { happening in
            happening.members.contains { member in
                material.event(member)?.arguments.contains { isOne($0, of: ids, in: member.report) } ?? false
            }
        }
        let ties = ties(of: cluster)
        return Dossier(
            entity: entity(cluster), roles: bearings(of: cluster, ties, events), relations: ties,
            ladder: cluster.type == EntityType.person.rawValue ? Ladder(material, cluster, events).accusations() : [],
            events: events.compactMap(event).sorted {
                ($0.when?.start.iso ?? "9999", $0.id) < ($1.when?.start.iso ?? "9999", $1.id)
            },
            claims: claims(by: ids), hits: material.hits[cluster.id] ?? [],
            footnotes: cluster.members.compactMap { member in
                material.entity(member)?.mentions.first.map { material.footnote($0, in: member.report) }
            })
    }

    private func isOne(_ argument: Event.Argument, of ids: Set<Cluster.Member>, in report: String) -> Bool {
        guard case .entity(let participant) = argument.filler else { return false }
        return ids.contains(Cluster.Member(report: report, thing: participant.entity))
    }

    /// Relations of all reports from its side, the same ones as one.
    private func ties(of cluster: Cluster) -> [Dossier.Tie] {
        var ties: [Dossier.Tie] = []
        for digest in Set(cluster.members.map(\.report)).sorted() {
            let mine = Set(cluster.members.filter { $0.report == digest }.map(\.thing))
            for relation in material.reports[digest]?.reading.relations ?? [] {
                let isInverse = !mine.contains(relation.from.entity)
                guard !isInverse || mine.contains(relation.to.entity) else { continue }
                let other = material.reference(isInverse ? relation.from.entity : relation.to.entity, in: digest)
                if other.id == cluster.id { continue }
                let tie = Dossier.Tie(
                    type: relation.type, label: relation.label, to: other, isInverse: isInverse,
                    modality: relation.modality, polarity: relation.polarity,
                    by: material.names(relation.attributedTo, in: digest),
                    footnotes: [material.footnote(relation.evidence, in: digest)])
                if let known = ties.firstIndex(where: { $0.isSame(as: tie) }) {
                    ties[known].footnotes += tie.footnotes
                    for name in tie.by where !ties[known].by.contains(name) { ties[known].by.append(name) }
                } else {
                    ties.append(tie)
                }
            }
        }
        let order = RelationType.allCases
        return ties.sorted { a, b in
            let (x, y) = (order.firstIndex(of: a.type) ?? 0, order.firstIndex(of: b.type) ?? 0)
            return (x, b.footnotes.count, a.to.name, a.label) < (y, a.footnotes.count, b.to.name, b.label)
        }
    }

    /// Offices, places in groups, and what befell it as a victim.
    private func bearings(of cluster: Cluster, _ ties: [Dossier.Tie], _ events: [Cluster]) -> [Dossier.Bearing] {
        let own: Set<RelationType> = [.holdsOffice, .leads, .memberOf, .worksFor]
        var bearings = ties.filter { own.contains($0.type) && !$0.isInverse && $0.polarity == .positive }.map { tie in
            Dossier.Bearing(
                role: tie.label.isEmpty ? tie.type.rawValue : tie.label, of: tie.to, modality: tie.modality,
                footnotes: tie.footnotes)
        }
        let ids = Set(cluster.members)
        for happening in events {
            for member in happening.members {
                guard let event = material.event(member), event.polarity == .positive else { continue }
                for argument in event.arguments
                where argument.role == .victim && isOne(argument, of: ids, in: member.report) {
                    let role = "victim of \(Self.deed(event.type))"
                    let footnote = material.footnote(event.trigger, in: member.report)
                    if let known = bearings.firstIndex(where: { $0.role == role }) {
                        bearings[known].footnotes.append(footnote)
                    } else {
                        bearings.append(
                            Dossier.Bearing(role: role, of: nil, modality: event.modality, footnotes: [footnote]))
                    }
                }
            }
        }
        return bearings
    }

    static func deed(_ type: EventType) -> String {
        switch type {
        case .death: "a killing or death"
        case .attack: "an attack"
        case .kidnapping: "a kidnapping"
        default: type.rawValue
        }
    }

    /// What reports give as its words.
    private func claims(by ids: Set<Cluster.Member>) -> [Dossier.Claim] {
        var claims: [Dossier.Claim] = []
        for digest in Set(ids.map(\.report)).sorted() {
            guard let reading = material.reports[digest]?.reading else { continue }
            func speaks(_ speakers: [Participant]) -> Bool {
                speakers.contains { ids.contains(Cluster.Member(report: digest, thing: $0.entity)) }
            }
            for event in reading.events where speaks(event.attributedTo) {
                claims.append(claim(event.label, event.evidence, digest))
            }
            for relation in reading.relations where speaks(relation.attributedTo) {
                claims.append(claim(relation.label, relation.evidence, digest))
            }
        }
        return claims
    }

    private func claim(_ label: String, _ evidence: Span, _ digest: String) -> Dossier.Claim {
        Dossier.Claim(what: label, footnotes: [material.footnote(evidence, in: digest)])
    }
}

extension Dossier.Tie {
    fileprivate func isSame(as other: Dossier.Tie) -> Bool {
        type == other.type && label.lowercased() == other.label.lowercased() && to == other.to
            && isInverse == other.isInverse && modality == other.modality && polarity == other.polarity
    }
}
