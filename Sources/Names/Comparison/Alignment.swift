/// Which units of two names stand for each other, and which stand alone. Reusable.
package struct Alignment {
    package struct Pair {
        /// Half-open runs of units: one unit, or several that were joined.
        package var left: Range<Int>
        package var right: Range<Int>
        package var likeness: UnitLikeness
    }

    package private(set) var pairs: [Pair] = []
    /// Units of each name that stand alone, in order.
    package private(set) var leftAlone: [Int] = []
    package private(set) var rightAlone: [Int] = []

    private var values: [UnitLikeness] = []
    private var takenLeft: [Bool] = []
    private var takenRight: [Bool] = []

    package init() {}

    /// The most units that are aligned; what follows in longer names stands alone.
    static let most = 16

    /// Aligns two names: first the likest units, then runs that are written apart on one side only.
    package mutating func align(_ x: FormView, _ y: FormView, _ families: FamilyTable) {
        let n = min(x.units.count, Self.most), m = min(y.units.count, Self.most)
        pairs.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        takenLeft.removeAll(keepingCapacity: true)
        takenRight.removeAll(keepingCapacity: true)
        takenLeft.append(contentsOf: repeatElement(false, count: x.units.count))
        takenRight.append(contentsOf: repeatElement(false, count: y.units.count))
        for i in 0..<n { for j in 0..<m { values.append(.between(x.units[i], y.units[j], x, y, families)) } }
        pickPairs(x, y, n, m)
        if takenLeft.contains(false) || takenRight.contains(false) {
            join(x, y, fromLeft: true)
            join(x, y, fromLeft: false)
        }
        leftAlone.removeAll(keepingCapacity: true)
        rightAlone.removeAll(keepingCapacity: true)
        for index in takenLeft.indices where !takenLeft[index] { leftAlone.append(index) }
        for index in takenRight.indices where !takenRight[index] { rightAlone.append(index) }
    }

    private mutating func pickPairs(_ x: FormView, _ y: FormView, _ n: Int, _ m: Int) {
        while true {
            var best: Float = 0
            var at = (-1, -1)
            for i in 0..<n where !takenLeft[i] {
                for j in 0..<m where !takenRight[j] {
                    let likeness = values[i * m + j]
                    guard likeness.value >= UnitLikeness.least else { continue }
                    // Among equals, the same role and the nearer place.
                    var rank = likeness.value * 100 - Float(abs(i - j)) * 0.1
                    if x.units[i].role == y.units[j].role { rank += 0.5 }
                    if likeness.kind == .initial { rank -= 30 }
                    if rank > best {
                        best = rank
                        at = (i, j)
                    }
                }
            }
            guard at.0 >= 0 else { return }
            takenLeft[at.0] = true
            takenRight[at.1] = true
            pairs.append(Pair(left: at.0..<(at.0 + 1), right: at.1..<(at.1 + 1), likeness: values[at.0 * m + at.1]))
        }
    }

    /// Tries runs of two or three neighbouring units of one name against single units of the other.
    private mutating func join(_ x: FormView, _ y: FormView, fromLeft: Bool) {
        let (many, one) = fromLeft ? (x, y) : (y, x)
        guard many.units.count > 1 else { return }
        for length in [2, 3] where many.units.count >= length {
            for start in 0...(many.units.count - length) {
                let run = start..<(start + length)
                guard run.contains(where: { fromLeft ? !takenLeft[$0] : !takenRight[$0] }) else { continue }
                for other in 0..<min(one.units.count, Self.most) {
                    let likeness = Self.joined(many, run, one, other)
                    guard likeness.value > 0 else { continue }
                    // A word that agrees as it stands is not joined to a neighbour at the price of a letter.
                    if likeness.value < 0.98
                        && pairs.contains(where: { pair in
                            pair.likeness.value >= 0.94
                                && (fromLeft
                                    ? pair.left.overlaps(run) && pair.right.contains(other)
                                    : pair.right.overlaps(run) && pair.left.contains(other))
                        })
                    {
                        continue
                    }
                    let pair =
                        fromLeft
                        ? Pair(left: run, right: other..<(other + 1), likeness: likeness)
                        : Pair(left: other..<(other + 1), right: run, likeness: likeness)
                    accept(pair)
                }
            }
        }
    }

    /// Puts a joined pair in the place of those that it overlaps, unless they are as good.
    private mutating func accept(_ pair: Pair) {
        let rivals = pairs.filter { $0.left.overlaps(pair.left) || $0.right.overlaps(pair.right) }
        let covered = rivals.reduce(Float(0)) { $0 + $1.likeness.value * Float($1.left.count + $1.right.count) }
        guard pair.likeness.value * Float(pair.left.count + pair.right.count) > covered else { return }
        for rival in rivals {
            for index in rival.left { takenLeft[index] = false }
            for index in rival.right { takenRight[index] = false }
        }
        pairs.removeAll { $0.left.overlaps(pair.left) || $0.right.overlaps(pair.right) }
        for index in pair.left { takenLeft[index] = true }
        for index in pair.right { takenRight[index] = true }
        pairs.append(pair)
    }

    private static func joined(_ many: FormView, _ run: Range<Int>, _ one: FormView, _ other: Int) -> UnitLikeness {
        let unit = one.units[other]
        let target = one.wordWithParticles(unit)
        let total = run.reduce(0) { $0 + Int(many.units[$1].count) }
        guard total >= 4, target.count >= 4, abs(target.count - total) <= 4 else { return .none }
        var letters: [UInt8] = []
        letters.reserveCapacity(64)
        for index in run {
            let part = many.units[index]
            letters += index == run.lowerBound ? many.word(part) : many.wordWithParticles(part)
        }
        return letters.withUnsafeBufferPointer { letters in
            let cost = EditCost.between(letters, target, limit: 10)
            if cost > 10 { return .none }
            if cost == 0 { return UnitLikeness(value: 0.98, kind: .joined) }
            let isWhole = run.allSatisfy { many.units[$0].count > 2 && !many.units[$0].traits.contains(.number) }
            guard letters.count >= 6, isWhole else { return .none }
            return UnitLikeness(value: 0.95 - 1.6 * Float(cost) / 10 / Float(letters.count), kind: .joined)
        }
    }
}
