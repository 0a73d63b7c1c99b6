/// What language a text seems to be in, by its script and its small words.
enum LanguageGuess: Equatable {
    /// One that can be read; its code.
    case readable(String)
    /// Another; its code, nil when it could not be told which.
    case other(String?)
    /// There is no letter in the text.
    case noWords

    /// The languages that can be read, English first: it is taken when nothing tells.
    static let readable = ["en", "es"]

    /// - Parameter text: UTF-8; of a long text a part is looked at.
    init(_ text: [UInt8]) {
        let sample = TextSample(text)
        guard let script = sample.script else {
            self = .noWords
            return
        }
        guard script == .latin else {
            self = .other(script.language)
            return
        }
        self = Self.byWords(sample.words)
    }

    /// From this many words on, a text without small words of its language is of none that is known here.
    private static let enoughWords = 12
    /// The least part of a text's words that are small words of its language.
    private static let leastShare = 0.08

    private static func byWords(_ words: [String]) -> LanguageGuess {
        var scores: [String: Double] = [:]
        var hits: [String: Int] = [:]
        for word in words {
            for (language, weight) in LanguageProfiles.shipped.languages(of: word) {
                scores[language, default: 0] += weight
                hits[language, default: 0] += 1
            }
        }
        let best = scores.max { ($0.value, $1.key) < ($1.value, $0.key) }
        let code = best?.key ?? readable[0]
        let share = Double(hits[code] ?? 0) / Double(max(1, words.count))
        if words.count >= enoughWords, share < leastShare { return .other(nil) }
        return readable.contains(code) ? .readable(code) : .other(code)
    }
}
