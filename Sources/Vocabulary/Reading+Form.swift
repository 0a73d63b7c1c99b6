extension Reading {
    /// Takes in a reading in its JSON form, checking every thing in it against the report's text.
    ///
    /// What the form leaves out is filled in from what it has: the words for an entity are its mention in the evidence,
    /// or else its first; a phrase stands where it first occurs, in the evidence if it can; what is not said to be
    /// alleged or denied is neither.
    /// - Parameter text: UTF-8; the form's own `report.text` when nil.
    /// - Throws: `ReadingFault`, naming the first thing that the text does not back.
    public init(_ form: ReadingForm, text: [UInt8]? = nil) throws(ReadingFault) {
        guard form.format == Reading.format else {
            throw .unknownValue(thing: "format", value: form.format ?? "none")
        }
        guard let text = text ?? form.report.text.map({ Array($0.utf8) }) else {
            throw .notReading(reason: "the report's text is not in it")
        }
        let report = Report(
            id: form.report.id, title: form.report.title, publisher: form.report.publisher,
            published: try FormPlaces.day(form.report.published, "report, published"),
            language: form.report.language ?? "", url: form.report.url, text: text)
        var places = FormPlaces(text: text)
        self.init(report: report)
        for entity in form.entities ?? [] {
            let taken = try places.entity(entity)
            places.mentions[taken.id] = taken.mentions
            entities.append(taken)
        }
        for relation in form.relations ?? [] { relations.append(try places.relation(relation)) }
        for event in form.events ?? [] { events.append(try places.event(event)) }
        for (number, words) in (form.sentences ?? []).enumerated() {
            sentences.append(try places.span(words, "sentence \(number + 1)"))
        }
        // What holds on writing holds on taking in.
        _ = try json()
    }
}

/// Finds the bytes for what a form says in scalars.
struct FormPlaces {
    let text: [UInt8]
    private let offsets: ScalarOffsets
    var mentions: [EntityID: [Span]] = [:]

    init(text: [UInt8]) {
        self.text = text
        offsets = ScalarOffsets(text)
    }

    static func day(_ iso: String?, _ thing: String) throws(ReadingFault) -> CalendarDay? {
        guard let iso else { return nil }
        guard let day = CalendarDay(iso: iso) else { throw .unknownValue(thing: thing, value: iso) }
        return day
    }

    /// A value of a closed list.
    static func value<Value: RawRepresentable<String>>(_ raw: String, _ thing: String) throws(ReadingFault) -> Value {
        guard let value = Value(rawValue: raw) else { throw .unknownValue(thing: thing, value: raw) }
        return value
    }

    func span(_ start: Int?, _ end: Int?, _ thing: String) throws(ReadingFault) -> Span {
        guard let start, let end, start < end, let first = offsets.byte(atScalar: start),
            let last = offsets.byte(atScalar: end)
        else { throw .spanOutside(thing: thing, start: start ?? -1, end: end ?? -1) }
        return Span(first, last)
    }

    /// The span, if its words are those of the text.
    func span(_ words: ReadingForm.Words?, _ thing: String) throws(ReadingFault) -> Span {
        let span = try span(words?.start, words?.end, thing)
        if let given = words?.text, !given.utf8.elementsEqual(text[span.start..<span.end]) {
            throw .wordsDiffer(thing: thing, given: given, found: string(span))
        }
        return span
    }

    func quote(_ words: ReadingForm.Words?, _ thing: String) throws(ReadingFault) -> Quote {
        let span = try span(words, thing)
        return Quote(string(span), span)
    }

    func string(_ span: Span) -> String { String(decoding: text[span.start..<span.end], as: UTF8.self) }

    /// Where a phrase stands: in the evidence if it can, else where it first occurs.
    func place(of phrase: String, in evidence: Span) -> Span? {
        let wanted = Array(phrase.utf8)
        guard !wanted.isEmpty else { return nil }
        return first(wanted, in: evidence) ?? first(wanted, in: Span(0, text.count))
    }

    private func first(_ wanted: [UInt8], in span: Span) -> Span? {
        guard span.count >= wanted.count else { return nil }
        let starts = span.start...(span.end - wanted.count)
        return starts.first { text[$0..<$0 + wanted.count].elementsEqual(wanted) }.map { Span($0, $0 + wanted.count) }
    }

    /// The words for an entity: those given, or its mention in the evidence, or its first.
    func participant(
        _ entity: EntityID, _ words: ReadingForm.Words?, evidence: Span, _ thing: String
    ) throws(ReadingFault) -> Participant {
        if let words { return Participant(entity, try span(words, thing)) }
        guard let mentions = mentions[entity], let first = mentions.first else {
            throw .unknownEntity(thing: thing, id: entity)
        }
        return Participant(entity, mentions.first { evidence.contains($0) } ?? first)
    }

    func speakers(
        _ given: [ReadingForm.Speaker]?, _ ids: [String]?, evidence: Span, _ thing: String
    ) throws(ReadingFault) -> [Participant] {
        var speakers: [Participant] = []
        if let given {
            for speaker in given {
                speakers.append(Participant(speaker.entity, try span(speaker.start, speaker.end, thing)))
            }
        } else {
            for id in ids ?? [] { speakers.append(try participant(id, nil, evidence: evidence, thing)) }
        }
        return speakers
    }
}
