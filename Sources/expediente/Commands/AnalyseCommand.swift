import ArgumentParser
import Casework
import Foundation
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
        let work: AnalyseTexts
        do throws(CaseworkError) {
            work = try AnalyseTexts(
                files: files, models: Models(environment: ProcessInfo.processInfo.environment), language: language,
                directory: model, threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
        } catch {
            Output.say("expediente: \(error)")
            throw ExitCode.unavailable
        }
        let format = format
        let outcome = Mutex<(isBad: Bool, end: ExitCode?)>((false, nil))
        work.run(
            form: { file, result -> (lines: [UInt8], talk: String?) in
                switch result {
                case .failure(let problem): ([], "expediente: \(problem)")
                case .success(let analysis): (AnalysisWriter(analysis: analysis, file: file).bytes(format), nil)
                }
            },
            give: { (piece: (lines: [UInt8], talk: String?)) in
                if let talk = piece.talk {
                    Output.say(talk)
                    outcome.withLock { $0.isBad = true }
                    return true
                }
                do throws(Output.Failure) {
                    try Output.write(piece.lines)
                    return true
                } catch {
                    let code = Output.exitCode(for: error)
                    outcome.withLock { $0.end = code }
                    return false
                }
            })
        let (isBad, end) = outcome.withLock { $0 }
        if let end { throw end }
        if isBad { throw ExitCode.unusableInput }
    }
}
