public import FollowTheMoney
public import Vocabulary

/// Entities of FollowTheMoney as a report that can be filed: a line a thing, so that each fact has words to point at.
///
/// What FollowTheMoney knows and a reading has no room for stays in the lines of text.
public struct ForeignIntake {
    private var text: [UInt8] = []
    private var entities: [Entity] = []
    private var numbers: [String: Int] = [:]
    private var relations: [Relation] = []
    private let foreign: [FtMEntity]

    public init(_ foreign: [FtMEntity]) { self.foreign = foreign }

    /// How many things and ties were taken in, of how many.
    public struct Tally: Sendable, Hashable {
        public var things = 0
        public var ties = 0
        public var passedOver = 0
    }

    /// - Parameters:
    ///   - id: the report's id.
    ///   - title: what it is called.
    public mutating func reading(id: String, title: String) -> (Reading, Tally) {
        var tally = Tally()
        for entity in foreign {
            let name = entity.first("name") ?? entity.first("full") ?? entity.caption
            if let type = Self.type(entity.schema), let name {
                take(entity, type, name)
                tally.things += 1
            }
        }
        for entity in foreign {
            guard Self.type(entity.schema) == nil else { continue }
            if tie(entity) { tally.ties += 1 } else { tally.passedOver += 1 }
        }
        let report = Report(id: id, title: title, language: "en", text: text)
        return (Reading(report: report, entities: entities, relations: relations), tally)
    }

    private static func type(_ schema: String) -> EntityType? {
        if schema == "Address" { return .place }
        if FtMSchema.isA(schema, "Person") { return .person }
        if FtMSchema.isA(schema, "PublicBody") { return .publicBody }
        if FtMSchema.isA(schema, "Company") { return .company }
        return FtMSchema.isA(schema, "LegalEntity") ? .organization : nil
    }

    private mutating func write(_ words: String) -> Span {
        let start = text.count
        text += words.split(whereSeparator: \.isNewline).joined(separator: " ").utf8
        return Span(start, text.count)
    }

    private mutating func take(_ entity: FtMEntity, _ type: EntityType, _ name: String) {
        let span = write(name)
        let own = String(decoding: text[span.start..<span.end], as: UTF8.self)
        guard !span.isEmpty else { return }
        var aliases: [String] = []
        let others = entity.values("name").dropFirst() + entity.values("alias") + entity.values("weakAlias")
        for other in others where other != name {
            _ = write("; ")
            let place = write(other)
            aliases.append(String(decoding: text[place.start..<place.end], as: UTF8.self))
        }
        let thing = Entity(id: "e\(entities.count + 1)", type: type, name: own, aliases: aliases, mentions: [span])
        numbers[entity.id] = entities.count
        entities.append(thing)
        for position in entity.values("position") {
            _ = write("; ")
            _ = write(position)
        }
        text.append(0x0A)
    }

    /// A link between two things that were taken in.
    private mutating func tie(_ entity: FtMEntity) -> Bool {
        let kinds: [(schema: String, type: RelationType, from: String, to: String, label: String)] = [
            ("Family", .familyOf, "person", "relative", "relationship"),
            ("Associate", .associateOf, "person", "associate", "relationship"),
            ("Membership", .memberOf, "member", "organization", "role"),
            ("Employment", .worksFor, "employee", "employer", "role"),
            ("Directorship", .leads, "director", "organization", "role"),
        ]
        guard let kind = kinds.first(where: { $0.schema == entity.schema }), let one = entity.first(kind.from),
            let two = entity.first(kind.to), let from = numbers[one], let to = numbers[two]
        else { return false }
        let start = text.count
        let first = write(entities[from].name)
        let label = entity.first(kind.label) ?? kind.type.rawValue
        _ = write(" — ")
        _ = write(label)
        _ = write(" — ")
        let second = write(entities[to].name)
        let evidence = Span(start, text.count)
        text.append(0x0A)
        relations.append(
            Relation(
                id: "r\(relations.count + 1)", type: kind.type, label: label,
                from: Participant(entities[from].id, first), to: Participant(entities[to].id, second),
                evidence: evidence))
        return true
    }
}
