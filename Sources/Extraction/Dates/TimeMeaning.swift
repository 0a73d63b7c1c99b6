/// What the words of an expression say, before it is known from which day they count.
indirect enum TimeMeaning: Sendable, Hashable {
    /// The direction in which a word that names no year looks.
    enum Pull: Sendable, Hashable { case none, last, this, next, same }

    /// What the words say of the year.
    enum Year: Sendable, Hashable {
        case none
        case given(Int)
        /// From the year of the report's date: "of last year" is -1.
        case shifted(Int)
        /// "of that year"
        case same
    }

    /// A stretch of a month, quarter or year.
    enum Stretch: Sendable, Hashable { case whole, early, mid, late, soFar, sooner, rest, first, second }

    case day(month: Int, day: Int, year: Year, weekday: Int?, pull: Pull)
    case days(month: Int, first: Int, last: Int, year: Year, pull: Pull)
    case month(Int, year: Year, pull: Pull, stretch: Stretch)
    case year(Int, stretch: Stretch)
    case quarter(Int, year: Year)
    case half(Int, year: Year)
    case decade(Int)
    case season(Int, year: Year, pull: Pull)
    case weekday(Int, pull: Pull, weeks: Int?)
    /// "Thursday the 27th"
    case weekdayOfMonth(weekday: Int, day: Int, pull: Pull)
    /// "the 27th"; months from the one in question: nil that of the text.
    case dayOfMonth(Int, months: Int?, pull: Pull)
    /// Days from the report's date.
    case deictic(Int)
    /// "last week" is (week, -1).
    case unit(TimeUnit, offset: Int, stretch: Stretch)
    /// Before the report's date; `precise` when the day or month is pinned ("a year ago this month").
    case ago(Int, TimeUnit, precise: TimeUnit?)
    /// From what the text spoke of before; hours are the same day.
    case shifted(Int, TimeUnit)
    /// "that day", "the same month"
    case same(TimeUnit)
    case range(TimeMeaning, TimeMeaning)
    /// "three days after the attack": counted from another event, `sign` 1 after it and -1 before it.
    case offset(Int, TimeUnit, sign: Int)
    /// Says when, but not exactly: "in recent months".
    case vague
}

extension TimeMeaning {
    var origin: TimeExpression.Origin {
        switch self {
        case .weekday, .deictic, .unit, .ago: .report
        case .shifted, .same, .offset: .text
        default: .calendar
        }
    }
}

/// An expression as the words give it.
struct ScannedTime: Sendable, Hashable {
    /// Places in the `TimeText`.
    var range: Range<Int>
    var meaning: TimeMeaning
    var relation: TimeExpression.Relation = .at
    /// For an offset from another event: the place of the word "after" or "before".
    var hinge: Int?
}
