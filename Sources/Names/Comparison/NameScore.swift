/// What a comparison found beside the pairs: each lowers the score.
public enum NameRemark: UInt8, Sendable, Codable, CaseIterable {
    /// Both names have a word in the same place, and the words differ.
    case differentGiven, differentPaternal, differentMaternal, differentWord
    case differentNumber, differentLegalForm
    /// One name is shorter.
    case missingMaternal, missingGiven, missingPatronymic, missingSurname, missingWord
    /// The paternal surname does not agree, only the maternal one does.
    case onlyMaternal
    case noSurname, noGiven
    /// All that agrees is common.
    case commonName
    case turned, shuffled, reversedDescent
    /// "Father of" stands before one of two words that agree.
    case kunya
    /// Only generic words agree.
    case noDistinctiveWord
    /// A weak alias of the list.
    case weakAlias
}

/// A score under construction: the product of its factors, with the reasons.
package struct NameScore {
    package var value: Float
    /// A bit for each remark.
    private var remarkBits: UInt32 = 0
    /// Whether the score comes from the letters of the whole names, so that the pairs do not explain it.
    package var whole: LikenessKind?

    package init(_ value: Float) { self.value = value }

    mutating func note(_ remark: NameRemark) { remarkBits |= 1 << UInt32(remark.rawValue) }

    mutating func lower(by factor: Float, _ remark: NameRemark) {
        value *= factor
        note(remark)
    }

    /// The reasons in the order in which the cases stand.
    package var remarks: [NameRemark] { NameRemark.allCases.filter { remarkBits & (1 << UInt32($0.rawValue)) != 0 } }
}
