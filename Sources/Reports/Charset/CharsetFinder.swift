/// Finds the character set of bytes: by their mark, by what is declared, by what they look like.
package struct CharsetFinder: Sendable {
    /// How a character set was found.
    package enum Basis: String, Sendable, Hashable {
        case byteOrderMark, header, declaration, validity, likeness, fallback
    }

    package struct Decoded: Sendable {
        /// UTF-8 without a byte order mark.
        package var text: [UInt8]
        package var charset: Charset
        package var basis: Basis
        /// Places that are no text in this character set.
        package var replaced: Int
    }

    private let labels: [String: String]

    /// - Parameter table: rows of label, tab, encoding; lines that begin with `#` are notes.
    package init(table: some StringProtocol) {
        var labels: [String: String] = [:]
        for line in table.split(separator: "\n") where !line.hasPrefix("#") {
            let cells = line.split(separator: "\t")
            if cells.count == 2 { labels[String(cells[0])] = String(cells[1]) }
        }
        self.labels = labels
    }

    /// The character set that a label names, in any case; nil for one that is unknown.
    package func charset(labelled label: some StringProtocol) -> Charset? {
        let trimmed = label.lowercased().filter { !" \t\n\r\u{0C}\"'".contains($0) }
        return labels[trimmed].map { Charset(name: $0) }
    }

    /// - Parameters:
    ///   - header: a media type that may name a character set.
    ///   - declared: reads the declaration inside the bytes (`meta`, the XML declaration).
    package func decode(_ bytes: [UInt8], header: String?, declared: ([UInt8]) -> String?) -> Decoded {
        if let marked = byteOrderMark(bytes) { return decode(bytes[marked.length...], marked.charset, .byteOrderMark) }
        let check = UTF8Check(bytes[...])
        if check.isValid, check.wellFormed > 0 || !bytes.contains(0x1B) {
            return Decoded(text: bytes, charset: .utf8, basis: .validity, replaced: 0)
        }
        let fromHeader = header.flatMap(Self.parameter).flatMap { charset(labelled: $0) }
        if let named = fromHeader, accepts(named, check) { return decode(bytes[...], named, .header) }
        if let named = declared(bytes).flatMap({ charset(labelled: $0) }), accepts(named, check) {
            return decode(bytes[...], named, .declaration)
        }
        if check.wellFormed > 4 * check.misplaced { return decode(bytes[...], .utf8, .validity) }
        if let likely = CharsetLikeness(bytes).best { return decode(bytes[...], likely, .likeness) }
        return decode(bytes[...], .windows1252, .fallback)
    }

    /// UTF-8 that is mostly not UTF-8 was declared wrongly; UTF-16 inside readable bytes as well.
    private func accepts(_ charset: Charset, _ check: UTF8Check) -> Bool {
        switch charset.name {
        case "utf-8": check.wellFormed >= check.misplaced
        case "utf-16le", "utf-16be", "replacement", "x-user-defined": false
        default: true
        }
    }

    private func decode(_ bytes: ArraySlice<UInt8>, _ charset: Charset, _ basis: Basis) -> Decoded {
        guard let (text, replaced) = charset.decode(bytes) else {
            return Decoded(
                text: SingleByteTable.windows1252.decode(bytes), charset: .windows1252, basis: .fallback, replaced: 0)
        }
        return Decoded(text: text, charset: charset, basis: basis, replaced: replaced)
    }

    private func byteOrderMark(_ bytes: [UInt8]) -> (charset: Charset, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (Charset(name: "utf-16le"), 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (Charset(name: "utf-16be"), 2) }
        return nil
    }

    /// The value of `charset=` in a media type.
    package static func parameter(_ mediaType: String) -> String? {
        guard let range = mediaType.lowercased().firstRange(of: "charset=") else { return nil }
        let rest = mediaType.lowercased()[range.upperBound...]
        return String(rest.prefix { $0 != ";" && $0 != " " && $0 != ">" && $0 != "," })
    }

    /// The character set that the first 8 KB of a page or an XML document declare.
    package static func declaration(_ bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(8192).map { $0 < 0x80 ? lowered($0) : 0x3F }, as: UTF8.self)
        for mark in ["charset=", "encoding="] {
            guard let range = head.firstRange(of: mark) else { continue }
            let rest = head[range.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
            let label = rest.prefix { $0.isLetter || $0.isNumber || "-_:.".contains($0) }
            if !label.isEmpty { return String(label) }
        }
        return nil
    }
}
