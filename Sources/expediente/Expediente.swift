import ArgumentParser
import Casework
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
        version: ProgramVersion.current,
        subcommands: [
            ReadCommand.self, ExtractCommand.self, AnalyseCommand.self, EvaluateCommand.self, LexiconCommand.self,
            IdentitiesCommand.self,
            ServeCommand.self, McpCommand.self, ScreenCommand.self, ListsCommand.self, NamesCommand.self,
            AddCommand.self, CheckCommand.self, MergeCommand.self, SplitCommand.self, RenameCommand.self,
            ConfirmCommand.self, DismissCommand.self, CorrectCommand.self, ClearCommand.self, UndoCommand.self,
            HistoryCommand.self, ForgetCommand.self, RereadCommand.self,
            PeopleCommand.self, GroupsCommand.self, ShowCommand.self, EventsCommand.self, TimelineCommand.self,
            ConflictsCommand.self, SourcesCommand.self, SearchCommand.self, ReviewCommand.self, ExportCommand.self,
            ImportCommand.self,
        ])

    static func main() {
        Signals.prepare()
        main(nil)
    }
}
