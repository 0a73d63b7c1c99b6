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
        return parts
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
