public import Names
public import Vocabulary
public import Watchlists

/// The use case: everyone whom a reading names is looked for on lists.
public struct ScreenReadings: Sendable {
    /// The lists, as each answer names them.
    public let lists: [ScreenedList]

    private let tables: NameTables
    private let threshold: Double
    private let limit: Int
    /// Screeners that no thread uses now.
    private let idle = Shared([Screener]())

    /// - Parameters:
    ///   - threshold: the least score that is given.
    ///   - limit: the most hits of one entity.
    public init(_ lists: [ScreenedList], tables: NameTables, threshold: Double = 0.7, limit: Int = 5) {
        self.lists = lists
        self.tables = tables
        self.threshold = threshold
        self.limit = limit
    }

    /// Hits by entity; an entity that was screened without a hit has an empty list, one that lists do not name has none.
    public func hits(_ reading: Reading) -> [EntityID: [Hit]] {
        var screener = idle.change { $0.popLast() } ?? Screener(lists, tables: tables)
        var hits: [EntityID: [Hit]] = [:]
        for entity in reading.entities {
            guard let query = query(entity, in: reading) else { continue }
            hits[entity.id] = screener.hits(query, threshold: threshold, limit: limit)
        }
        let used = screener
        idle.change { $0.append(used) }
        return hits
    }

    /// What the report says of birth, nationality and numbers goes along.
    private func query(_ entity: Entity, in reading: Reading) -> ScreeningQuery? {
        guard var query = ScreeningQuery(entity.type, name: entity.name, others: entity.aliases, id: entity.id) else {
            return nil
        }
        query.born = entity.born?.interval
        query.identifiers = entity.identifiers.map(\.text)
        if entity.type == .person {
            let names = Dictionary(reading.entities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
            query.countries = reading.relations
                .filter { $0.type == .nationalOf && $0.from.entity == entity.id && $0.polarity == .positive }
                .compactMap { names[$0.to.entity] }.filter { Countries.code($0) != nil }
        }
        return query
    }
}
