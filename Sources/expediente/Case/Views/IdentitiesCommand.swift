import ArgumentParser
import CaseFile
import Casework
import Foundation
import Vocabulary

/// `expediente evaluate-case`.
struct IdentitiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate-case",
        abstract: "Holds who is taken for whom across reports against a key.",
        discussion: """
            The gold readings of the folders become one case. The key is a CSV file with a heading and rows \
            report_id,entity_name,type,true_id; counted are pairs of entities of different reports. Under a floor the \
            exit code is 1.

            Example:
              expediente evaluate-case gold/en gold/es --key key.csv --verbose
            """)

    @Argument(help: "Folders of gold readings.")
    var folders: [String]

    @Option(help: "The key.")
    var key: String

    @Flag(help: "List every pair that was wrongly joined or missed.")
    var verbose = false

    @Option(help: "The least precision of people and groups.")
    var precision: Double = 0

    @Option(help: "The least recall of people and groups.")
    var recall: Double = 0

    @Option(
        help: ArgumentHelp(
            "Print a view of the case as JSON Lines: people, groups, events, conflicts, review.", valueName: "view"))
    var show: String?

    func run() throws {
        let outcome: EvaluateIdentities.Outcome
        do throws(CaseworkError) {
            outcome = try EvaluateIdentities(folders: folders, key: key).run()
        } catch {
            Output.say("expediente: \(error)")
            throw error.exitCode
        }
        if let show { return try print(show, outcome) }
        for row in outcome.unused { Output.say("the gold has no such entity: \(row)") }
        if verbose { try Output.print(outcome.differences.map { $0 + "\n" }.joined()) }
        var text = "type                 precision  recall   pairs   wrong  missed\n"
        for (type, figures) in outcome.figures {
            let numbers = [figures.shared, figures.wrong, figures.missed].map { String(format: "%7d", $0) }.joined(
                separator: " ")
            text += type.padding(toLength: 20, withPad: " ", startingAt: 0)
            text += String(format: " %9.3f %7.3f ", figures.precision, figures.recall) + numbers + "\n"
        }
        try Output.print(text)
        guard let total = outcome.figures.last?.figures else { return }
        if total.precision < precision || total.recall < recall { throw ExitCode.gate }
    }

    private func print(_ view: String, _ outcome: EvaluateIdentities.Outcome) throws {
        let views = CaseViews(CaseMaterial(reports: outcome.reports, clusters: outcome.resolved.clusters))
        func lines(_ items: [some CaseItem]) -> [UInt8] { CaseListing(caseName: "gold", items: items).lines }
        let bytes: [UInt8]
        switch view {
        case "people": bytes = lines(views.people())
        case "groups": bytes = lines(views.groups())
        case "events": bytes = lines(views.events())
        case "timeline": bytes = lines(views.timeline())
        case "conflicts": bytes = lines(views.conflicts())
        case "review": bytes = lines(views.review())
        default: bytes = lines(views.find(view).map(views.dossier(of:)))
        }
        try Output.write(bytes)
    }
}
