import Vocabulary

/// The marked places of a report's text: which words are a fact, and which note tells it.
struct FactMarks {
    struct Mark {
        var span: Span
        /// The look's name for the kind: `k-person`, `k-event`, …
        var kind: String
        /// The id of the note in the margin.
        var note: String
        /// Where a click goes.
        var address: String
    }

    /// In the order of the text, none over another.
    private(set) var marks: [Mark] = []

    /// - Parameter marks: those before others win where two stand on the same words.
    init(_ marks: [Mark]) {
        var taken: [Mark] = []
        for mark in marks where !mark.span.isEmpty && !taken.contains(where: { $0.span.overlaps(mark.span) }) {
            taken.append(mark)
        }
        self.marks = taken.sorted { $0.span < $1.span }
    }

    /// The text as paragraphs with its marks in place.
    /// - Parameters:
    ///   - lead: how many bytes at the start are the headline.
    ///   - here: words to be shown as the ones that were looked for.
    func paragraphs(of text: [UInt8], lead: Int, here: Span?) -> HTML {
        var html = HTML()
        var next = 0
        for paragraph in Self.paragraphs(of: text, lead: lead) {
            while next < marks.count, marks[next].span.end <= paragraph.start { next += 1 }
            var content = HTML()
            var at = paragraph.start
            while next < marks.count, marks[next].span.start < paragraph.end {
                let mark = marks[next]
                let span = Span(max(at, mark.span.start), min(mark.span.end, paragraph.end))
                content += plain(text, Span(at, span.start), here)
                content += marked(mark, plain(text, span, here))
                at = span.end
                if mark.span.end > paragraph.end { break }
                next += 1
            }
            content += plain(text, Span(at, paragraph.end), here)
            html += "<p\(if: paragraph.start < lead, " class=\"headline\"")>\(content)</p>\n"
        }
        return html
    }

    private func marked(_ mark: Mark, _ content: HTML) -> HTML {
        "<a class=\"fact \(mark.kind)\" href=\"\(mark.address)\" data-note=\"\(mark.note)\">\(content)</a>"
    }

    private func plain(_ text: [UInt8], _ span: Span, _ here: Span?) -> HTML {
        guard span.start < span.end else { return "" }
        guard let here, here.overlaps(span) else { return words(text, span) }
        let inside = Span(max(here.start, span.start), min(here.end, span.end))
        let id: HTML = inside.start == here.start ? " id=\"here\"" : ""
        return """
            \(words(text, Span(span.start, inside.start)))<span class="here"\(id)>\(words(text, inside))</span>\
            \(words(text, Span(inside.end, span.end)))
            """
    }

    private func words(_ text: [UInt8], _ span: Span) -> HTML {
        HTML(text: String(decoding: text[span.start..<max(span.start, span.end)], as: UTF8.self))
    }

    /// Runs of lines between blank lines; the lead, a headline, stands alone, and where no blank line parts the text every
    /// line does.
    static func paragraphs(of text: [UInt8], lead: Int = 0) -> [Span] {
        let rows = text.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
        let isByLine = !rows.contains { $0.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }
        var paragraphs: [Span] = []
        var (start, lineStart, lineIsBlank) = (-1, 0, true)
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
        var end = 0
        for i in 0...text.count {
            if i == text.count || text[i] == 0x0A {
                if lineIsBlank {
                    if start >= 0 { paragraphs.append(Span(start, end)) }
                    start = -1
                } else {
                    if start < 0 { start = lineStart }
                    end = i
                    if isByLine || (start < lead && i >= lead) {
                        paragraphs.append(Span(start, end))
                        start = -1
                    }
                }
                (lineStart, lineIsBlank) = (i + 1, true)
            } else if !isBlank(text[i]) {
                lineIsBlank = false
            }
        }
        if start >= 0 { paragraphs.append(Span(start, end)) }
        return paragraphs
    }
}
