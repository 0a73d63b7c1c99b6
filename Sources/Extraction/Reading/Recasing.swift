import Vocabulary

/// Sets headlines in title case or capitals as running text would have them, so that the analysis reads them.
///
/// The body decides: a word that it writes small is small, a word that it writes with a capital inside a sentence keeps
/// it. A word that the body does not have is small when it is a function word or a form of a verb that frames know.
/// Only the case of letters changes, never their number of bytes.
struct Recasing {
    private var small: Set<[UInt8]> = []
    private var capital: Set<[UInt8]> = []
    private let isKnownVerb: (String) -> Bool
    private let functionWords: Set<String>

    /// - Parameters:
    ///   - parts: the layout; paragraphs are the body.
    ///   - isKnownVerb: whether a lower-case form belongs to a verb that frames know.
    init(text: [UInt8], parts: [Syntax.Part], functionWords: Set<String>, isKnownVerb: @escaping (String) -> Bool) {
        self.functionWords = functionWords
        self.isKnownVerb = isKnownVerb
        for part in parts where part.kind == .paragraph {
            var startsSentence = true
            for word in Self.words(in: part.span, text) {
                let bytes = Array(text[word.start..<word.end])
                if Self.isCapital(bytes) {
                    if !startsSentence { capital.insert(Self.lowered(bytes)) }
                } else {
                    small.insert(bytes)
                }
                let next = word.end < part.span.end ? text[word.end] : 0
                startsSentence = next == UInt8(ascii: ".") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
            }
        }
    }

    /// The text with the headings recased; the same bytes where nothing changes.
    func recased(_ text: [UInt8], parts: [Syntax.Part]) -> [UInt8] {
        var result = text
        for part in parts where part.kind == .headline || part.kind == .subhead {
            let words = Self.words(in: part.span, text)
            let long = words.filter { $0.count > 3 }
            let capitals = long.filter { Self.isCapital(Array(text[$0.start..<$0.end])) }
            guard long.count >= 2, 4 * capitals.count >= 3 * long.count else { continue }
            let shouted = capitals.filter { Self.isShouted(text[$0.start..<$0.end]) }.count
            for (index, word) in words.enumerated() {
                let bytes = Array(text[word.start..<word.end])
                let allCaps = Self.isShouted(bytes[...])
                if allCaps, 2 * shouted < capitals.count { continue }
                let form = Self.form(bytes, lowered: Self.lowered(bytes), isFirst: index == 0, keeps: keeps)
                guard form.count == bytes.count else { continue }
                result.replaceSubrange(word.start..<word.end, with: form)
            }
        }
        return result
    }

    private static func form(
        _ bytes: [UInt8], lowered: [UInt8], isFirst: Bool, keeps: ([UInt8]) -> Bool
    ) -> [UInt8] {
        if isFirst || keeps(lowered) {
            guard isShouted(bytes[...]), bytes.count > 3 else { return bytes }
            // A name in a headline of capitals gets its usual form.
            let title = String(decoding: lowered, as: UTF8.self)
            return Array((title.prefix(1).uppercased() + title.dropFirst()).utf8)
        }
        return lowered
    }

    private func keeps(_ lowered: [UInt8]) -> Bool {
        if small.contains(lowered) { return false }
        if capital.contains(lowered) { return true }
        let word = String(decoding: lowered, as: UTF8.self)
        return !functionWords.contains(word) && !isKnownVerb(word)
    }

    private static func words(in span: Span, _ text: [UInt8]) -> [Span] {
        var found: [Span] = []
        var start = span.start
        while start < span.end {
            guard isLetter(text[start]) else {
                start += 1
                continue
            }
            var end = start
            while end < span.end, isLetter(text[end]) { end += 1 }
            found.append(Span(start, end))
            start = end
        }
        return found
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || (0xC3...0xC9).contains(byte)
            || (0x80...0xBF).contains(byte)
    }

    private static func isCapital(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first else { return false }
        if (0x41...0x5A).contains(first) { return true }
        return first == 0xC3 && bytes.count > 1 && (0x80...0x9E).contains(bytes[1])
    }

    private static func isShouted(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count > 1 && !bytes.contains { (0x61...0x7A).contains($0) }
            && bytes.contains { (0x41...0x5A).contains($0) }
    }

    private static func lowered(_ bytes: [UInt8]) -> [UInt8] {
        Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
    }
}
