import Language
import Testing

struct PatternTests {
    /// Pattern, text, and the spans (bytes) that Python's `re.finditer` gives.
    @Test(arguments: [
        (#"\.\.+|…"#, "a...b…c", [1..<4, 5..<8]),
        (#"(?<=[0-9])[+\-\*^](?=[0-9-])"#, "1+2-3*-4 a-b 5^6", [1..<2, 3..<4, 5..<6, 14..<15]),
        ("a{2,3}", "aaaaa", [0..<3, 3..<5]), ("(?:ab|a)(?:c|bcd)", "abcd", [0..<3]), ("x*?y", "xxy", [0..<3]),
        (#"[^a-c\s]+"#, "abc def cab", [4..<7]), (#"\w+"#, "año_1 ②!", [0..<6, 7..<10]),
        (#"(?!foo)\w{3}"#, "foobar", [1..<4]), ("(?<!a)b", "ab bb", [3..<4, 4..<5]), (#"\d+$"#, "12 34\n", [3..<5]),
        ("[]a]+", "]a]", [0..<3]), ("a|ab|abc", "abc", [0..<1]), ("(a|b)*c", "ababc", [0..<5]),
        (#"\u00e1|\x41"#, "xáA", [1..<3, 3..<4]), (#"[a\-z]+"#, "a-z b", [0..<3]), ("a{,2}b", "aab", [0..<3]),
        ("a{x}", "a{x}", [0..<4]), ("^a|b$", "a b", [0..<1, 2..<3]), (#"(?<=°[FC])\.$"#, "10°C.", [5..<6]),
        (#"\.\.+$"#, "a..b....", [4..<8]), ("(?u)^ab", "abab", [0..<2]),
    ])
    func `finds what Python finds`(pattern: String, text: String, spans: [Range<Int>]) throws {
        let pattern = try Pattern(pattern, what: "a test")
        let matcher = PatternMatcher()
        var found: [Range<Int>] = []
        var text = text
        text.withUTF8 { bytes in
            var from = 0
            while from <= bytes.count, let match = matcher.search(pattern, bytes, from: from) {
                found.append(match)
                from = match.upperBound
            }
        }
        #expect(found == spans)
    }

    @Test(arguments: [
        "(", "a)", "[a", "*a", "a**", "a++", #"\b"#, "(?i)a", "(?P<x>a)", "(?>a)", "(?<=a+)b", "(?=a*)b", #"\q"#,
        "[z-a]",
        #"\u12"#, "a{5,2}", "a{2000}", "((a{999}){999}){999}",
    ])
    func `refuses what it does not know`(pattern: String) {
        #expect(throws: LanguageError.self) { try Pattern(pattern, what: "a test") }
    }

    /// Patterns that a plain backtracking matcher takes exponential or cubic time for, and whether a run of a's matches.
    @Test(arguments: [
        ("(a|a)*b", false), ("(a*)*b", false), (#"(?:\S+(?::\S*)?@)?x$"#, false), ("(?:a?){50}a{50}", true),
        ("(a|ab|abc)*d", false),
    ])
    func `needs no more time than the text is long`(pattern: String, matches: Bool) throws {
        let pattern = try Pattern(pattern, what: "a test")
        let matcher = PatternMatcher()
        let mixed = [UInt8](String(repeating: "aa:a@", count: 4000).utf8)
        mixed.withUnsafeBufferPointer { #expect(matcher.match(pattern, $0) == nil) }
        let run = [UInt8](repeating: UInt8(ascii: "a"), count: 20_000)
        run.withUnsafeBufferPointer { #expect((matcher.match(pattern, $0) != nil) == matches) }
    }
}
