/// Which units of two names stand for each other, and which stand alone. Reusable.
package struct Alignment: Sendable {
    package struct Pair: Sendable {
        /// Half-open runs of units: one unit, or several that were joined.
        package var left: Range<Int>
        package var right: Range<Int>
        package var likeness: UnitLikeness
    }

    package internal(set) var pairs: [Pair] = []
    /// Units of each name that stand alone, in order.
    package private(set) var leftAlone: [Int] = []
    package private(set) var rightAlone: [Int] = []

    private var values: [UnitLikeness] = []
    var takenLeft: [Bool] = []
    var takenRight: [Bool] = []

    package init() {}

    /// The most units that are aligned; what follows in longer names stands alone.
    static let most = 16

    /// Aligns two names: first the likest units, then runs that are written apart on one side only.
    ///
    /// - Parameter sheet: the likeness of the first name's units to the tokens of an index that the second is from; without
    ///   it every two units are compared.
    package mutating func align(_ x: FormView, _ y: FormView, _ families: FamilyTable, _ sheet: LikenessSheet? = nil) {
        let n = min(x.units.count, Self.most), m = min(y.units.count, Self.most)
        pairs.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        takenLeft.removeAll(keepingCapacity: true)
        takenRight.removeAll(keepingCapacity: true)
        takenLeft.append(contentsOf: repeatElement(false, count: x.units.count))
        takenRight.append(contentsOf: repeatElement(false, count: y.units.count))
        for i in 0..<n {
            let unit = x.units[i]
            for j in 0..<m {
                let other = y.units[j]
                if let sheet, !unit.isShort && !other.isShort {
                    values.append(sheet.likeness(i, other.token).inRoles(unit.role, other.role))
                } else {
                    values.append(.between(unit, other, x, y, families))
                }
            }
        }
        pickPairs(x, y, n, m)
        leftAlone.removeAll(keepingCapacity: true)
        rightAlone.removeAll(keepingCapacity: true)
        if pairs.count < n || pairs.count < m {
            joinApart(x, y)
            for index in takenLeft.indices where !takenLeft[index] { leftAlone.append(index) }
            for index in takenRight.indices where !takenRight[index] { rightAlone.append(index) }
        }
    }

    private mutating func pickPairs(_ x: FormView, _ y: FormView, _ n: Int, _ m: Int) {
        while pairs.count < min(n, m) {
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
}
