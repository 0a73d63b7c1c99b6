import ArgumentParser
import Casework
import Foundation
import Synchronization
import Vocabulary

/// `expediente read`.
struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Says what reports say: who, which group, what happened, when, who says so.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    @Argument(help: "Files, each a report; - is the standard input.")
    var files: [String] = []

    @Option(help: "The reports' day of publication, YYYY-MM-DD.")
    var published: String?

    @Option(help: "The reports' language, en or es; told from the text without it.")
    var language: String?

    @Flag(help: "Add the report's text to the JSON.")
    var withText = false

    @Option(help: "table or json.")
    var format: Format = .json

    @Flag(help: "The input is JSON Lines, a document a line.")
    var jsonl = false

    @Option(help: "How many threads read; all cores without it.")
    var threads: Int?

    func run() throws {
        let input: ReadReports.Input = jsonl ? .documents(files.isEmpty ? ["-"] : files) : .files(files)
        let work = ReadReports(
            input: input, published: published.flatMap { CalendarDay(iso: $0) }, language: language,
            threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
        let withText = withText
        let worst = Mutex<Int32>(0)
        work.run(
            with: Readers(),
            form: { result -> (bytes: [UInt8], talk: String?, code: Int32) in
                switch result {
                case .problem(let problem): return ([], "expediente: \(problem)", 65)
                case .failure(let error): return ([], "expediente: \(error)", error.exitCode.rawValue)
                case .reading(let reading):
                    do throws(ReadingFault) {
                        return (try reading.json(withText: withText) + [0x0A], nil, 0)
                    } catch { return ([], "expediente: \(reading.report.id): \(error)", 2) }
                }
            },
            give: { line in
                if let talk = line.talk { Output.say(talk) }
                worst.withLock { $0 = max($0, line.code) }
                do throws(Output.Failure) {
                    try Output.write(line.bytes)
                    return true
                } catch { return false }
            })
        if worst.withLock({ $0 }) != 0 { throw ExitCode(worst.withLock { $0 }) }
    }
}
