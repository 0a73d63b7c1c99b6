import ArgumentParser
import Casework
import Foundation
import Vocabulary

/// `expediente read`.
struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Says what reports say: who, which group, what happened, when, and who says so.",
        discussion: """
            Each file is a report: plain text in UTF-8, English or Spanish. What cannot be read is said on the standard \
            error and the rest is read; the exit code is then 65.

            Examples:
              expediente read report.txt
              expediente read report.txt --published 2025-08-12 --sentences
              expediente read report.txt --screen --list lists/ofac
              expediente read --format json reports/*.txt > readings.jsonl
              pdftotext report.pdf - | expediente read -
              expediente read --jsonl < documents.jsonl > readings.jsonl

            A document of --jsonl is a line {"id", "title", "date", "publisher", "lang", "url", "text"}; only text must \
            be there. Readings come a line each, in the order of the documents.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    @Argument(help: "Files, each a report; - is the standard input.")
    var files: [String] = []

    @Option(help: "The day of publication of reports that bring none, YYYY-MM-DD.")
    var published: String?

    @Option(help: "The language of all reports, en or es. (default: told from each text)")
    var language: String?

    @Option(help: "table for people, json for programs. (default: table; json with --jsonl)")
    var format: Format?

    @Flag(help: "Add each report's text to the JSON.")
    var withText = false

    @Flag(help: "Add the numbered sentences.")
    var sentences = false

    @Flag(help: "Look for everyone named on the kept lists (`expediente lists`).")
    var screen = false

    @Option(
        help: ArgumentHelp(
            "With --screen: a kept list's name, or a list's file or folder. (default: all kept lists)",
            valueName: "list"))
    var list: [String] = []

    @Flag(help: "The input is JSON Lines, a document a line.")
    var jsonl = false

    @Option(help: ArgumentHelp("A spaCy pipeline's directory, instead of the installed one.", valueName: "dir"))
    var model: [String] = []

    @Option(help: ArgumentHelp("A directory of frames and words that add to the shipped ones.", valueName: "dir"))
    var lexicon: String?

    @Option(help: ArgumentHelp("How many threads read. (default: all cores)", valueName: "number"))
    var threads: Int?

    func validate() throws { _ = try ReadPlan(self, environment: [:]) }

    func run() throws {
        let plan = try ReadPlan(self, environment: ProcessInfo.processInfo.environment)
        let screening = try plan.lists.map { lists in
            let (tables, opened) = try ListDoor.open(lists, environment: ProcessInfo.processInfo.environment)
            return ScreenReadings(opened, tables: tables)
        }
        let code = ReadRun(plan, screening).run()
        if code != .success { throw code }
    }
}
