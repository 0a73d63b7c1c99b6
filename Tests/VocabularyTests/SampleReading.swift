import Vocabulary

/// A small report with everything that a reading can say of one; all of it invented.
enum SampleReading {
    static let text = """
        Two men flown out
        Bruma’s Nilo Péñarol, 52, was extradited to Spain on Tuesday, Ministry of Calm said; a paper wrote “expelled”. \
        He denies smuggling. It was the second such flight, for reasons of safety, under article 5.
        """
    static let bytes = Array(text.utf8)

    /// Where a phrase first stands.
    static func span(_ phrase: String) -> Span {
        let wanted = Array(phrase.utf8)
        let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? -1
        return Span(start, start + wanted.count)
    }

    static func quote(_ phrase: String) -> Quote { Quote(phrase, span(phrase)) }

    static var reading: Reading {
        let report = Report(
            id: "sample", title: "Two men flown out", published: CalendarDay(2025, 3, 20), language: "en",
            url: "https://example.org/a/b", text: bytes)
        let sentence = Span(span("Bruma’s").start, span("said").end)
        let ministry = Participant("e3", span("Ministry of Calm"))
        let entities = [
            Entity(id: "e1", type: .organization, name: "Bruma", mentions: [span("Bruma")]),
            Entity(
                id: "e2", type: .person, name: "Nilo Péñarol", aliases: ["Nilo"], mentions: [span("Nilo Péñarol")],
                age: Quantity(52, .about, span: span("52")),
                born: CalendarInterval(year: 1972).map { When($0, span: span("52"), basis: .published) },
                identifiers: [quote("article 5")]),
            Entity(id: "e4", type: .country, name: "Spain", mentions: [span("Spain")]),
            Entity(id: "e3", type: .publicBody, name: "Ministry of Calm", mentions: [span("Ministry of Calm")]),
            Entity(id: "e5", type: .people, name: "a paper", count: 1, mentions: [span("a paper")]),
        ]
        let relation = Relation(
            id: "r1", type: .memberOf, label: "member", from: Participant("e2", span("Nilo Péñarol")),
            to: Participant("e1", span("Bruma")), modality: .alleged, attributedTo: [ministry, ministry],
            evidence: sentence)
        return Reading(report: report, entities: entities, relations: [relation], events: [event(ministry, sentence)])
    }

    private static func event(_ ministry: Participant, _ sentence: Span) -> Event {
        let paper = Participant("e5", span("a paper"))
        return Event(
            id: "v1", type: .transfer, label: "extradition", trigger: span("extradited"),
            terms: [
                Event.Term(label: "extradition", quote: quote("extradited")),
                Event.Term(label: "expulsion", quote: quote("expelled"), by: [paper]),
            ],
            arguments: [
                Event.Argument(.person, .entity(Participant("e2", span("Nilo Péñarol")))),
                Event.Argument(.destination, .entity(Participant("e4", span("Spain")))),
            ],
            count: 2, counts: [Quantity(2, .atLeast, span: span("Two"), by: [ministry])],
            when: CalendarDay(2025, 3, 18).map {
                When(CalendarInterval(day: $0), span: span("Tuesday"), basis: .published)
            },
            attributedTo: [ministry], denied: span("He denies smuggling"), reason: quote("for reasons of safety"),
            legalBasis: quote("article 5"), series: Quantity(2, span: span("second")), evidence: sentence)
    }
}
