import Language
import Testing

/// spaCy's own answers, written by `scripts/parity.py --write-oracle` with spaCy 3.8.18.
struct OracleTests {
    @Test(arguments: [("en", Models.english), ("es", Models.spanish)])
    func `gives what spaCy gives, token by token`(language: String, model: String) throws {
        let pipeline = try Models.pipeline(model)
        let texts = try OracleText.all(language)
        #expect(texts.count > 10)
        for text in texts {
            let tokens = pipeline.analyse([UInt8](text.text.utf8)).oracleTokens
            #expect(tokens.count == text.tokens.count, "\(text.name)")
            for (mine, expected) in zip(tokens, text.tokens) { #expect(mine == expected, "\(text.name)") }
        }
    }

    @Test(arguments: [("en", Models.english), ("es", Models.spanish)])
    func `gives the same with the plain kernel`(language: String, model: String) throws {
        let pipeline = try Pipeline(directory: try Models.directory(model), kernel: .plain)
        var (tokens, different) = (0, 0)
        for text in try OracleText.all(language) {
            let mine = pipeline.analyse([UInt8](text.text.utf8)).oracleTokens
            tokens += text.tokens.count
            different += zip(mine, text.tokens).count { $0 != $1 } + abs(mine.count - text.tokens.count)
        }
        #expect(different * 100_000 <= tokens)
    }
}
