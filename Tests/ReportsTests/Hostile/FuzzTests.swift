import Reports
import Testing
import Vocabulary

/// Each parser is fed damaged input for a while: it gives a report or a fault, and what it gives holds together.
@Suite struct FuzzTests {
    private func run(_ seeds: [(name: String, bytes: [UInt8])], seed: UInt64) {
        var dice = Dice(seed: seed)
        let end = ContinuousClock.now + .seconds(Fuzzing.seconds)
        while ContinuousClock.now < end {
            let (name, whole) = seeds[Int.random(in: 0..<seeds.count, using: &dice)]
            var bytes = whole
            Fuzzing.damage(&bytes, &dice)
            do throws(ReportFault) {
                for report in try ReportDoor.reports(Intake(bytes: bytes, id: "damaged", name: name)) { check(report) }
            } catch { continue }
        }
    }

    private func check(_ report: Report) {
        #expect(String(validating: report.text, as: UTF8.self) != nil)
        var end = 0
        for paragraph in report.paragraphs {
            #expect(paragraph.span.start >= end && paragraph.span.end <= report.text.count)
            end = paragraph.span.end
        }
        for run in report.origin?.runs ?? [] { #expect(run.start + run.count <= report.text.count) }
    }

    @Test func `damaged pages`() {
        let data = "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"author\":[{\"name\":\"A\"}]}</script>"
        let pages = [
            Pages.article(), Pages.article(body: Pages.paragraphs + "<table><tr><td>1<td>2</table><ul><li>a<li>b</ul>"),
            Pages.article(head: data, byline: "By Ana Ruelas, Aug. 12, 2025"),
        ]
        run(pages.map { ("page.html", Array($0.utf8)) }, seed: 11)
    }

    @Test func `damaged mail`() { run([("m.eml", Array(MailTests.plain.utf8))], seed: 5) }

    @Test func `damaged captures`() {
        let capture = MailTests.capture.split(separator: "\n", omittingEmptySubsequences: false).joined(
            separator: "\r\n")
        run([("m.mhtml", Array(capture.utf8))], seed: 6)
    }

    @Test func `damaged feeds`() {
        run([("f.xml", Array(FeedTests.rss.utf8)), ("f.xml", Array(FeedTests.atom.utf8))], seed: 3)
    }

    @Test func `damaged Markdown`() { run([("n.md", Array(MarkdownTests.note.utf8))], seed: 4) }

    @Test func `damaged PDFs`() { run([("d.pdf", HandmadePDF.bytes(HandmadePDF.bulletin))], seed: 9) }

    @Test func `any bytes, said to be in any character set, become well-formed text`() {
        var dice = Dice(seed: 7)
        let labels = [
            "utf-8", "gb18030", "euc-kr", "iso-2022-jp", "utf-16le", "big5", "koi8-u", "windows-1258", "shift_jis",
            "euc-jp", "",
        ]
        let end = ContinuousClock.now + .seconds(Fuzzing.seconds)
        while ContinuousClock.now < end {
            let label = labels[Int.random(in: 0..<labels.count, using: &dice)]
            let count = Int.random(in: 0...400, using: &dice)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &dice) }
            let (tree, _) = PageReader.decodedTree(of: bytes, mediaType: "text/html; charset=\(label)")
            #expect(String(validating: tree.text, as: UTF8.self) != nil)
        }
    }
}
