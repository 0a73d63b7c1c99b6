/// A value of a MessagePack file.
package indirect enum MessagePackValue: Sendable {
    case none
    case boolean(Bool)
    case integer(Int64)
    case unsigned(UInt64)
    case real(Double)
    case text(ArraySlice<UInt8>)
    case binary(ArraySlice<UInt8>)
    case list([MessagePackValue])
    case table([(key: MessagePackValue, value: MessagePackValue)])

    /// The string, or the bytes read as UTF-8.
    var string: String? {
        switch self {
        case .text(let bytes), .binary(let bytes): String(validating: bytes, as: UTF8.self)
        default: nil
        }
    }

    var bytes: ArraySlice<UInt8>? {
        switch self {
        case .text(let bytes), .binary(let bytes): bytes
        default: nil
        }
    }

    var int: Int? {
        switch self {
        case .integer(let value): Int(exactly: value)
        case .unsigned(let value): Int(exactly: value)
        default: nil
        }
    }

    /// An unsigned 64-bit number, the form of spaCy's string ids.
    var identifier: UInt64? {
        switch self {
        case .integer(let value): UInt64(exactly: value)
        case .unsigned(let value): value
        default: nil
        }
    }

    var bool: Bool? {
        if case .boolean(let value) = self { return value }
        return nil
    }

    var isNone: Bool {
        if case .none = self { return true }
        return false
    }

    var list: [MessagePackValue]? {
        if case .list(let values) = self { return values }
        return nil
    }

    var table: [(key: MessagePackValue, value: MessagePackValue)]? {
        if case .table(let pairs) = self { return pairs }
        return nil
    }

    /// The value of a key of a table; keys may be strings or bytes.
    subscript(key: String) -> MessagePackValue? {
        guard let pairs = table else { return nil }
        return pairs.first { $0.key.bytes.map { $0.elementsEqual(key.utf8) } ?? false }?.value
    }
}

/// Reads MessagePack; every length is checked against what is left, so that a damaged file gives an error.
package struct MessagePackReader {
    private let bytes: ArraySlice<UInt8>
    private var at: Int

    /// What is wrong with the bytes.
    package struct Damage: Error {
        package let problem: String
    }

    package static func read(_ bytes: ArraySlice<UInt8>) throws(Damage) -> MessagePackValue {
        var reader = MessagePackReader(bytes: bytes, at: bytes.startIndex)
        let value = try reader.value(depth: 0)
        guard reader.at == bytes.endIndex else { throw Damage(problem: "bytes after the end of the value") }
        return value
    }

    private mutating func value(depth: Int) throws(Damage) -> MessagePackValue {
        guard depth < 32 else { throw Damage(problem: "nested too deeply") }
        let head = try byte()
        switch head {
        case 0x00...0x7f: return .integer(Int64(head))
        case 0x80...0x8f: return try pairs(Int(head & 0x0f), depth)
        case 0x90...0x9f: return try items(Int(head & 0x0f), depth)
        case 0xa0...0xbf: return .text(try take(Int(head & 0x1f)))
        case 0xc0: return .none
        case 0xc2: return .boolean(false)
        case 0xc3: return .boolean(true)
        case 0xc4: return .binary(try take(Int(try number(1))))
        case 0xc5: return .binary(try take(Int(try number(2))))
        case 0xc6: return .binary(try take(Int(try number(4))))
        case 0xca: return .real(Double(Float(bitPattern: UInt32(truncatingIfNeeded: try number(4)))))
        case 0xcb: return .real(Double(bitPattern: try number(8)))
        case 0xcc: return .unsigned(try number(1))
        case 0xcd: return .unsigned(try number(2))
        case 0xce: return .unsigned(try number(4))
        case 0xcf: return .unsigned(try number(8))
        case 0xd0: return .integer(Int64(Int8(truncatingIfNeeded: try number(1))))
        case 0xd1: return .integer(Int64(Int16(truncatingIfNeeded: try number(2))))
        case 0xd2: return .integer(Int64(Int32(truncatingIfNeeded: try number(4))))
        case 0xd3: return .integer(Int64(truncatingIfNeeded: try number(8)))
        case 0xd9: return .text(try take(Int(try number(1))))
        case 0xda: return .text(try take(Int(try number(2))))
        case 0xdb: return .text(try take(Int(try number(4))))
        case 0xdc: return try items(Int(try number(2)), depth)
        case 0xdd: return try items(Int(try number(4)), depth)
        case 0xde: return try pairs(Int(try number(2)), depth)
        case 0xdf: return try pairs(Int(try number(4)), depth)
        case 0xe0...0xff: return .integer(Int64(Int8(bitPattern: head)))
        default: throw Damage(problem: "an unknown MessagePack type \(head) at byte \(at - bytes.startIndex - 1)")
        }
    }

    private mutating func items(_ count: Int, _ depth: Int) throws(Damage) -> MessagePackValue {
        guard count <= bytes.endIndex - at else { throw Damage(problem: "a list longer than the file") }
        var values: [MessagePackValue] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try value(depth: depth + 1)) }
        return .list(values)
    }

    private mutating func pairs(_ count: Int, _ depth: Int) throws(Damage) -> MessagePackValue {
        guard count <= (bytes.endIndex - at) / 2 else { throw Damage(problem: "a table longer than the file") }
        var values: [(key: MessagePackValue, value: MessagePackValue)] = []
        values.reserveCapacity(count)
        for _ in 0..<count {
            let key = try value(depth: depth + 1)
            values.append((key, try value(depth: depth + 1)))
        }
        return .table(values)
    }

    private mutating func byte() throws(Damage) -> UInt8 {
        guard at < bytes.endIndex else { throw Damage(problem: "it ends in the middle of a value") }
        defer { at += 1 }
        return bytes[at]
    }

    private mutating func number(_ count: Int) throws(Damage) -> UInt64 {
        var value: UInt64 = 0
        for _ in 0..<count { value = value << 8 | UInt64(try byte()) }
        return value
    }

    private mutating func take(_ count: Int) throws(Damage) -> ArraySlice<UInt8> {
        guard count <= bytes.endIndex - at else { throw Damage(problem: "it ends in the middle of a string") }
        defer { at += count }
        return bytes[at..<at + count]
    }
}
