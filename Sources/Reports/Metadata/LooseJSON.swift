/// JSON as pages carry it: what is well formed is read as it is; line ends inside strings, trailing commas and comments
/// are forgiven; what is broken beyond that ends the value early.
indirect enum LooseJSON: Sendable {
    case object([(name: String, value: LooseJSON)])
    case array([LooseJSON])
    case string(String)
    /// A number or a word.
    case literal(String)

    /// Nesting deeper than this is taken as broken.
    private static let deepest = 40

    init?(_ bytes: ArraySlice<UInt8>) {
        var scanner = Scanner(bytes: bytes, at: bytes.startIndex)
        guard let value = scanner.value(0) else { return nil }
        self = value
    }

    subscript(name: String) -> LooseJSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The text of a string or a literal, of an object's `name` or `@value`, of an array's first element that has one.
    var text: String? {
        switch self {
        case .string(let text): text.isEmpty ? nil : text
        case .literal(let word): word == "null" ? nil : word
        case .object: (self["name"] ?? self["@value"])?.text
        case .array(let elements): Self.firstText(of: elements)
        }
    }

    // Each element is asked once: a lazy map asks twice a level, which doubles with every level of nesting.
    private static func firstText(of elements: [LooseJSON]) -> String? {
        for element in elements {
            if let text = element.text { return text }
        }
        return nil
    }

    /// The elements of an array; a value alone is its own only element.
    var elements: [LooseJSON] {
        if case .array(let elements) = self { return elements }
        return [self]
    }

    private struct Scanner {
        let bytes: ArraySlice<UInt8>
        var at: Int
        var budget = 200_000

        private var next: UInt8? { at < bytes.endIndex ? bytes[at] : nil }

        private mutating func skip() {
            while let byte = next {
                if byte <= 0x20 || byte == 0x2C {
                    at += 1
                } else if byte == 0x2F, at + 1 < bytes.endIndex, bytes[at + 1] == 0x2A {
                    at += 2
                    while at + 1 < bytes.endIndex, !(bytes[at] == 0x2A && bytes[at + 1] == 0x2F) { at += 1 }
                    at = min(at + 2, bytes.endIndex)
                } else if byte == 0x3C || byte == 0x3B {
                    // A comment or CDATA mark around the whole.
                    while let byte = next, byte != 0x7B,
                        byte != 0x5B || (at + 1 < bytes.endIndex && bytes[at + 1] == 0x43)
                    {
                        at += 1
                    }
                } else {
                    return
                }
            }
        }

        mutating func value(_ depth: Int) -> LooseJSON? {
            skip()
            budget -= 1
            guard let byte = next, depth < LooseJSON.deepest, budget > 0 else { return nil }
            switch byte {
            case 0x7B: return object(depth)
            case 0x5B: return array(depth)
            case 0x22: return .string(string())
            case 0x7D, 0x5D, 0x3A: return nil
            default: return .literal(literal())
            }
        }

        private mutating func object(_ depth: Int) -> LooseJSON {
            at += 1
            var members: [(name: String, value: LooseJSON)] = []
            while true {
                skip()
                guard let byte = next, byte == 0x22 else { break }
                let name = string()
                skip()
                guard next == 0x3A else { break }
                at += 1
                guard let value = value(depth + 1) else { break }
                members.append((name, value))
            }
            if next == 0x7D { at += 1 }
            return .object(members)
        }

        private mutating func array(_ depth: Int) -> LooseJSON {
            at += 1
            var elements: [LooseJSON] = []
            while let element = value(depth + 1) { elements.append(element) }
            if next == 0x5D { at += 1 }
            return .array(elements)
        }

        private mutating func literal() -> String {
            let start = at
            while let byte = next, byte > 0x20, byte != 0x2C, byte != 0x7D, byte != 0x5D { at += 1 }
            if at == start { at += 1 }
            return String(decoding: bytes[start..<at], as: UTF8.self)
        }

        private mutating func string() -> String {
            at += 1
            var text: [UInt8] = []
            while let byte = next, byte != 0x22 {
                at += 1
                guard byte == 0x5C, let escape = next else {
                    text.append(byte)
                    continue
                }
                at += 1
                switch escape {
                case 0x6E: text.append(0x0A)
                case 0x74: text.append(0x09)
                case 0x72, 0x62, 0x66: text.append(0x20)
                case 0x75: text.append(contentsOf: String(scalar()).utf8)
                default: text.append(escape)
                }
            }
            if at < bytes.endIndex { at += 1 }
            return String(decoding: text, as: UTF8.self)
        }

        private mutating func scalar() -> Character {
            let first = hexadecimal()
            if (0xD800...0xDBFF).contains(first), at + 1 < bytes.endIndex, bytes[at] == 0x5C, bytes[at + 1] == 0x75 {
                at += 2
                let second = hexadecimal()
                guard (0xDC00...0xDFFF).contains(second) else { return "\u{FFFD}" }
                let value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
                return Character(Unicode.Scalar(value) ?? "\u{FFFD}")
            }
            return Character(Unicode.Scalar(first) ?? "\u{FFFD}")
        }

        private mutating func hexadecimal() -> UInt32 {
            var value: UInt32 = 0
            var digits = 0
            while digits < 4, let byte = next {
                if isDigit(byte) {
                    value = value << 4 | UInt32(byte - 0x30)
                } else if (byte | 0x20) >= 0x61, (byte | 0x20) <= 0x66 {
                    value = value << 4 | UInt32((byte | 0x20) - 0x57)
                } else {
                    break
                }
                at += 1
                digits += 1
            }
            return value
        }
    }
}
