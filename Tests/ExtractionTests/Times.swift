import Extraction
import Vocabulary

/// Reads the times and figures of short texts for the tests of this room.
enum Times {
    private static let lexicons = Dictionary(
        uniqueKeysWithValues: ["en", "es"].map { language in (language, Result { try Lexicon.load(language: language) })
        })

    static func lexicon(_ language: String) throws -> Lexicon {
        try (lexicons[language] ?? .failure(CancellationError())).get()
    }

    static func syntax(_ text: String, _ language: String) throws -> Syntax {
        let reader = try (language == "es" ? Readings.spanish : Readings.english).get()
        return reader.syntax(of: Report(id: "test", language: language, text: Array(text.utf8)))
    }

    static func find(_ text: String, _ language: String, _ published: String?) throws -> [TimeExpression] {
        let day = published.flatMap { CalendarDay(iso: $0) }
        return try TimeFinder(lexicon: lexicon(language)).find(in: syntax(text, language), published: day)
    }

    /// Every interval in a text, in short: "2025-08-12", "2025-02", "2008", "2019-01-01/2021-12-31", "-" for none.
    static func intervals(_ text: String, _ language: String, _ published: String?) throws -> [String] {
        try find(text, language, published).map { short($0.when) }
    }

    static func short(_ when: When?) -> String {
        guard let interval = when?.interval else { return "-" }
        let (start, end) = (interval.start, interval.end)
        if start == end { return start.iso }
        if interval == CalendarInterval(year: start.year) { return String(start.year) }
        if interval == CalendarInterval(year: start.year, month: start.month) { return String(start.iso.prefix(7)) }
        return start.iso + "/" + end.iso
    }

    /// The interval that dates the word, when all the words given tell events.
    static func dates(_ text: String, _ words: [String], _ language: String, _ published: String?) throws -> [String] {
        let syntax = try syntax(text, language)
        let day = published.flatMap { CalendarDay(iso: $0) }
        let lexicon = try lexicon(language)
        let times = TimeFinder(lexicon: lexicon).find(in: syntax, published: day)
        let triggers = words.compactMap { word in (0..<syntax.count).first { syntax.string($0) == word } }
        let attachment = TimeAttachment(syntax: syntax, times: times, lexicon: lexicon, triggers: Set(triggers))
        return triggers.map { short(attachment.time(of: $0)?.when) }
    }
}
