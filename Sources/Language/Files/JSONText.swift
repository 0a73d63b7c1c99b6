/// A value of a JSON text; objects keep the order of the file.
package indirect enum JSONText: Sendable, Hashable {
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case array([JSONText])
    case object([Pair])

    package struct Pair: Sendable, Hashable {
        package let key: String
        package let value: JSONText

        package init(key: String, value: JSONText) {
            self.key = key
            self.value = value
        }
    }

    var string: String? {
        if case .string(let value) = self { return value }
        return nil
    }

    var int: Int? {
        if case .number(let value) = self { return Int(exactly: value) }
        return nil
    }

    var bool: Bool? {
        if case .boolean(let value) = self { return value }
        return nil
    }

    var array: [JSONText]? {
        if case .array(let values) = self { return values }
        return nil
    }

    var object: [Pair]? {
        if case .object(let pairs) = self { return pairs }
        return nil
    }

    subscript(key: String) -> JSONText? { object?.first { $0.key == key }?.value }
}

/// Reads the small JSON texts of a pipeline directory; nil when the text is not JSON.
package struct JSONTextReader {
    private let bytes: [UInt8]
    private var at = 0

    package static func read(_ bytes: [UInt8]) -> JSONText? {
        var reader = JSONTextReader(bytes: bytes)
        guard let value = reader.value(depth: 0) else { return nil }
        reader.skipSpace()
        return reader.at == bytes.count ? value : nil
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func skipSpace() {
        while at < bytes.count, [0x20, 0x09, 0x0a, 0x0d].contains(bytes[at]) { at += 1 }
    }

    private mutating func accept(_ text: StaticString) -> Bool {
        let end = at + text.utf8CodeUnitCount
        guard end <= bytes.count else { return false }
        let matches = text.withUTF8Buffer { buffer in buffer.elementsEqual(bytes[at..<end]) }
        if matches { at = end }
        return matches
    }

    private mutating func value(depth: Int) -> JSONText? {
        guard depth < 64 else { return nil }
        skipSpace()
        guard at < bytes.count else { return nil }
        switch bytes[at] {
        case UInt8(ascii: "{"): return object(depth)
        case UInt8(ascii: "["): return array(depth)
        case UInt8(ascii: "\""): return string().map { .string($0) }
        case UInt8(ascii: "t"): return accept("true") ? .boolean(true) : nil
        case UInt8(ascii: "f"): return accept("false") ? .boolean(false) : nil
        case UInt8(ascii: "n"): return accept("null") ? .null : nil
        default: return number()
        }
    }

    private mutating func object(_ depth: Int) -> JSONText? {
        at += 1
        var pairs: [JSONText.Pair] = []
        skipSpace()
        if accept("}") { return .object(pairs) }
        while true {
            skipSpace()
            guard at < bytes.count, bytes[at] == UInt8(ascii: "\""), let key = string() else { return nil }
            skipSpace()
            guard accept(":"), let value = value(depth: depth + 1) else { return nil }
            pairs.append(JSONText.Pair(key: key, value: value))
            skipSpace()
            if accept("}") { return .object(pairs) }
            guard accept(",") else { return nil }
        }
    }

    private mutating func array(_ depth: Int) -> JSONText? {
        at += 1
        var values: [JSONText] = []
        skipSpace()
        if accept("]") { return .array(values) }
        while true {
            guard let value = value(depth: depth + 1) else { return nil }
            values.append(value)
            skipSpace()
            if accept("]") { return .array(values) }
            guard accept(",") else { return nil }
        }
    }

    private mutating func number() -> JSONText? {
        let start = at
        while at < bytes.count, "+-.eE0123456789".utf8.contains(bytes[at]) { at += 1 }
        return Double(String(decoding: bytes[start..<at], as: UTF8.self)).map { .number($0) }
    }

    private mutating func string() -> String? {
        at += 1
        var text: [UInt8] = []
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            if byte == UInt8(ascii: "\"") { return String(validating: text, as: UTF8.self) }
            if byte != UInt8(ascii: "\\") {
                text.append(byte)
                continue
            }
            guard at < bytes.count else { return nil }
            at += 1
            switch bytes[at - 1] {
            case UInt8(ascii: "n"): text.append(0x0a)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "r"): text.append(0x0d)
            case UInt8(ascii: "b"): text.append(0x08)
            case UInt8(ascii: "f"): text.append(0x0c)
            case UInt8(ascii: "u"):
                guard let scalar = escapedScalar() else { return nil }
                text.append(contentsOf: String(Character(scalar)).utf8)
            case let other: text.append(other)
            }
        }
        return nil
    }

    private mutating func escapedScalar() -> Unicode.Scalar? {
        guard let first = hexadecimal() else { return nil }
        guard (0xd800..<0xdc00).contains(first) else { return Unicode.Scalar(first) }
        guard accept("\\u"), let second = hexadecimal(), (0xdc00..<0xe000).contains(second) else { return nil }
        return Unicode.Scalar(0x10000 + (first - 0xd800) << 10 + (second - 0xdc00))
    }

    private mutating func hexadecimal() -> UInt32? {
        guard at + 4 <= bytes.count else { return nil }
        defer { at += 4 }
        return UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
    }
}
