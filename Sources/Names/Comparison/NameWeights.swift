/// The numbers of the comparison. Each says what it is worth when names agree, differ, or one is shorter.
///
/// Chosen by what holds of names in general; `make names` and `make screening` measure them, `docs/measured.md` has the
/// figures. A score of 0.7 is the point to act on.
enum NameWeights {
    // One person
    /// A given name, a surname or a father's name that differs on both sides; then the second, the third.
    static let conflicts: [Float] = [1, 0.6, 0.42, 0.3]
    static let missingMaternal: Float = 0.05
    static let missingGiven: Float = 0.04
    static let missingPatronymic: Float = 0.03
    /// The last of several names outside Spanish custom.
    static let missingSurname: Float = 0.12
    /// The first name.
    static let missingFirst: Float = 0.12
    /// Only the second surname agrees.
    static let onlyMaternal: Float = 0.3
    static let noSurname: Float = 0.42
    static let noGiven: Float = 0.2
    static let noGivenOneSurname: Float = 0.4
    /// Surname first without a comma; another order.
    static let turned: Float = 0.98
    /// The same, when both words are given names: Thomas Martin is not Martin Thomas.
    static let turnedGiven: Float = 0.68
    static let shuffled: Float = 0.94
    /// Father and son change places around "bin".
    static let reversedDescent: Float = 0.62
    /// What a shorter name is worth when all that agrees is common: at so many bits, so much.
    static let commonBits: Float = 9, rareBits: Float = 21, commonWorth: Float = 0.8

    static let kunyaMissing: Float = 0.97
    /// A weak alias of a list.
    static let weakAlias: Float = 0.8

    // One organisation
    static let brandConflict: Float = 0.55
    static let bodyConflict: Float = 0.62
    static let genericConflict: Float = 0.68
    static let numberConflict: Float = 0.86
    static let missingGeneric: Float = 0.03
    /// A line of business or a place.
    static let missingActivity: Float = 0.09
    static let missingNumber: Float = 0.12
    static let missingBrand: Float = 0.2
    /// The same where less than this agrees, in bits, that marks the names out: one word that many choose, an initial.
    static let thinBits: Float = 10
    static let missingGenericThin: Float = 0.06, missingActivityThin: Float = 0.32, missingBrandThin: Float = 0.4
    /// Nothing but common words agrees.
    static let noBrand: Float = 0.62
    static let formDiffers: Float = 0.985
    static let formMissing: Float = 0.995
    static let acronym: Float = 0.74
    static let alternative: Float = 0.97
    /// Whole names whose letters agree whatever the spaces.
    static let wholeName: Float = 0.96

    /// What a unit weighs in the mean likeness.
    static func weight(_ unit: NameUnit) -> Float {
        switch unit.role {
        case .honorific: 0.3
        case .generic: 1.5
        case .number: 2
        case .place: 3
        case .activity: 2 + unit.bits / 4
        default: unit.traits.contains(.initial) ? 2 : 3 + unit.bits / 2
        }
    }
}
