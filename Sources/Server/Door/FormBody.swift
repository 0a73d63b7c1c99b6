/// What a form brings: fields, and files.
package struct FormBody: Sendable {
    package struct File: Sendable {
        package var name: String
        package var bytes: [UInt8]
    }

    package private(set) var fields: [(name: String, value: String)] = []
    package private(set) var files: [File] = []

    /// The most fields and files that are looked at.
    static let limit = 2000

    /// - Throws: 415 for another kind of body, 400 for one that cannot be read.
    package init(_ request: DeskRequest) throws(Refusal) {
        let type = request.headers["content-type"] ?? ""
        if type.hasPrefix("application/x-www-form-urlencoded") {
            fields = Self.fields(String(decoding: request.body, as: UTF8.self)[...])
        } else if type.hasPrefix("multipart/form-data"), let boundary = Self.parameter("boundary", of: type) {
            try take(parts: request.body, boundary: Array("--\(boundary)".utf8))
        } else {
            throw Refusal(415, "desk.body-type", "The body must be a form.")
        }
    }

    package subscript(name: String) -> String? { fields.first { $0.name == name }?.value }
    package func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    static func fields(_ text: Substring) -> [(name: String, value: String)] {
        text.split(separator: "&").prefix(limit).compactMap { part in
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decoded(pair[0]), let value = decoded(pair.count > 1 ? pair[1] : "") else { return nil }
            return (name, value)
        }
    }

    /// nil where an escape is broken or the bytes are no UTF-8.
    static func decoded(_ text: some StringProtocol, plusIsSpace: Bool = true) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
                    return nil
                }
                bytes.append(high << 4 | low)
            } else {
                bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }

    private static func parameter(_ name: String, of header: String) -> String? {
        for part in header.split(separator: ";").dropFirst() {
            let pair = part.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
            if pair.count == 2, pair[0].lowercased() == name {
                let value = pair[1].filter { $0 != "\"" }
                return value.isEmpty || value.utf8.count > 200 ? nil : String(value)
            }
        }
        return nil
    }

    private mutating func take(parts body: [UInt8], boundary: [UInt8]) throws(Refusal) {
        let bounds = Self.places(of: boundary, in: body)
        guard bounds.count > 1 else { throw Refusal(400, "desk.form-broken", "The form cannot be read.") }
        for (start, end) in zip(bounds, bounds.dropFirst()).prefix(Self.limit) {
            let part = body[(start + boundary.count)..<end]
            guard let head = Self.places(of: Array("\r\n\r\n".utf8), in: part, first: true).first else { continue }
            let headers = String(decoding: part[part.startIndex..<head], as: UTF8.self)
            let content = part[(head + 4)...].dropLast(2)
            guard
                let line = headers.split(whereSeparator: \.isNewline).first(where: {
                    $0.lowercased().hasPrefix("content-disposition:")
                }), let name = Self.parameter("name", of: String(line))
            else { continue }
            if let file = Self.parameter("filename", of: String(line)) {
                files.append(File(name: file, bytes: Array(content)))
            } else if !line.contains("filename=") {
                fields.append((name, String(decoding: content, as: UTF8.self)))
            }
        }
    }

    private static func places(of needle: [UInt8], in bytes: some RandomAccessCollection<UInt8>, first: Bool = false)
        -> [Int]
    {
        let hay = Array(bytes)
        let offset = (bytes as? ArraySlice<UInt8>)?.startIndex ?? 0
        var places: [Int] = []
        var i = 0
        while i + needle.count <= hay.count {
            if hay[i] == needle[0], hay[i..<(i + needle.count)].elementsEqual(needle) {
                places.append(i + offset)
                if first { break }
                i += needle.count
            } else {
                i += 1
            }
        }
        return places
    }
}
