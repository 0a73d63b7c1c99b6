/// What a unit is in its name.
package enum UnitRole: UInt8, Sendable {
    case given, paternal, maternal, patronymic, honorific
    /// A word of an organisation's name that marks it out.
    case brand
    case generic, activity, place, number

    package var isSurname: Bool { self == .paternal || self == .maternal }
}

/// One comparable piece of a name with all that comparison needs, without pointers, so that it can lie in a mapped file.
package struct NameUnit: Sendable {
    /// Where its particles' letters begin in the letters of the form; the word's own letters follow them.
    package var start: UInt32 = 0
    /// Letters of the particles: `al`, `dela`.
    package var prefix: UInt8 = 0
    /// Letters of the word.
    package var count: UInt8 = 0
    /// Where the word begins in the name's words.
    package var word: UInt8 = 0
    package var role: UnitRole = .brand
    /// Which letters occur: bit 0 is `a`, bit 26 any digit.
    package var mask: UInt32 = 0
    /// Where the spelling key begins in the letters of the form.
    package var keyStart: UInt32 = 0
    package var keyCount: UInt8 = 0
    package var traits: Traits = []
    /// An organisation word's concept; 0 is none.
    package var concept: UInt16 = 0
    package var keyHash: UInt32 = 0
    /// Hash of the consonants.
    package var skeleton: UInt32 = 0
    /// How rare the word is: the binary logarithm of one over its share.
    package var bits: Float = 0
    /// Families of variants, ascending, 0 is none.
    package var families: (UInt16, UInt16, UInt16, UInt16, UInt16, UInt16) = (0, 0, 0, 0, 0, 0)
    /// Number in an index's table; for other forms not used.
    package var token: UInt32 = .max

    package struct Traits: OptionSet, Sendable {
        package let rawValue: UInt16
        package init(rawValue: UInt16) { self.rawValue = rawValue }

        package static let initial = Traits(rawValue: 1)
        package static let number = Traits(rawValue: 2)
        /// From a script that ICU renders without most vowels.
        package static let vowelless = Traits(rawValue: 4)
        /// From a script whose rendering is exact, syllable by syllable.
        package static let syllabic = Traits(rawValue: 8)
        /// Son or daughter of: a marker of descent stands before it.
        package static let descent = Traits(rawValue: 16)
        /// More often a given name than a surname.
        package static let usuallyGiven = Traits(rawValue: 32)
        /// Hyphenated to the unit before.
        package static let hyphenated = Traits(rawValue: 64)
        /// Father or mother of: a kunya stands before it.
        package static let kunya = Traits(rawValue: 256)
        /// A table has it as a name.
        package static let known = Traits(rawValue: 128)
    }

    package init() {}

    /// An initial: it stands for any word that begins so, and no table of likeness holds those.
    var isShort: Bool { traits.contains(.initial) }

    var hasFamilies: Bool { families.0 != 0 }

    func forEachFamily(_ body: (UInt16) -> Void) {
        for family in [families.0, families.1, families.2, families.3, families.4, families.5] where family != 0 {
            body(family)
        }
    }

    mutating func setFamilies(_ list: [UInt16]) {
        func at(_ index: Int) -> UInt16 { index < list.count ? list[index] : 0 }
        families = (at(0), at(1), at(2), at(3), at(4), at(5))
    }
}
