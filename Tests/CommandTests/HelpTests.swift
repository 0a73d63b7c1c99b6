import Foundation
import Testing

@Suite struct HelpTests {
    /// The help texts, as they were last looked at. `EXPEDIENTE_WRITE_SNAPSHOTS=1` writes them anew.
    @Test(arguments: [["read"], ["evaluate"]]) func `help reads as it was last looked at`(command: [String]) throws {
        let program = try Program()
        defer { program.clear() }
        let run = try program.run(command + ["--help"], environment: ["COLUMNS": "100"])
        #expect(run.status == 0)
        let name = "Snapshots/help-\(command.joined(separator: "-")).txt"
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: name)
        if ProcessInfo.processInfo.environment["EXPEDIENTE_WRITE_SNAPSHOTS"] != nil {
            try Data(run.output.utf8).write(to: url)
        }
        #expect(run.output == (try String(contentsOf: url, encoding: .utf8)))
    }

    @Test func `every command is named, with its version and its exit codes`() throws {
        let program = try Program()
        defer { program.clear() }
        let help = try program.run(["--help"], environment: ["COLUMNS": "200"]).output
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for words in ["read", "evaluate", "Exit codes: 0 done", "130 interrupted"] { #expect(help.contains(words)) }
        #expect(try program.run(["--version"]).output.hasPrefix("0.1."))
    }
}
