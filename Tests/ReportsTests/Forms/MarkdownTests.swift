import Reports
import Testing
import Vocabulary

@Suite struct MarkdownTests {
    static let note = """
        ---
        title: "Nine handed over"
        date: 2025-08-12
        author: Ana Ruelas
        ---
        The **government** handed over [nine men](https://x.example) on
        Tuesday, `officials` said_so.

        ## A second flight ##
        - four people
        - *two* more
        > They will answer
        > in court.

        | Year | Men |
        |------|-----|
        | 2025 | 92  |
        """

    private func report(_ text: String) throws -> Report {
        try #require(try ReportDoor.reports(Intake(bytes: Array(text.utf8), id: "note", name: "note.md")).first)
    }

    @Test func `headings, lists and quotations keep their kind and lose their marks`() throws {
        let report = try report(Self.note)
        #expect(report.title == "Nine handed over")
        #expect(report.published?.iso == "2025-08-12")
        #expect(
            Pages.outline(report) == [
                "body: The government handed over nine men on Tuesday, officials said_so.", "subhead: A second flight",
                "list_item: four people", "list_item: two more", "quote: They will answer in court.",
                "table_row: Year\tMen", "table_row: 2025\t92",
            ])
    }

    @Test func `a first heading is the headline`() throws {
        let report = try report("Nine handed over\n===\n\nThe government handed over nine men.\n")
        #expect(report.title == "Nine handed over")
        #expect(report.paragraphs.map(\.kind) == [.headline, .body])
    }

    @Test func `every character stands in the file where the map says`() throws {
        let text = "# Uno *dos*\n\nTexto con [enlace](x) y \\*marca\\*.\n\n1. ítem\n"
        let report = try report(text)
        let bytes = Array(text.utf8)
        for run in try #require(report.origin).runs {
            #expect(
                Array(report.text[run.start..<run.start + run.count])
                    == Array(bytes[run.offset..<run.offset + run.count]))
        }
    }
}
