/// What earlier words of queries led to: names repeat, and so do their words. Bounded; forgets all when full.
struct ExpansionMemory: Sendable {
    private static let mostWords = 32_768, mostMatches = 1_000_000

    private var keys = ByteKeyMap(capacity: 4_096)
    private var kept: [Expansion.Match] = []
    private var ends: [Int32] = [0]
    private var rarity: [Float] = []
    private var key: [UInt8] = []

    /// The number under which a word is kept; when nil, `keep` keeps it.
    mutating func find(_ unit: NameUnit, _ query: FormView) -> Int? {
        key.removeAll(keepingCapacity: true)
        key.append(query.kind.rawValue)
        key.append(unit.prefix)
        key.append(UInt8(truncatingIfNeeded: unit.traits.rawValue))
        key.append(contentsOf: query.wordWithParticles(unit))
        return keys.find(key)
    }

    func matches(_ number: Int) -> ArraySlice<Expansion.Match> { kept[Int(ends[number])..<Int(ends[number + 1])] }

    func bits(_ number: Int) -> Float { rarity[number] }

    /// Keeps what the word last asked for leads to.
    mutating func keep(_ matches: ArraySlice<Expansion.Match>, bits: Float) {
        if rarity.count >= Self.mostWords || kept.count >= Self.mostMatches { forget() }
        _ = keys.insert(key)
        kept.append(contentsOf: matches)
        ends.append(Int32(kept.count))
        rarity.append(bits)
    }

    private mutating func forget() {
        keys = ByteKeyMap(capacity: 4_096)
        kept.removeAll(keepingCapacity: true)
        ends = [0]
        rarity.removeAll(keepingCapacity: true)
    }
}
