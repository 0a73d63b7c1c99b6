import Foundation
import Testing

/// `expediente add`, `check`, `reread`, `forget` and the decisions, from the door.
@Suite struct AddCommandTests {
    @Test func `reports are filed, and known again`() throws {
        guard InstalledModel.isThere() else { return }
        let scene = try CaseScene()
        defer { scene.clear() }
        let file = try scene.program.write("in/one.txt", CaseScene.text("Nilo Ferro"))
        try scene.program.write("in/deep/two.txt", CaseScene.text("Ana Vidal"))
        let lines = try scene.program.write("more.jsonl", CaseScene.documents(3))
        let first = try scene.run("add", [scene.program.path("in")])
        #expect(first.status == 0, "\(first.talk)")
        #expect(first.output == "filed 2 reports (2 en)\n")
        let again = try scene.run("add", [file, lines])
        #expect(again.status == 0)
        #expect(again.output.hasPrefix("filed 3 reports (3 en)"))
        #expect(again.output.contains("1 already in the case"))
        #expect(again.talk.isEmpty)
        let json = try scene.run("add", ["--format", "json", lines])
        #expect(json.output.contains(#""filed":0"#) && json.output.contains(#""known":3"#))
        let check = try scene.run("check")
        #expect(check.status == 0)
        #expect(check.output.hasPrefix("whole: 5 reports, "))
    }

    @Test func `the same text under another name is filed and said to be the same`() throws {
        guard InstalledModel.isThere() else { return }
        let scene = try CaseScene()
        defer { scene.clear() }
        let text = CaseScene.text("Nilo Ferro")
        try scene.program.write("in/one.txt", text)
        try scene.program.write("in/two.txt", text + "\n\nAll rights reserved.\n")
        let run = try scene.run("add", [scene.program.path("in")])
        #expect(run.output == "filed 2 reports (2 en); 1 with the text of another report\n")
    }

    @Test func `odd files are said and the rest is filed`() throws {
        guard InstalledModel.isThere() else { return }
        let scene = try CaseScene()
        defer { scene.clear() }
        let program = scene.program
        try program.write("in/good.txt", CaseScene.text("Nilo Ferro"))
        try program.write("in/empty.txt", "")
        try program.write("in/binary.bin", (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 97) })
        try program.write("in/a/same.txt", CaseScene.text("Ana Vidal"))
        try program.write("in/b/same.txt", CaseScene.text("Eva Soto"))
        try program.write("in/.hidden", "not seen")
        for number in 0..<200 { try program.write("in/many/\(number).dat", [0, 1, UInt8(number)]) }
        let files = FileManager.default
        try files.createSymbolicLink(atPath: program.path("in/loop"), withDestinationPath: program.path("in"))
        try files.createSymbolicLink(atPath: program.path("in/none"), withDestinationPath: "nowhere")
        mkfifo(program.path("in/pipe"), 0o600)
        let run = try scene.run("add", [program.path("in"), program.path("missing.txt")])
        #expect(run.status == 0, "\(run.talk)")
        #expect(run.output.hasPrefix("filed 3 reports"))
        for (name, code) in [
            ("empty.txt", "reports.empty"), ("loop", "input.no-file"), ("none", "input.no-file"),
            ("pipe", "input.no-file"), ("missing.txt", "input.missing"), ("binary.bin", "reports."),
        ] {
            #expect(run.talk.split(separator: "\n").contains { $0.contains(name) && $0.contains(code) }, "\(name)")
        }
        #expect(!run.talk.contains(".hidden"))
        #expect(try scene.run("check").status == 0)
        let nothing = try scene.run("add", [program.path("in/many")], on: "b.case")
        #expect(nothing.status == 65)
        #expect(nothing.output.contains("200 not read"))
    }

    @Test func `decisions are kept, undone, and survive a new reading`() throws {
        guard InstalledModel.isThere() else { return }
        let scene = try CaseScene()
        defer { scene.clear() }
        try scene.program.write("in/one.txt", CaseScene.text("Nilo Ferro"))
        try scene.program.write("in/two.txt", CaseScene.text("Ana Vidal", 2))
        try scene.run("add", [scene.program.path("in")])
        let merge = try scene.run("merge", ["Nilo Ferro", "Ana Vidal", "--reason", "one file", "--author", "Eva"])
        #expect(merge.status == 0, "\(merge.talk)")
        #expect(merge.output.hasPrefix("d1: merge “Nilo Ferro” in one"))
        let rename = try scene.run("rename", ["Ana Vidal", "--to", "Ana Vidal Cruz", "--reason", "the register"])
        #expect(rename.status == 0, "\(rename.talk)")
        #expect(try scene.run("undo", ["d2", "--reason", "no"]).output == "d2: rename undone\n")
        #expect(try scene.run("undo", ["d2", "--reason", "no"]).talk.contains("[case.already-undone]"))
        #expect(try scene.run("undo", ["d9", "--reason", "no"]).talk.contains("[case.unknown-decision]"))
        #expect(try scene.run("merge", ["Nobody", "Ana Vidal", "--reason", "x"]).talk.contains("[case.nothing-named]"))
        #expect(try scene.run("merge", ["Ana Vidal", "--reason", "x"]).status == 64)
        #expect(try scene.run("merge", ["Ana Vidal", "Nilo Ferro"]).status == 64)
        let reread = try scene.run("reread", ["--all"])
        #expect(reread.output.hasPrefix("read anew: 2 reports"), "\(reread.talk)")
        let history = try scene.run("history", ["--format", "json"]).output
        #expect(history.contains(#""id":"d1","kind":"merge","author":"Eva""#))
        #expect(history.contains(#""orphaned":0"#))
        #expect(history.contains(#""undone_by":{"author":"#))
        let forgotten = try scene.run("forget", ["two", "--reason", "a court's order"])
        #expect(forgotten.status == 0, "\(forgotten.talk)")
        #expect(try scene.run("history").output.contains("orphaned d1: 1 of 2 places"))
        let back = try scene.run("add", [scene.program.path("in")])
        #expect(back.output == "filed 0 reports; 1 already in the case; 1 forgotten before and left out\n")
        #expect(try scene.run("check").status == 0)
    }
}
