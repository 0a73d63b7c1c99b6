import ArgumentParser
import Casework
import Foundation
import Language
import Synchronization

/// `expediente analyse`: tokens, tags, lemmas, parse and names of texts, to be held against spaCy.
struct AnalyseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyse",
        abstract: "Shows what the language pipeline makes of texts: tokens, tags, lemmas, parse, sentences, names.",
        discussion: """
            json is one line a file, with offsets in Unicode scalars; conllu is CoNLL-U, one block a sentence; \
            count is one line a file, with how many tokens, sentences and names it has.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case conllu, json, count }

    @Argument(help: "Text files in UTF-8; - is the standard input.")
    var files: [String]

    @Option(help: "The pipeline's directory, the one with config.cfg; without it the model of the language.")
    var model: String?

    @Option(help: "en or es.")
    var language = "en"

    @Option(help: "conllu, json or count.")
    var format: Format = .json

    @Option(help: "How many threads; all cores without it.")
    var threads: Int?

    func run() throws {
        let pipeline: Pipeline
        do throws(LanguageError) {
            pipeline = try Pipeline(directory: model ?? ModelDirectory.path(language: language))
        } catch {
            Output.say("expediente: \(error)")
            throw ExitCode.unavailable
        }
        let (files, format) = (files, format)
        let isBad = Mutex(false)
        let line = Mutex(OutputLine())
        let next = Atomic(0)
        let work = { @Sendable in
            while true {
                let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard number < files.count else { return }
                var bytes: [UInt8] = []
                do throws(TextFile.Problem) {
                    let text = try TextFile.read(files[number])
                    let analysis = pipeline.analyse(text)
                    bytes = AnalysisWriter(analysis: analysis, file: files[number]).bytes(format)
                } catch {
                    Output.say("expediente: \(files[number]): \(error.reason)")
                    isBad.withLock { $0 = true }
                }
                line.withLock { $0.give(bytes, number) }
            }
        }
        let count = min(max(threads ?? ProcessInfo.processInfo.activeProcessorCount, 1), max(files.count, 1))
        DispatchQueue.concurrentPerform(iterations: count) { _ in work() }
        if line.withLock({ $0.isClosed }) { throw ExitCode.success }
        if isBad.withLock({ $0 }) { throw ExitCode.unusableInput }
    }
}

/// Writes the results of files in the order of the files, whatever thread is done first.
struct OutputLine {
    private var waiting: [Int: [UInt8]] = [:]
    private var next = 0
    /// Whether nobody reads the output any more.
    private(set) var isClosed = false

    mutating func give(_ bytes: [UInt8], _ number: Int) {
        waiting[number] = bytes
        while let bytes = waiting.removeValue(forKey: next) {
            next += 1
            if isClosed { continue }
            do throws(Output.Failure) { try Output.write(bytes) } catch { isClosed = true }
        }
    }
}

/// A text file as the analysis takes it.
enum TextFile {
    struct Problem: Error {
        let reason: String
    }

    static func read(_ path: String) throws(Problem) -> [UInt8] {
        let data: Data
        do {
            data =
                path == "-"
                ? try FileHandle.standardInput.readToEnd() ?? Data() : try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw Problem(reason: "it cannot be read: \(error.localizedDescription)")
        }
        let bytes = [UInt8](data)
        guard bytes.count < 1 << 31 else { throw Problem(reason: "it is larger than 2 GiB") }
        do throws(UTF8.ValidationError) {
            let valid = try UTF8Span(validating: bytes.span)
            precondition(valid.count == bytes.count)
        } catch {
            throw Problem(reason: "it is not UTF-8: \(error.kind) at byte \(error.byteOffsets.lowerBound)")
        }
        return bytes
    }
}
