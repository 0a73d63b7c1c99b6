/// The headline of a plain text: its first line, when it looks like one.
enum Headline {
    /// In bytes; a longer line is a paragraph.
    static let longest = 250

    /// nil when the text does not begin with a headline: the first line is long, ends like a sentence, or is all
    /// there is.
    static func find(in text: [UInt8]) -> String? {
        let start = text.firstIndex { !isWhiteSpace($0) } ?? text.endIndex
        guard let end = text[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return nil }
        var line = text[start..<end]
        while let last = line.last, isWhiteSpace(last) { line.removeLast() }
        let hasMore = text[end...].contains { !isWhiteSpace($0) }
        guard hasMore, line.count <= longest, let last = line.last, last != UInt8(ascii: "."), last != UInt8(ascii: ",")
        else { return nil }
        return String(decoding: line, as: UTF8.self)
    }

    static func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
