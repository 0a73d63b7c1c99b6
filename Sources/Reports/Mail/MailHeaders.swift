/// The header lines of a message or of one of its parts (RFC 5322, RFC 2047).
struct MailHeaders {
    /// Names in small letters; values unfolded, encoded words decoded. The first of a name counts.
    private(set) var values: [String: String] = [:]
    /// Where the body begins.
    private(set) var end: Int

    private static let mostLines = 2_000

    /// Reads header lines from `start` to the first empty line.
    init(_ bytes: [UInt8], _ start: Int, _ limit: Int, _ charsets: CharsetFinder) {
        var i = start
        var lines = 0
        var name: String?
        var value: [UInt8] = []
        end = limit
        func store(_ values: inout [String: String]) {
            guard let name, values[name] == nil else { return }
            values[name] = EncodedWords.decode(value, charsets)
        }
        while i < limit {
            var stop = i
            while stop < limit, bytes[stop] != 0x0A { stop += 1 }
            var lineEnd = stop
            if lineEnd > i, bytes[lineEnd - 1] == 0x0D { lineEnd -= 1 }
            let next = min(stop + 1, limit)
            if lineEnd == i {
                end = next
                break
            }
            lines += 1
            if lines > Self.mostLines { break }
            if bytes[i] == 0x20 || bytes[i] == 0x09 {
                value.append(0x20)
                value += bytes[i..<lineEnd].drop { $0 == 0x20 || $0 == 0x09 }
            } else {
                store(&values)
                (name, value) = (nil, [])
                if let colon = bytes[i..<lineEnd].firstIndex(of: 0x3A) {
                    name = String(decoding: bytes[i..<colon].map(lowered), as: UTF8.self).trimmed
                    value = Array(bytes[(colon + 1)..<lineEnd].drop { $0 == 0x20 || $0 == 0x09 })
                }
            }
            i = next
        }
        store(&values)
    }

    subscript(name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// The value of a parameter of a header: `boundary` of `multipart/mixed; boundary="x"`.
    func parameter(_ parameter: String, of name: String) -> String? {
        guard let value = values[name] else { return nil }
        for piece in MailHeaders.pieces(value).dropFirst() {
            guard let equals = piece.firstIndex(of: "=") else { continue }
            let key = String(piece[..<equals]).trimmed.lowercased()
            guard key == parameter || key == parameter + "*" else { continue }
            let text = String(piece[piece.index(after: equals)...]).trimmed
            return text.hasPrefix("\"") ? text.filter { $0 != "\"" } : text
        }
        return nil
    }

    /// Splits at semicolons outside quotes.
    private static func pieces(_ value: String) -> [Substring] {
        var isQuoted = false
        return value.split(omittingEmptySubsequences: false) { character in
            if character == "\"" { isQuoted.toggle() }
            return character == ";" && !isQuoted
        }
    }
}

/// `=?utf-8?Q?Fiscal=C3=ADa?=` in headers.
enum EncodedWords {
    static func decode(_ bytes: [UInt8], _ charsets: CharsetFinder) -> String {
        guard bytes.contains(0x3D), bytes.contains(0x3F) else { return plain(bytes, charsets) }
        var text = ""
        var i = 0
        var rest = 0
        while i + 1 < bytes.count {
            guard bytes[i] == 0x3D, bytes[i + 1] == 0x3F, let word = word(bytes, i, charsets) else {
                i += 1
                continue
            }
            let between = bytes[rest..<i]
            // White space between two encoded words belongs to neither.
            if rest == 0 || !between.allSatisfy(isMarkupSpace) { text += plain(Array(between), charsets) }
            text += word.text
            i = word.end
            rest = i
        }
        return text + plain(Array(bytes[rest...]), charsets)
    }

    private static func plain(_ bytes: [UInt8], _ charsets: CharsetFinder) -> String {
        String(decoding: charsets.decode(bytes, header: nil) { _ in nil }.text, as: UTF8.self)
    }

    private static func word(_ bytes: [UInt8], _ start: Int, _ charsets: CharsetFinder) -> (text: String, end: Int)? {
        var marks: [Int] = []
        var i = start + 2
        while i < min(bytes.count, start + 1_000), marks.count < 3 {
            if bytes[i] == 0x3F { marks.append(i) }
            i += 1
        }
        guard marks.count == 3, marks[2] + 1 < bytes.count, bytes[marks[2] + 1] == 0x3D else { return nil }
        let label = String(decoding: bytes[(start + 2)..<marks[0]], as: UTF8.self).prefix { $0 != "*" }
        let content = bytes[(marks[1] + 1)..<marks[2]]
        let raw: [UInt8]
        switch bytes[marks[0] + 1] | 0x20 {
        case UInt8(ascii: "b"): raw = TransferEncoding.base64(content)
        case UInt8(ascii: "q"): raw = TransferEncoding.quotedPrintable(content.map { $0 == 0x5F ? 0x20 : $0 }[...])
        default: return nil
        }
        let charset = charsets.charset(labelled: label) ?? .utf8
        return (String(decoding: charset.decode(raw[...])?.text ?? raw, as: UTF8.self), marks[2] + 2)
    }
}
