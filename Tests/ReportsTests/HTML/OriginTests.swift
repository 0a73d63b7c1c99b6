import Foundation
import Reports
import Testing
import Vocabulary

/// Every character of a report stands where the origin map says.
@Suite struct OriginTests {
    private func check(_ bytes: [UInt8], _ name: String) throws {
        let report: Report
        do throws(ReportFault) { report = try WebPage.report(Intake(bytes: bytes, id: name)) } catch { return }
        let origin = try #require(report.origin)
        let tree = PageReader.tree(of: bytes)
        let nodes = Dictionary(
            zip(tree.paths(of: Array(0..<tree.nodes.count)), 0..<tree.nodes.count),
            uniquingKeysWith: { first, _ in first })
        var covered = 0
        for run in origin.runs {
            let node = try #require(nodes[origin.places[run.place]], "\(name): \(origin.places[run.place])")
            let text = tree.text[Int(tree.nodes[node].first)..<Int(tree.nodes[node].last)]
            try #require(run.offset + run.count <= text.count, "\(name)")
            for k in 0..<run.count {
                let ours = report.text[run.start + k]
                let theirs = text[text.startIndex + run.offset + k]
                // A space may stand for any white space: of a no-break space the last byte.
                #expect(
                    ours == theirs || ours == 0x20 && (theirs < 0x20 || theirs >= 0x80), "\(name) at \(run.start + k)")
                if ours != theirs, ours != 0x20 { return }
            }
            covered += run.count
        }
        // What is not covered joins paragraphs, cells and lines.
        var byte = 0
        for run in origin.runs {
            let between = report.text[byte..<run.start]
            #expect(between.allSatisfy { $0 == 0x0A || $0 == 0x09 }, "\(name) before \(run.start)")
            byte = run.start + run.count
        }
        #expect(byte == report.text.count, "\(name)")
        #expect(covered > 0)
    }

    @Test func `every character of a report is found on its page`() throws {
        let body = """
            <p>Caf&eacute;&nbsp;owners &amp; dock&shy;workers of  Puerto
              Claro <b>handed</b> over <i>nine</i> men,\r\nofficials said on Tuesday.<br>A second flight is planned.</p>\(Pages.paragraphs)
            """
        try check(Array(Pages.article(body: body).utf8), "page")
        let report = try Pages.report(Pages.article(body: body))
        #expect(report.words.contains("Café owners & dockworkers of Puerto Claro handed over nine men, officials"))
    }

    @Test(arguments: Pages.shared)
    func `every character of the larger check's reports is found on its page`(path: String) throws {
        try check(try Pages.bytes(path), path)
    }

    @Test func `a place is found by a byte of the text`() throws {
        let report = try Pages.report(Pages.article())
        let text = report.words
        let start = try #require(text.range(of: "Marcial")).lowerBound.utf16Offset(in: text)
        let byte = Array(String(text.prefix(start)).utf8).count
        let place = try #require(report.origin?.place(of: byte))
        #expect(place.place == "/html[1]/body[1]/main[1]/article[1]/div[2]/p[2]/text()[1]")
    }
}
