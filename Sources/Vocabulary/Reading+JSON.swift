extension Reading {
    /// The name and version of the JSON form, as its first member gives it.
    public static let format = "expediente.reading/1"

    /// The reading as one JSON object in UTF-8, without a line end, members in the order of READING.md.
    ///
    /// Every span is held against the report's text while it is written.
    /// - Parameters:
    ///   - withText: adds the text as `report.text`.
    ///   - withSentences: adds `sentences`, the offsets of each, as the last member.
    ///   - hits: by entity; adds `hits` to each entity that is among the keys.
    ///   - writeHit: writes a hit as one value.
    /// - Throws: `ReadingFault`, naming the first thing that the report's words do not back.
    public func json(
        withText: Bool = false, withSentences: Bool = false, hits: [EntityID: [Hit]] = [:],
        writeHit: @escaping (Hit, inout JSONWriter) -> Void = { _, _ in }
    ) throws(ReadingFault) -> [UInt8] {
        var form = try ReadingWriter(self)
        form.hits = hits
        form.writeHit = writeHit
        try form.write(self, withText: withText, withSentences: withSentences)
        return form.json.bytes
    }
}

/// Writes one reading, checking each thing against the report's text.
struct ReadingWriter {
    var json = JSONWriter()
    let text: [UInt8]
    let offsets: ScalarOffsets
    let entities: Set<EntityID>
    var hits: [EntityID: [Hit]] = [:]
    var writeHit: (Hit, inout JSONWriter) -> Void = { _, _ in }

    init(_ reading: Reading) throws(ReadingFault) {
        text = reading.report.text
        offsets = ScalarOffsets(text)
        entities = Set(reading.entities.map(\.id))
        if entities.count != reading.entities.count {
            var seen: Set<EntityID> = []
            for entity in reading.entities where !seen.insert(entity.id).inserted { throw .idTwice(id: entity.id) }
        }
    }

    mutating func write(_ reading: Reading, withText: Bool, withSentences: Bool) throws(ReadingFault) {
        json.beginObject()
        json.key("format")
        json.string(Reading.format)
        json.key("report")
        write(reading.report, withText: withText)
        json.key("entities")
        json.beginArray()
        for entity in reading.entities { try write(entity) }
        json.endArray()
        json.key("relations")
        json.beginArray()
        for relation in reading.relations { try write(relation) }
        json.endArray()
        json.key("events")
        json.beginArray()
        for event in reading.events { try write(event) }
        json.endArray()
        if withSentences {
            json.key("sentences")
            json.beginArray()
            for (number, sentence) in reading.sentences.enumerated() {
                try writeBounds(sentence, of: "sentence \(number + 1)")
            }
            json.endArray()
        }
        json.endObject()
    }

    private mutating func write(_ report: Report, withText: Bool) {
        json.beginObject()
        json.key("id")
        json.string(report.id)
        json.key("title")
        json.stringOrNull(report.title)
        json.key("publisher")
        json.stringOrNull(report.publisher)
        json.key("published")
        json.stringOrNull(report.published?.iso)
        json.key("language")
        json.string(report.language)
        json.key("url")
        json.stringOrNull(report.url)
        json.key("text_sha256")
        json.string(SHA256.hexadecimal(of: report.text))
        if withText {
            json.key("text")
            json.string(utf8: report.text[...])
        }
        json.endObject()
    }
}
