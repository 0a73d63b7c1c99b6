package import Vocabulary

/// A reading as a person wants it on a terminal: the people with their roles and kin, the groups, the bodies, and the
/// events in the order of time, each thing with the number of its sentence.
package struct ReadingTable {
    let reading: Reading
    let numbers: SentenceNumbers
    private let entities: [EntityID: Entity]
    let hits: [EntityID: [Hit]]
    var page: Page

    init(_ reading: Reading, width: Int, isColoured: Bool, hits: [EntityID: [Hit]] = [:]) {
        self.reading = reading
        self.hits = hits
        numbers = SentenceNumbers(reading)
        entities = Dictionary(reading.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        page = Page(width: width, isColoured: isColoured)
    }

    /// - Parameters:
    ///   - withSentences: adds the numbered sentences.
    ///   - hits: who on official lists an entity may be.
    package static func text(
        _ reading: Reading, width: Int, isColoured: Bool, withSentences: Bool, hits: [EntityID: [Hit]] = [:]
    ) -> String {
        var table = ReadingTable(reading, width: width, isColoured: isColoured, hits: hits)
        table.writeHeading()
        table.writeEntities("People", of: [.person])
        table.writeEntities("Groups", of: [.organization])
        table.writeEntities("Public bodies", of: [.publicBody])
        table.writeEntities("Companies", of: [.company])
        table.writePlaces()
        table.writeEvents()
        if withSentences { table.writeSentences() }
        return table.page.text
    }

    func name(of id: EntityID) -> String { DisplayText.clean(entities[id]?.name ?? id) }

    func quoted(_ span: Span) -> String {
        "“" + DisplayText.clean(String(decoding: reading.report.text[span.start..<span.end], as: UTF8.self)) + "”"
    }

    mutating func heading(_ words: String) {
        page.blankLine()
        page.paragraph(StyledText(words.uppercased(), .heading))
    }

    private mutating func writeHeading() {
        let report = reading.report
        page.paragraph(StyledText(DisplayText.clean(report.title ?? report.id), .strong))
        let language = ["en": "English", "es": "Spanish"][report.language] ?? report.language
        let facts = [
            report.id, report.publisher ?? "publisher not given", report.published?.iso ?? "date not given", language,
        ]
        page.paragraph(StyledText(facts.map(DisplayText.clean).joined(separator: " · "), .faint))
        if reading.entities.isEmpty, reading.events.isEmpty {
            page.blankLine()
            page.paragraph(StyledText("Nothing was found in it that a case file keeps."))
        }
    }

    private mutating func writePlaces() {
        let places = reading.entities.filter { $0.type == .country || $0.type == .place }
        guard !places.isEmpty else { return }
        heading("Countries and places")
        let pieces = places.map { place in
            var text = StyledText(DisplayText.clean(place.name))
            let note = numbers.note(place.mentions.prefix(1).map { $0 })
            if !note.isEmpty { text.add(" " + note, .faint) }
            return text
        }
        page.paragraph(StyledText.joined(pieces, by: ", "), lead: StyledText("  "), indent: 2)
    }

    private mutating func writeSentences() {
        heading("Sentences")
        for (i, sentence) in numbers.sentences.enumerated() {
            let number = String(i + 1)
            let lead = StyledText(String(repeating: " ", count: max(1, 5 - number.count)) + number + "  ", .faint)
            let words = String(decoding: reading.report.text[sentence.start..<sentence.end], as: UTF8.self)
            page.paragraph(StyledText(DisplayText.clean(words)), lead: lead, indent: 7)
        }
    }
}
