/// A form of a word as the pipeline sees it, without its context: a text, and the norm an exception gave it.
struct WordForm {
    /// Bytes of the text.
    var count: Int32
    var isSpace: Bool
    /// Ids of the features.
    var norm: UInt64
    var prefix: UInt64
    var suffix: UInt64
    var shape: UInt64
    /// The text's number in `TokenSequences.texts`, or -1.
    var sequenceText: Int32
    /// What the attribute ruler needs to know of the form.
    var ruling: FormRuling
}

/// How features of word forms are made: what does not change while a pipeline is loaded.
package struct FeatureRules: Sendable {
    let identifiers: StringIdentifiers
    /// Norms by the id of the form.
    let lexemeNorms: [UInt64: UInt64]
    /// Norms that all languages share, by the id of the form.
    let baseNorms: [UInt64: UInt64]

    init(identifiers: StringIdentifiers, lexemeNorms: [UInt64: UInt64]) {
        self.identifiers = identifiers
        self.lexemeNorms = lexemeNorms
        var base: [UInt64: UInt64] = [:]
        for row in TabTable(PackageResources.norms_tsv).rows where row.count == 2 {
            base[identifiers.identifier(row[0])] = identifiers.identifier(row[1])
        }
        baseNorms = base
    }

    /// The features of a text; `norm` is that of a tokenizer exception.
    func form(_ text: Bytes, norm: UInt64?, sequenceText: Int32, ruling: FormRuling) -> WordForm {
        WordForm(
            count: Int32(text.count), isSpace: PythonText.isSpace(text), norm: norm ?? self.norm(text),
            prefix: identifiers.identifier(text.part(0..<(text.isEmpty ? 0 : text.scalar(at: 0).length))),
            suffix: identifiers.identifier(text.part(Self.suffixStart(text)..<text.count)),
            shape: identifiers.identifier(Self.shape(text)), sequenceText: sequenceText, ruling: ruling)
    }

    private func norm(_ text: Bytes) -> UInt64 {
        let own = identifiers.identifier(text)
        return lexemeNorms[own] ?? baseNorms[own] ?? identifiers.identifier(PythonText.lower(text))
    }

    /// Where the last three code points start.
    private static func suffixStart(_ text: Bytes) -> Int {
        var start = text.count
        for _ in 0..<3 where start > 0 { start = text.scalarStart(before: start) }
        return start
    }

    /// `Xxxx`, `dd`, `X.X.`: letters and digits by kind, runs cut to four; `LONG` from 100 code points on.
    package static func shape(_ text: Bytes) -> [UInt8] {
        if text.count >= 100, text.scalarCount >= 100 { return Array("LONG".utf8) }
        var shape: [UInt8] = []
        var last: UInt32 = 0
        var run = 0
        var at = 0
        while at < text.count {
            let (value, length) = text.scalar(at: at)
            var sign = value
            if PythonText.isAlpha(value) {
                sign = PythonText.isUpper(value) ? 0x58 : 0x78
            } else if PythonText.isDigit(value) {
                sign = 0x64
            }
            if at > 0, sign == last { run += 1 } else { (run, last) = (0, sign) }
            if run < 4 {
                if sign == value { shape.append(contentsOf: text[at..<at + length]) } else { shape.append(UInt8(sign)) }
            }
            at += length
        }
        return shape
    }
}
