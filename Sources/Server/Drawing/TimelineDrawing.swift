import Vocabulary

/// Events along time, one a row, drawn as exact as they are known: a tick is a day, a bar all that the report leaves open.
struct TimelineDrawing {
    struct Row {
        var interval: CalendarInterval
        var name: String
        var detail: String
        var address: String
        var modality: String
    }

    /// In the order of time.
    let rows: [Row]

    private static let (width, left, right, rowHeight, top) = (1180.0, 24.0, 24.0, 30.0, 34.0)

    private var span: (start: Double, end: Double) {
        let start = rows.map { Double($0.interval.start.ordinal) }.min() ?? 0
        let end = rows.map { Double($0.interval.end.ordinal) }.max() ?? 1
        let edge = max(15, (end - start) * 0.02)
        return (start - edge, end + edge)
    }

    /// - Parameter label: what the drawing is, for those who do not see it.
    func svg(label: String) -> HTML {
        let height = Self.top + Double(rows.count) * Self.rowHeight + 12
        return """
            <svg viewBox="0 0 \(Int(Self.width)) \(Int(height))" role="group" aria-label="\(label)" xmlns="http://www.w3.org/2000/svg">
            \(axis(height))
            \(rows.enumerated().map { row($0.offset, $0.element) })
            </svg>
            """
    }

    private func x(_ ordinal: Double) -> Double {
        let (start, end) = span
        return Self.left + (ordinal - start) / max(1, end - start) * (Self.width - Self.left - Self.right)
    }

    private func axis(_ height: Double) -> [HTML] {
        marks().map { mark in
            let x = Self.digits(x(Double(mark.day.ordinal)))
            return """
                <line class="axis" x1="\(x)" x2="\(x)" y1="22" y2="\(Int(height))"/><text class="soft" x="\(x)" y="15" font-size="12" text-anchor="middle">\(mark.label)</text>

                """ as HTML
        }
    }

    /// Years, or months where all of it is within some two years: at most some fourteen.
    private func marks() -> [(day: CalendarDay, label: String)] {
        let (start, end) = span
        let (first, last) = (CalendarDay(ordinal: Int(start)), CalendarDay(ordinal: Int(end)))
        let months = (last.year - first.year) * 12 + last.month - first.month
        let steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200]
        let step = steps.first { months / $0 <= 13 } ?? 2400
        var marks: [(day: CalendarDay, label: String)] = []
        var index = (first.year * 12 + first.month - 1) / step * step
        while marks.count < 40 {
            guard let day = CalendarDay(index / 12, index % 12 + 1, 1) else { break }
            if Double(day.ordinal) > end { break }
            if Double(day.ordinal) >= start {
                marks.append((day, String(step >= 12 ? day.iso.prefix(4) : day.iso.prefix(7))))
            }
            index += step
        }
        return marks
    }

    private func row(_ index: Int, _ row: Row) -> HTML {
        let y = Self.top + Double(index) * Self.rowHeight
        let (from, to) = (x(Double(row.interval.start.ordinal)), x(Double(row.interval.end.ordinal + 1)))
        let isDay = row.interval.precision == .day
        let width = isDay ? 5.0 : max(8, to - from)
        let goesLeft = from > Self.width * 0.55
        // Beside a long bar there is no room for words: they stand above it.
        let isLong = width > Self.width * 0.5
        let textX = goesLeft ? from - 8 : isLong ? from : from + width + 8
        return """
            <a class="row" href="\(row.address)"><title>\(row.name), \(DateWords.of(row.interval))</title>\
            <rect class="back" x="0" y="\(Self.digits(y))" width="\(Int(Self.width))" height="\(Int(Self.rowHeight))"/>\
            <rect class="bar \(row.modality)" x="\(Self.digits(from))" y="\(Self.digits(y + (isDay ? 6 : isLong ? 22 : 11)))" \
            width="\(Self.digits(width))" height="\(isDay ? 18 : isLong ? 5 : 8)" rx="1.5"/>\
            <text x="\(Self.digits(textX))" y="\(Self.digits(y + (isLong ? 17 : 20)))" font-size="13" text-anchor="\(goesLeft ? "end" : "start")">\
            \(row.name) <tspan class="soft">\(row.detail)</tspan></text></a>

            """
    }

    static func digits(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        return "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}
