/// A name ready for comparison: its units and their letters. Reusable without allocation once warm.
package struct NameForm: Sendable {
    package enum Kind: UInt8, Sendable { case person, organisation }

    package internal(set) var kind: Kind = .person
    package internal(set) var letters: [UInt8] = []
    package internal(set) var units: [NameUnit] = []
    package internal(set) var custom: PersonName.Custom = .western
    /// Number of the legal form; 0 is none.
    package internal(set) var legalForm: UInt16 = 0
    /// Whether a comma or capitals told the surnames.
    package internal(set) var hasExplicitSurname = false

    package init() {}

    mutating func clear(_ kind: Kind) {
        self.kind = kind
        letters.removeAll(keepingCapacity: true)
        units.removeAll(keepingCapacity: true)
        custom = .western
        legalForm = 0
        hasExplicitSurname = false
    }

    /// Ends the unit whose letters (particles first) begin at `start`: works out its keys and its rarity.
    mutating func finish(_ unit: inout NameUnit, from start: Int, _ tables: NameTables) {
        unit.start = UInt32(start)
        unit.count = UInt8(min(255, letters.count - start - Int(unit.prefix)))
        unit.keyStart = UInt32(letters.count)
        let word = start + Int(unit.prefix)
        let end = letters.count
        var key: [UInt8] = []
        letters.withUnsafeBufferPointer { all in
            let own = UnsafeBufferPointer(rebasing: all[word..<end])
            SpellingKey.append(own, to: &key)
            unit.mask = Self.mask(own)
            unit.setFamilies(tables.families.families(own))
        }
        unit.keyHash = key.withUnsafeBufferPointer { ByteKeyMap.hash($0) }
        unit.skeleton = SpellingKey.skeleton(key[...])
        unit.keyCount = UInt8(min(255, key.count))
        letters.append(contentsOf: key)
        units.append(unit)
    }

    private static func mask(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var mask: UInt32 = 0
        for letter in word { mask |= letter >= 0x61 ? 1 << UInt32(letter - 0x61) : 1 << 26 }
        return mask
    }
}

extension NameForm {
    /// The binary logarithm of one over a share in parts per million.
    static func bits(share: Int32) -> Float { Float.log2(1_000_000 / Float(max(1, share))) }
}

extension Float {
    /// The binary logarithm, from the exponent and a short series; exact to four digits, enough for weights.
    static func log2(_ value: Float) -> Float {
        guard value > 0 else { return 0 }
        let fraction = value.significand - 1
        let u = fraction / (2 + fraction)
        let square = u * u
        return Float(value.exponent) + 2 * u * (1 + square * (1 / 3 + square * (1 / 5 + square / 7))) * 1.442_695
    }
}
