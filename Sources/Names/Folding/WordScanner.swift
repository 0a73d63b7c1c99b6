/// The state of one pass over a name's bytes.
struct WordScanner {
    let source: UnsafeBufferPointer<UInt8>
    var position = 0

    /// First byte of the word being read; -1 between words.
    private var wordStart = -1
    private var wordEnd = 0
    private var foldedStart = 0
    private var upper = 0
    private var lower = 0
    private var isForeign = false
    private var hasApostrophe = false
    private var startsWithCapital = false
    /// Traits that the next word inherits from what stood before it.
    private var pending: NameWords.Traits = []
    /// The closing mark that ends the present quotation; 0 outside.
    private var quotationEnd: UInt32 = 0
    private var brackets = 0

    init(source: UnsafeBufferPointer<UInt8>) { self.source = source }

    /// Reads one scalar.
    mutating func step(_ bytes: inout [UInt8], _ words: inout [NameWords.Word]) {
        let byte = source[position]
        if byte < 0x80 {
            position += 1
            ascii(byte, &bytes, &words)
            return
        }
        let (scalar, length) = decode(position)
        position += length
        if isCombining(scalar) {
            if wordStart >= 0 { wordEnd = position }
            return
        }
        let pair = LatinLetters.ascii(scalar)
        if pair != 0 {
            begin(position - length, bytes.count)
            if (0xC0...0xDE).contains(scalar) || (scalar >= 0x100 && scalar & 1 == 0) { upper += 1 } else { lower += 1 }
            bytes.append(UInt8(pair & 0xFF))
            if pair >> 8 != 0 { bytes.append(UInt8(pair >> 8)) }
            wordEnd = position
        } else if let letters = CyrillicLetters.ascii(scalar) {
            begin(position - length, bytes.count)
            if scalar < 0x430 { upper += 1 } else { lower += 1 }
            bytes.append(contentsOf: letters)
            wordEnd = position
        } else if let mark = quotation(scalar) {
            quote(mark, at: position - length, &bytes, &words)
        } else if isForeignLetter(scalar) {
            begin(position - length, bytes.count)
            isForeign = true
            if scalar >= 0x3040 && scalar < 0xE000 { pending.insert(.syllabic) }
            wordEnd = position
        } else {
            separator(scalar, &bytes, &words)
        }
    }

    private mutating func ascii(_ byte: UInt8, _ bytes: inout [UInt8], _ words: inout [NameWords.Word]) {
        switch byte {
        case 0x61...0x7A, 0x30...0x39:
            begin(position - 1, bytes.count)
            lower += 1
            bytes.append(byte)
            wordEnd = position
        case 0x41...0x5A:
            begin(position - 1, bytes.count)
            upper += 1
            bytes.append(byte | 0x20)
            wordEnd = position
        case 0x22: quote(0x22, at: position - 1, &bytes, &words)
        case 0x27, 0x60: quote(0x27, at: position - 1, &bytes, &words)
        default: separator(UInt32(byte), &bytes, &words)
        }
    }

    private mutating func begin(_ at: Int, _ folded: Int) {
        guard wordStart < 0 else { return }
        wordStart = at
        foldedStart = folded
        upper = 0
        lower = 0
        isForeign = false
        hasApostrophe = false
        startsWithCapital = source[at] >= 0x41 && source[at] <= 0x5A || source[at] == 0xC3
    }

    private mutating func separator(_ scalar: UInt32, _ bytes: inout [UInt8], _ words: inout [NameWords.Word]) {
        let touches = wordStart >= 0
        finishWord(&bytes, &words)
        switch scalar {
        case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x202F, 0x2009: pending.remove(.afterDot)
        case 0x2C, 0x60C, 0xFF0C, 0x3001: pending.insert(.afterComma)
        case 0x2D, 0x2010, 0x2011: if touches { pending.insert(.afterHyphen) }
        case 0x2E:
            if touches {
                words[words.count - 1].traits.insert(.dotted)
                pending.insert(.afterDot)
            }
        case 0x28, 0x5B:
            brackets += 1
            pending.insert(.opens)
        case 0x29, 0x5D: brackets = max(0, brackets - 1)
        case 0x2F, 0x7C: pending.insert(.afterSlash)
        case 0x26, 0x2B:
            begin(position - 1, bytes.count)
            bytes.append(contentsOf: [0x61, 0x6E, 0x64])
            pending.insert(.ampersand)
            wordEnd = position
            finishWord(&bytes, &words)
        default: break
        }
    }

