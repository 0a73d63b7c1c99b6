/// The text of a Markdown line without its marks.
enum MarkdownInline {
    /// Adds a line's text to a composition, each run with its place in the file.
    static func append(_ text: [UInt8], _ range: Range<Int>, to composition: inout Composition) {
        var i = range.lowerBound
        var plain = i
        func flush(_ end: Int, _ composition: inout Composition) {
            if end > plain { composition.append(text[plain..<end], place: "", offset: plain) }
        }
        while i < range.upperBound {
            switch text[i] {
            case 0x5C where i + 1 < range.upperBound && isPunctuation(text[i + 1]):
                flush(i, &composition)
                plain = i + 1
                i += 2
            case 0x2A, 0x60:
                flush(i, &composition)
                while i < range.upperBound, text[i] == 0x2A || text[i] == 0x60 { i += 1 }
                plain = i
            case 0x5F where isEdge(text, i, range):
                flush(i, &composition)
                i += 1
                plain = i
            case 0x5B, 0x21:
                guard let link = link(text, i, range) else {
                    i += 1
                    continue
                }
                flush(i, &composition)
                if !link.isPicture { append(text, link.label, to: &composition) }
                i = link.end
                plain = i
            default:
                i += 1
            }
        }
        flush(range.upperBound, &composition)
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && !isLetter(byte) && !isDigit(byte)
    }

    /// An underscore at the edge of a word; inside one it is part of it.
    private static func isEdge(_ text: [UInt8], _ i: Int, _ range: Range<Int>) -> Bool {
        func isWord(_ k: Int) -> Bool {
            range.contains(k) && (isLetter(text[k]) || isDigit(text[k]) || text[k] >= 0x80)
        }
        return !(isWord(i - 1) && isWord(i + 1))
    }

    /// `[label](address)`, `![picture](address)`, `[label][name]`; labels do not nest.
    private static func link(
        _ text: [UInt8], _ start: Int, _ range: Range<Int>
    ) -> (label: Range<Int>, end: Int, isPicture: Bool)? {
        let isPicture = text[start] == 0x21
        let bracket = isPicture ? start + 1 : start
        guard bracket < range.upperBound, text[bracket] == 0x5B else { return nil }
        var i = bracket + 1
        while i < range.upperBound, text[i] != 0x5D, text[i] != 0x5B { i += 1 }
        guard i + 1 < range.upperBound, text[i] == 0x5D else { return nil }
        let label = (bracket + 1)..<i
        let closer: UInt8
        switch text[i + 1] {
        case 0x28: closer = 0x29
        case 0x5B: closer = 0x5D
        default: return nil
        }
        i += 2
        while i < range.upperBound, text[i] != closer { i += 1 }
        return i < range.upperBound ? (label, i + 1, isPicture) : nil
    }
}
