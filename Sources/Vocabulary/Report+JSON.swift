extension Report {
    /// The report as one JSON object: its facts, how each was found, its text and its paragraphs.
    ///
    /// `text` is the article's own text, paragraphs apart by blank lines, without headline, standfirst and captions,
    /// which stand in `paragraphs` with the rest. `start` and `end` count Unicode scalars of the report's whole text,
    /// in which readings count too.
    /// - Parameter withOrigin: adds where every run of the whole text stands in the source, counted in UTF-8 bytes.
    public func json(withOrigin: Bool = false) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("id")
        json.string(id)
        json.key("title")
        json.stringOrNull(title)
        json.key("published")
        json.stringOrNull(published?.iso)
        json.key("updated")
        json.stringOrNull(updated?.iso)
        json.key("publisher")
        json.stringOrNull(publisher)
        json.key("author")
        json.stringOrNull(author)
        json.key("language")
        json.string(language)
        json.key("url")
        json.stringOrNull(url)
        json.key("found")
        json.beginObject()
        for fact in ReportFact.allCases {
            guard let way = basis[fact] else { continue }
            json.key(named: fact.rawValue)
            json.string(way.rawValue)
        }
        json.endObject()
        json.key("cautions")
        json.beginArray()
        for caution in cautions { json.string(caution.rawValue) }
        json.endArray()
        json.key("text")
        json.string(utf8: runningText[...])
        writeParagraphs(&json)
        if withOrigin { writeOrigin(&json) }
        json.endObject()
        return json.bytes
    }

    /// The article's own text: without headline, standfirst and captions; all of it where paragraphs are not known.
    public var runningText: [UInt8] {
        guard !paragraphs.isEmpty else { return text }
        var running: [UInt8] = []
        for paragraph in paragraphs where paragraph.isRunningText {
            if !running.isEmpty { running += [0x0A, 0x0A] }
            running += text[paragraph.span.start..<paragraph.span.end]
        }
        return running
    }

    private func writeParagraphs(_ json: inout JSONWriter) {
        let offsets = ScalarOffsets(text)
        json.key("paragraphs")
        json.beginArray()
        for paragraph in paragraphs {
            json.beginObject()
            json.key("kind")
            json.string(paragraph.kind.rawValue)
            json.key("start")
            json.integerOrNull(offsets.scalar(atByte: paragraph.span.start))
            json.key("end")
            json.integerOrNull(offsets.scalar(atByte: paragraph.span.end))
            json.key("text")
            json.string(utf8: text[paragraph.span.start..<paragraph.span.end])
            json.endObject()
        }
        json.endArray()
    }

    private func writeOrigin(_ json: inout JSONWriter) {
        json.key("whole_text")
        json.string(utf8: text[...])
        json.key("origin")
        guard let origin else { return json.null() }
        json.beginObject()
        json.key("places")
        json.beginArray()
        for place in origin.places { json.string(place) }
        json.endArray()
        json.key("runs")
        json.beginArray()
        for run in origin.runs {
            json.beginArray()
            for number in [run.start, run.count, run.place, run.offset] { json.integer(number) }
            json.endArray()
        }
        json.endArray()
        json.endObject()
    }
}
