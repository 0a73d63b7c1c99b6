import ArgumentParser
import Foundation

@main
struct Expediente: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expediente",
        abstract: "Reads reports about cross-border crime and justice, and keeps the case file.",
        discussion: """
            Data go to the standard output, talk to the standard error. Exit codes: 0 done, 1 a gate that was asked for \
            failed, 2 failed, 64 usage, 65 unusable input, 69 model unavailable, 75 try again, 130 interrupted.
            """,
        version: "0.1.0",
        subcommands: [
            ReadCommand.self, ExtractCommand.self, AnalyseCommand.self, EvaluateCommand.self, LexiconCommand.self,
            ScreenCommand.self, ListsCommand.self, NamesCommand.self,
        ])

    static func main() {
        Signals.prepare()
        main(nil)
    }
}
