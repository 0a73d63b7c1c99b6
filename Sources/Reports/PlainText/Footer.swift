/// The line at the end of a plain text that names where it was published.
enum Footer {
    private static let openings = ["Source:", "Sources:", "Fuente:", "Fuentes:"]
    /// In bytes; a longer line says more than a name.
    private static let longest = 120

    /// What follows “Source:” in the last line; nil when the last line is none of that kind.
    static func source(in text: [UInt8]) -> String? {
        let end = (text.lastIndex { !Headline.isWhiteSpace($0) } ?? -1) + 1
        let start = (text[..<end].lastIndex { $0 == 0x0A || $0 == 0x0D } ?? -1) + 1
        guard end - start <= longest else { return nil }
        let line = String(decoding: text[start..<end], as: UTF8.self)
        guard let opening = openings.first(where: { line.hasPrefix($0) }) else { return nil }
        let source = line.dropFirst(opening.count).drop { $0 == " " }
        return source.isEmpty ? nil : String(source)
    }
}
