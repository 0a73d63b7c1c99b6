/// What a person has decided about the case. It is kept for ever; it can be undone, and the undoing is kept too.
public struct Decision: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable, Codable {
        /// All parts are one thing.
        case merge
        /// No part is the same as another.
        case split
        /// The thing is to be called `value`.
        case rename
        /// The thing is as proposed; with several parts, they are one, as proposed.
        case confirm
        /// The thing, or the proposal that its parts are one, is not to be shown again.
        case dismiss
        /// The fact `property` of the thing is `value`; nil where it has none.
        case correct
        /// The thing is not the list's entry `value`.
        case clear
    }

    /// Who took a decision back, when and why.
    public struct Undoing: Sendable, Hashable {
        public var author: String
        public var at: Moment
        public var reason: String

        public init(author: String, at: Moment, reason: String) {
            self.author = author
            self.at = at
            self.reason = reason
        }
    }

    /// `d1`, `d2`, … in the order in which they were taken.
    public var id: String
    public var kind: Kind
    /// What it is about: one thing each, by mentions in one or more reports. One part, except for `merge`, `split`, and
    /// for `confirm` and `dismiss` of a proposal.
    public var parts: [[MentionReference]]
    /// For `correct`: a fact of an entity or event, for example `count`, `when`, `label`, `role`.
    public var property: String?
    public var value: String?
    public var author: String
    public var at: Moment
    public var reason: String
    public var undoneBy: Undoing?

    public init(
        id: String, kind: Kind, parts: [[MentionReference]], property: String? = nil, value: String? = nil,
        author: String, at: Moment, reason: String, undoneBy: Undoing? = nil
    ) {
        self.id = id
        self.kind = kind
        self.parts = parts
        self.property = property
        self.value = value
        self.author = author
        self.at = at
        self.reason = reason
        self.undoneBy = undoneBy
    }

    public var mentions: [MentionReference] { parts.flatMap { $0 } }
    public var isInForce: Bool { undoneBy == nil }
}
