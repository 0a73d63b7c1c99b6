import Dispatch
import Language
import Synchronization
import Testing

struct PipelineTests {
    private func texts(_ language: String) throws -> [[UInt8]] {
        try OracleText.all(language).map { [UInt8]($0.text.utf8) }
    }

    @Test func `many threads give what one gives`() throws {
        let pipeline = try Models.pipeline(Models.english)
        let texts = try texts("en")
        let expected = texts.map { pipeline.analyse($0).oracleTokens }
        let wrong = Mutex<[Int]>([])
        DispatchQueue.concurrentPerform(iterations: texts.count * 8) { turn in
            let number = turn % texts.count
            let tokens = pipeline.analyse(texts[number]).oracleTokens
            if tokens != expected[number] { wrong.withLock { $0.append(number) } }
        }
        #expect(wrong.withLock { $0 } == [])
    }

    @Test func `what was read before changes nothing`() throws {
        let texts = try texts("en")
        let directory = try Models.directory(Models.english)
        let used = try Models.pipeline(Models.english)
        // More forms than a worker remembers.
        let many = (0..<9000).map { "form\(String($0, radix: 7))x" }.joined(separator: " ")
        _ = used.analyse([UInt8](many.utf8))
        for text in texts.shuffled().prefix(6) {
            let fresh = try Pipeline(directory: directory)
            #expect(fresh.analyse(text).oracleTokens == used.analyse(text).oracleTokens)
        }
    }

    @Test func `parts are documents of their own`() throws {
        let pipeline = try Models.pipeline(Models.english)
        let first = [UInt8]("Court Frees Mayor Ada Fenn".utf8)
        let second = [UInt8]("She had denied everything. Señor Dray had not.".utf8)
        let joined = pipeline.analyse(
            first + [0x0a] + second, parts: [0..<first.count, first.count + 1..<first.count + 1 + second.count])
        let (one, two) = (pipeline.analyse(first), pipeline.analyse(second))
        #expect(joined.count == one.count + two.count)
        #expect(joined.lemmas == one.lemmas + two.lemmas)
        #expect(joined.heads == one.heads + two.heads.map { $0 + Int32(one.count) })
        #expect(joined.sentenceStarts == one.sentenceStarts + two.sentenceStarts)
        #expect((0..<two.count).allSatisfy { joined.string(one.count + $0) == two.string($0) })
    }

    @Test func `a text of nothing has no tokens`() throws {
        let pipeline = try Models.pipeline(Models.english)
        #expect(pipeline.analyse([]).count == 0)
        #expect(pipeline.analyse([UInt8]("ab".utf8), parts: []).count == 0)
        #expect(pipeline.analyse([0x20]).count == 1)
    }

    @Test func `tokens and the blanks behind them make up the text`() throws {
        for (language, model) in [("en", Models.english), ("es", Models.spanish)] {
            let pipeline = try Models.pipeline(model)
            for text in try texts(language) {
                let analysis = pipeline.analyse(text)
                var end = 0
                for token in 0..<analysis.count {
                    #expect(Int(analysis.starts[token]) == end)
                    end = Int(analysis.ends[token]) + (analysis.spaceAfter[token] ? 1 : 0)
                    if analysis.spaceAfter[token] { #expect(text[Int(analysis.ends[token])] == 0x20) }
                }
                #expect(end == text.count)
            }
        }
    }

    @Test func `a text longer than what is kept comes out as its parts would`() throws {
        // Sentences with nothing between them are far enough apart when 30 of them lie in between.
        let pipeline = try Models.pipeline(Models.english)
        let text = [UInt8](
            String(repeating: "The court of Varnholm heard the case of Ada Fenn on Tuesday.\n\n", count: 1200).utf8)
        let analysis = pipeline.analyse(text)
        #expect(analysis.count > 15_000)
        let perSentence = analysis.count / 1200
        let middle = analysis.count / 2 / perSentence * perSentence
        for offset in 0..<perSentence * 20 {
            #expect(analysis.tags[middle + offset] == analysis.tags[middle + offset % perSentence])
            let head = analysis.heads[middle + offset] - Int32(middle + offset)
            #expect(head == analysis.heads[middle + offset % perSentence] - Int32(middle + offset % perSentence))
        }
    }

    @Test(arguments: [
        String(repeating: "(", count: 3000), String(repeating: "a:@", count: 3000),
        String(repeating: "\n ", count: 3000),
        String(repeating: "😀", count: 3000), "a\0b", String(repeating: "x.", count: 3000) + "@",
        "http://" + String(repeating: "a.b/", count: 3000), String(repeating: "-", count: 3000),
        String(repeating: "'s", count: 3000), "\u{200f}שלום עולם", String(repeating: "a\u{301}", count: 3000),
    ])
    func `odd texts are read to their end`(text: String) throws {
        for model in [Models.english, Models.spanish] {
            let analysis = try Models.pipeline(model).analyse([UInt8](text.utf8))
            #expect(analysis.ends.last.map { Int($0) } == text.utf8.count)
        }
    }

    @Test func `a kernel the processor lacks is refused`() throws {
        let directory = try Models.directory(Models.english)
        for kernel in MatrixKernel.allCases where !kernel.isSupported {
            #expect(throws: LanguageError.self) { try Pipeline(directory: directory, kernel: kernel) }
        }
        #expect(MatrixKernel.plain.isSupported)
    }
}
