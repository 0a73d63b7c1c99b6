import Foundation
import Reports
import Testing
import Vocabulary

@Suite struct PDFTests {
    private func report(_ bytes: [UInt8]) throws -> Report {
        try #require(try ReportDoor.reports(Intake(bytes: bytes, id: "bulletin", name: "bulletin.pdf")).first)
    }

    @Test func `columns are read one after the other, hyphens joined, running heads left out`() throws {
        let report = try report(HandmadePDF.bytes(HandmadePDF.bulletin))
        #expect(report.title == "Nine accused handed over")
        #expect(report.paragraphs.first?.kind == .headline)
        #expect(!report.words.contains("Bulletin 12"))
        #expect(!report.words.contains("Page 2"))
        #expect(!report.words.contains("ac- "))
        let first = try #require(report.words.range(of: "The government")?.lowerBound)
        let second = try #require(report.words.range(of: "second column of page 1, line 0")?.lowerBound)
        let third = try #require(report.words.range(of: "second column of page 1, line 1")?.lowerBound)
        #expect(first < second && second < third)
        #expect(report.origin?.places == ["page 1", "page 2", "page 3"])
    }

    @Test func `a PDF of pictures is said to be scanned`() {
        #expect(throws: ReportFault.scanned(pages: 2)) {
            try ReportDoor.reports(Intake(bytes: HandmadePDF.bytes([[], []]), id: "s", name: "s.pdf"))
        }
    }

    @Test(arguments: [
        "%PDF-1.4\n", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\ntrailer << /Root 1 0 R >>",
        "%PDF-1.4 \u{0}\u{1}\u{2} nothing of it holds",
    ])
    func `a broken PDF is a fault`(text: String) {
        #expect(throws: ReportFault.self) {
            try ReportDoor.reports(Intake(bytes: Array(text.utf8), id: "b", name: "b.pdf"))
        }
    }

    @Test func `a PDF that takes too long is stopped`() {
        var tool = TextTool()
        tool.seconds = 0
        #expect(throws: ReportFault.tookTooLong(form: "PDF", seconds: 0)) {
            try tool.layout(of: HandmadePDF.bytes(HandmadePDF.bulletin))
        }
    }
}
