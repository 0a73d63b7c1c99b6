extension UnitLikeness {
    /// The least likeness that counts as a match.
    package static let least: Float = 0.5

    /// How alike two units are: the strongest reason that holds.
    static func between(_ a: NameUnit, _ b: NameUnit, _ x: FormView, _ y: FormView, _ families: FamilyTable)
        -> UnitLikeness
    {
        let one = x.word(a), two = y.word(b)
        if same(one, two) { return UnitLikeness(value: 1, kind: .same) }
        if a.traits.contains(.initial) || b.traits.contains(.initial) { return initials(a, b, one, two) }
        if a.concept != 0 && a.concept == b.concept {
            return UnitLikeness(value: a.role == .number ? 1 : 0.97, kind: .translation)
        }
        if a.traits.contains(.number) || b.traits.contains(.number) { return .none }
        // Two different words of the dictionary are no slip of the pen: plata, playa.
        if a.concept != 0 && b.concept != 0 { return .none }
        if a.prefix > 0 || b.prefix > 0 {
            if same(x.wordWithParticles(a), two) || same(one, y.wordWithParticles(b)) {
                return UnitLikeness(value: 0.98, kind: .joined)
            }
        }
        if let variant = family(a, b, families) { return variant }
        if isServantOf(one, two) || isServantOf(two, one) { return UnitLikeness(value: 0.85, kind: .servant) }
        if a.traits.contains(.syllabic) || b.traits.contains(.syllabic) { return .none }
        if a.traits.contains(.vowelless) || b.traits.contains(.vowelless) { return consonants(a, b, x, y) }
        if a.keyHash == b.keyHash && a.keyCount > 1 && same(x.key(a), y.key(b)) {
            let isPair = isGenderPair(one, two)
            if isPair && a.traits.contains(.known) && b.traits.contains(.known) { return .none }
            let isLong = min(one.count, two.count) > 3 && !isPair
            return UnitLikeness(value: isLong ? 0.94 : 0.8, kind: .spelling)
        }
        return edits(a, b, x, y)
    }

    @inline(__always)
    private static func same(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
        guard a.count == b.count else { return false }
        for index in 0..<a.count where a[index] != b[index] { return false }
        return true
    }

    /// Abd al-Rahman is often written Rahman alone.
    private static func isServantOf(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
        guard b.count > 3, a.count == b.count + 3, a[0] == 0x61, a[1] == 0x62, a[2] == 0x64 else { return false }
        return same(UnsafeBufferPointer(rebasing: a[3...]), b)
    }

    private static func initials(
        _ a: NameUnit, _ b: NameUnit, _ one: UnsafeBufferPointer<UInt8>, _ two: UnsafeBufferPointer<UInt8>
    ) -> UnitLikeness {
        guard a.role != .brand, one[0] == two[0] else { return .none }
        return UnitLikeness(value: 0.8, kind: .initial)
    }

    private static func family(_ a: NameUnit, _ b: NameUnit, _ families: FamilyTable) -> UnitLikeness? {
        guard a.hasFamilies && b.hasFamilies else { return nil }
        var best: UnitLikeness?
        a.forEachFamily { one in
            b.forEachFamily { two in
                guard one == two else { return }
                let found: UnitLikeness
                switch families.kind(one) {
                case .spelling: found = UnitLikeness(value: 0.94, kind: .spelling)
                case .petForm: found = UnitLikeness(value: 0.88, kind: .petForm)
                case .equivalent: found = UnitLikeness(value: 0.8, kind: .equivalent)
                }
                let isGivenOnly = found.kind != .spelling
                if isGivenOnly && (a.role.isSurname || b.role.isSurname || a.role.rawValue >= UnitRole.brand.rawValue) {
                    return
                }
                if found.value > best?.value ?? 0 { best = found }
            }
        }
        return best
    }

    /// The vowels are guessed: compare what was written.
    private static func consonants(_ a: NameUnit, _ b: NameUnit, _ x: FormView, _ y: FormView) -> UnitLikeness {
        let (one, two) = (skeleton(x.key(a)), skeleton(y.key(b)))
        guard one.count > 0, two.count > 0 else { return .none }
        if one == two { return UnitLikeness(value: one.count > 1 ? 0.9 : 0.75, kind: .consonants) }
        guard min(one.count, two.count) > 2 else { return .none }
        let cost = one.withUnsafeBufferPointer { one in
            two.withUnsafeBufferPointer { EditCost.between(one, $0, limit: 10) }
        }
        return cost <= 10 ? UnitLikeness(value: 0.65, kind: .consonants) : .none
    }

    private static func skeleton(_ key: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        for letter in key {
            switch letter {
            case UInt8(ascii: "a"), UInt8(ascii: "i"), UInt8(ascii: "u"), UInt8(ascii: "h"): continue
            case UInt8(ascii: "p"): out.append(UInt8(ascii: "b"))
            case UInt8(ascii: "g"), UInt8(ascii: "j"): out.append(UInt8(ascii: "k"))
            case UInt8(ascii: "v"): out.append(UInt8(ascii: "f"))
            default: out.append(letter)
            }
        }
        return out
    }

    /// Mario and María: the same but for the ending that tells a man from a woman.
    private static func isGenderPair(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
        let o = UInt8(ascii: "o"), last = UInt8(ascii: "a")
        guard let one = a.last, let two = b.last else { return false }
        if a.count == b.count { return one != two && (one == o || one == last) && (two == o || two == last) }
        return abs(a.count - b.count) == 1 && (a.count > b.count ? one : two) == last
            && (a.count > b.count ? two : one) != last
            && (a.count > b.count ? two : one) != UInt8(ascii: "e")
    }

    private static func edits(_ a: NameUnit, _ b: NameUnit, _ x: FormView, _ y: FormView) -> UnitLikeness {
        let shorter = Int32(min(a.count, b.count)), longer = Int32(max(a.count, b.count))
        guard shorter >= 3, longer >= 4, longer - shorter <= (longer < 9 ? 2 : 3) else { return .none }
        if (a.mask & ~b.mask).nonzeroBitCount > 2 || (b.mask & ~a.mask).nonzeroBitCount > 2 { return .none }
        let limit: Int32 = longer < 7 ? 10 : longer < 12 ? 20 : 25
        let one = x.word(a), two = y.word(b)
        let cost = EditCost.between(one, two, limit: limit)
        var value: Float = 0
        if cost <= limit {
            value = 1 - 1.6 * Float(cost) / 10 / Float(longer)
            if one[0] != two[0] { value -= 0.08 }
        }
        let (p, q) = (x.key(a), y.key(b))
        if value < 0.9 && min(p.count, q.count) >= 4 {
            let cost = EditCost.between(p, q, limit: 7)
            if cost <= 7 { value = max(value, 0.95 * (1 - 1.6 * Float(cost) / 10 / Float(max(p.count, q.count)))) }
        }
        if isGenderPair(one, two) {
            if a.traits.contains(.known) && b.traits.contains(.known) { return .none }
            value = min(value, 0.7)
        }
        // Two names that both exist are seldom a slip of the pen.
        if a.traits.contains(.known) && b.traits.contains(.known) && cost >= 10 { value -= cost > 10 ? 0.25 : 0.08 }
        return value >= least ? UnitLikeness(value: value, kind: .typo) : .none
    }
}
