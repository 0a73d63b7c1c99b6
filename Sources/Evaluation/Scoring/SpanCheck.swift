import Vocabulary

/// Holds the spans of a reading against the text of its report.
struct SpanCheck {
    private let bytes: [UInt8]
    private let offsets: ScalarOffsets

    init(text: [UInt8]) {
        bytes = text
        offsets = ScalarOffsets(text)
    }

    /// How many spans of mentions, triggers and evidence lie outside the text or do not repeat it.
    func faults(in reading: ReadingForm) -> Int {
        var spans: [ReadingForm.Words] = []
        for entity in reading.entities ?? [] { spans += entity.mentions ?? [] }
        for event in reading.events ?? [] { spans += [event.trigger, event.evidence].compactMap { $0 } }
        spans += (reading.relations ?? []).compactMap(\.evidence)
        return spans.reduce(0) { $0 + (repeats($1) ? 0 : 1) }
    }

    private func repeats(_ words: ReadingForm.Words) -> Bool {
        guard let range = words.range, let start = offsets.byte(atScalar: range.lowerBound),
            let end = offsets.byte(atScalar: range.upperBound)
        else { return false }
        guard let text = words.text else { return true }
        return text.utf8.elementsEqual(bytes[start..<end])
    }
}
