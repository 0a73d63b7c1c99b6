/// A message or a capture, taken apart (RFC 2045, 2046).
struct MailPart {
    var headers: MailHeaders
    /// `text/html`, in small letters.
    var type: String
    /// Its number within the message, `1.2`; empty for the whole.
    var number: String
    /// Where its encoded content stands.
    var content: Range<Int>

    private static let deepest = 12
    private static let most = 2_000

    /// All parts that hold content, in the order of the message.
    static func leaves(_ bytes: [UInt8], _ charsets: CharsetFinder) -> (headers: MailHeaders, parts: [MailPart]) {
        let headers = MailHeaders(bytes, 0, bytes.count, charsets)
        var parts: [MailPart] = []
        collect(bytes, headers, headers.end..<bytes.count, number: "", depth: 0, charsets, into: &parts)
        return (headers, parts)
    }

    private static func collect(
        _ bytes: [UInt8], _ headers: MailHeaders, _ content: Range<Int>, number: String, depth: Int,
        _ charsets: CharsetFinder, into parts: inout [MailPart]
    ) {
        guard parts.count < most else { return }
        let declared = (headers["content-type"] ?? "text/plain").prefix { $0 != ";" }
        let type = String(declared).trimmed.lowercased()
        if type.hasPrefix("multipart/"), depth < deepest,
            let boundary = headers.parameter("boundary", of: "content-type")
        {
            for (index, piece) in pieces(bytes, content, boundary).enumerated() {
                let inner = MailHeaders(bytes, piece.lowerBound, piece.upperBound, charsets)
                let name = number.isEmpty ? "\(index + 1)" : "\(number).\(index + 1)"
                collect(
                    bytes, inner, inner.end..<max(inner.end, piece.upperBound), number: name, depth: depth + 1,
                    charsets,
                    into: &parts)
            }
        } else if type == "message/rfc822", depth < deepest {
            let inner = MailHeaders(bytes, content.lowerBound, content.upperBound, charsets)
            collect(
                bytes, inner, inner.end..<max(inner.end, content.upperBound), number: number, depth: depth + 1,
                charsets,
                into: &parts)
        } else {
            parts.append(MailPart(headers: headers, type: type, number: number, content: content))
        }
    }

    /// What stands between boundary lines; a last piece without one goes to the end.
    private static func pieces(_ bytes: [UInt8], _ range: Range<Int>, _ boundary: String) -> [Range<Int>] {
        let mark = Array("--\(boundary)".utf8)
        guard mark.count > 2 else { return [] }
        var found: [Range<Int>] = []
        var start: Int?
        var i = range.lowerBound
        while i < range.upperBound, found.count < most {
            let line = i
            while i < range.upperBound, bytes[i] != 0x0A { i += 1 }
            let next = min(i + 1, range.upperBound)
            if line + mark.count <= range.upperBound, bytes[line..<line + mark.count].elementsEqual(mark) {
                if let start {
                    // The line end before a boundary belongs to it.
                    var end = line
                    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
                    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
                    found.append(start..<end)
                }
                let isLast = bytes[(line + mark.count)..<min(line + mark.count + 2, range.upperBound)].elementsEqual([
                    0x2D, 0x2D,
                ])
                start = isLast ? nil : next
                if isLast { break }
            }
            i = next
        }
        if let start, start < range.upperBound { found.append(start..<range.upperBound) }
        return found
    }

    /// The part's bytes as they were before they were sent.
    func decoded(_ bytes: [UInt8]) -> [UInt8] {
        TransferEncoding.decode(bytes[content], headers["content-transfer-encoding"])
    }
}
