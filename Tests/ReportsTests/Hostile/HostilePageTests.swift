import Foundation
import Reports
import Testing
import Vocabulary

/// Pages made to hurt: each is read in bounded time, or refused with a reason.
@Suite struct HostilePageTests {
    private func read(_ page: String, within seconds: Double = 5) {
        let start = ContinuousClock.now
        do throws(ReportFault) {
            let report = try WebPage.report(Intake(bytes: Array(page.utf8), id: "hostile"))
            #expect(String(validating: report.text, as: UTF8.self) != nil)
        } catch { #expect(!error.code.isEmpty) }
        #expect(ContinuousClock.now - start < .seconds(seconds))
    }

    @Test(arguments: [
        "<div>", "<p><b>", "<a>", "<table><tr><td>", "<ul><li>", "<x-y>", "<b><i>", "<svg>", "<blockquote>", "<form>",
    ])
    func `elements nested a hundred thousand deep`(element: String) {
        read(String(repeating: element, count: 100_000) + "The government handed over nine men on Tuesday, it said.")
    }

    @Test func `a million attributes on one element`() {
        let attributes = (0..<1_000_000).map { "a\($0)=\($0)" }.joined(separator: " ")
        read("<p \(attributes)>The government handed over nine men accused of smuggling on Tuesday.</p>")
    }

    @Test func `a million classes, a million paragraphs, a million breaks`() {
        read(
            "<p class=\"\(String(repeating: "related ad nav ", count: 300_000))\">The government handed over nine men.</p>"
        )
        read(String(repeating: "<p>x", count: 300_000), within: 15)
        read("<body>" + String(repeating: "The men<br>", count: 300_000), within: 15)
        read(String(repeating: "<div>The men were handed over on Tuesday, it said.</div>", count: 60_000), within: 15)
    }

    @Test(arguments: [
        "<!--", "<![CDATA[", "<script>", "<title>", "<p", "<p class=\"", "&#x", "&", "<", "</", "<!", "<?",
        "<textarea>", "<a href='",
    ])
    func `pages that end in the middle of anything`(end: String) {
        read("<p>The government handed over nine men accused of smuggling on Tuesday.</p>" + end)
        read(end)
    }

    @Test func `JSON-LD nested deep, long and broken`() {
        read("<script type=\"application/ld+json\">" + String(repeating: "[", count: 500_000) + "</script><p>x")
        read(
            "<script type=\"application/ld+json\">" + String(repeating: "{\"@graph\":", count: 100_000)
                + "</script><p>x")
        read(
            "<script type=\"application/ld+json\">{\"headline\": \"" + String(repeating: "\\u00", count: 100_000)
                + "</script>")
    }

    @Test func `JSON-LD whose headline is nested deep and never comes`() {
        for depth in [30, 39, 60] {
            let nest = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
            for name in ["headline", "author", "publisher", "datePublished", "url"] {
                read(
                    "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"\(name)\":\(nest)}</script>"
                        + "<p>The government handed over nine men accused of smuggling on Tuesday.</p>")
            }
        }
    }

    @Test func `a gzip bomb is stopped early`() throws {
        // Four hundred megabytes of zeros as gzip writes them: one block repeated by a match of the longest length.
        let bomb = try #require(Gzip.pack(zeros: 400 * 1_048_576))
        #expect(throws: ReportFault.self) {
            try ReportDoor.reports(Intake(bytes: bomb, id: "bomb", name: "bomb.html.gz"))
        }
    }

    @Test func `a packed file that ends early is damaged`() throws {
        let packed = try #require(Gzip.pack(zeros: 100_000))
        #expect(throws: ReportFault.damaged(form: "gzip file", detail: "its packed bytes are broken or end early")) {
            try Compressed.open(Array(packed.prefix(packed.count / 2)))
        }
    }
}
