/// A second of Coordinated Universal Time: when something was filed or decided.
public struct Moment: Sendable, Hashable, Comparable {
    /// Seconds since 1970-01-01T00:00:00Z.
    public let seconds: Int

    public init(seconds: Int) { self.seconds = seconds }

    /// ISO 8601, for example `2026-03-01T09:30:00Z`.
    public var iso: String {
        let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let rest = seconds - day * 86_400
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let clock = [rest / 3600, rest / 60 % 60, rest % 60].map(two).joined(separator: ":")
        return "\(CalendarDay(ordinal: day).iso)T\(clock)Z"
    }

    /// nil unless it is of the form that `iso` gives.
    public init?(iso text: String) {
        let parts = text.split(separator: "T")
        guard parts.count == 2, parts[1].hasSuffix("Z"), let day = CalendarDay(iso: parts[0]) else { return nil }
        let clock = parts[1].dropLast().split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]), (0..<60).contains(clock[2])
        else { return nil }
        seconds = day.ordinal * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
    }

    public static func < (a: Moment, b: Moment) -> Bool { a.seconds < b.seconds }
}
