import Vocabulary

/// A PDF: its pages' text in reading order, without running heads, hyphens at line ends joined.
enum PDFDocument {
    static func report(_ intake: Intake, tool: TextTool = TextTool()) throws(ReportFault) -> Report {
        let tables = ReportTables.shipped
        let tree = PageParser.tree(of: try tool.layout(of: intake.bytes), as: .xml, tables.references)
        let (pages, facts) = PDFPage.pages(tree, tables.references)
        guard !pages.isEmpty else { throw .damaged(form: "PDF", detail: "there are no pages in it") }
        guard pages.contains(where: { !$0.lines.isEmpty }) else { throw .scanned(pages: pages.count) }
        let letters = pages.reduce(0) { $0 + $1.text.count { isLetter($0) || $0 >= 0xC3 } }
        // A stamp or a page number on pictures of pages is no text layer.
        if letters < 20 * pages.count { throw .scanned(pages: pages.count) }
        var flow = PDFFlow(pages)
        flow.compose()
        var found = GivenFacts()
        let reader = DateText(tables.months, monthFirst: false)
        found.title = flow.headline ?? facts["title"].flatMap(Self.meaningful)
        found.author = facts["author"].flatMap(Self.meaningful)
        found.published = facts["creationdate"].flatMap(reader.first(in:))
        var report = Report(intake, flow.composition, found: found, basis: .header)
        if flow.headline != nil, report.basis[.title] == .header { report.basis[.title] = .visibleText }
        takeDateline(&report, tables)
        return report
    }

    /// What a program wrote because nobody gave it anything.
    private static func meaningful(_ text: String) -> String? {
        let known = ["", "(unspecified)", "(anonymous)", "untitled", "unknown", "user", "admin", "administrator"]
        let small = text.lowercased()
        return known.contains(small) || small.hasPrefix("microsoft word") || small.hasSuffix(".doc")
            || small.hasSuffix(".docx")
            ? nil : text
    }

    /// A day in the first lines is the report's own; the file may have been made much later.
    private static func takeDateline(_ report: inout Report, _ tables: ReportTables) {
        guard report.basis[.published] != .given else { return }
        let reader = DateText(tables.months, monthFirst: report.language == "en")
        for paragraph in report.paragraphs.prefix(6) {
            let text = report.text[paragraph.span.start..<min(paragraph.span.end, paragraph.span.start + 120)]
            guard let day = reader.first(in: String(decoding: text, as: UTF8.self)) else { continue }
            if let made = report.published, day > made { continue }
            report.published = day
            report.basis[.published] = .visibleText
            return
        }
    }
}
