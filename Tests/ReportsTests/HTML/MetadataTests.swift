import Reports
import Testing
import Vocabulary

@Suite struct MetadataTests {
    @Test func `takes facts from JSON-LD and says so`() throws {
        let head = """
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle",
            "headline":"Puerto Claro hands over nine accused","datePublished":"2025-08-12T21:04:00-06:00",
            "dateModified":"2025-08-13T08:00:00-06:00","author":[{"@type":"Person","name":"Ana Ruelas"},{"name":"Luis Mar"}],
            "publisher":{"@id":"#org"},"inLanguage":"en-US",},{"@type":"Organization","@id":"#org","name":"The Harbour Post"}]}
            </script><link rel="canonical" href="https://harbour.example/2025/nine">
            """
        let report = try Pages.report(Pages.article(head: head))
        #expect(report.published?.iso == "2025-08-12")
        #expect(report.updated?.iso == "2025-08-13")
        #expect(report.author == "Ana Ruelas, Luis Mar")
        #expect(report.publisher == "The Harbour Post")
        #expect(report.url == "https://harbour.example/2025/nine")
        #expect(report.language == "en")
        #expect(report.basis[.published] == .linkedData)
        #expect(report.basis[.publisher] == .linkedData)
        #expect(report.basis[.url] == .meta)
    }

    @Test(arguments: [
        ("<meta property=\"article:published_time\" content=\"2025-08-12T10:00:00+00:00\">", FactBasis.openGraph),
        ("<meta name=\"DC.date.issued\" content=\"2025-08-12\">", .meta),
        ("<meta name=pubdate content=\"Tue, 12 Aug 2025 10:00:00 GMT\">", .meta),
    ])
    func `takes the day from properties`(head: String, basis: FactBasis) throws {
        let report = try Pages.report(Pages.article(head: head))
        #expect(report.published?.iso == "2025-08-12")
        #expect(report.basis[.published] == basis)
    }

    @Test(arguments: [
        ("By Ana Ruelas, Aug. 12, 2025 5:03 PM", FactBasis.visibleText), ("12 de agosto de 2025 | 17:03", .visibleText),
        ("Published 12 August 2025", .visibleText),
        ("<time datetime=\"2025-08-12T17:03\">yesterday</time>", .timeElement),
        ("2025-08-12", .visibleText),
    ])
    func `takes the day that readers are shown`(byline: String, basis: FactBasis) throws {
        let report = try Pages.report(Pages.article(byline: byline))
        #expect(report.published?.iso == "2025-08-12")
        #expect(report.basis[.published] == basis)
    }

    @Test func `takes the day of the publisher's zone, not of universal time`() throws {
        let head = "<meta property=\"article:published_time\" content=\"2025-08-13T03:04:00+00:00\">"
        let report = try Pages.report(Pages.article(head: head, byline: "Aug. 12, 2025, 9:04 p.m."))
        #expect(report.published?.iso == "2025-08-12")
        #expect(report.basis[.published] == .visibleText)
    }

    @Test func `takes the day from the address when nothing else tells it`() throws {
        let report = try Pages.report(Pages.article(), address: "https://harbour.example/2025/aug/12/nine")
        #expect(report.published?.iso == "2025-08-12")
        #expect(report.basis[.published] == .address)
        #expect(report.basis[.url] == .address)
    }

    @Test func `a page without metadata is a report all the same`() throws {
        let report = try Pages.report(
            "<p>The government of Puerto Claro handed over nine men accused of smuggling on Tuesday.</p>")
        #expect(report.published == nil)
        #expect(report.language == "en")
        #expect(report.basis[.language] == .detected)
    }

    @Test func `what the user gives goes before what the page says`() throws {
        let intake = Intake(
            bytes: Array(Pages.article().utf8), id: "p",
            given: GivenFacts(title: "Given", published: CalendarDay(2020, 1, 2), language: "es"))
        let report = try WebPage.report(intake)
        #expect(report.title == "Given")
        #expect(report.published?.iso == "2020-01-02")
        #expect(report.basis[.title] == .given)
    }

    @Test func `names that only readers are told are found`() throws {
        let report = try Pages.report(Pages.article(byline: "By ANA RUELAS and Luis Mar, Aug. 12, 2025"))
        #expect(report.author == "ANA RUELAS and Luis Mar")
        #expect(report.basis[.author] == .visibleText)
        #expect(report.publisher == "The Harbour Post")
        let page = "<p>The government of Puerto Claro handed over nine men accused of smuggling on Tuesday.</p>"
        #expect(try Pages.report(page, address: "https://www.harbour.example/nine").publisher == "harbour.example")
    }

    @Test func `a text long enough tells its language against the template's`() throws {
        let spanish = """
            <p>La Fiscalía de Puerto Claro informó que nueve personas acusadas de dirigir una red de contrabando fueron entregadas
            este martes a las autoridades vecinas, que las esperaban en el aeropuerto de la capital desde la noche anterior.</p>
            <p>El fiscal general dijo que todas ellas responderán ante un tribunal de los hechos de los que se les acusa, y que no
            se darán sus nombres hasta que un juez lo permita, según lo que manda la ley de aquel país desde hace tres años.</p>
            """
        let report = try Pages.report(Pages.article(title: "Entregan a nueve acusados", body: spanish))
        #expect(report.language == "es")
        #expect(report.basis[.language] == .detected)
    }

    @Test func `an article that is only there as data for scripts is taken from it, and that is said`() throws {
        let sentence =
            "The government of Puerto Claro handed over nine men accused of smuggling on Tuesday, officials said. "
        let body =
            String(repeating: sentence, count: 3) + "\\n\\n" + String(repeating: sentence, count: 3)
            + "Caf\\u00e9 \\ud83d\\ude00."
        let report = try Pages.report(
            "<html><head><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Nine handed over\","
                + "\"articleBody\":\"\(body)\"}</script></head><body><div id=root></div></body></html>")
        #expect(report.cautions == [.takenFromPageData])
        #expect(report.title == "Nine handed over")
        #expect(report.paragraphs.map(\.kind) == [.headline, .body, .body])
        #expect(report.words.hasSuffix("Café 😀."))
    }
}
