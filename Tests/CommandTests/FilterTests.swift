import Foundation
import Testing

/// `expediente read --jsonl` as a filter.
@Suite struct FilterTests {
    private static let text = "Police arrested Nilo Ferro in Lima on Monday, the ministry said."

    private func documents(_ count: Int) -> String {
        (1...count).map { #"{"id": "d\#($0)", "date": "2025-01-08", "text": "\#(Self.text)"}"# }
            .joined(separator: "\n") + "\n"
    }

    @Test func `readings come in the order of the documents, the same on one thread and on many`() throws {
        guard InstalledModel.isThere() else { return }
        let program = try Program()
        defer { program.clear() }
        let file = try program.write("a.jsonl", documents(200))
        let one = try program.run(["read", "--jsonl", "--threads", "1", file])
        let many = try program.run(["read", "--jsonl", "--threads", "7", file])
        #expect(one.status == 0)
        #expect(one.output == many.output)
        let ids = one.lines.map {
            $0.dropFirst(#"{"format":"expediente.reading/1","report":{"id":""#.count).prefix { $0 != "\"" }
        }
        #expect(ids.map(String.init) == (1...200).map { "d\($0)" })
    }

    @Test func `members of a document reach the reading`() throws {
        guard InstalledModel.isThere() else { return }
        let program = try Program()
        defer { program.clear() }
        let document = #"""
            {"id": "x/1", "title": "A title", "date": "2025-01-08T10:00:00Z", "publisher": "A paper", "lang": "en-US", "url": "https://example.org/", "text": "\nPolice arrested Ana \u00d1u in Lima.", "more": [1, {}]}
            """#
        let run = try program.run(["read", "--jsonl"], input: Array(document.utf8))
        #expect(run.status == 0, "\(run.talk)")
        let report = #"""
            "report":{"id":"x/1","title":"A title","publisher":"A paper","published":"2025-01-08","language":"en","url":"https://example.org/",
            """#
        #expect(run.output.contains(report))
    }

    @Test func `a bad line is named, and the others are read`() throws {
        guard InstalledModel.isThere() else { return }
        let program = try Program()
        defer { program.clear() }
        let good = #"{"text": "\#(Self.text)"}"#
        let bad = [
            "{", "[]", #""text""#, "{}", #"{"text": 7}"#, #"{"date": "June", "text": "x"}"#, #"{"text": ""}"#, "\u{1}",
        ]
        let lines = [good] + bad + ["", "  ", good]
        let run = try program.run(["read", "--jsonl", "-"], input: Array(lines.joined(separator: "\n").utf8))
        #expect(run.status == 65)
        #expect(run.lines.count == 2)
        #expect(run.lines.first?.contains(#""id":"line1""#) == true)
        #expect(run.lines.last?.contains(#""id":"line12""#) == true)
        for number in 2...9 { #expect(run.talk.contains("standard input, line \(number): "), "\(number)") }
    }

    @Test func `a reading comes as soon as its document, before the input ends`() throws {
        guard InstalledModel.isThere() else { return }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Program.binary)
        process.arguments = ["read", "--jsonl", "--threads", "4"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        for number in 1...3 {
            try input.fileHandleForWriting.write(
                contentsOf: Data("{\"id\": \"d\(number)\", \"text\": \"\(Self.text)\"}\n".utf8))
            let answer = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            #expect(answer.contains("\"id\":\"d\(number)\""))
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test func `when nobody reads on it ends at once and quietly`() throws {
        guard InstalledModel.isThere() else { return }
        let program = try Program()
        defer { program.clear() }
        let file = try program.write("a.jsonl", documents(3000))
        let script = "'\(Program.binary)' read --jsonl '\(file)' 2>err; echo $? >status"
        let run = try program.run(executable: "/bin/bash", ["-c", "( \(script) ) | head -n 1"], limit: 60)
        #expect(run.lines.count == 1)
        #expect(try String(contentsOfFile: program.path("status"), encoding: .utf8) == "0\n")
        #expect(try String(contentsOfFile: program.path("err"), encoding: .utf8).isEmpty)
    }

    @Test func `an interrupt ends it with 130`() throws {
        guard InstalledModel.isThere() else { return }
        let program = try Program()
        defer { program.clear() }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Program.binary)
        process.arguments = ["read", "--jsonl"]
        process.standardInput = Pipe()
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        Thread.sleep(forTimeInterval: 0.5)
        process.interrupt()
        let end = Date().addingTimeInterval(10)
        while process.isRunning, Date() < end { Thread.sleep(forTimeInterval: 0.01) }
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 130)
    }

    @Test func `a full disk is said and ends with 2`() throws {
        guard InstalledModel.isThere(), FileManager.default.fileExists(atPath: "/dev/full") else { return }
        let program = try Program()
        defer { program.clear() }
        let file = try program.write("a.jsonl", documents(5))
        let run = try program.run(
            executable: "/bin/bash", ["-c", "'\(Program.binary)' read --jsonl '\(file)' >/dev/full"])
        #expect(run.status == 2)
        #expect(run.talk.contains("the output cannot be written"))
    }
}
