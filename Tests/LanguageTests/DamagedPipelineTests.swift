import Foundation
import Language
import Testing

struct DamagedPipelineTests {
    /// A copy of the English pipeline that may be damaged; removed at the end.
    private func withCopy(_ body: (URL) throws -> Void) throws {
        let copy = FileManager.default.temporaryDirectory.appending(path: "pipeline-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: copy) }
        let original = URL(fileURLWithPath: try Models.directory(Models.english)).resolvingSymlinksInPath()
        try FileManager.default.copyItem(at: original, to: copy)
        try body(copy)
    }

    private static let files = [
        "config.cfg", "meta.json", "tokenizer", "tok2vec/model", "tagger/model", "tagger/cfg", "parser/model",
        "parser/moves", "parser/cfg", "ner/model", "ner/moves", "attribute_ruler/patterns",
        "lemmatizer/lookups/lookups.bin", "vocab/lookups.bin",
    ]

    @Test(arguments: files)
    func `a truncated file is an error that names it`(name: String) throws {
        try withCopy { copy in
            let file = copy.appending(path: name)
            let whole = try Data(contentsOf: file)
            for share in [0.0, 0.3, 0.99] {
                try whole.prefix(Int(Double(whole.count) * share)).write(to: file)
                do throws(LanguageError) {
                    _ = try Pipeline(directory: copy.path)
                    // The settings may still make sense without their end.
                    #expect(name == "config.cfg")
                } catch {
                    #expect(error.description.contains(name) || name == "config.cfg", "\(error)")
                    #expect(error.code.hasPrefix("language."))
                }
            }
        }
    }

    @Test func `flipped bits are an error or another model, never a crash`() throws {
        var random = SplitMix(state: 20_261_124)
        try withCopy { copy in
            for turn in 0..<70 {
                let file = copy.appending(path: Self.files[turn % Self.files.count])
                let whole = try Data(contentsOf: file)
                var damaged = whole
                // Most files are numbers, which any bits will do for: their heads are what matters.
                let reach = turn % 3 == 0 ? whole.count : min(whole.count, 4000)
                for _ in 0..<1 + turn % 4 {
                    damaged[Int(random.next() % UInt64(reach))] ^= 1 << UInt8(random.next() % 8)
                }
                try damaged.write(to: file)
                do throws(LanguageError) {
                    let pipeline = try Pipeline(directory: copy.path)
                    let analysis = pipeline.analyse([UInt8]("Ada Fenn can't go to Varnholm.\n\nWhy? (x@y.org)".utf8))
                    #expect(analysis.count > 0)
                } catch {
                    #expect(!error.description.isEmpty)
                }
                try whole.write(to: file)
            }
        }
    }

    @Test func `what is missing is named`() throws {
        try withCopy { copy in
            try FileManager.default.removeItem(at: copy.appending(path: "parser/moves"))
            let error = #expect(throws: LanguageError.self) { try Pipeline(directory: copy.path) }
            #expect(error?.description.contains("parser/moves") ?? false)
        }
        let error = #expect(throws: LanguageError.self) { try Pipeline(directory: "/nowhere") }
        #expect(error?.code == "language.file-unreadable")
    }

    @Test(arguments: [
        ("factory = \"lemmatizer\"", "factory = \"trainable_lemmatizer\"", "trainable_lemmatizer"),
        ("include_static_vectors = false", "include_static_vectors = true", "static word vectors"),
        ("spacy.MaxoutWindowEncoder.v2", "spacy.MishWindowEncoder.v2", "spacy.MishWindowEncoder.v2"),
        ("spacy.TransitionBasedParser.v2", "spacy.TransitionBasedParser.v9", "spacy.TransitionBasedParser.v9"),
        ("use_upper = true", "use_upper = false", "upper layer"),
        ("spacy.Tokenizer.v1", "my.Tokenizer.v1", "my.Tokenizer.v1"),
        ("disabled = [\"senter\"]", "disabled = []", "senter"), ("lang = \"en\"", "lang = \"xx\"", "xx"),
    ])
    func `a part that cannot be run is refused by its name`(text: String, other: String, named: String) throws {
        try withCopy { copy in
            let file = copy.appending(path: "config.cfg")
            let config = try String(contentsOf: file, encoding: .utf8)
            #expect(config.contains(text))
            try config.replacing(text, with: other).write(to: file, atomically: true, encoding: .utf8)
            let error = #expect(throws: LanguageError.self) { try Pipeline(directory: copy.path) }
            #expect(error?.code == "language.part-unsupported")
            #expect(error?.description.contains(named) ?? false, "\(String(describing: error))")
        }
    }

    @Test func `disabled components do not run`() throws {
        try withCopy { copy in
            let file = copy.appending(path: "config.cfg")
            let config = try String(contentsOf: file, encoding: .utf8)
            try config.replacing("disabled = [\"senter\"]", with: "disabled = [\"senter\",\"ner\",\"lemmatizer\"]")
                .write(to: file, atomically: true, encoding: .utf8)
            let analysis = try Pipeline(directory: copy.path).analyse([UInt8]("Courts freed Ada Fenn.".utf8))
            #expect(analysis.entityLabels.allSatisfy { $0 == 0 })
            #expect(analysis.lemmas.allSatisfy { $0.isEmpty })
            #expect(analysis.tags.allSatisfy { $0 != 0 })
        }
    }
}

/// Numbers that look random and are the same in every run.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
        return value ^ value >> 31
    }
}
