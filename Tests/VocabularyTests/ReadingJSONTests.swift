import Testing
import Vocabulary

@Suite struct ReadingJSONTests {
    private func json(_ reading: Reading, withText: Bool = false) throws -> String {
        String(decoding: try reading.json(withText: withText), as: UTF8.self)
    }

    @Test func `writes the members in the order of the contract, offsets in scalars`() throws {
        let expected = [
            #"{"format":"expediente.reading/1","report":{"id":"sample","title":"Two men flown out","publisher":null,"#,
            #""published":"2025-03-20","language":"en","url":"https://example.org/a/b","text_sha256":"SHA"},"#,
            #""entities":[{"id":"e1","type":"Organization","name":"Bruma","aliases":[],"count":null,"#,
            #""mentions":[{"start":18,"end":23,"text":"Bruma"}]},"#,
            #"{"id":"e2","type":"Person","name":"Nilo Péñarol","aliases":["Nilo"],"count":null,"#,
            #""mentions":[{"start":26,"end":38,"text":"Nilo Péñarol"}],"#,
            #""age":{"value":52,"bound":"about","start":40,"end":42,"text":"52"},"#,
            #""born":{"start":"1972-01-01","end":"1972-12-31","text":"52","basis":"published","#,
            #""span":{"start":40,"end":42}},"identifiers":[{"start":210,"end":219,"text":"article 5"}]},"#,
            #"{"id":"e4","type":"Country","name":"Spain","aliases":[],"count":null,"#,
            #""mentions":[{"start":62,"end":67,"text":"Spain"}]},"#,
            #"{"id":"e3","type":"PublicBody","name":"Ministry of Calm","aliases":[],"count":null,"#,
            #""mentions":[{"start":80,"end":96,"text":"Ministry of Calm"}]},"#,
            #"{"id":"e5","type":"People","name":"a paper","aliases":[],"count":1,"#,
            #""mentions":[{"start":103,"end":110,"text":"a paper"}]}],"#,
            #""relations":[{"id":"r1","type":"member_of","label":"member","from":"e2","to":"e1","#,
            #""from_span":{"start":26,"end":38,"text":"Nilo Péñarol"},"to_span":{"start":18,"end":23,"text":"Bruma"},"#,
            #""modality":"alleged","polarity":"positive","attributed_to":["e3"],"#,
            #""speakers":[{"entity":"e3","start":80,"end":96,"text":"Ministry of Calm"},"#,
            #"{"entity":"e3","start":80,"end":96,"text":"Ministry of Calm"}],"evidence":{"start":18,"end":101}}],"#,
            #""events":[{"id":"v1","type":"transfer","label":"extradition","modality":"asserted","polarity":"positive","#,
            #""trigger":{"start":48,"end":58,"text":"extradited"},"#,
            #""terms":[{"label":"extradition","start":48,"end":58,"text":"extradited"},"#,
            #"{"label":"expulsion","start":118,"end":126,"text":"expelled","#,
            #""by":[{"entity":"e5","start":103,"end":110,"text":"a paper"}]}],"#,
            #""arguments":[{"role":"person","entity":"e2","span":{"start":26,"end":38,"text":"Nilo Péñarol"}},"#,
            #"{"role":"destination","entity":"e4","span":{"start":62,"end":67,"text":"Spain"}}],"#,
            #""count":2,"counts":[{"value":2,"bound":"at_least","start":0,"end":3,"text":"Two","#,
            #""by":[{"entity":"e3","start":80,"end":96,"text":"Ministry of Calm"}]}],"#,
            #""when":{"start":"2025-03-18","end":"2025-03-18","text":"Tuesday","basis":"published","#,
            #""span":{"start":71,"end":78}},"attributed_to":["e3"],"#,
            #""speakers":[{"entity":"e3","start":80,"end":96,"text":"Ministry of Calm"}],"#,
            #""response":{"label":"denied","start":129,"end":148,"text":"He denies smuggling"},"#,
            #""reason":{"start":181,"end":202,"text":"for reasons of safety"},"#,
            #""legal_basis":{"start":210,"end":219,"text":"article 5"},"#,
            #""series":{"ordinal":2,"start":161,"end":167,"text":"second"},"evidence":{"start":18,"end":101}}]}"#,
        ].joined().replacing("SHA", with: SHA256.hexadecimal(of: SampleReading.bytes))
        #expect(try json(SampleReading.reading) == expected)
    }

