import Vocabulary

/// Numbers the sentences of a report from 1, as the footnotes of a table.
struct SentenceNumbers {
    /// In the order of the text.
    let sentences: [Span]

    /// Lines stand for sentences when the reading does not tell them apart.
    init(_ reading: Reading) {
        sentences = reading.sentences.isEmpty ? Self.lines(of: reading.report.text) : reading.sentences
    }

    /// The number of the sentence where a span starts, or of the last before it; nil when there is none.
    func number(at span: Span) -> Int? {
        var (low, high) = (0, sentences.count)
        while low < high {
            let middle = (low + high) / 2
            if sentences[middle].start <= span.start { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? low : nil
    }

    /// `[3]`, `[3,7]`; in order, each once.
    func note(_ spans: [Span]) -> String {
        let numbers = Set(spans.compactMap(number)).sorted()
        return numbers.isEmpty ? "" : "[" + numbers.map { String($0) }.joined(separator: ",") + "]"
    }

    private static func lines(of text: [UInt8]) -> [Span] {
        var lines: [Span] = []
        var start = 0
        for (i, byte) in text.enumerated() where byte == 0x0A || byte == 0x0D {
            if i > start { lines.append(Span(start, i)) }
            start = i + 1
        }
        if start < text.count { lines.append(Span(start, text.count)) }
        return lines
    }
}
