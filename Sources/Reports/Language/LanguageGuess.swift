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
    private static let enoughWords = 20
    /// The least part of a text's words that are small words of its language.
    private static let leastShare = 0.08
    /// How clearly another language must be ahead: a headline alone, with two words in common, tells little.
    private static let clearRatio = 1.3
    private static let clearLead = 0.5

    private static func byWords(_ words: [String]) -> LanguageGuess {
        var scores: [String: Double] = [:]
        var hits: [String: Int] = [:]
        for word in words {
            for (language, weight) in LanguageProfiles.shipped.languages(of: word) {
                scores[language, default: 0] += weight
                hits[language, default: 0] += 1
            }
        }
        func best(of codes: some Sequence<String>) -> (code: String, score: Double)? {
            let ranked = codes.map { (code: $0, score: scores[$0] ?? 0) }
            return ranked.max { ($0.score, $1.code) < ($1.score, $0.code) }
        }
        let ours = best(of: readable) ?? (readable[0], 0)
        let others = best(of: scores.keys.filter { !readable.contains($0) }) ?? ("", 0)
        if others.score > clearRatio * ours.score + clearLead { return .other(others.code) }
        let share = Double(hits[ours.code] ?? 0) / Double(max(1, words.count))
        return words.count >= enoughWords && share < leastShare ? .other(nil) : .readable(ours.code)
    }
}
