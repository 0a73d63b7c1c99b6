/// What a word is in a person's name.
public enum NamePart: String, Sendable, Codable, CaseIterable {
    case given
    /// The first surname; the only one outside Spanish and Portuguese custom.
    case paternal
    /// The second surname of Spanish custom.
    case maternal
    /// The father's name between given name and surname: Viktorovich, bin Salman.
    case patronymic
    /// A word that belongs to the name after it: de, la, von, al, bin.
    case particle
    case nickname
    case title
    case suffix
}

/// One word of a person's name.
public struct NameToken: Sendable, Hashable {
    /// UTF-8 bytes of the name as written.
    public let range: Range<Int>
    /// The folded word: lower-case ASCII letters and digits.
    public let key: String
    public let part: NamePart
    /// One letter that stands for a name: `G.`, or the `P` of a privacy form.
    public let isInitial: Bool
    /// Numbers of the hypocoristic families that the word belongs to.
    let families: [UInt16]
}
