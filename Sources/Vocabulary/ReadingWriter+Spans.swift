extension ReadingWriter {
    /// The scalar offsets of a span that is a piece of the text, not empty.
    private func scalars(_ span: Span, of thing: String) throws(ReadingFault) -> (start: Int, end: Int) {
        guard !span.isEmpty, let start = offsets.scalar(atByte: span.start), let end = offsets.scalar(atByte: span.end)
        else { throw .spanOutside(thing: thing, start: span.start, end: span.end) }
        return (start, end)
    }

    /// `{"start", "end"}`.
    mutating func writeBounds(_ span: Span, of thing: String) throws(ReadingFault) {
        let (start, end) = try scalars(span, of: thing)
        json.beginObject()
        json.key("start")
        json.integer(start)
        json.key("end")
        json.integer(end)
        json.endObject()
    }

    /// `"start", "end", "text"` as members of the object that is open.
    mutating func writeMembers(_ span: Span, of thing: String) throws(ReadingFault) {
        let (start, end) = try scalars(span, of: thing)
        json.key("start")
        json.integer(start)
        json.key("end")
        json.integer(end)
        json.key("text")
        json.string(utf8: text[span.start..<span.end])
    }

    /// `{"start", "end", "text"}`.
    mutating func write(_ span: Span, of thing: String) throws(ReadingFault) {
        json.beginObject()
        try writeMembers(span, of: thing)
        json.endObject()
    }

    /// Holds the words of a quote against those of the report.
    func check(_ quote: Quote, of thing: String) throws(ReadingFault) {
        _ = try scalars(quote.span, of: thing)
        let found = text[quote.span.start..<quote.span.end]
        guard quote.text.utf8.elementsEqual(found) else {
            throw .wordsDiffer(thing: thing, given: quote.text, found: String(decoding: found, as: UTF8.self))
        }
    }

    mutating func write(_ quote: Quote, of thing: String) throws(ReadingFault) {
        try check(quote, of: thing)
        try write(quote.span, of: thing)
    }

    func check(_ entity: EntityID, of thing: String) throws(ReadingFault) {
        guard entities.contains(entity) else { throw .unknownEntity(thing: thing, id: entity) }
    }

    /// `[{"entity", "start", "end", "text"}]`.
    mutating func write(_ participants: [Participant], of thing: String) throws(ReadingFault) {
        json.beginArray()
        for participant in participants {
            try check(participant.entity, of: thing)
            json.beginObject()
            json.key("entity")
            json.string(participant.entity)
            try writeMembers(participant.span, of: thing)
            json.endObject()
        }
        json.endArray()
    }

    /// `"attributed_to", "speakers"` as members of the object that is open: the entities, and the words for them.
    mutating func writeSpeakers(_ speakers: [Participant], of thing: String) throws(ReadingFault) {
        json.key("attributed_to")
        json.beginArray()
        var named: Set<EntityID> = []
        for speaker in speakers where named.insert(speaker.entity).inserted { json.string(speaker.entity) }
        json.endArray()
        json.key("speakers")
        try write(speakers, of: thing)
    }

    /// `{"value", "bound", "start", "end", "text", "by"}`.
    mutating func write(_ quantity: Quantity, of thing: String) throws(ReadingFault) {
        json.beginObject()
        json.key("value")
        json.integer(quantity.value)
        json.key("bound")
        json.string(quantity.bound.rawValue)
        try writeMembers(quantity.span, of: thing)
        if !quantity.by.isEmpty {
            json.key("by")
            try write(quantity.by, of: thing)
        }
        json.endObject()
    }

    /// `{"start", "end", "text", "basis", "span"}`: here `start` and `end` are days, and `span` has the words' offsets.
    mutating func write(_ when: When, of thing: String) throws(ReadingFault) {
        json.beginObject()
        json.key("start")
        json.string(when.interval.start.iso)
        json.key("end")
        json.string(when.interval.end.iso)
        json.key("text")
        _ = try scalars(when.span, of: thing)
        json.string(utf8: text[when.span.start..<when.span.end])
        json.key("basis")
        json.string(when.basis.rawValue)
        json.key("span")
        try writeBounds(when.span, of: thing)
        json.endObject()
    }
}
