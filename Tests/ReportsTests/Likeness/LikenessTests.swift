import Reports
import Testing
import Vocabulary

@Suite struct LikenessTests {
    private let wire = """
        PUERTO CLARO (AP) — The government of Puerto Claro handed over nine men accused of leading a smuggling ring on Tuesday.

        “They will answer in court,” the attorney general, Marcial Ovando, told reporters at the airfield in the evening.

        A second flight with four more people on board is planned for Friday, two people with knowledge of the matter said.

        The ring is said to have carried fuel and arms over the strait for more than six years before it was found out.
        """

    private func kinship(_ one: String, _ other: String) -> TextKinship {
        TextKinship(TextSketch(Array(one.utf8)), TextSketch(Array(other.utf8)))
    }

    private func report(_ text: String, author: String? = nil) -> Report {
        Report(id: "r", language: "en", text: Array(text.utf8), author: author)
    }

    @Test func `a wire copy with other dashes, capitals and a line of its own is a copy`() {
        let copy = wire.uppercased().replacing("—", with: "--") + "\n\nThe Harbour Post contributed to this report."
        #expect(kinship(wire, copy) == .copy)
        #expect(kinship(wire, wire) == .copy)
    }

    @Test func `the first half of a wire text is an excerpt of it`() {
        let half = wire.split(separator: "\n\n").prefix(2).joined(separator: "\n\n")
        #expect(kinship(wire, half) == .excerpt)
        #expect(kinship(half, wire) == .excerpt)
    }

    @Test func `two reports of one event that quote the same sentence are distinct`() {
        let other = """
            Nine suspected smugglers were flown out of Puerto Claro under heavy guard this week, ending months of rumours about
            when they would be sent to face trial in the neighbouring country. “They will answer in court,” said Ovando, whose
            office had asked for the transfer in the spring and had been refused it twice by judges of the capital's court.
            """
        #expect(kinship(wire, other) == .distinct)
    }

    @Test func `long texts are thinned and still compared`() {
        let long = (0..<4_000).map { "word\($0 * 7919 % 10_007)" }
        let sketch = TextSketch(Array(long.joined(separator: " ").utf8))
        let half = TextSketch(Array(long.prefix(2_000).joined(separator: " ").utf8))
        #expect(sketch.hashes.count <= 512 && sketch.thinning > 0)
        let (ofHalf, ofWhole) = half.shared(with: sketch)
        #expect(ofHalf > 0.95 && abs(ofWhole - 0.5) < 0.1)
    }

    @Test func `agencies are found in dateline, byline and credit`() {
        #expect(AgencyCredits.shipped.credits(in: report(wire)).map(\.agency) == ["Associated Press"])
        #expect(AgencyCredits.shipped.credits(in: report("Text.", author: "Agencia EFE")).map(\.agency) == ["EFE"])
        let credited = report("Entregan a nueve.\n\nMás texto de la nota, de aquí.\n\nCon información de AFP y Reuters")
        #expect(AgencyCredits.shipped.credits(in: credited).map(\.agency) == ["Reuters", "Agence France-Presse"])
        #expect(AgencyCredits.shipped.credits(in: report("The men took a nap (map of the area) and left.")).isEmpty)
    }

    @Test func `a credit points at its words`() throws {
        let found = report(wire)
        let span = try #require(AgencyCredits.shipped.credits(in: found).first?.span)
        #expect(String(decoding: found.text[span.start..<span.end], as: UTF8.self) == "AP")
    }
}
