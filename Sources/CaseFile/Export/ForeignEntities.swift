public import FollowTheMoney
internal import Vocabulary

/// The case as entities of FollowTheMoney. Ids are those of the clusters and reports, so that a later export gives the
/// same thing the same id as long as its mentions stay together.
public struct ForeignEntities {
    let material: CaseMaterial
    private let views: CaseViews

    public init(_ material: CaseMaterial) {
        self.material = material
        views = CaseViews(material)
    }

    /// Reports first, then things, events, ties and mentions, each in the order of their ids.
    public func all() -> [FtMEntity] {
        let things = material.shown(.entity).filter { schema(of: $0) != nil }
        return articles() + things.map(thing) + material.shown(.event).compactMap(event) + ties(things)
            + things.flatMap(mentions)
    }

    // MARK: Reports

    private func articles() -> [FtMEntity] {
        material.reports.values.sorted { $0.sha256 < $1.sha256 }.map { report in
            var entity = FtMEntity(id: Self.article(report.sha256), schema: "Article")
            entity.add("title", report.title ?? report.id)
            entity.add("fileName", report.id)
            entity.add("publisher", report.publisher ?? "")
            entity.add("author", report.author ?? "")
            entity.add("publishedAt", report.published?.iso ?? "")
            entity.add("sourceUrl", report.url ?? "")
            entity.add("language", Self.languages[report.language] ?? "")
            entity.add("bodyText", String(decoding: report.text, as: UTF8.self))
            entity.add("notes", "SHA-256 of the kept file: \(report.sha256)")
            return entity
        }
    }

    /// FollowTheMoney names languages by three letters.
    private static let languages = ["en": "eng", "es": "spa"]

    static func article(_ digest: String) -> String { "report-" + digest.prefix(24) }

    private func provenance(_ entity: inout FtMEntity, _ reports: some Sequence<String>) {
        for digest in Set(reports).sorted() {
            entity.add("proof", Self.article(digest))
            if let publisher = material.reports[digest]?.publisher { entity.add("publisher", publisher) }
            if let url = material.reports[digest]?.url { entity.add("sourceUrl", url) }
        }
    }

    // MARK: Things

    /// nil for what FollowTheMoney has no thing for: countries are values there.
    private func schema(of cluster: Cluster) -> String? {
        switch EntityType(rawValue: cluster.type) {
        case .person: "Person"
        case .organization: "Organization"
        case .publicBody: "PublicBody"
        case .company: "Company"
        case .place: "Address"
        case .country, .people, nil: nil
        }
    }

    private func thing(_ cluster: Cluster) -> FtMEntity {
        let name = DisplayName.bare(cluster.name)
        var entity = FtMEntity(id: cluster.id, schema: schema(of: cluster) ?? "Thing", caption: name)
        if entity.schema == "Address" {
            entity.add("full", name)
        } else {
            entity.add("name", name)
        }
        for member in cluster.members {
            guard let named = material.entity(member) else { continue }
            for other in [named.name] + named.aliases where DisplayName.bare(other) != name {
                let isWeak = !other.contains(" ") || entity.schema == "Person" && DisplayName.isNickname(other)
                if entity.schema != "Address" { entity.add(isWeak ? "weakAlias" : "alias", DisplayName.bare(other)) }
            }
            if entity.schema == "Person" {
                if let born = named.born { entity.add("birthDate", DisplayName.date(born.interval)) }
            }
        }
        if entity.schema == "Person" { addTies(of: cluster, to: &entity) }
        provenance(&entity, cluster.members.map(\.report))
        return entity
    }

    private func addTies(of cluster: Cluster, to entity: inout FtMEntity) {
        for member in cluster.members {
            for relation in material.reports[member.report]?.reading.relations ?? []
            where relation.from.entity == member.thing && relation.polarity == .positive {
                let other = material.reference(relation.to.entity, in: member.report).name
                switch relation.type {
                case .nationalOf where relation.modality == .asserted:
                    if let code = CountryCodes.code(other) { entity.add("nationality", code) }
                case .holdsOffice: entity.add("position", "\(relation.label), \(DisplayName.bare(other))")
                default: break
                }
            }
        }
    }

    // MARK: Events

    private func event(_ cluster: Cluster) -> FtMEntity? {
        guard let event = views.event(cluster) else { return nil }
        let manner = event.modality == .asserted ? "" : event.modality.rawValue + " "
        let people = event.participants.filter { $0.role == .person || $0.role == .victim }.prefix(3).map(\.who.name)
        let noun = event.label.isEmpty ? event.type.rawValue : event.label
        var entity = FtMEntity(id: cluster.id, schema: "Event")
        let of = people.isEmpty ? "" : ": " + people.joined(separator: ", ")
        entity.add("name", (event.polarity == .negative ? "denied " : "") + manner + noun + of)
        if let when = event.when {
            if when.precision == .interval {
                entity.add("startDate", when.start.iso)
                entity.add("endDate", when.end.iso)
            } else {
                entity.add("date", DisplayName.date(when))
            }
        }
        for participant in event.participants {
            guard let id = participant.who.id, let other = material.clusters[id] else { continue }
            switch schema(of: other) {
            case "Address": entity.add("location", DisplayName.bare(other.name))
            case nil:
                if let code = CountryCodes.code(other.name) { entity.add("country", code) }
            default: entity.add("involved", id)
            }
        }
        entity.add("keywords", event.type.rawValue)
        for account in event.accounts { entity.add("summary", account.quote) }
        if event.modality != .asserted { entity.add("notes", "Not told as a fact: \(event.modality.rawValue).") }
        provenance(&entity, event.accounts.map(\.sha256))
        return entity
    }

    // MARK: Ties and mentions

    private func ties(_ things: [Cluster]) -> [FtMEntity] {
        var found: [String: FtMEntity] = [:]
        for cluster in things {
            for member in cluster.members {
                for relation in material.reports[member.report]?.reading.relations ?? []
                where relation.from.entity == member.thing {
                    guard let other = material.cluster(of: relation.to.entity, in: member.report),
                        other.id != cluster.id, schema(of: other) != nil, let tie = ForeignTie(relation, cluster, other)
                    else { continue }
                    var entity = found[tie.id] ?? tie.entity()
                    entity.add("summary", material.words(relation.evidence, in: member.report))
                    provenance(&entity, [member.report])
                    found[tie.id] = entity
                }
            }
        }
        return found.values.sorted { $0.id < $1.id }
    }

    private func mentions(_ cluster: Cluster) -> [FtMEntity] {
        guard schema(of: cluster) != "Address" else { return [] }
        return cluster.members.compactMap { member in
            guard let named = material.entity(member) else { return nil }
            var entity = FtMEntity(id: "\(cluster.id)-\(member.report.prefix(12))-\(member.thing)", schema: "Mention")
            entity.add("document", Self.article(member.report))
            entity.add("name", DisplayName.bare(named.name))
            entity.add("resolved", cluster.id)
            entity.add("detectedSchema", schema(of: cluster) ?? "")
            return entity
        }
    }
}
