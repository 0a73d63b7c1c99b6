/// What an evaluation counted: the rows over all types, and a row for each type of relation and event.
public struct Scorecard: Sendable, Hashable {
    /// Reports of the gold that were scored.
    public internal(set) var reports = 0
    /// Ids of the gold's reports that had no reading.
    public internal(set) var missing: [String] = []
    var tallies: [Row: Tally] = [:]
    /// Keyed by `relation leads`, `event arrest` and so on.
    var byType: [String: Tally] = [:]

    public init() {}

    /// The tally of a row; FACTS is the sum of its parts.
    public subscript(row: Row) -> Tally {
        guard row == .facts else { return tallies[row] ?? Tally() }
        var facts = Tally()
        for part in Row.allCases where part.isFact {
            let tally = tallies[part] ?? Tally()
            facts.add(hit: tally.hit, gold: tally.gold, ours: tally.ours)
        }
        return facts
    }

    /// The rows of the types that occur, in the order of their names.
    public var types: [(name: String, tally: Tally)] {
        byType.sorted { $0.key < $1.key }.map { (name: $0.key, tally: $0.value) }
    }

    /// The tally of a row or a type by its name, for floors.
    public func tally(named name: String) -> Tally? { Row(rawValue: name).map { self[$0] } ?? byType[name] }

    /// Adds what another scorecard counted.
    public mutating func add(_ other: Scorecard) {
        reports += other.reports
        missing += other.missing
        for (row, tally) in other.tallies { add(row, hit: tally.hit, gold: tally.gold, ours: tally.ours) }
        for (type, tally) in other.byType {
            byType[type, default: Tally()].add(hit: tally.hit, gold: tally.gold, ours: tally.ours)
        }
    }

    mutating func add(_ row: Row, hit: Int, gold: Int, ours: Int) {
        tallies[row, default: Tally()].add(hit: hit, gold: gold, ours: ours)
    }

    mutating func add(_ row: Row, hit: Bool, gold: Bool, ours: Bool) {
        add(row, hit: hit ? 1 : 0, gold: gold ? 1 : 0, ours: ours ? 1 : 0)
    }

    mutating func add(type: String, hit: Bool, gold: Bool, ours: Bool) {
        byType[type, default: Tally()].add(hit: hit ? 1 : 0, gold: gold ? 1 : 0, ours: ours ? 1 : 0)
    }
}
