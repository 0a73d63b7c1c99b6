/// Something that the gold and our reading do not have in common.
public struct Difference: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        case missed, extra
        /// Both have the thing, but not the same value for one of its parts.
        case differs
    }

    public var kind: Kind
    /// What it is a difference in: `entity`, `relation`, `event`, `argument`, `date`, …
    public var matter: String
    /// The type of entity, relation or event.
    public var type: String
    /// The thing itself, in a few words.
    public var what: String
    /// Where it is told, in Unicode scalars of the report's text; nil when the reading gives no place.
    public var place: Range<Int>?
}
