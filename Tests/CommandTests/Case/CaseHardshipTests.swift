import Foundation
import Testing

/// What a case must withstand: kills, full disks, wrong files, two programs at once.
@Suite(.serialized) struct CaseHardshipTests {
    /// `EXPEDIENTE_KILLS` says how often; 20 without it.
    @Test func `a kill at any moment loses nothing that was filed`() throws {
        guard InstalledModel.isThere() else { return }
        let scene = try CaseScene()
        defer { scene.clear() }
        let file = try scene.program.write("in.jsonl", CaseScene.documents(60))
        let whole = try scene.run("add", [file], on: "whole.case")
        #expect(whole.status == 0, "\(whole.talk)")
        let expected = try CaseScene.dump(scene.program.path("whole.case"))
        let kills = ProcessInfo.processInfo.environment["EXPEDIENTE_KILLS"].flatMap { Int($0) } ?? 20
        var random = Steps(seed: 7)
        for round in 0..<kills {
            let name = "kill\(round).case"
            let path = scene.program.path(name)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: Program.binary)
            process.arguments = ["add", "--case", path, file]
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            Thread.sleep(forTimeInterval: whole.seconds * random.next())
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let check = try scene.run("check", on: name)
            // Killed before there was a file.
            #expect(check.status == 0 || check.talk.contains("[case.missing]"), "round \(round): \(check.talk)")
            let rest = try scene.run("add", [file], on: name)
            #expect(rest.status == 0, "round \(round): \(rest.talk)")
            #expect(try CaseScene.dump(path) == expected, "round \(round)")
            for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) }
        }
    }

    @Test func `two programs file into one case`() throws {
        guard InstalledModel.isThere() else { return }
        let scene = try CaseScene()
        defer { scene.clear() }
        let file = try scene.program.write("in.jsonl", CaseScene.documents(40))
        let command = "'\(Program.binary)' add --case '\(scene.path)' '\(file)'"
        let both = try scene.program.run(
            executable: "/bin/bash", ["-c", "\(command) & \(command) && wait $! && echo fine"])
        #expect(both.output.contains("fine"), "\(both.talk)")
        #expect(try scene.run("check").output.hasPrefix("whole: 40 reports"))
        try scene.run("add", [file], on: "whole.case")
        #expect(try CaseScene.dump(scene.path) == CaseScene.dump(scene.program.path("whole.case")))
    }

    @Test func `a file that may not grow is said, and what was filed stays`() throws {
        guard InstalledModel.isThere() else { return }
        let scene = try CaseScene()
        defer { scene.clear() }
        let file = try scene.program.write("in.jsonl", CaseScene.documents(60))
        let run = try scene.program.run(
            executable: "/bin/bash", ["-c", "ulimit -f 300; '\(Program.binary)' add --case '\(scene.path)' '\(file)'"])
        #expect(run.status == 2, "\(run.talk)")
        #expect(run.talk.contains("what was filed before is kept"))
        #expect(try scene.run("check").status == 0)
        #expect(try scene.run("add", [file]).status == 0)
        #expect(try scene.run("check").output.hasPrefix("whole: 60 reports"))
    }

    @Test func `what is no case is refused with its code`() throws {
        let scene = try CaseScene()
        defer { scene.clear() }
        let text = try scene.program.write("notes.txt", "not a case, but some words")
        for command in [["check"], ["add", text], ["history"], ["reread"]] {
            let run = try scene.run(command[0], Array(command.dropFirst()), on: "notes.txt")
            #expect(run.status == 65)
            #expect(run.talk.contains("[case.not-a-case]"), "\(command): \(run.talk)")
        }
        #expect(try String(contentsOfFile: text, encoding: .utf8) == "not a case, but some words")
        #expect(try scene.run("check").talk.contains("[case.missing]"))
        let nowhere = try scene.run("add", [text], on: "no/such/folder/a.case")
        #expect(nowhere.status == 69)
        #expect(nowhere.talk.contains("[case.read-only]"))
    }

    @Test func `a case that may not be written is refused`() throws {
        guard InstalledModel.isThere() else { return }
        let scene = try CaseScene()
        defer { scene.clear() }
        let file = try scene.program.write("in.jsonl", CaseScene.documents(2))
        try scene.run("add", [file])
        chmod(scene.path, 0o444)
        chmod(scene.program.folder.path, 0o555)
        defer { chmod(scene.program.folder.path, 0o755) }
        // The superuser may write everything.
        guard geteuid() != 0 else { return print("LEFT OUT: run by the superuser, whom no permission stops") }
        let run = try scene.run("add", [file])
        #expect(run.status == 69)
        #expect(run.talk.contains("[case.read-only]"))
    }
}

/// Numbers from 0 to 1 that a seed fixes.
struct Steps {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 11) / Double(UInt64(1) << 53)
    }
}
