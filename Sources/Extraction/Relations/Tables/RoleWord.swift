/// What a noun makes of the one who bears it: a leader of a group, a brother of somebody, a minister of a state.
package struct RoleWord: Sendable {
    package enum Kind: Sendable, Equatable {
        /// A class of `ties.yaml`.
        case tie(String)
        case kinship
        case office
    }

    package var kind: Kind
    /// In English.
    package var label: String
    /// The class that takes over when a qualifier narrows the word to a part of the whole ("regional leader").
    package var narrowed: String?
    /// The prepositions that name the other end.
    package var prepositions: Set<String>
    /// Offices: whether a name with the bare title belongs to the country that the report makes clear.
    package var isCarried = false
    /// Offices: whether the bearer may be said to be of a party ("senator for Morena").
    package var isPartisan = false
    /// Whether an adjective of nationality says for which state he works, not where he is from.
    package var isOfficial = false
    /// Kinship: whether the plural may hold among those it names ("the brothers A and B").
    package var isMutual = false
}
