/// What Python's `str` says of a code point, which is what spaCy goes by.
package enum PythonText {
    /// `str.isspace`, `\s`: white space by bidirectional type or category, the separators U+001C…1F included.
    @inline(__always)
    package static func isSpace(_ value: UInt32) -> Bool {
        if value < 0x80 { return value == 0x20 || (0x09...0x0d).contains(value) || (0x1c...0x1f).contains(value) }
        return isWideSpace(value)
    }

    private static func isWideSpace(_ value: UInt32) -> Bool {
        switch value {
        case 0x85, 0xa0, 0x1680, 0x2000...0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000: true
        default: false
        }
    }

    /// `str.isalpha`: a letter of any kind.
    package static func isAlpha(_ value: UInt32) -> Bool {
        if value < 0x80 { return (0x41...0x5a).contains(value & 0xdf) }
        switch Unicode.Scalar(value)?.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        default: return false
        }
    }

    /// `str.isdigit`: decimal digits and digits such as superscripts.
    package static func isDigit(_ value: UInt32) -> Bool {
        if value < 0x80 { return (0x30...0x39).contains(value) }
        switch Unicode.Scalar(value)?.properties.numericType {
        case .decimal, .digit: return true
        default: return false
        }
    }

    /// `str.isdecimal`, `\d`.
    package static func isDecimal(_ value: UInt32) -> Bool {
        if value < 0x80 { return (0x30...0x39).contains(value) }
        return Unicode.Scalar(value)?.properties.generalCategory == .decimalNumber
    }

    /// `str.isupper` of one code point.
    package static func isUpper(_ value: UInt32) -> Bool {
        if value < 0x80 { return (0x41...0x5a).contains(value) }
        return Unicode.Scalar(value)?.properties.isUppercase ?? false
    }

    /// `\w`: letters, everything numeric, and the low line.
    package static func isWord(_ value: UInt32) -> Bool {
        if value < 0x80 { return isAlpha(value) || isDecimal(value) || value == 0x5f }
        return isAlpha(value) || Unicode.Scalar(value)?.properties.numericType != nil
    }

    /// `str.isalpha` of a whole string: at least one code point, all of them letters.
    package static func isAlpha(_ text: Bytes) -> Bool { all(text, isAlpha) }

    /// `str.isspace` of a whole string.
    package static func isSpace(_ text: Bytes) -> Bool { all(text, isSpace) }

    private static func all(_ text: Bytes, _ test: (UInt32) -> Bool) -> Bool {
        var at = 0
        while at < text.count {
            let (value, length) = text.scalar(at: at)
            guard test(value) else { return false }
            at += length
        }
        return !text.isEmpty
    }

    /// `str.lower`: the full mapping of Unicode, with the final form of sigma at the end of a word.
    package static func lower(_ text: Bytes) -> [UInt8] {
        var lowered: [UInt8] = []
        lowered.reserveCapacity(text.count + 2)
        var at = 0
        while at < text.count {
            let (value, length) = text.scalar(at: at)
            if value < 0x80 {
                lowered.append((0x41...0x5a).contains(value) ? UInt8(value) | 0x20 : UInt8(value))
            } else if value == 0x03a3 {
                lowered.append(contentsOf: isFinalSigma(text, at) ? [0xcf, 0x82] : [0xcf, 0x83])
            } else if let scalar = Unicode.Scalar(value) {
                lowered.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
            }
            at += length
        }
        return lowered
    }

    /// A sigma is final when a cased letter goes before it and none comes after, letters that are case-ignorable apart.
    private static func isFinalSigma(_ text: Bytes, _ at: Int) -> Bool {
        var before = at
        var follows = false
        while before > 0 {
            before = text.scalarStart(before: before)
            guard let scalar = Unicode.Scalar(text.scalar(at: before).value) else { return false }
            if scalar.properties.isCaseIgnorable { continue }
            follows = scalar.properties.isCased
            break
        }
        guard follows else { return false }
        var after = at + 2
        while after < text.count {
            let (value, length) = text.scalar(at: after)
            after += length
            guard let scalar = Unicode.Scalar(value) else { return true }
            if scalar.properties.isCaseIgnorable { continue }
            return !scalar.properties.isCased
        }
        return true
    }
}
