/// The named characters of HTML (`&eacute;`) and the rules for numbered ones.
package struct CharacterReferences: Sendable {
    /// Name with its semicolon if it has one → UTF-8.
    private let named: [String: [UInt8]]
    private static let longestName = 32

    /// - Parameter table: rows of name, tab, code points in hexadecimal; lines that begin with `#` are notes.
    package init(table: some StringProtocol) {
        var named: [String: [UInt8]] = [:]
        for line in table.split(separator: "\n") where !line.hasPrefix("#") {
            let cells = line.split(separator: "\t")
            guard cells.count == 2 else { continue }
            var characters = String.UnicodeScalarView()
            for point in cells[1].split(separator: " ") {
                if let value = UInt32(point, radix: 16), let scalar = Unicode.Scalar(value) {
                    characters.append(scalar)
                }
            }
            named[String(cells[0])] = Array(String(characters).utf8)
        }
        self.named = named
    }

    /// Appends `bytes[start..<end]` with its references resolved and line ends made `\n`.
    package func decode(
        _ bytes: [UInt8], _ start: Int, _ end: Int, into text: inout [UInt8], inAttribute: Bool = false
    ) {
        var i = start
        var plain = start
        while i < end {
            let byte = bytes[i]
            guard byte == 0x26 || byte == 0x0D || byte == 0 else {
                i += 1
                continue
            }
            text.append(contentsOf: bytes[plain..<i])
            switch byte {
            case 0x0D:
                text.append(0x0A)
                i += i + 1 < end && bytes[i + 1] == 0x0A ? 2 : 1
            case 0:
                text.append(contentsOf: [0xEF, 0xBF, 0xBD])
                i += 1
            default:
                i = reference(bytes, i, end, into: &text, inAttribute)
            }
            plain = i
        }
        text.append(contentsOf: bytes[plain..<end])
    }

    /// Resolves the reference at `start`, an ampersand, and returns where the text goes on.
    private func reference(
        _ bytes: [UInt8], _ start: Int, _ end: Int, into text: inout [UInt8], _ inAttribute: Bool
    ) -> Int {
        let name = start + 1
        guard name < end else { return literal(&text, start) }
        if bytes[name] == UInt8(ascii: "#") { return number(bytes, start, end, into: &text) }
        var stop = name
        while stop < end, stop - name < Self.longestName, isLetter(bytes[stop]) || isDigit(bytes[stop]) { stop += 1 }
        guard stop > name else { return literal(&text, start) }
        if stop < end, bytes[stop] == UInt8(ascii: ";"),
            let characters = named[String(decoding: bytes[name...stop], as: UTF8.self)]
        {
            text.append(contentsOf: characters)
            return stop + 1
        }
        var length = min(stop - name, 6)
        while length >= 2 {
            if let characters = named[String(decoding: bytes[name..<name + length], as: UTF8.self)] {
                let next = name + length < end ? bytes[name + length] : 0
                if inAttribute, next == UInt8(ascii: "=") || isLetter(next) || isDigit(next) { break }
                text.append(contentsOf: characters)
                return name + length
            }
            length -= 1
        }
        return literal(&text, start)
    }

    private func literal(_ text: inout [UInt8], _ start: Int) -> Int {
        text.append(0x26)
        return start + 1
    }

    private func number(_ bytes: [UInt8], _ start: Int, _ end: Int, into text: inout [UInt8]) -> Int {
        var i = start + 2
        let isHexadecimal = i < end && (bytes[i] | 0x20) == UInt8(ascii: "x")
        if isHexadecimal { i += 1 }
        let firstDigit = i
        var value: UInt32 = 0
        while i < end, let digit = digit(bytes[i], isHexadecimal) {
            value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
            i += 1
        }
        guard i > firstDigit else { return literal(&text, start) }
        if i < end, bytes[i] == UInt8(ascii: ";") { i += 1 }
        if (0x80...0x9F).contains(value) { value = UInt32(SingleByteTable.windows1252.scalar(UInt8(value)).value) }
        let scalar = value == 0 ? nil : Unicode.Scalar(value)
        text.append(contentsOf: String(Character(scalar ?? "\u{FFFD}")).utf8)
        return i
    }

    private func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
        if isDigit(byte) { return UInt32(byte - 0x30) }
        guard isHexadecimal else { return nil }
        let letter = byte | 0x20
        return letter >= 0x61 && letter <= 0x66 ? UInt32(letter - 0x61 + 10) : nil
    }
}

@inline(__always)
func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

extension CharacterReferences {
    /// A text with its references resolved; for strings that machines wrote with them by mistake.
    func resolved(_ text: String) -> String {
        guard text.utf8.contains(0x26) else { return text }
        var decoded: [UInt8] = []
        let bytes = Array(text.utf8)
        decode(bytes, 0, bytes.count, into: &decoded)
        return String(decoding: decoded, as: UTF8.self)
    }
}
