import Foundation
import Reports
import Testing
import Vocabulary

/// PDFs written by hand: one object after another, each page a stream of lines.
@Suite struct PDFTests {
    private struct Line {
        var x: Int
        var y: Int
        var size = 10
        var text: String
    }

    private func pdf(_ pages: [[Line]]) -> [UInt8] {
        var objects: [String] = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
        objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
        var kids: [String] = []
        for lines in pages {
            let stream = lines.map { "BT /F1 \($0.size) Tf \($0.x) \($0.y) Td (\($0.text)) Tj ET" }.joined(separator: "\n")
            objects.append("<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream")
            let content = objects.count
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents \(content) 0 R /Resources << /Font << /F1 3 0 R >> >> >>")
            kids.append("\(objects.count) 0 R")
        }
        objects[1] = "<< /Type /Pages /Kids [\(kids.joined(separator: " "))] /Count \(pages.count) >>"
        var text = "%PDF-1.4\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let table = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places {
            let digits = String(place)
            text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
        return Array(text.utf8)
    }

    private func report(_ bytes: [UInt8]) throws -> Report {
        try #require(try ReportDoor.reports(Intake(bytes: bytes, id: "bulletin", name: "bulletin.pdf")).first)
    }

    private var bulletin: [[Line]] {
        (1...3).map { page in
            var lines = [
                Line(x: 72, y: 760, text: "Puerto Claro, Bulletin 12"), Line(x: 290, y: 30, text: "Page \(page) of 3"),
            ]
            if page == 1 { lines.append(Line(x: 72, y: 700, size: 20, text: "Nine accused handed over")) }
            for row in 0..<8 {
                lines.append(
                    Line(x: 72, y: 660 - row * 12, text: "The government of Puerto Claro handed over the nine ac-"))
                lines.append(Line(x: 320, y: 660 - row * 12, text: "second column of page \(page), line \(row) of its text,"))
            }
            return lines
        }
    }

    @Test func `columns are read one after the other, hyphens joined, running heads left out`() throws {
        let report = try report(pdf(bulletin))
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
        #expect(throws: ReportFault.scanned(pages: 2)) { try ReportDoor.reports(Intake(bytes: pdf([[], []]), id: "s", name: "s.pdf")) }
    }

    @Test(arguments: [
        "%PDF-1.4\n", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\ntrailer << /Root 1 0 R >>",
        "%PDF-1.4 \u{0}\u{1}\u{2} nothing of it holds",
    ])
    func `a broken PDF is a fault`(text: String) {
        #expect(throws: ReportFault.self) { try ReportDoor.reports(Intake(bytes: Array(text.utf8), id: "b", name: "b.pdf")) }
    }

    @Test func `damaged PDFs never crash the reader`() {
        var dice = Dice(seed: 9)
        let whole = pdf(bulletin)
        let end = ContinuousClock.now + .seconds(Fuzzing.seconds)
        while ContinuousClock.now < end {
            var bytes = whole
            Fuzzing.damage(&bytes, &dice)
            do throws(ReportFault) { _ = try ReportDoor.reports(Intake(bytes: bytes, id: "d", name: "d.pdf")) } catch { continue }
        }
    }

    @Test func `a PDF that takes too long is stopped`() {
        var tool = TextTool()
        tool.seconds = 0
        #expect(throws: ReportFault.tookTooLong(form: "PDF", seconds: 0)) { try tool.layout(of: pdf(bulletin)) }
    }
}
