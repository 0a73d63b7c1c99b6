import Vocabulary

/// A reader that knows nothing: sequences of capitalised words are organizations.
enum StandInReader {
    static func read(_ report: Report) -> Reading {
        var mentions: [String: [Span]] = [:]
        var order: [String] = []
        let text = report.text
        var (start, end, i) = (-1, -1, 0)
        func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x41...0x5A).contains(byte & 0xDF) }
        func close() {
            if start >= 0 {
                let name = String(decoding: text[start..<end], as: UTF8.self)
                if mentions[name] == nil { order.append(name) }
                mentions[name, default: []].append(Span(start, end))
            }
            start = -1
        }
        while i < text.count {
            guard isLetter(text[i]) else {
                if text[i] != 0x20 { close() }
                i += 1
                continue
            }
            let wordStart = i
            while i < text.count, isLetter(text[i]) { i += 1 }
            if (0x41...0x5A).contains(text[wordStart]) {
                if start < 0 { start = wordStart }
                end = i
            } else {
                close()
            }
        }
        close()
        let entities = order.enumerated().map { number, name in
            Entity(id: "e\(number + 1)", type: .organization, name: name, mentions: mentions[name] ?? [])
        }
        return Reading(report: report, entities: entities)
    }
}
