internal import Foundation

/// Folding: what is left of a name when case, accents, apostrophes and script are taken away.
public enum Fold {
    /// The name's words in lower-case ASCII letters and digits, one space between words.
    ///
    /// Accents and apostrophes vanish, hyphens and other punctuation part words, other scripts are transliterated:
    /// `Al-Qa’ida` gives `al qaida`, `Núñez` gives `nunez`, `Лавров` gives `lavrov`.
    public static func key(_ text: String) -> String {
        var words = NameWords()
        words.read(text)
        var out: [UInt8] = []
        out.reserveCapacity(words.bytes.count + words.count)
        for word in words.words {
            if !out.isEmpty { out.append(0x20) }
            out.append(contentsOf: words.bytes[Int(word.start)..<Int(word.end)])
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// A word of another script in Latin letters, as ICU renders it, folded to ASCII; its words parted by spaces.
    static func transliterated(_ word: String) -> String {
        let latin = word.applyingTransform(.toLatin, reverse: false) ?? word
        var out = ""
        for scalar in latin.decomposedStringWithCanonicalMapping.unicodeScalars {
            if scalar.isASCII {
                let character = Character(scalar)
                if character.isLetter || character.isNumber {
                    out += character.lowercased()
                } else if character == " " || character == "-" {
                    out += " "
                }
            } else {
                let pair = LatinLetters.ascii(scalar.value)
                if pair != 0 { out.unicodeScalars.append(Unicode.Scalar(UInt8(pair & 0xFF))) }
                if pair >> 8 != 0 { out.unicodeScalars.append(Unicode.Scalar(UInt8(pair >> 8))) }
            }
        }
        return out
    }
}
