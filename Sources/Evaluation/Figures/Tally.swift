/// How many things the gold has, how many we have, and how many of them are the same.
public struct Tally: Sendable, Hashable {
    public var hit = 0
    public var gold = 0
    public var ours = 0

    public init(hit: Int = 0, gold: Int = 0, ours: Int = 0) {
        self.hit = hit
        self.gold = gold
        self.ours = ours
    }

    public mutating func add(hit: Int, gold: Int, ours: Int) {
        self.hit += hit
        self.gold += gold
        self.ours += ours
    }

    /// The part of ours that the gold has too; 0 when we have none.
    public var precision: Double { ours == 0 ? 0 : Double(hit) / Double(ours) }

    /// The part of the gold that we have too; 0 when the gold has none.
    public var recall: Double { gold == 0 ? 0 : Double(hit) / Double(gold) }

    /// The harmonic mean of precision and recall.
    public var f1: Double {
        let (p, r) = (precision, recall)
        return p + r == 0 ? 0 : 2 * p * r / (p + r)
    }
}
