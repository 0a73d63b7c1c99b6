import Vocabulary

/// Divides a plain-text report into headline, subheads, paragraphs and the line that names the source.
package enum Layout {
    /// The parts in the order of the text; every byte that is not white space is in one.
    package static func parts(of text: [UInt8]) -> [Syntax.Part] {
        var parts: [Syntax.Part] = []
        var start = 0
        while start < text.count {
            var end = start
            while end < text.count, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
            let span = Span(start, end).trimmed(in: text)
            if !span.isEmpty { parts.append(Syntax.Part(kind: .paragraph, span: span, tokens: 0..<0)) }
            start = end + 1
        }
        for index in parts.indices { parts[index].kind = kind(of: parts, at: index, text: text) }
        return parts.flatMap { part in
            guard part.kind == .paragraph, let end = datelineEnd(part.span, text) else { return [part] }
            let rest = Span(end, part.span.end).trimmed(in: text)
            return [
                Syntax.Part(kind: .dateline, span: Span(part.span.start, end).trimmed(in: text), tokens: 0..<0),
                Syntax.Part(kind: .paragraph, span: rest, tokens: 0..<0),
            ]
        }
    }

    /// Where the dateline ends: "MEXICO CITY (Agency) — ", "BOGOTÁ, Nov 6 (Agency) - ", "Ciudad de México, 8 de abril.- ".
    private static func datelineEnd(_ span: Span, _ text: [UInt8]) -> Int? {
        let limit = min(span.end, span.start + 90)
        var capitals = 0
        var smalls = 0
        var position = span.start
        while position < limit {
            let byte = text[position]
            if (0x41...0x5A).contains(byte) { capitals += 1 }
            if (0x61...0x7A).contains(byte) { smalls += 1 }
            // A sentence ends here: what stands before was none of a dateline's business.
            if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: ":") { return nil }
            if let length = dash(at: position, text, limit: span.end) {
                let end = position + length
                guard end < span.end, position > span.start + 2 else { return nil }
                return isDateline(text[span.start..<position], capitals: capitals, smalls: smalls) ? end : nil
            }
            position += 1
        }
        return nil
    }

    /// The length of a spaced dash or ".-" with the spaces behind it.
    private static func dash(at position: Int, _ text: [UInt8], limit: Int) -> Int? {
        func matches(_ bytes: [UInt8]) -> Bool {
            position + bytes.count < limit && text[position..<position + bytes.count].elementsEqual(bytes)
        }
        for form in [" — ", " – ", " -- ", " - ", ".- ", ".— ", ".– ", " —"] where matches(Array(form.utf8)) {
            return form.utf8.count
        }
        return nil
    }

    /// A place in capitals, or a place with an agency in brackets or a date, and no verb's worth of small words.
    private static func isDateline(_ bytes: ArraySlice<UInt8>, capitals: Int, smalls: Int) -> Bool {
        let head = bytes.prefix { $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ",") }
        let small = head.filter { (0x61...0x7A).contains($0) }.count
        let words = bytes.split(separator: UInt8(ascii: " ")).count
        if capitals >= 3, small == 0, head.count > 2 { return words <= 12 }
        let hasBracket = bytes.contains(UInt8(ascii: "(")) && bytes.last == UInt8(ascii: ")")
        let hasDate = bytes.contains { (0x30...0x39).contains($0) }
        return words <= 9 && (hasBracket || hasDate)
    }

    private static func kind(of parts: [Syntax.Part], at index: Int, text: [UInt8]) -> Syntax.Part.Kind {
        let line = text[parts[index].span.start..<parts[index].span.end]
        if isSourceLine(line), index > 0 { return .source }
        guard isHeading(line) else { return .paragraph }
        if index == 0 { return parts.count > 1 ? .headline : .paragraph }
        // A subhead stands before a longer paragraph; the last line of a report heads nothing.
        guard index + 1 < parts.count, parts[index + 1].span.count > line.count else { return .paragraph }
        return .subhead
    }

    private static func isSourceLine(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count < 200 else { return false }
        let lower = String(decoding: line.prefix(12), as: UTF8.self).lowercased()
        return ["source:", "sources:", "fuente:", "fuentes:", "by ", "por "].contains { lower.hasPrefix($0) }
            && (lower.contains(":") || line.count < 60)
    }

    private static func isHeading(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count < 220, let last = line.last else { return false }
        // Sentences end with a stop, a list's items with a comma or semicolon.
        let stops: Set<UInt8> = [UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: ":")]
        if stops.contains(last) { return false }
        if line.suffix(3).elementsEqual([0xE2, 0x80, 0x9D]), line.dropLast(3).last == UInt8(ascii: ".") {
            return false
        }
        if last == UInt8(ascii: "\""), line.dropLast().last == UInt8(ascii: ".") { return false }
        return true
    }
}
