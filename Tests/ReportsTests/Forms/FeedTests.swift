import Reports
import Testing
import Vocabulary

@Suite struct FeedTests {
    private func reports(_ feed: String) throws -> [Report] {
        try ReportDoor.reports(Intake(bytes: Array(feed.utf8), id: "feed", name: "feed.xml"))
    }

    static let rss = """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:content="x" xmlns:dc="y"><channel><title>The Harbour Post</title>
        <link>https://harbour.example</link><language>en-us</language>
        <item><title>Nine &amp; more handed over</title><link>https://harbour.example/nine</link><dc:creator>Ana Ruelas</dc:creator>
        <pubDate>Tue, 12 Aug 2025 21:04:00 -0600</pubDate><description>Nine men were handed over.</description>
        <content:encoded><![CDATA[<p>The government handed over <b>nine</b> men on Tuesday.</p><p>A second flight is planned.</p>]]></content:encoded></item>
        <item><title>Ferry strike ends</title><link>https://harbour.example/ferry</link>
        <description>&lt;p&gt;The strike ended after nine days.&lt;/p&gt;</description></item>
        <item><description></description></item></channel></rss>
        """

    static let atom = """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es"><title>Prensa</title><entry><title type="html">Uno</title>
        <link rel="self" href="https://x.example/self"/><link href="https://x.example/uno"/><id>tag:x,1</id>
        <published>2025-08-12T10:00:00Z</published><updated>2025-08-13T10:00:00Z</updated><author><name>Ana</name></author>
        <content type="xhtml"><div><p>Nueve personas fueron entregadas.</p></div></content></entry></feed>
        """

    @Test func `each entry of an RSS feed is a report`() throws {
        let reports = try reports(Self.rss)
        try #require(reports.count == 2)
        #expect(reports[0].title == "Nine & more handed over")
        #expect(reports[0].published?.iso == "2025-08-12")
        #expect(reports[0].author == "Ana Ruelas")
        #expect(reports[0].publisher == "The Harbour Post")
        #expect(reports[0].url == "https://harbour.example/nine")
        #expect(reports[0].language == "en")
        #expect(reports[0].cautions.isEmpty)
        #expect(
            reports[0].words
                == "Nine & more handed over\n\nThe government handed over nine men on Tuesday.\n\nA second flight is planned."
        )
        #expect(reports[1].cautions == [.summaryOnly])
        #expect(reports[1].words == "Ferry strike ends\n\nThe strike ended after nine days.")
        #expect(
            reports[1].origin?.places.last == "/rss[1]/channel[1]/item[2]/description[1]/html[1]/body[1]/p[1]/text()[1]"
        )
    }

    @Test func `each entry of an Atom feed is a report`() throws {
        let report = try #require(try reports(Self.atom).first)
        #expect(report.url == "https://x.example/uno")
        #expect(report.published?.iso == "2025-08-12")
        #expect(report.updated?.iso == "2025-08-13")
        #expect(report.author == "Ana")
        #expect(report.words == "Uno\n\nNueve personas fueron entregadas.")
    }

    @Test func `a feed of entities that expand a billion times says them and expands none`() throws {
        var bomb = "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol0 \"lol\">"
        for n in 1...9 {
            bomb += "<!ENTITY lol\(n) \"" + String(repeating: "&lol\(n - 1);", count: 10) + "\">"
        }
        bomb += "]><rss><channel><item><title>&lol9;</title></item></channel></rss>"
        #expect(try reports(bomb).first?.title == "&lol9;")
    }
}
