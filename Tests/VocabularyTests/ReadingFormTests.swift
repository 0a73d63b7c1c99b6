import Testing
import Vocabulary

@Suite struct ReadingFormTests {
    private static let text = Array("Ana Ruiz was held in Lima. Ana Ruiz was held again.".utf8)

    /// As people write gold readings: without the words of arguments, terms, counts, a basis.
    private static let gold = """
        {"format": "expediente.reading/1",
         "report": {"id": "g1", "title": null, "publisher": null, "published": "2025-01-02", "language": "en", "url": null},
         "entities": [
          {"id": "ana", "type": "Person", "name": "Ana Ruiz", "aliases": [], "count": null,
           "mentions": [{"start": 0, "end": 8, "text": "Ana Ruiz"}, {"start": 27, "end": 35, "text": "Ana Ruiz"}]},
          {"id": "lima", "type": "Place", "name": "Lima", "mentions": [{"start": 21, "end": 25, "text": "Lima"}]}],
         "relations": [{"id": "r1", "type": "based_in", "label": "from", "from": "ana", "to": "lima",
           "modality": "asserted", "attributed_to": [], "evidence": {"start": 0, "end": 26}}],
         "events": [{"id": "v1", "type": "charge", "label": "accusation", "modality": "asserted", "polarity": "positive",
           "trigger": {"start": 40, "end": 44, "text": "held"}, "attributed_to": ["lima"], "count": 1,
           "arguments": [{"role": "person", "entity": "ana"}, {"role": "crime", "text": "held"}],
           "when": {"start": "2025-01-01", "end": "2025-01-01", "text": "again", "basis": null},
           "evidence": {"start": 27, "end": 51}}]}
        """

    private func taken(_ json: String) throws -> Reading {
        try Reading(ReadingForm(json: Array(json.utf8)), text: Self.text)
    }

    @Test func `fills in what gold readings leave out`() throws {
        let reading = try taken(Self.gold)
        let event = try #require(reading.events.first)
        #expect(event.arguments[0].filler.span == Span(27, 35), "the mention in the evidence, not the first")
        #expect(event.arguments[1].filler.span == Span(40, 44), "where the phrase stands in the evidence")
        #expect(event.when?.span == Span(45, 50))
        #expect(event.when?.basis == .stated)
        #expect(event.attributedTo.map(\.span) == [Span(21, 25)], "no mention in the evidence: the first")
        #expect(reading.relations[0].polarity == .positive)
        #expect(reading.report.published == CalendarDay(2025, 1, 2))
    }

    @Test(arguments: [
        (#""Person""#, #""Robot""#, "reading.unknown-value"),
        (#""text": "Ana Ruiz"}, "#, #""text": "Ana Ruis"}, "#, "reading.words-differ"),
        (#""from": "ana""#, #""from": "eva""#, "reading.unknown-entity"),
        (#""2025-01-02""#, #""2025-02-30""#, "reading.unknown-value"),
        (#""start": "2025-01-01""#, #""start": "2025-01-09""#, "reading.unknown-value"),
        (#""end": 26}"#, #""end": 260}"#, "reading.span-outside"),
        ("expediente.reading/1", "expediente.reading/2", "reading.unknown-value"),
        (#""role": "person""#, #""role": "victim""#, "reading.role-not-allowed"),
        (#""id": "g1", "#, "", "reading.not-a-reading"),
        (#""start": 21"#, #""start": "x""#, "reading.not-a-reading"),
        (#""events": ["#, #""events": [["#, "reading.not-a-reading"),
    ])
    func `names what is wrong with a reading from elsewhere`(part: String, replacement: String, code: String) {
        let damaged = Self.gold.replacing(part, with: replacement, maxReplacements: 1)
        #expect(damaged != Self.gold)
        let fault = #expect(throws: ReadingFault.self) { _ = try taken(damaged) }
        #expect(fault?.code == code)
    }
}
