import Vocabulary

/// A word, a number or a sign of the report, cut finer than the pipelines' tokens, so that every tokenizer looks
/// alike: "21-year" is three, "Aug." two.
package struct Atom: Sendable, Hashable {
    package enum Kind: Sendable {
        case word
        /// Digits, with the dots and commas between them.
        case number
        case sign
        /// A border that no expression crosses: the end of a line or part.
        case border
    }

    package let kind: Kind
    /// Lower-cased; every dash is "-", every single quote "'".
    package let text: String
    /// Bytes of the report.
    package let start: Int
    package let end: Int
    package let token: Int
    package let isCapitalised: Bool
}

/// The atoms of a report in text order.
package struct AtomSequence: Sendable {
    package private(set) var atoms: [Atom] = []

    package init(_ syntax: Syntax) {
        atoms.reserveCapacity(syntax.count + syntax.count / 4)
        var part = 0
        var last = 0
        for token in 0..<syntax.count {
            let span = syntax.span(token)
            while part + 1 < syntax.parts.count, span.start >= syntax.parts[part + 1].span.start {
                part += 1
                border(at: span.start, token: token)
            }
            if last < span.start, syntax.text[last..<span.start].contains(0x0A) { border(at: span.start, token: token) }
            cut(token, span.start..<span.end, syntax)
            last = span.end
        }
    }

    private mutating func border(at byte: Int, token: Int) {
        if atoms.last?.kind == .border { return }
        atoms.append(Atom(kind: .border, text: "\n", start: byte, end: byte, token: token, isCapitalised: false))
    }

    private mutating func cut(_ token: Int, _ bytes: Range<Int>, _ syntax: Syntax) {
        let text = syntax.text
        var i = bytes.lowerBound
        while i < bytes.upperBound {
            let (kind, length) = Self.kind(text, i, bytes.upperBound)
            var end = i + length
            switch kind {
            case .letter:
                while end < bytes.upperBound {
                    let (next, size) = Self.kind(text, end, bytes.upperBound)
                    guard next == .letter else { break }
                    end += size
                }
                let whole = i == bytes.lowerBound && end == bytes.upperBound
                let word = whole ? syntax.lower[token] : Self.string(text, i..<end).lowercased()
                append(.word, word, i..<end, token, isCapitalised: Self.startsUpper(text, i))
            case .digit:
                end = Self.numberEnd(text, from: end, limit: bytes.upperBound)
                append(.number, Self.string(text, i..<end), i..<end, token)
            case .white:
                if text[i..<end].contains(0x0A) { border(at: i, token: token) }
            case .dash: append(.sign, "-", i..<end, token)
            case .quote: append(.sign, "'", i..<end, token)
            case .other: append(.sign, Self.string(text, i..<end), i..<end, token)
            }
            i = end
        }
    }

    private mutating func append(
        _ kind: Atom.Kind, _ text: String, _ bytes: Range<Int>, _ token: Int, isCapitalised: Bool = false
    ) {
        atoms.append(
            Atom(
                kind: kind, text: text, start: bytes.lowerBound, end: bytes.upperBound, token: token,
                isCapitalised: isCapitalised))
    }

    private static func string(_ text: [UInt8], _ bytes: Range<Int>) -> String {
        String(decoding: text[bytes], as: UTF8.self)
    }

    private static func numberEnd(_ text: [UInt8], from start: Int, limit: Int) -> Int {
        var end = start
        while end < limit {
            if isDigit(text[end]) {
                end += 1
            } else if text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ","), end + 1 < limit,
                isDigit(text[end + 1])
            {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private enum Class { case letter, digit, white, dash, quote, other }

    /// The class of the character at a byte, and its length in bytes.
    private static func kind(_ text: [UInt8], _ i: Int, _ limit: Int) -> (Class, Int) {
        let byte = text[i]
        if byte < 0x80 {
            switch byte {
            case 0x61...0x7A, 0x41...0x5A: return (.letter, 1)
            case 0x30...0x39: return (.digit, 1)
            case 0...0x20: return (.white, 1)
            case UInt8(ascii: "-"): return (.dash, 1)
            case UInt8(ascii: "'"): return (.quote, 1)
            default: return (.other, 1)
            }
        }
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
        guard i + length <= limit else { return (.other, limit - i) }
        var value = UInt32(byte) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for next in text[(i + 1)..<(i + length)] { value = value << 6 | UInt32(next & 0x3F) }
        switch value {
        case 0xA0, 0x2000...0x200B, 0x202F, 0x3000: return (.white, length)
        case 0x2010...0x2015, 0x2212: return (.dash, length)
        case 0x2018, 0x2019: return (.quote, length)
        case 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x300...0x36F: return (.letter, length)
        default:
            let isLetter = Unicode.Scalar(value)?.properties.isAlphabetic ?? false
            return (isLetter ? .letter : .other, length)
        }
    }

    /// Whether the character at a byte is upper case, in the letters that English and Spanish use.
    private static func startsUpper(_ text: [UInt8], _ i: Int) -> Bool {
        let byte = text[i]
        if byte < 0x80 { return byte >= 0x41 && byte <= 0x5A }
        return byte == 0xC3 && i + 1 < text.count && text[i + 1] >= 0x80 && text[i + 1] <= 0x9E
    }
}

extension Syntax {
    /// The tokens that a run of atoms touches.
    package func tokens(of atoms: ArraySlice<Atom>) -> Range<Int> {
        guard let first = atoms.first, let last = atoms.last else { return 0..<0 }
        return first.token..<(last.token + 1)
    }
}