    @Test func `adds the text on request`() throws {
        let written = try json(SampleReading.reading, withText: true)
        #expect(written.contains(#","text":"Two men flown out\nBruma’s Nilo"#))
    }

    @Test func `gives back the reading that was written`() throws {
        var reading = SampleReading.reading
        reading.sentences = [SampleReading.span("Two men flown out"), SampleReading.span("He denies smuggling.")]
        let bytes = try reading.json(withText: true, withSentences: true)
        #expect(try Reading(ReadingForm(json: bytes)) == reading)
        let bare = try SampleReading.reading.json()
        #expect(try Reading(ReadingForm(json: bare), text: SampleReading.bytes) == SampleReading.reading)
    }

    /// A change to the sample and the code of the fault that it must lead to.
    struct Damage: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: String
        let change: @Sendable (inout Reading) -> Void

        init(_ what: String, _ code: String, _ change: @escaping @Sendable (inout Reading) -> Void) {
            testDescription = what
            self.code = code
            self.change = change
        }
    }

    static let damages = [
        Damage("a mention past the end", "reading.span-outside") { $0.entities[0].mentions = [Span(0, 9999)] },
        Damage("an empty mention", "reading.span-outside") { $0.entities[0].mentions = [Span(3, 3)] },
        Damage("a mention that cuts a letter", "reading.span-outside") {
            let start = SampleReading.span("é").start
            $0.entities[0].mentions = [Span(start + 1, start + 3)]
        },
        Damage("an entity without a mention", "reading.no-mention") { $0.entities[0].mentions = [] },
        Damage("two entities of one id", "reading.id-twice") { $0.entities[0].id = "e2" },
        Damage("a quote that differs from the text", "reading.words-differ") { $0.events[0].reason?.text = "for fun" },
        Damage("a term that differs from the text", "reading.words-differ") { $0.events[0].terms[0].quote.text = "x" },
        Damage("a role that the type has not", "reading.role-not-allowed") { $0.events[0].type = .escape },
        Damage("a phrase in the role of an entity", "reading.wrong-filler") {
            $0.events[0].arguments[0].filler = .text(SampleReading.quote("Spain"))
        },
        Damage("an entity in the role of a phrase", "reading.wrong-filler") {
            $0.events[0].type = .contest
            $0.events[0].arguments = [Event.Argument(.measure, .entity(Participant("e4", SampleReading.span("Spain"))))]
        },
        Damage("an argument that is no entity", "reading.unknown-entity") {
            $0.events[0].arguments[0].filler = .entity(Participant("e9", SampleReading.span("Spain")))
        },
        Damage("a relation from nobody", "reading.unknown-entity") { $0.relations[0].from.entity = "e9" },
        Damage("a speaker who is no entity", "reading.unknown-entity") { $0.events[0].attributedTo[0].entity = "" },
        Damage("a speaker without words", "reading.span-outside") {
            $0.relations[0].attributedTo[0].span = Span(-1, 2)
        },
        Damage("evidence outside", "reading.span-outside") { $0.relations[0].evidence = Span(5, 4) },
        Damage("a former event", "reading.wrong-modality") { $0.events[0].modality = .former },
        Damage("a date without words", "reading.span-outside") { $0.events[0].when?.span = Span(7, 7) },
    ]

    @Test(arguments: damages) func `refuses to write what the text does not back`(damage: Damage) {
        var reading = SampleReading.reading
        damage.change(&reading)
        let fault = #expect(throws: ReadingFault.self) { try reading.json() }
        #expect(fault?.code == damage.code)
    }
}
