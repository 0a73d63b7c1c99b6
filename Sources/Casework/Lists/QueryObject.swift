/// The members of a flat JSON object that hold text or lists of text: read by hand, for a million come in a row.
struct QueryObject {
    private(set) var members: [(name: String, values: [String])] = []

    /// Why a line is not such an object.
    struct Fault: Error {
        /// Byte in the line.
        let byte: Int
        let reason: String
    }

    init(_ line: [UInt8]) throws(Fault) {
        var scanner = Scanner(bytes: line)
        scanner.skipSpace()
        try scanner.expect(0x7B)
        scanner.skipSpace()
        if scanner.take(0x7D) {
            try scanner.expectEnd()
            return
        }
        repeat {
            scanner.skipSpace()
            let name = try scanner.string()
            scanner.skipSpace()
            try scanner.expect(0x3A)
            scanner.skipSpace()
            members.append((name, try scanner.values(0)))
            scanner.skipSpace()
        } while scanner.take(0x2C)
        try scanner.expect(0x7D)
        try scanner.expectEnd()
    }

    /// The values of the first member that has one of some names.
    func values(_ names: String...) -> [String] {
        for name in names {
            if let member = members.first(where: { $0.name == name }) { return member.values }
        }
        return []
    }

    private struct Scanner {
        let bytes: [UInt8]
        var at = 0

        mutating func skipSpace() {
            while at < bytes.count, bytes[at] == 0x20 || (0x09...0x0D).contains(bytes[at]) { at += 1 }
        }

        mutating func take(_ byte: UInt8) -> Bool {
            guard at < bytes.count, bytes[at] == byte else { return false }
            at += 1
            return true
        }

        mutating func expect(_ byte: UInt8) throws(Fault) {
            if !take(byte) { throw Fault(byte: at, reason: "“\(Character(Unicode.Scalar(byte)))” is missing") }
        }

        mutating func expectEnd() throws(Fault) {
            skipSpace()
            if at < bytes.count { throw Fault(byte: at, reason: "text after the object") }
        }

        /// A string is one value, a list its strings; numbers are taken as they are written; null and objects give none.
        mutating func values(_ depth: Int) throws(Fault) -> [String] {
            guard depth < 16 else { throw Fault(byte: at, reason: "too deep") }
            guard at < bytes.count else { throw Fault(byte: at, reason: "a value is missing") }
            switch bytes[at] {
            case 0x22: return [try string()]
            case 0x5B:
                at += 1
                var all: [String] = []
                skipSpace()
                if take(0x5D) { return all }
                repeat {
                    skipSpace()
                    all += try values(depth + 1)
                    skipSpace()
                } while take(0x2C)
                try expect(0x5D)
                return all
            case 0x7B:
                at += 1
                skipSpace()
                if take(0x7D) { return [] }
                repeat {
                    skipSpace()
                    _ = try string()
                    skipSpace()
                    try expect(0x3A)
                    skipSpace()
                    _ = try values(depth + 1)
                    skipSpace()
                } while take(0x2C)
                try expect(0x7D)
                return []
            default: return try word()
            }
        }

        private mutating func word() throws(Fault) -> [String] {
            let start = at
            while at < bytes.count, bytes[at] > 0x20, ![0x2C, 0x5D, 0x7D].contains(bytes[at]) { at += 1 }
            let word = String(decoding: bytes[start..<at], as: UTF8.self)
            switch word {
            case "null": return []
            case "true", "false": return [word]
            default:
                guard let first = word.utf8.first, first == 0x2D || (0x30...0x39).contains(first) else {
                    throw Fault(byte: start, reason: "not a JSON value")
                }
                return [word]
            }
        }

        mutating func string() throws(Fault) -> String {
            try expect(0x22)
            let start = at
            while at < bytes.count, bytes[at] != 0x22, bytes[at] != 0x5C { at += 1 }
            guard at < bytes.count else { throw Fault(byte: start, reason: "a string without an end") }
            if take(0x22) { return String(decoding: bytes[start..<(at - 1)], as: UTF8.self) }
            var out = Array(bytes[start..<at])
            while at < bytes.count {
                let byte = bytes[at]
                at += 1
                switch byte {
                case 0x22: return String(decoding: out, as: UTF8.self)
                case 0x5C: out += try escaped()
                default: out.append(byte)
                }
            }
            throw Fault(byte: start, reason: "a string without an end")
        }

        private mutating func escaped() throws(Fault) -> [UInt8] {
            guard at < bytes.count else { throw Fault(byte: at, reason: "a string without an end") }
            let byte = bytes[at]
            at += 1
            switch byte {
            case UInt8(ascii: "n"): return [0x0A]
            case UInt8(ascii: "t"): return [0x09]
            case UInt8(ascii: "r"): return [0x0D]
            case UInt8(ascii: "b"), UInt8(ascii: "f"): return [0x20]
            case UInt8(ascii: "u"):
                var value = try hexadecimal()
                if (0xD800..<0xDC00).contains(value), at + 1 < bytes.count, bytes[at] == 0x5C, bytes[at + 1] == 0x75 {
                    at += 2
                    let low = try hexadecimal()
                    if (0xDC00..<0xE000).contains(low) { value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00) }
                }
                return Array(String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8)
            default: return [byte]
            }
        }

        private mutating func hexadecimal() throws(Fault) -> UInt32 {
            guard at + 4 <= bytes.count,
                let value = UInt32(String(decoding: bytes[at..<(at + 4)], as: UTF8.self), radix: 16)
            else {
                throw Fault(byte: at, reason: "not four hexadecimal digits")
            }
            at += 4
            return value
        }
    }
}