    /// A mark that may quote or be an apostrophe: it quotes when its mate follows at the end of a word.
    private mutating func quote(_ mark: UInt32, at start: Int, _ bytes: inout [UInt8], _ words: inout [NameWords.Word])
    {
        if quotationEnd == mark && (mark != 0x27 || !letterFollows(position)) {
            finishWord(&bytes, &words)
            quotationEnd = 0
        } else if quotationEnd == 0 && wordStart < 0 && (mark != 0x27 || mateFollows(position)) {
            quotationEnd = mark
            pending.insert(.opens)
        } else if mark == 0x27 {
            if wordStart >= 0 {
                wordEnd = letterFollows(position) ? position : wordEnd
                hasApostrophe = true
                let isLast = position < source.count && source[position] | 0x20 == 0x73 && !letterFollows(position + 1)
                if isLast { pending.insert(.possessive) }
            }
        } else {
            separator(0, &bytes, &words)
        }
    }

    /// Ends the word being read, if any.
    mutating func finishWord(_ bytes: inout [UInt8], _ words: inout [NameWords.Word]) {
        guard wordStart >= 0 else { return }
        var traits = pending
        pending = []
        if quotationEnd != 0 { traits.insert(.quoted) }
        if brackets > 0 { traits.insert(.bracketed) }
        if upper > 1 && lower == 0 { traits.insert(.capitals) }
        if hasApostrophe { traits.insert(.apostrophe) }
        if startsWithCapital { traits.insert(.initialCapital) }
        let range = (Int32(wordStart), Int32(wordEnd))
        if isForeign {
            traits.insert(.foreign)
            let text = String(decoding: source[wordStart..<wordEnd], as: UTF8.self)
            bytes.removeSubrange(foldedStart...)
            for part in Fold.transliterated(text).split(separator: " ") {
                let start = Int32(bytes.count)
                bytes.append(contentsOf: part.utf8)
                words.append(
                    .init(
                        start: start, end: Int32(bytes.count), sourceStart: range.0, sourceEnd: range.1, traits: traits)
                )
                traits.subtract([.afterComma, .afterHyphen, .afterDot, .opens])
            }
        } else if bytes.count > foldedStart {
            words.append(
                .init(
                    start: Int32(foldedStart), end: Int32(bytes.count), sourceStart: range.0, sourceEnd: range.1,
                    traits: traits))
        }
        wordStart = -1
    }
}

extension WordScanner {
    /// The scalar at a byte and its length; an ill-formed byte is U+FFFD of length 1.
    private func decode(_ at: Int) -> (UInt32, Int) {
        let lead = source[at]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC2, lead < 0xF5, at + length <= source.count else { return (0xFFFD, 1) }
        var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for offset in 1..<length {
            guard source[at + offset] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            value = value << 6 | UInt32(source[at + offset] & 0x3F)
        }
        return (value, length)
    }

    private func isCombining(_ scalar: UInt32) -> Bool {
        (0x300...0x36F).contains(scalar) || scalar == 0xAD || (0x200B...0x200F).contains(scalar)
    }

    /// The kind of a quotation mark outside ASCII: 0x27 for all single ones, 0x22 for all double ones.
    private func quotation(_ scalar: UInt32) -> UInt32? {
        switch scalar {
        case 0x2018, 0x2019, 0x201B, 0x2BB, 0x2BC, 0x2BF, 0x2BE, 0xB4, 0x2032, 0x2B9: 0x27
        case 0x201C, 0x201D, 0x201E, 0x201F, 0xAB, 0xBB, 0x2033: 0x22
        default: nil
        }
    }

    private func isForeignLetter(_ scalar: UInt32) -> Bool {
        guard scalar >= 0x250, let value = Unicode.Scalar(scalar) else { return false }
        let properties = value.properties
        if properties.isAlphabetic { return true }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .decimalNumber: return wordStart >= 0 || properties.numericType != nil
        default: return false
        }
    }

    private func letterFollows(_ at: Int) -> Bool {
        guard at < source.count else { return false }
        let byte = source[at]
        if byte >= 0x80 {
            let scalar = decode(at).0
            return LatinLetters.ascii(scalar) != 0 || isForeignLetter(scalar)
        }
        return (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
    }

    /// Whether a single mark closes a quotation further on: after a letter, before none, and no other opens before.
    private func mateFollows(_ from: Int) -> Bool {
        guard letterFollows(from) else { return false }
        var at = from
        var previousIsLetter = false
        while at < source.count, at - from < 60 {
            let byte = source[at]
            let (scalar, length) = byte < 0x80 ? (UInt32(byte), 1) : decode(at)
            if scalar == 0x27 || scalar == 0x60 || quotation(scalar) == 0x27 {
                if previousIsLetter && !letterFollows(at + length) { return true }
                if !previousIsLetter { return false }
            }
            previousIsLetter = letterFollows(at)
            at += length
        }
        return false
    }
}
