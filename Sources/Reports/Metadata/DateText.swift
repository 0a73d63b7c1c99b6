import Vocabulary

/// Finds calendar days in the words of pages and in machines' time stamps.
struct DateText: Sendable {
    private enum Piece {
        /// Value, digits, and the byte that follows.
        case number(Int, digits: Int, next: UInt8)
        case word(String)
    }

    let months: MonthNames
    /// Whether 3/4/2019 is the 4th of March.
    private let monthFirst: Bool

    init(_ months: MonthNames, monthFirst: Bool) {
        self.months = months
        self.monthFirst = monthFirst
    }

    /// The first day that a text names with its year, between 1990 and 2100; nil when there is none in its first 300
    /// bytes.
    func first(in text: some StringProtocol) -> CalendarDay? {
        let pieces = pieces(text.utf8.prefix(300).map { $0 })
        for index in pieces.indices {
            if let day = day(pieces, index), (1990...2100).contains(day.year) { return day }
        }
        return nil
    }

    private func day(_ pieces: [Piece], _ i: Int) -> CalendarDay? {
        switch pieces[i] {
        case .number(let value, let digits, let next):
            if digits == 4, next != 0x3A { return yearFirst(pieces, i, value) }
            if digits == 8, value > 19_900_000 { return CalendarDay(value / 10_000, value / 100 % 100, value % 100) }
            if digits == 10 || digits == 13 { return epoch(value, digits) }
            if digits <= 2 { return dayFirst(pieces, i, value, next) }
            return nil
        case .word(let word):
            guard let month = months.number(word), let (day, _, at) = number(pieces, i + 1, atMost: 2),
                let year = yearAfter(pieces, at + 1)
            else { return nil }
            return CalendarDay(year, month, day)
        }
    }

    private func epoch(_ value: Int, _ digits: Int) -> CalendarDay? {
        let seconds = digits == 13 ? value / 1000 : value
        return seconds > 631_152_000 && seconds < 4_102_444_800 ? CalendarDay(ordinal: seconds / 86_400) : nil
    }

    /// 2019-11-19, 2019/11/19, 2019.11.19, 2019년 11월 19일.
    private func yearFirst(_ pieces: [Piece], _ i: Int, _ year: Int) -> CalendarDay? {
        guard let (month, _, at) = number(pieces, i + 1, atMost: 2), let (day, _, _) = number(pieces, at + 1, atMost: 2)
        else {
            return nil
        }
        return CalendarDay(year, month, day)
    }

    /// 19 November 2019, 19 de noviembre de 2019, 19/11/2019, 11/19/2019, 19.11.2019.
    private func dayFirst(_ pieces: [Piece], _ i: Int, _ first: Int, _ next: UInt8) -> CalendarDay? {
        guard i + 1 < pieces.count else { return nil }
        var at = i + 1
        if case .number(let second, let digits, let after) = pieces[at] {
            guard digits <= 2, next == after, "/.-".utf8.contains(next), let year = yearAfter(pieces, at + 1) else {
                return nil
            }
            let american = monthFirst && next == 0x2F
            if american || second > 12, let day = CalendarDay(year, first, second) { return day }
            return CalendarDay(year, second, first) ?? CalendarDay(year, first, second)
        }
        while at < min(i + 4, pieces.count), case .word(let word) = pieces[at] {
            if let month = months.number(word) {
                return yearAfter(pieces, at + 1).flatMap { CalendarDay($0, month, first) }
            }
            guard ["de", "of", "st", "nd", "rd", "th", "o"].contains(word) else { return nil }
            at += 1
        }
        return nil
    }

    private func number(_ pieces: [Piece], _ i: Int, atMost digits: Int) -> (value: Int, next: UInt8, at: Int)? {
        var at = i
        while at < pieces.count, at <= i + 1 {
            if case .number(let value, let found, let next) = pieces[at] {
                return found <= digits ? (value, next, at) : nil
            }
            guard case .word(let word) = pieces[at], word.utf8.count <= 3 else { return nil }
            at += 1
        }
        return nil
    }

    /// A year of four digits, or of two after a slash or a dot.
    private func yearAfter(_ pieces: [Piece], _ i: Int) -> Int? {
        var at = i
        while at < min(i + 3, pieces.count) {
            if case .number(let value, let digits, let next) = pieces[at] {
                if digits == 4 { return next == 0x3A ? nil : value }
                return nil
            }
            guard case .word(let word) = pieces[at], ["de", "del", "of", "st", "nd", "rd", "th"].contains(word) else {
                return nil
            }
            at += 1
        }
        return nil
    }

    private func pieces(_ bytes: [UInt8]) -> [Piece] {
        var pieces: [Piece] = []
        var i = 0
        while i < bytes.count, pieces.count < 80 {
            if isDigit(bytes[i]) {
                let start = i
                var value = 0
                while i < bytes.count, isDigit(bytes[i]) {
                    if i - start < 15 { value = value * 10 + Int(bytes[i] - 0x30) }
                    i += 1
                }
                pieces.append(.number(value, digits: i - start, next: i < bytes.count ? bytes[i] : 0))
            } else if isLetter(bytes[i]) || bytes[i] >= 0x80 {
                let start = i
                while i < bytes.count, isLetter(bytes[i]) || bytes[i] >= 0x80 { i += 1 }
                // The T between a day and its time.
                if i - start == 1, (bytes[start] | 0x20) == 0x74 { continue }
                pieces.append(.word(String(decoding: bytes[start..<i], as: UTF8.self).lowercased()))
            } else {
                i += 1
            }
        }
        return pieces
    }
}
