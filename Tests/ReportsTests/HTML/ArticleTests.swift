import Foundation
import Reports
import Testing
import Vocabulary

@Suite struct ArticleTests {
    @Test func `keeps the article and nothing else`() throws {
        let report = try Pages.report(Pages.article())
        #expect(
            Pages.outline(report) == [
                "headline: Puerto Claro hands over nine accused",
                "body: The government of Puerto Claro handed over nine men accused of leading a smuggling ring on Tuesday, "
                    + "officials said.",
                "body: “They will answer in court,” the attorney general, Marcial Ovando, told reporters. He named none of "
                    + "the nine.",
                "subhead: A second flight",
                "body: A second flight with four more people on board is planned for Friday, two people with knowledge of it "
                    + "said.",
            ])
    }

    @Test func `marks captions and leaves them out of the running text`() throws {
        let picture = "<figure><img src=x><figcaption>The nine at the airfield of Puerto Claro.</figcaption></figure>"
        let report = try Pages.report(Pages.article(body: Pages.paragraphs + picture + Pages.paragraphs))
        #expect(Pages.outline(report).contains("caption: The nine at the airfield of Puerto Claro."))
        #expect(!String(decoding: report.runningText, as: UTF8.self).contains("airfield"))
    }

    @Test(arguments: [
        "<div class=\"related-stories\"><p>Read the other stories of our long series about the harbour here.</p></div>",
        "<div class=\"newsletter-signup\"><p>Every morning the news of the harbour in your mail. Join thousands of readers.</p></div>",
        "<p>Sign up for our newsletter to get the news of the harbour.</p>",
        "<p><a href=x>Also read: Ferry strike ends after nine days</a></p>",
        "<div style=\"display:none\"><p>This is a hidden note that nobody who reads the page can see, ever.</p></div>",
        "<aside><p>An aside with words enough to be taken for a paragraph of the article, if it were one.</p></aside>",
        "<script>var text = '<p>A paragraph inside a script is none, whatever it looks like to a parser.</p>'</script>",
        "<p>Lea también: La huelga del puerto termina</p>", "<p>Suscríbete a nuestro boletín</p>",
    ])
    func `leaves out what sites put between paragraphs`(insert: String) throws {
        let plain = try Pages.report(Pages.article())
        let lead = Pages.paragraphs.split(separator: "\n", maxSplits: 1)
        let report = try Pages.report(Pages.article(body: lead[0] + "\n" + insert + "\n" + lead[1]))
        #expect(report.words == plain.words)
    }

    @Test func `leaves out comments under the article`() throws {
        let comments = """
            <section id="comments"><div class="comment"><p>I have lived in Puerto Claro all my life and never saw this.</p></div>
            <div class="comment"><p>They should all be tried here and nowhere else, if you ask me about it.</p></div></section>
            """
        #expect(try Pages.report(Pages.article(after: comments)).words == Pages.report(Pages.article()).words)
    }

    @Test func `finds the article without any semantic mark`() throws {
        let page = """
            <html><body><table><tr><td><a href=1>Home</a><br><a href=2>World</a><br><a href=3>Sports</a></td>
            <td><font size=5>Nine handed over</font><br><br>\
            The government of Puerto Claro handed over nine men accused of leading a smuggling ring on Tuesday.<br><br>\
            A second flight with four more people on board is planned for Friday, two people said.</td></tr></table></body></html>
            """
        let report = try Pages.report(page)
        #expect(report.words.contains("smuggling ring on Tuesday.\n\nA second flight"))
        #expect(!report.words.contains("Sports"))
    }

    @Test func `a class that only seems to say advert does not lose the article`() throws {
        let page = Pages.article().replacingOccurrences(of: "article-body", with: "ad-free sidebar-left content")
        #expect(try Pages.report(page).words == Pages.report(Pages.article()).words)
    }

    @Test func `keeps a table of figures whole, row by row`() throws {
        let table = """
            <table><tr><th>Year</th><th>Transfers</th><th>To</th></tr><tr><td>2024</td><td>65</td><td><a href=x>Texas</a></td></tr>
            <tr><td>2025</td><td>92</td><td>Arizona</td></tr></table>
            """
        let report = try Pages.report(Pages.article(body: Pages.paragraphs + table + Pages.paragraphs))
        #expect(Pages.outline(report).contains("table_row: 2024\t65\tTexas"))
    }

    @Test func `a page without text is a fault that says why`() {
        func fault(_ page: String) -> String? {
            do throws(ReportFault) {
                _ = try WebPage.report(Intake(bytes: Array(page.utf8), id: "p"))
                return nil
            } catch { return error.code }
        }
        #expect(fault("") == "reports.empty")
        #expect(fault(" \n ") == "reports.empty")
        #expect(fault("<html><body><nav><a href=x>Home</a></nav></body></html>") == "reports.no-text")
        let app = "<html><body><div id=root></div><noscript>You need to enable JavaScript.</noscript>"
        #expect(
            fault(app + "<script src=a.js></script><script src=b.js></script></body></html>") == "reports.script-only")
    }

    @Test func `says that a page is for subscribers`() throws {
        let gate = """
            <script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>
            """
        let short =
            "<p>The government of Puerto Claro handed over nine men on Tuesday, officials of the harbour said.</p>"
        let report = try Pages.report(Pages.article(head: gate, body: short + "<p>Subscribe to continue reading</p>"))
        #expect(report.cautions == [.paywalled])
        #expect(try Pages.report(Pages.article()).cautions.isEmpty)
    }
}
