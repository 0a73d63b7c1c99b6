/// One name of an index, without pointers, so that it can lie in a mapped file.
struct NameRow {
    /// First unit in the index's units.
    var units: UInt32 = 0
    var unitCount: UInt8 = 0
    var kind: UInt8 = 0
    var custom: UInt8 = 0
    /// Bit 0: surnames told by writing; bit 1: weak alias.
    var traits: UInt8 = 0
    var legalForm: UInt16 = 0
    var unused: UInt16 = 0
    /// The number that the builder was given for the bearer.
    var entry: UInt32 = 0
    /// Sum of the units' rarity.
    var bits: Float = 0
    /// Where the name as written lies.
    var text: UInt32 = 0
    var textCount: UInt32 = 0

    var isWeak: Bool { traits & 2 != 0 }
}

/// A hint and the token that it leads to.
struct ClueRow {
    var hash: UInt32
    var token: UInt32
}

/// A distinct word of an index.
struct TokenRow {
    /// First posting; the next token's first is the end.
    var postings: UInt32 = 0
    /// A unit that has this word; `UInt32.max` for two words written together, which have no unit.
    var unit: UInt32 = .max
    var letters: UInt32 = 0
    var count: UInt32 = 0
    var bits: Float = 0
}
