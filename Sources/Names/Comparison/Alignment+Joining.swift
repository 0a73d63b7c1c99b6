extension Alignment {
    /// Pairs words that one name writes apart and the other together.
    mutating func joinApart(_ x: FormView, _ y: FormView) {
        join(x, y, fromLeft: true)
        join(x, y, fromLeft: false)
    }

    /// Tries runs of two or three neighbouring units of one name against single units of the other.
    private mutating func join(_ x: FormView, _ y: FormView, fromLeft: Bool) {
        let (many, one) = fromLeft ? (x, y) : (y, x)
        guard many.units.count > 1 else { return }
        for length in 2...3 where many.units.count >= length {
            for start in 0...(many.units.count - length) {
                let run = start..<(start + length)
                var total = 0
                var mask: UInt32 = 0
                var isOpen = false
                for index in run {
                    total += Int(many.units[index].count) + (index > start ? Int(many.units[index].prefix) : 0)
                    mask |= many.units[index].mask
                    isOpen = isOpen || (fromLeft ? !takenLeft[index] : !takenRight[index])
                }
                guard isOpen, total >= 4 else { continue }
                for other in 0..<min(one.units.count, Self.most) {
                    let unit = one.units[other]
                    let count = Int(unit.count) + Int(unit.prefix)
                    guard abs(count - total) <= 2 || abs(Int(unit.count) - total) <= 2 else { continue }
                    guard (unit.mask & ~mask).nonzeroBitCount <= 1, (mask & ~unit.mask).nonzeroBitCount <= 3 else {
                        continue
                    }
                    tryJoin(many, run, one, other, fromLeft: fromLeft)
                }
            }
        }
    }

    private mutating func tryJoin(_ many: FormView, _ run: Range<Int>, _ one: FormView, _ other: Int, fromLeft: Bool) {
        let likeness = Self.joined(many, run, one, other)
        guard likeness.value > 0 else { return }
        // A word that agrees as it stands is not joined to a neighbour at the price of a letter.
        let agrees = pairs.contains { pair in
            let (run2, other2) = fromLeft ? (pair.left, pair.right) : (pair.right, pair.left)
            return pair.likeness.value >= 0.94 && run2.overlaps(run) && other2.contains(other)
        }
        if likeness.value < 0.98 && agrees { return }
        accept(
            fromLeft
                ? Pair(left: run, right: other..<(other + 1), likeness: likeness)
                : Pair(left: other..<(other + 1), right: run, likeness: likeness))
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
        let target = one.wordWithParticles(one.units[other])
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { room in
            var count = 0
            for index in run {
                let part = many.units[index]
                let word = index == run.lowerBound ? many.word(part) : many.wordWithParticles(part)
                guard count + word.count <= 64 else { return .none }
                for letter in word {
                    room[count] = letter
                    count += 1
                }
            }
            let letters = UnsafeBufferPointer(rebasing: room[..<count])
            let cost = EditCost.between(letters, target, limit: 10)
            if cost > 10 { return .none }
            if cost == 0 { return UnitLikeness(value: 0.98, kind: .joined) }
            let isWhole = run.allSatisfy { many.units[$0].count > 2 && !many.units[$0].traits.contains(.number) }
            guard count >= 6, isWhole else { return .none }
            return UnitLikeness(value: 0.95 - 1.6 * Float(cost) / 10 / Float(count), kind: .joined)
        }
    }
}
