/// Compares prepared names; holds the room it needs, so that a million comparisons allocate little. Not for two threads.
package struct NameMatcher: Sendable {
    private let families: FamilyTable
    package private(set) var alignment = Alignment()

    package init(_ tables: NameTables) { families = tables.families }

    /// How alike two names of one kind are; `alignment` then says which units stood for which.
    ///
    /// - Parameter sheet: see `Alignment.align`.
    package mutating func score(_ x: FormView, _ y: FormView, _ sheet: LikenessSheet? = nil) -> NameScore {
        guard x.kind == y.kind, !x.units.isEmpty, !y.units.isEmpty else { return NameScore(0) }
        alignment.align(x, y, families, sheet)
        var score =
            x.kind == .person
            ? PersonScore(x: x, y: y, alignment: alignment).score()
            : OrganisationScore(x: x, y: y, alignment: alignment).score()
        if score.value < 0.9 {
            if !hasTwoKnownAlone(x, y), let whole = Self.wholeName(x, y), whole > score.value {
                score = NameScore(whole)
                score.whole = .wholeName
            } else if x.kind == .organisation, Self.isAcronym(x, y) || Self.isAcronym(y, x),
                score.value < NameWeights.acronym
            {
                score = NameScore(NameWeights.acronym)
                score.whole = .acronym
            }
        }
        score.value = min(1, max(0, score.value))
        return score
    }

    /// Two words that stand alone and both exist as names, Mario and María, are no slip of the pen.
    private func hasTwoKnownAlone(_ x: FormView, _ y: FormView) -> Bool {
        x.kind == .person && alignment.leftAlone.contains { x.units[$0].traits.contains(.known) }
            && alignment.rightAlone.contains { y.units[$0].traits.contains(.known) }
    }

    /// The likeness of all letters in a row; nil when it is none.
    private static func wholeName(_ x: FormView, _ y: FormView) -> Float? {
        guard abs(letterCount(x) - letterCount(y)) <= 3 else { return nil }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 128) { room in
            guard let n = write(x, to: room, at: 0), let m = write(y, to: room, at: 64), n >= 8, m >= 8 else {
                return nil
            }
            let limit: Int32 = min(n, m) < 14 ? 10 : 20
            let cost = EditCost.between(
                UnsafeBufferPointer(rebasing: room[0..<n]), UnsafeBufferPointer(rebasing: room[64..<(64 + m)]),
                limit: limit)
            guard cost <= limit else { return nil }
            return NameWeights.wholeName * (1 - 1.6 * Float(cost) / 10 / Float(max(n, m)))
        }
    }

    private static func letterCount(_ view: FormView) -> Int {
        var count = 0
        for unit in view.units { count += Int(unit.count) + Int(unit.prefix) }
        return count
    }

    /// Writes a name's letters; nil when there are more than 64, or a number or a word of a script that is guessed or exact is among them.
    private static func write(_ view: FormView, to room: UnsafeMutableBufferPointer<UInt8>, at start: Int) -> Int? {
        var count = 0
        // A surname that was put first goes last, as in the other name.
        for isSurname in view.hasExplicitSurname ? [false, true] : [] {
            for unit in view.units where unit.role.isSurname == isSurname {
                guard let end = write(unit, view, room, start, count) else { return nil }
                count = end
            }
        }
        if !view.hasExplicitSurname {
            for unit in view.units {
                guard let end = write(unit, view, room, start, count) else { return nil }
                count = end
            }
        }
        return count
    }

    private static func write(
        _ unit: NameUnit, _ view: FormView, _ room: UnsafeMutableBufferPointer<UInt8>, _ start: Int, _ done: Int
    ) -> Int? {
        let word = view.wordWithParticles(unit)
        guard unit.traits.isDisjoint(with: [.number, .vowelless, .syllabic]), done + word.count <= 64 else {
            return nil
        }
        for (offset, letter) in word.enumerated() { room[start + done + offset] = letter }
        return done + word.count
    }

    /// Whether one name is the first letters of the other's words.
    private static func isAcronym(_ short: FormView, _ long: FormView) -> Bool {
        guard short.units.count == 1, long.units.count >= 3, let unit = short.units.first, unit.role == .brand else {
            return false
        }
        let word = short.word(unit)
        guard word.count == long.units.count else { return false }
        for (letter, unit) in zip(word, long.units) where long.word(unit).first != letter { return false }
        return true
    }
}
