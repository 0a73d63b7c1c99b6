import Foundation
import Testing

/// Texts that are large or strange, but texts: each must be read, in time and memory that grow with its size.
@Suite(.serialized) struct HardTextTests {
    private static let sentence = "Police arrested Nilo Ferro in Lima on Monday and charged the man with smuggling. "

    private func read(_ text: String, _ options: [String] = []) throws -> Program.Run {
        let program = try Program()
        defer { program.clear() }
        let run = try program.run(
            ["read", "--format", "json", "--threads", "1", try program.write("a.txt", text)] + options)
        #expect(run.status == 0, "\(run.talk)")
        #expect(run.lines.count == 1)
        return run
    }

    @Test func `time grows with the size and not with its square`() throws {
        guard InstalledModel.isThere() else { return }
        let start = try read(Self.sentence).seconds
        let small = try read(String(repeating: Self.sentence, count: 1_000)).seconds - start
        let large = try read(String(repeating: Self.sentence, count: 5_000)).seconds - start
        #expect(large < 12 * max(small, 0.1), "\(small) s for 80 kB, \(large) s for 400 kB")
    }

    @Test func `a hundred thousand tokens without a full stop`() throws {
        guard InstalledModel.isThere() else { return }
        let words = String(repeating: "the men of Bruma moved cocaine to Lima and ", count: 11_200)
        #expect(try read(words).seconds < 60)
    }

    @Test func `one word of a megabyte`() throws {
        guard InstalledModel.isThere() else { return }
        #expect(try read(String(repeating: "x", count: 1 << 20), ["--language", "en"]).seconds < 30)
    }

    @Test func `brackets and quotation marks that never close`() throws {
        guard InstalledModel.isThere() else { return }
        let text = "The judge (" + String(repeating: "(“[‘", count: 20_000) + " said " + Self.sentence
        #expect(try read(text, ["--language", "en"]).seconds < 30)
    }

    @Test func `line ends of all kinds, and control characters`() throws {
        guard InstalledModel.isThere() else { return }
        let text =
            "A headline\r\n\r\nPolice arrested\rNilo\u{2028}Ferro\u{85}in\u{0B}Lima.\u{0C}\u{1B}[31mHe fled.\u{7F}\n"
        let run = try read(text, ["--with-text"])
        #expect(run.output.contains(#"A headline\r\n\r\nPolice arrested\rNilo"#), "the text is kept as it is")
        #expect(run.output.contains(#"\u001b[31m"#))
    }

    @Test func `a line of ten megabytes is read or told apart, and the next line is read`() throws {
        guard InstalledModel.isThere() else { return }
        let program = try Program()
        defer { program.clear() }
        let padding = String(repeating: "Полиция задержала человека в Лиме. ", count: 160_000)
        let lines = [#"{"id": "long", "text": "\#(padding)"}"#, #"{"id": "next", "text": "\#(Self.sentence)"}"#]
        let file = try program.write("a.jsonl", lines.joined(separator: "\n"))
        let run = try program.run(["read", "--jsonl", file])
        #expect(run.status == 65)
        #expect(run.talk.contains("line 1: its language"))
        #expect(run.lines.count == 1)
        #expect(run.output.contains(#""id":"next""#))
        #expect(run.seconds < 30)
    }
}
