import ArgumentParser
import Casework
import Foundation
import Server

/// `expediente mcp`.
struct McpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mcp",
        abstract: "Offers reading and the case as tools to programs that speak the Model Context Protocol.",
        discussion: """
            Messages come on the standard input and go to the standard output, one a line. The tools: read_text, \
            search_case, dossier, timeline, conflicts, screen_name. Every answer has its sentences. Nothing is changed.
            """)

    @Option(help: ArgumentHelp("The case's file; without it, read_text and screen_name work.", valueName: "file"))
    var `case`: String?

    func run() throws {
        let environment = ProcessInfo.processInfo.environment
        let door: ToolDoor
        do throws(Refusal) {
            let file = try FiledCase(path: self.case, way: .write, environment: environment)
            door = ToolDoor(file, version: Expediente.configuration.version)
        } catch {
            Output.say("expediente: \(error.message) [\(error.code)]")
            throw ExitCode(69)
        }
        while let line = readLine(strippingNewline: true) {
            if line.allSatisfy(\.isWhitespace) { continue }
            if let answer = door.answer(Array(line.utf8)) {
                try Output.print(String(decoding: answer, as: UTF8.self) + "\n")
            }
        }
    }
}
