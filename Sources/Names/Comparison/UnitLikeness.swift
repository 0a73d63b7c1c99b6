/// How two units were found to be alike.
public enum LikenessKind: String, Sendable, Codable {
    /// The same letters, case and accents aside.
    case same
    /// Written together on one side, apart on the other.
    case joined
    /// Spellings of one name: González, Gonsales; Muhammad, Mohammed.
    case spelling
    /// "Servant of" is left out: Abd al-Rahman, Rahman.
    case servant
    /// A name and its pet form: Jesús, Chuy.
    case petForm
    /// One name in two languages: Juan, John.
    case equivalent
    /// One word in two languages: cartel, cártel; new, nueva.
    case translation
    /// Written without vowels in its own script.
    case consonants
    /// A letter or two differ.
    case typo
    /// One side has only the first letter.
    case initial
    /// The letters as a whole agree, whatever the spaces.
    case wholeName
    /// First letters of the other side's words.
    case acronym
}

/// How alike two units are, 0 to 1, and why.
package struct UnitLikeness: Sendable {
    package var value: Float
    package var kind: LikenessKind

    /// Pet forms and names in other languages stand for given names only.
    @inline(__always)
    func inRoles(_ a: UnitRole, _ b: UnitRole) -> UnitLikeness {
        guard kind == .petForm || kind == .equivalent else { return self }
        return a.isSurname || b.isSurname || a.rawValue >= UnitRole.brand.rawValue ? .none : self
    }

    package static let none = UnitLikeness(value: 0, kind: .same)
}

/// A form's units and letters by address, wherever they lie.
package struct FormView {
    package let kind: NameForm.Kind
    package let custom: PersonName.Custom
    package let units: UnsafeBufferPointer<NameUnit>
    package let letters: UnsafeBufferPointer<UInt8>
    package let hasExplicitSurname: Bool
    package let legalForm: UInt16

    package init(
        kind: NameForm.Kind, custom: PersonName.Custom, units: UnsafeBufferPointer<NameUnit>,
        letters: UnsafeBufferPointer<UInt8>, hasExplicitSurname: Bool, legalForm: UInt16
    ) {
        self.kind = kind
        self.custom = custom
        self.units = units
        self.letters = letters
        self.hasExplicitSurname = hasExplicitSurname
        self.legalForm = legalForm
    }

    @inline(__always)
    func word(_ unit: NameUnit) -> UnsafeBufferPointer<UInt8> {
        let start = Int(unit.start) + Int(unit.prefix)
        return UnsafeBufferPointer(rebasing: letters[start..<(start + Int(unit.count))])
    }

    @inline(__always)
    func wordWithParticles(_ unit: NameUnit) -> UnsafeBufferPointer<UInt8> {
        let start = Int(unit.start)
        return UnsafeBufferPointer(rebasing: letters[start..<(start + Int(unit.prefix) + Int(unit.count))])
    }

    @inline(__always)
    func key(_ unit: NameUnit) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: letters[Int(unit.keyStart)..<(Int(unit.keyStart) + Int(unit.keyCount))])
    }
}

extension NameForm {
    /// Hands out the form by address.
    package func withView<Result>(_ body: (FormView) -> Result) -> Result {
        units.withUnsafeBufferPointer { units in
            letters.withUnsafeBufferPointer { letters in
                body(
                    FormView(
                        kind: kind, custom: custom, units: units, letters: letters,
                        hasExplicitSurname: hasExplicitSurname, legalForm: legalForm))
            }
        }
    }
}
