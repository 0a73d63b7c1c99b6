/// The differences of one report as lines for people, each with its sentence.
public enum DifferenceList {
    /// Empty reports have their heading alone.
    public static func text(of score: ReportScore, in gold: GoldReport) -> String {
        var lines = ["== \(gold.key)"]
        let scalars = Array(String(decoding: gold.text, as: UTF8.self).unicodeScalars)
        for difference in score.differences {
            let kind = "\(difference.kind.rawValue) \(difference.matter)"
            lines.append("   \(pad(kind, 20)) \(pad(difference.type, 14)) \(difference.what)")
            if let place = difference.place, let sentence = sentence(around: place, in: scalars) {
                lines.append("      ∙ \(sentence)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    /// The words from the full stop or line end before the place to the one after it, the place in brackets.
    static func sentence(around place: Range<Int>, in text: [Unicode.Scalar]) -> String? {
        guard place.lowerBound >= 0, place.upperBound <= text.count else { return nil }
        let start = text[..<place.lowerBound].indices.last { endsSentence(at: $0, in: text) }.map { $0 + 1 } ?? 0
        let end = (place.upperBound..<text.count).first { endsSentence(at: $0, in: text) } ?? text.count
        func string(_ range: Range<Int>) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: text[range])
            return String(view)
        }
        let before = string(start..<place.lowerBound).drop { $0 == " " }
        return before + "⟦" + string(place) + "⟧"
            + string(place.upperBound..<min(text.count, max(end, place.upperBound)))
    }

    /// A line end, or a full stop, question or exclamation mark before a space and a capital, not after a capital
    /// alone (an initial) or a short abbreviation.
    private static func endsSentence(at i: Int, in text: [Unicode.Scalar]) -> Bool {
        if text[i] == "\n" || text[i] == "\r" { return true }
        guard text[i] == "." || text[i] == "?" || text[i] == "!", i + 2 < text.count, text[i + 1] == " " else {
            return false
        }
        let isCapital = text[i + 2].properties.isUppercase || !text[i + 2].properties.isAlphabetic
        let isAfterInitial = i >= 2 && text[i - 1].properties.isUppercase
        return isCapital && !isAfterInitial
    }
}
