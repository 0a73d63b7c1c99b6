import ArgumentParser
import Casework
import Foundation
import Synchronization
import Vocabulary

/// `expediente extract`.
struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Gets the reports out of pages, PDFs, mail, captures and feeds, one JSON object a line.",
        discussion: """
            Each line has the title, the days of publication and of update, publisher, author, language and address, each
            with how it was found, and the article's text in paragraphs, without the rest of the page. A .gz file is opened.

            Examples:
              expediente extract article.html
              expediente extract saved/*.html.gz > reports.jsonl
              expediente extract --origins article.html
            """)

    @Argument(help: "Files of any form that is read, or folders of them; - is the standard input.")
    var files: [String]

    @Flag(help: "Add where every run of the text stands in the source.")
    var origins = false

    @Option(help: "How many threads read; all cores without it.")
    var threads: Int?

    func validate() throws {
        if let threads, threads < 1 { throw ValidationError("--threads must be 1 or more.") }
    }

    func run() throws {
        let work = ExtractReports(
            files: files, threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
        let origins = origins
        let outcome = Mutex<(read: Int, end: ExitCode?)>((0, nil))
        work.run(
            form: { result -> (lines: [UInt8], talk: String?) in
                switch result {
                case .failure(let problem): ([], "expediente: \(problem)")
                case .success(let reports): (reports.flatMap { $0.json(withOrigin: origins) + [0x0A] }, nil)
                }
            },
            give: { (piece: (lines: [UInt8], talk: String?)) in
                if let talk = piece.talk {
                    Output.say(talk)
                    return true
                }
                do throws(Output.Failure) {
                    try Output.write(piece.lines)
                    outcome.withLock { $0.read += 1 }
                    return true
                } catch {
                    let code = Output.exitCode(for: error)
                    outcome.withLock { $0.end = code }
                    return false
                }
            })
        let (read, end) = outcome.withLock { $0 }
        if let end { throw end }
        if read == 0 { throw ExitCode.unusableInput }
    }
}
