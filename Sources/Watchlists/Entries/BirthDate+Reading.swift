import Vocabulary

extension BirthDate {
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// Reads "17 Jul 1966", "Jul 1966", "1966", "circa 1951", "1963 to 1965", "1966-07-17", "1966-07"; nil otherwise.
    public init?(written text: some StringProtocol) {
        var text = ListText.trimmed(text)
        var isApproximate = false
        for word in ["circa ", "approximately ", "c. "] where text.lowercased().hasPrefix(word) {
            text = ListText.trimmed(text.dropFirst(word.count))
            isApproximate = true
        }
        let ends = text.components(separatedBy: " to ")
        guard let first = ends.first, let start = Self.interval(first), let last = ends.last,
            let end = ends.count > 1 ? Self.interval(last) : start, ends.count < 3,
            let whole = CalendarInterval(start.start, end.end)
        else { return nil }
        self.init(whole, isApproximate: isApproximate)
    }

    /// A day, a month or a year.
    static func interval(_ text: some StringProtocol) -> CalendarInterval? {
        if let day = CalendarDay(iso: text) { return CalendarInterval(day: day) }
        let parts = text.split(whereSeparator: { $0 == " " || $0 == "-" }).map { String($0) }
        switch parts.count {
        case 1:
            guard parts[0].count == 4, let year = Int(parts[0]) else { return nil }
            return CalendarInterval(year: year)
        case 2:
            if parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]) {
                return CalendarInterval(year: year, month: month)
            }
            guard let month = month(parts[0]), let year = Int(parts[1]) else { return nil }
            return CalendarInterval(year: year, month: month)
        case 3:
            guard let month = month(parts[1]), let day = Int(parts[0]), let year = Int(parts[2]) else { return nil }
            return CalendarDay(year, month, day).map { CalendarInterval(day: $0) }
        default: return nil
        }
    }

    private static func month(_ text: String) -> Int? {
        months.firstIndex { text.lowercased().hasPrefix($0) }.map { $0 + 1 }
    }
}

extension String {
    /// As Foundation's, for a separator that is not empty.
    func components(separatedBy separator: String) -> [String] {
        var parts: [String] = []
        var start = startIndex
        while let range = self[start...].firstRange(of: separator) {
            parts.append(String(self[start..<range.lowerBound]))
            start = range.upperBound
        }
        parts.append(String(self[start...]))
        return parts
    }
}
