import ArgumentParser
import CaseFile
import Casework
import Foundation
import Vocabulary

/// `expediente review`.
struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Goes through what a person should decide, what most hangs on first.",
        discussion: """
            On a terminal each question is asked: a accepts, r rejects, l leaves it for later, q ends. Elsewhere, and \
            with --list, the questions are listed.
            """)

    @OptionGroup var view: ViewOptions

    @Flag(help: "List the questions; ask none.")
    var list = false

    @Option(help: "Who decides. (default: EXPEDIENTE_AUTHOR, or the name of the user)")
    var author: String?

    @Option(name: .customLong("kind"), help: "Only questions of this kind, for example “merge”.")
    var kind: String?

    func run() throws {
        let look = try view.look()
        var questions = try CaseTalk.explained { () throws(CaseworkError) in try look.whole().review() }
        if let kind { questions = questions.filter { $0.kind.rawValue == kind } }
        let isAsked =
            !list && !view.lines && view.format == .table && isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
        guard isAsked else {
            return try view.print(questions, none: "Nothing waits for a decision.") { $0.write($1) }
        }
        try ask(questions.filter { $0.kind == .merge || $0.kind == .eventMerge }, in: look.store)
    }

    private var authorName: String {
        let environment = ProcessInfo.processInfo.environment
        return [author, environment["EXPEDIENTE_AUTHOR"], environment["USER"], NSUserName()].compactMap { $0 }
            .first { !$0.isEmpty } ?? "unknown"
    }

    private func ask(_ questions: [ReviewQuestion], in store: any CaseStore) throws {
        var decided = 0
        asking: for question in questions {
            var sheet = view.sheet
            sheet.write(question)
            try Output.print(sheet.page.text)
            while true {
                try Output.print("  accept, reject, later, quit (a/r/l/q): ")
                guard let answer = readLine()?.lowercased().first else { break asking }
                if answer == "q" { break asking }
                if answer == "l" { break }
                guard answer == "a" || answer == "r" else { continue }
                let decision = Decision(
                    id: "", kind: answer == "a" ? .merge : .dismiss, parts: question.parts, author: authorName,
                    at: CaseTalk.now, reason: "review: " + question.reasons.joined(separator: "; "))
                try CaseTalk.explained { () throws(CaseworkError) in
                    do throws(CaseError) { _ = try store.append(decision) } catch { throw .caseFile(error) }
                }
                decided += 1
                break
            }
        }
        Output.say("\(CaseTalk.count(decided, "decision")) kept")
    }
}
