import Foundation
import Testing

@Suite struct EvaluateCommandTests {
    private static let gold = Program.root.appending(path: "Tests/EvaluationTests/Gold").path
    private static let readings = "\(gold)/ours.jsonl"

    private func evaluate(_ arguments: [String]) throws -> Program.Run {
        let program = try Program()
        defer { program.clear() }
        return try program.run(["evaluate", Self.gold, "--readings", Self.readings] + arguments)
    }

    @Test func `shows the table, or JSON`() throws {
        #expect(try evaluate([]).output.contains("FACTS                  0.720   0.818   0.766     22     25"))
        let json = try evaluate(["--format", "json"]).output
        let facts = #""FACTS":{"precision":0.7200,"recall":0.8182,"f1":0.7660,"gold":22,"ours":25,"hit":18}"#
        #expect(json.hasPrefix(#"{"reports":1,"missing":[],"rows":{"entities":"#))
        #expect(json.contains(facts))
    }

    @Test func `pools folders`() throws {
        let run = try evaluate([Self.gold])
        #expect(run.output.contains("2 reports"))
        #expect(run.output.contains("FACTS                  0.720   0.818   0.766     44     50"))
    }

    @Test func `under a floor it ends with 1 and says row, figure and floor`() throws {
        let program = try Program()
        defer { program.clear() }
        let floors = try program.write("floors.txt", "FACTS f1 0.8\nentities f1 0.9\n")
        let run = try evaluate(["--floors", floors])
        #expect(run.status == 1)
        #expect(run.talk == "under the floor: FACTS: f1 is 0.7660, under the floor of 0.8000\n")
        let reached = try program.write("reached.txt", "FACTS f1 0.766\n")
        #expect(try evaluate(["--floors", reached]).status == 0)
        let wrong = try program.write("wrong.txt", "FACTS 0.8\n")
        #expect(try evaluate(["--floors", wrong]).status == 65)
    }

    @Test func `never shows the misses of reports that are held back`() throws {
        #expect(try evaluate(["--verbose"]).output.contains("extra entity"))
        let run = try evaluate(["--verbose", "--held-back", "other, sample"])
        #expect(!run.output.contains("extra entity"))
        #expect(run.output.contains("1 reports"))
    }

    @Test func `writes the page`() throws {
        let program = try Program()
        defer { program.clear() }
        #expect(try evaluate(["--page", program.path("page.html")]).status == 0)
        let page = try String(contentsOfFile: program.path("page.html"), encoding: .utf8)
        #expect(page.hasPrefix("<!doctype html>"))
        #expect(page.contains("Halcón Ring"))
        #expect(try evaluate(["--page", "/nowhere/page.html"]).status == 2)
    }

    @Test func `a folder without gold is unusable`() throws {
        let program = try Program()
        defer { program.clear() }
        let run = try program.run(["evaluate", program.folder.path])
        #expect(run.status == 65)
        #expect(run.talk.contains("[casework.no-gold]"))
        #expect(try program.run(["evaluate", program.path("none")]).status == 65)
    }

    @Test func `takes the date and the language from the gold`() throws {
        guard InstalledModel.isThere() else { return }
        let program = try Program()
        defer { program.clear() }
        let run = try program.run(["evaluate", Self.gold, "--language", "en"])
        #expect(run.status == 0, "\(run.talk)")
        #expect(run.output.contains("1 reports, 0 without a reading"))
        #expect(try program.run(["evaluate", Self.gold, "--language", "es"]).output.contains("0 reports"))
    }

    @Test func `equals the gold's own script on readings damaged at random`() throws {
        let gold = Program.root.deletingLastPathComponent().appending(path: "shared/gold").path
        guard FileManager.default.fileExists(atPath: "\(gold)/score.py") else {
            print("LEFT OUT: the comparison with the gold's own script: there is no ../shared/gold")
            return
        }
        let program = try Program()
        defer { program.clear() }
        let script = Program.root.appending(path: "scripts/test-scores.py").path
        let arguments = [script, "--binary", Program.binary, "--gold", gold, "--rounds", "12"]
        let run = try program.run(executable: "/usr/bin/env", ["python3"] + arguments)
        #expect(run.status == 0, "\(run.output)\(run.talk)")
    }
}
