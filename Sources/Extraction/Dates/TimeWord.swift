/// What a word or phrase can do in an expression of time.
struct TimeWord: Sendable, Hashable {
    struct Roles: OptionSet, Sendable, Hashable {
        let rawValue: UInt64

        static let last = Roles(rawValue: 1 << 0)
        static let next = Roles(rawValue: 1 << 1)
        static let this = Roles(rawValue: 1 << 2)
        /// "the same day", "that year"
        static let same = Roles(rawValue: 1 << 3)
        static let following = Roles(rawValue: 1 << 4)
        static let previous = Roles(rawValue: 1 << 5)
        /// Behind its number: "two years ago".
        static let ago = Roles(rawValue: 1 << 6)
        /// Before its number: "hace dos años".
        static let agoBefore = Roles(rawValue: 1 << 7)
        static let later = Roles(rawValue: 1 << 8)
        static let earlier = Roles(rawValue: 1 << 9)
        static let after = Roles(rawValue: 1 << 10)
        static let before = Roles(rawValue: 1 << 11)
        static let early = Roles(rawValue: 1 << 12)
        static let mid = Roles(rawValue: 1 << 13)
        static let late = Roles(rawValue: 1 << 14)
        /// "earlier this year"
        static let sooner = Roles(rawValue: 1 << 15)
        /// "later this year"
        static let rest = Roles(rawValue: 1 << 16)
        /// A part of the day: "morning".
        static let part = Roles(rawValue: 1 << 17)
        static let of = Roles(rawValue: 1 << 18)
        static let article = Roles(rawValue: 1 << 19)
        /// A preposition between a day and its part: "Tuesday *in* the morning".
        static let on = Roles(rawValue: 1 << 20)
        /// What may stand before a bare month or year.
        static let `in` = Roles(rawValue: 1 << 21)
        static let since = Roles(rawValue: 1 << 22)
        static let until = Roles(rawValue: 1 << 23)
        static let by = Roles(rawValue: 1 << 24)
        static let between = Roles(rawValue: 1 << 25)
        static let from = Roles(rawValue: 1 << 26)
        static let to = Roles(rawValue: 1 << 27)
        static let and = Roles(rawValue: 1 << 28)
        static let or = Roles(rawValue: 1 << 29)
        static let soFar = Roles(rawValue: 1 << 30)
        static let toNow = Roles(rawValue: 1 << 31)
        static let recent = Roles(rawValue: 1 << 32)
        /// Makes a number of days, months, years inexact.
        static let vague = Roles(rawValue: 1 << 33)
        static let within = Roles(rawValue: 1 << 34)
        static let when = Roles(rawValue: 1 << 35)
        /// The number behind it is no year: "Executive Order 2019".
        static let noYear = Roles(rawValue: 1 << 36)
        /// The number before it is no year: "2000 rounds".
        static let noCount = Roles(rawValue: 1 << 37)
        /// "año 2015": what follows is surely a year.
        static let dated = Roles(rawValue: 1 << 38)
        /// Heads a note with a date of its own: "Editor's *note*, February 3:".
        static let label = Roles(rawValue: 1 << 40)
        /// What follows is a date of birth.
        static let birth = Roles(rawValue: 1 << 41)
        /// A preposition that only a time follows, name or not: "*in* May Mexico …".
        static let inside = Roles(rawValue: 1 << 42)
        /// A noun for a part of something, which must follow: "the beginning *of* 2023", not "beginning in 2023".
        static let partNoun = Roles(rawValue: 1 << 43)
        /// Needs a number beside it: "mar", "sat".
        static let isShort = Roles(rawValue: 1 << 39)

        static let names: [(String, Roles)] = [
            ("last", .last), ("next", .next), ("this", .this), ("same", .same), ("following", .following),
            ("previous", .previous), ("ago", .ago), ("ago_before", .agoBefore), ("later", .later),
            ("earlier", .earlier), ("after", .after), ("before", .before), ("early", .early), ("mid", .mid),
            ("late", .late), ("sooner", .sooner), ("rest", .rest), ("part", .part), ("of", .of),
            ("article", .article), ("on", .on), ("in", .in), ("since", .since), ("until", .until), ("by", .by),
            ("between", .between), ("from", .from), ("to", .to), ("and", .and), ("or", .or), ("so_far", .soFar),
            ("to_now", .toNow), ("recent", .recent), ("vague", .vague), ("within", .within), ("when", .when),
            ("no_year", .noYear), ("no_count", .noCount), ("dated", .dated), ("label", .label), ("birth", .birth),
            ("inside", .inside), ("part_noun", .partNoun),
        ]
    }

    enum Value: Sendable, Hashable {
        case month(Int)
        /// 1 Monday … 7 Sunday.
        case weekday(Int)
        /// Days from the report's date.
        case day(Int)
        case unit(TimeUnit)
        /// 1 spring … 4 winter.
        case season(Int)
        /// The first year: "noventa" in "los años noventa".
        case decade(Int)
    }

    var roles: Roles = []
    var value: Value?
}

/// A unit of the calendar.
enum TimeUnit: String, Sendable, Hashable, CaseIterable {
    /// Hours and minutes.
    case hour
    case day, week, weekend, month, quarter, half, year, decade, century
}
