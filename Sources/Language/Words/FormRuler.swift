/// What the attribute ruler's patterns ask of a word form, answered once a form.
struct FormRuling: Sendable {
    /// The number of the lowered text among those that patterns name; -1 for none of them.
    var lower: Int32 = -1
    /// The same of the text itself.
    var text: Int32 = -1
    /// A bit for each regular expression that matches.
    var expressions: UInt64 = 0
}

/// The texts and regular expressions of the attribute ruler's patterns.
struct FormRuler: Sendable {
    private(set) var lowers = ByteKeyTable()
    private(set) var texts = ByteKeyTable()
    private var expressions: [(pattern: Pattern, lowered: Bool)] = []

    mutating func lower(_ text: String) -> Int32 { Int32(lowers.insert(text)) }

    mutating func text(_ text: String) -> Int32 { Int32(texts.insert(text)) }

    /// The bit of a regular expression over the text or its lowered form.
    mutating func expression(_ pattern: Pattern, lowered: Bool) throws(LanguageError) -> UInt64 {
        guard expressions.count < 64 else {
            throw .unsupported(part: "the attribute ruler", problem: "more than 64 regular expressions")
        }
        expressions.append((pattern, lowered))
        return 1 << UInt64(expressions.count - 1)
    }

    func ruling(_ text: Bytes, _ matcher: PatternMatcher) -> FormRuling {
        var ruling = FormRuling()
        ruling.text = Int32(texts.find(text))
        PythonText.lower(text).withUnsafeBufferPointer { lowered in
            ruling.lower = Int32(lowers.find(lowered))
            for (bit, expression) in expressions.enumerated()
            where matcher.matches(expression.pattern, expression.lowered ? lowered : text) {
                ruling.expressions |= 1 << UInt64(bit)
            }
        }
        return ruling
    }
}
