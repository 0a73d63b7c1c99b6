import Reports
import Testing
import Vocabulary

@Suite struct FormTests {
    @Test(arguments: [
        ("<!DOCTYPE html><p>x", "a.txt", ReportForm.webPage), ("%PDF-1.4", "a", .pdf),
        ("<?xml version=\"1.0\"?><rss>", "a", .feed),
        ("<feed xmlns=x>", "a.html", .feed), ("From: a\nTo: x\nSubject: b\n\nc", "a", .message),
        ("Just words: and more", "a", .plainText),
        ("# Title", "a.md", .markdown), ("{\"text\": \"x\"}", "a.jsonl", .documents), ("<p>x</p>", "page", .webPage),
        ("a text", "a.txt", .plainText), ("Mexico: nine handed over\n\nText", "a.txt", .plainText),
        ("<div>x", "a.txt", .plainText),
    ])
    func `a form is told by its bytes, then by its name`(text: String, name: String, form: ReportForm) {
        #expect(ReportForm.of(Intake(bytes: Array(text.utf8), id: "a", name: name)) == form)
    }

    @Test func `a packed file is what is in it`() throws {
        let packed = try #require(Gzip.pack(Array(Pages.article().utf8)))
        let report = try #require(try ReportDoor.reports(Intake(bytes: packed, id: "a", name: "a.html.gz")).first)
        #expect(report.title == "Puerto Claro hands over nine accused")
    }

    @Test func `each line of JSON Lines is a report`() throws {
        let lines =
            "{\"text\": \"The men were handed over.\"}\n\n{\"id\": \"b\", \"text\": \"The women were handed over.\"}\n"
        let reports = try ReportDoor.reports(Intake(bytes: Array(lines.utf8), id: "a", name: "a.jsonl"))
        #expect(reports.map(\.id) == ["a-1", "b"])
    }
}
