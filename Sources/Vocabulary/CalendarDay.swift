/// A day of the proleptic Gregorian calendar, without time or zone.
public struct CalendarDay: Hashable, Sendable, Comparable {
    public let year: Int
    /// 1…12.
    public let month: Int
    /// 1…31.
    public let day: Int

    /// nil when there is no such day.
    public init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, year: year)
        else { return nil }
        self.init(unchecked: year, month, day)
    }

    private init(unchecked year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// An ISO 8601 calendar date, `YYYY-MM-DD`; what follows a `T` is ignored.
    public init?(iso text: some StringProtocol) {
        let date = text.prefix { $0 != "T" && $0 != " " }
        let parts = date.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, let y = Int(parts[0]), let m = Int(parts[1]),
            let d = Int(parts[2])
        else { return nil }
        self.init(y, m, d)
    }

    public var iso: String {
        func pad(_ n: Int, _ width: Int) -> String {
            let digits = String(n)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        return "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
    }

    /// Days since 1970-01-01 (H. Hinnant's civil-days arithmetic).
    public var ordinal: Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yoe = y - era * 400
        let doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let doe = yoe * 365 + yoe / 4 - yoe / 100 + doy
        return era * 146_097 + doe - 719_468
    }

    public init(ordinal: Int) {
        let z = ordinal + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let doe = z - era * 146_097
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100)
        let mp = (5 * doy + 2) / 153
        let m = mp < 10 ? mp + 3 : mp - 9
        self.init(unchecked: yoe + era * 400 + (m <= 2 ? 1 : 0), m, doy - (153 * mp + 2) / 5 + 1)
    }

    /// 1 Monday … 7 Sunday.
    public var weekday: Int {
        let w = (ordinal + 3) % 7
        return (w < 0 ? w + 7 : w) + 1
    }

    public func adding(days: Int) -> CalendarDay { CalendarDay(ordinal: ordinal + days) }

    /// The same day of the month, `months` later, or the month's last day where that month is shorter.
    public func adding(months: Int) -> CalendarDay {
        let index = year * 12 + month - 1 + months
        let (y, m) = (index / 12, index % 12 + 1)
        return CalendarDay(unchecked: y, m, min(day, Self.length(ofMonth: m, year: y)))
    }

    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    public static func < (a: CalendarDay, b: CalendarDay) -> Bool {
        (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }
}

/// A calendar interval, both ends included: a day, a month, a year, or between two days.
public struct CalendarInterval: Hashable, Sendable {
    public let start: CalendarDay
    public let end: CalendarDay

    /// nil when it would end before it starts.
    public init?(_ start: CalendarDay, _ end: CalendarDay) {
        guard start <= end else { return nil }
        self.start = start
        self.end = end
    }

    public init(day: CalendarDay) {
        start = day
        end = day
    }

    /// nil when there is no such month.
    public init?(year: Int, month: Int) {
        guard let first = CalendarDay(year, month, 1),
            let last = CalendarDay(year, month, CalendarDay.length(ofMonth: month, year: year))
        else { return nil }
        self.init(first, last)
    }

    /// nil when the year is outside 1…9999.
    public init?(year: Int) {
        guard let first = CalendarDay(year, 1, 1), let last = CalendarDay(year, 12, 31) else { return nil }
        self.init(first, last)
    }
}
