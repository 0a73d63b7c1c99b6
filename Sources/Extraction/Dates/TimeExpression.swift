package import Vocabulary

/// Words of a report that say when.
package struct TimeExpression: Sendable, Hashable {
    /// How the interval bounds what it dates.
    package enum Relation: Sendable, Hashable {
        case at
        /// "since 2022": the interval runs from there to the report's date.
        case since
        /// "until last February"
        case until
        /// "by Sunday night"
        case by
        /// "before 2020": no interval.
        case before
        /// "after March 4": no interval.
        case after
        /// The date of the report itself at its head: it dates no event.
        case dateline
        /// A date of birth: it dates no event.
        case birth

        /// Whether it says when what it hangs on happened.
        var datesEvents: Bool { self == .at || self == .since || self == .by }
    }

    /// What the words count from.
    package enum Origin: Sendable, Hashable {
        /// The calendar: "in March", "on 27 February 2025".
        case calendar
        /// The day of the report: "yesterday", "on Tuesday", "last week".
        case report
        /// What the text spoke of before: "two days later".
        case text
    }

    package var tokens: Range<Int>
    package var span: Span
    /// nil when the words say when but nothing resolves them (no date to count from), or only vaguely.
    package var when: When?
    /// The token that heads it in the tree.
    package var head: Int
    package var relation: Relation
    package var origin: Origin
    /// The predicate that it dates where that is not the one it hangs on: in "sent on Thursday, five days before
    /// tariffs took effect" the second expression dates "took", in "until March, when he was expelled" "expelled".
    package var dates: Int?
    /// Whether the verb over it speaks of what is to come.
    package var looksAhead: Bool

    package init(
        tokens: Range<Int>, span: Span, when: When?, head: Int, relation: Relation = .at,
        origin: Origin = .calendar, dates: Int? = nil, looksAhead: Bool = false
    ) {
        self.tokens = tokens
        self.span = span
        self.when = when
        self.head = head
        self.relation = relation
        self.origin = origin
        self.dates = dates
        self.looksAhead = looksAhead
    }
}
