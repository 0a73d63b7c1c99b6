import ArgumentParser
import Casework
import Vocabulary

/// `expediente import`.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Files entities of FollowTheMoney, one a line, in a case.",
        discussion: """
            People, organisations, public bodies, companies, addresses and the ties between them become things of the \
            case; the file stands as their source.

            Example:
              expediente import --case transfers.case entities.ftm.json
            """)

    @OptionGroup var options: CaseOptions

    @Argument(help: "The file.")
    var file: String

    func run() throws {
        let store = try options.open(.create)
        let summary = try CaseTalk.explained { () throws(CaseworkError) in
            try ImportEntities(path: file).run(into: store, at: CaseTalk.now)
        }
        for problem in summary.problems { Output.say("expediente: \(problem)") }
        if summary.isKnown { return try Output.print("already in the case\n") }
        let words = CaseTalk.count(summary.things, "thing") + ", " + CaseTalk.count(summary.ties, "tie")
        try Output.print("imported \(words); \(summary.passedOver) passed over\n")
    }
}
