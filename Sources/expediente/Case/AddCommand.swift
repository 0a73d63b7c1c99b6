import ArgumentParser
import Casework
import Foundation
import Vocabulary

/// `expediente add`.
struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Reads reports and files them in a case.",
        discussion: """
            Files of any form that is read, folders of them, and JSON Lines. Each report is filed whole, with what it \
            says; one that the case has is left as it is, so that a run that was broken off is gone on with by the same \
            command. What cannot be read is said on the standard error and the rest is filed; the exit code is 65 only \
            when nothing could be read.

            Examples:
              expediente add --case transfers.case reports/
              expediente add --case transfers.case article.html press-release.pdf
              expediente add --case transfers.case documents.jsonl
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @OptionGroup var options: CaseOptions

    @Argument(help: "Files and folders; - is the standard input.")
    var paths: [String]

    @Option(help: "The day of publication of reports that bring none, YYYY-MM-DD.")
    var published: String?

    @Option(help: "The language of all reports, en or es. (default: told from each text)")
    var language: String?

    @Flag(help: "Every file is JSON Lines, a document a line, not only those named .jsonl.")
    var jsonl = false

    @Option(help: "How to show the summary: text or json.")
    var format: Format = .text

    @Option(help: ArgumentHelp("A spaCy pipeline's directory, instead of the installed one.", valueName: "dir"))
    var model: [String] = []

    @Option(help: ArgumentHelp("A directory of frames and words that add to the shipped ones.", valueName: "dir"))
    var lexicon: String?

    @Option(help: ArgumentHelp("How many threads read. (default: all cores)", valueName: "number"))
    var threads: Int?

    private func plan() throws -> AddReports {
        guard !paths.isEmpty else { throw ValidationError("Give the files or folders to add.") }
        return AddReports(
            paths: paths, areDocuments: jsonl, published: try OptionChecks.day(published),
            language: try OptionChecks.language(language), threads: try OptionChecks.threads(threads))
    }

    func validate() throws { _ = try plan() }

    func run() throws {
        let environment = ProcessInfo.processInfo.environment
        let work = try plan()
        let store = try options.open(.create)
        let progress = ProgressLine(terminal: Terminal(environment: environment))
        let readers = Readers(models: Models(given: model, environment: environment), lexicon: lexicon)
        let summary = work.run(into: store, with: readers, at: CaseTalk.now) { problems, done in
            progress.clear()
            for problem in problems { Output.say("expediente: \(problem)") }
            progress.show(done)
        }
        progress.clear()
        // What is filed is filed; a case that cannot be resolved now is resolved at the next look.
        if summary.failure == nil {
            _ = try CaseTalk.explained { () throws(CaseworkError) in try ResolveCase().run(in: store) }
        }
        let shown = FilingSummary(caseName: options.path, summary: summary)
        try Output.print(format == .json ? shown.json : shown.text)
        if let failure = summary.failure {
            Output.say("expediente: \(failure)")
            throw failure.exitCode
        }
        if summary.total + summary.known + summary.forgotten == 0, !summary.problems.isEmpty {
            throw ExitCode.unusableInput
        }
    }
}

/// What `add` says at the end.
struct FilingSummary {
    let caseName: String
    let summary: AddReports.Summary

    /// For example `filed 12 reports (9 en, 3 es); 2 were in the case; 1 could not be read`.
    var text: String {
        let languages = summary.filed.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        var parts = ["filed " + CaseTalk.count(summary.total, "report") + (languages.isEmpty ? "" : " (\(languages))")]
        if summary.sameText > 0 { parts.append("\(summary.sameText) with the text of another report") }
        if summary.known > 0 { parts.append("\(summary.known) already in the case") }
        if summary.forgotten > 0 { parts.append("\(summary.forgotten) forgotten before and left out") }
        if !summary.problems.isEmpty { parts.append("\(summary.problems.count) not read") }
        return parts.joined(separator: "; ") + "\n"
    }

    var json: String {
        var json = JSONWriter()
        json.beginObject()
        json.key("format")
        json.string("expediente.case/1")
        json.key("case")
        json.string(caseName)
        json.key("filed")
        json.integer(summary.total)
        json.key("languages")
        json.beginObject()
        for (language, count) in summary.filed.sorted(by: { $0.key < $1.key }) {
            json.key(named: language)
            json.integer(count)
        }
        json.endObject()
        json.key("same_text")
        json.integer(summary.sameText)
        json.key("known")
        json.integer(summary.known)
        json.key("forgotten")
        json.integer(summary.forgotten)
        json.key("problems")
        json.beginArray()
        for problem in summary.problems {
            json.beginObject()
            json.key("code")
            json.string(problem.code)
            json.key("input")
            json.string(problem.input)
            json.key("message")
            json.string(problem.message)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        return String(decoding: json.bytes, as: UTF8.self) + "\n"
    }
}
