import ArgumentParser
import CaseFile
import Casework
import Foundation
import Vocabulary

/// `expediente check`.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Says whether a case is whole; the exit code is 1 when it is not.")

    @OptionGroup var options: CaseOptions

    func run() throws {
        let store = try options.open(.write)
        let check = try CaseTalk.explained { () throws(CaseworkError) in try CheckCase(store) }
        for flaw in check.flaws { Output.say("expediente: \(options.path): \(flaw)") }
        if !check.flaws.isEmpty { throw ExitCode.gate }
        let counts = [
            CaseTalk.count(check.reports, "report"), CaseTalk.count(check.statements, "statement"),
            CaseTalk.count(check.decisions, "decision"),
        ]
        try Output.print("whole: \(counts.joined(separator: ", "))\n")
    }
}

/// `expediente undo`.
struct UndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Takes a decision back; both stay in the history.")

    @OptionGroup var options: CaseOptions
    @OptionGroup var author: AuthorOptions

    @Argument(help: "The decision, for example d3.")
    var decision: String

    func run() throws {
        let store = try options.open(.write)
        let undoing = Decision.Undoing(author: author.name, at: CaseTalk.now, reason: author.reason)
        let undone = try CaseTalk.explained { () throws(CaseworkError) in
            do throws(CaseError) { return try store.undo(decision, undoing) } catch { throw .caseFile(error) }
        }
        try Output.print("\(undone.id): \(undone.kind.rawValue) undone\n")
    }
}

/// `expediente forget`.
struct ForgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Removes a report and all that was read out of it.",
        discussion: """
            Bytes, statements and search rows go for good; the digest stays, with author and reason, so that the report \
            does not come back. For a wrong file, a court's order, a person's right.
            """)

    @OptionGroup var options: CaseOptions
    @OptionGroup var author: AuthorOptions

    @Argument(help: "The report's id, or the first digits of its digest.")
    var report: String

    func run() throws {
        let store = try options.open(.write)
        let work = ForgetReport(report, author: author.name, reason: author.reason)
        let tombstone = try CaseTalk.explained { () throws(CaseworkError) in
            try work.run(in: store, at: CaseTalk.now)
        }
        try Output.print("forgotten: \(tombstone.sha256)\n")
    }
}

/// `expediente reread`.
struct RereadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reread", abstract: "Reads the filed reports again, with a newer lexicon or model.",
        discussion: """
            Former statements stay in the case, marked as superseded; decisions hold for what is read where they stand. \
            Those whose words are read no longer are shown as orphaned by `expediente history`.
            """)

    @OptionGroup var options: CaseOptions

    @Flag(help: "Also reports that this version has read.")
    var all = false

    @Option(help: ArgumentHelp("A spaCy pipeline's directory, instead of the installed one.", valueName: "dir"))
    var model: [String] = []

    @Option(help: ArgumentHelp("A directory of frames and words that add to the shipped ones.", valueName: "dir"))
    var lexicon: String?

    @Option(help: ArgumentHelp("How many threads read. (default: all cores)", valueName: "number"))
    var threads: Int?

    func validate() throws { _ = try OptionChecks.threads(threads) }

    func run() throws {
        let environment = ProcessInfo.processInfo.environment
        let store = try options.open(.write)
        let work = RereadReports(threads: try OptionChecks.threads(threads), isForced: all)
        let readers = Readers(models: Models(given: model, environment: environment), lexicon: lexicon)
        let progress = ProgressLine(terminal: Terminal(environment: environment))
        let summary = try CaseTalk.explained { () throws(CaseworkError) in
            try work.run(in: store, with: readers, at: CaseTalk.now) { progress.show($0) }
        }
        progress.clear()
        for problem in summary.problems { Output.say("expediente: \(problem)") }
        try Output.print(
            "read anew: \(CaseTalk.count(summary.reread, "report")); \(summary.current) were read by this version\n")
        if let failure = summary.failure {
            Output.say("expediente: \(failure)")
            throw failure.exitCode
        }
    }
}
