import ArgumentParser
import Casework
import Evaluation
import Foundation
import Vocabulary

/// `expediente evaluate`.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Holds readings against gold readings.",
        discussion: """
            A gold folder has NAME.json (what people say the report says) beside NAME.txt (the report). The reports are \
            read with the date and the language that the gold gives, or their readings are taken from a file. Several \
            folders are pooled.

            Floors: a line `row figure floor`, for example `FACTS f1 0.50`; under one of them the exit code is 1.

            Examples:
              expediente evaluate gold/en
              expediente evaluate gold/en gold/es --language es --verbose
              expediente evaluate gold/en --readings readings.jsonl --format json
              expediente evaluate gold/en --floors floors.txt
              expediente evaluate gold/en --page gold.html
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    @Argument(help: "Folders of gold readings.")
    var folders: [String]

    @Option(help: "Only the gold's reports in this language: en or es.")
    var language: String?

    @Option(help: "Readings to score, one a line (the output of `read --format json`), instead of reading.")
    var readings: String?

    @Option(help: "A file of floors.")
    var floors: String?

    @Flag(help: "List every miss and every extra with its sentence.")
    var verbose = false

    @Flag(help: "List victims, officials and officers of the gold that the readings show as accused; exit 1 if any.")
    var suspects = false

    @Option(help: "Ids of reports, separated by commas, that are scored but whose misses are never shown.")
    var heldBack: String?

    @Option(help: "Write a page that shows gold and readings side by side.")
    var page: String?

    @Option(help: "How to show the result: table or json.")
    var format: Format = .table

    @Option(help: "How many threads read; all cores without it.")
    var threads: Int?

    @Option(help: ArgumentHelp("A spaCy pipeline's directory, instead of the installed one.", valueName: "dir"))
    var model: [String] = []

    @Option(help: ArgumentHelp("A directory of frames and words that add to the shipped ones.", valueName: "dir"))
    var lexicon: String?

    private func plan() throws -> EvaluateReadings {
        EvaluateReadings(
            folders: folders, language: try OptionChecks.language(language), readings: readings,
            threads: try OptionChecks.threads(threads))
    }

    func validate() throws {
        _ = try plan()
    }

    func run() throws {
        let (work, floors) = (try plan(), try floors.map(readFloors))
        let models = Models(given: model, environment: ProcessInfo.processInfo.environment)
        let outcome: EvaluateReadings.Outcome
        do throws(CaseworkError) {
            outcome = try work.run(with: Readers(models: models, lexicon: lexicon))
        } catch {
            Output.say("expediente: \(error)")
            throw error.exitCode
        }
        for pair in outcome.pairs where pair.score.faults > 0 {
            Output.say(
                "\(pair.gold.key): \(pair.score.faults) spans do not repeat their text; the reading counts as none")
        }
        try show(outcome)
        try page.map { try writePage(outcome, to: $0) }
        try check(floors, outcome.scorecard)
        if suspects { try checkSuspects(outcome) }
    }

    private func checkSuspects(_ outcome: EvaluateReadings.Outcome) throws {
        var (people, wrong) = (0, 0)
        for pair in outcome.pairs {
            let result = Suspects.check(pair.ours, pair.gold, pair.score)
            people += result.of
            wrong += result.wrong.count
            for person in result.wrong {
                let what =
                    hiddenIDs.contains(pair.gold.id)
                    ? "(held back)" : "\(person.name): \(person.events.joined(separator: ", "))"
                Output.say("shown as accused: \(pair.gold.key): \(what)")
            }
        }
        Output.say("shown as accused: \(wrong) of \(people) people who are only victims, officials or officers")
        if wrong > 0 { throw ExitCode.gate }
    }

    private var hiddenIDs: Set<String> {
        Set((heldBack ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
    }

    private func show(_ outcome: EvaluateReadings.Outcome) throws {
        switch format {
        case .json: try Output.print(String(decoding: outcome.scorecard.json, as: UTF8.self) + "\n")
        case .table:
            var text = ""
            if verbose {
                for pair in outcome.pairs where !hiddenIDs.contains(pair.gold.id) {
                    text += DifferenceList.text(of: pair.score, in: pair.gold)
                }
            }
            try Output.print(text + outcome.scorecard.table)
        }
    }

    private func writePage(_ outcome: EvaluateReadings.Outcome, to path: String) throws {
        let entries = outcome.pairs.filter { !hiddenIDs.contains($0.gold.id) }
            .map { GoldPage.Entry(gold: $0.gold, ours: $0.ours, score: $0.score) }
        do {
            try Data(GoldPage(entries, scorecard: outcome.scorecard).html.utf8).write(to: URL(fileURLWithPath: path))
        } catch {
            Output.say("expediente: \(path): the page cannot be written: \(error.localizedDescription)")
            throw ExitCode.failed
        }
    }

    private func readFloors(_ path: String) throws -> Floors {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            Output.say("expediente: \(path): the floors cannot be read [input.not-read]")
            throw ExitCode.unusableInput
        }
        do throws(EvaluationError) {
            return try Floors(text)
        } catch {
            Output.say("expediente: \(path): \(error) [\(error.code)]")
            throw ExitCode.unusableInput
        }
    }

    private func check(_ floors: Floors?, _ scorecard: Scorecard) throws {
        let shortfalls = floors?.shortfalls(of: scorecard) ?? []
        for shortfall in shortfalls { Output.say("under the floor: \(shortfall)") }
        if !shortfalls.isEmpty { throw ExitCode.gate }
    }
}

extension CaseworkError {
    var exitCode: ExitCode {
        switch self {
        case .unusable, .noGold, .noReader, .lexicon: .unusableInput
        case .modelMissing, .modelUnusable: .unavailable
        case .faultyReading: .failed
        case .caseFile(let error): error.exitCode
        }
    }
}
