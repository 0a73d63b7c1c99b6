import Foundation
import Testing

@Suite struct UsageTests {
    @Test(arguments: [
        ["read"], ["read", "-", "-"], ["read", "a.txt", "--published", "12 August"],
        ["read", "a.txt", "--published", "2025-02-30"], ["read", "a.txt", "--language", "fr"],
        ["read", "a.txt", "--threads", "0"], ["read", "a.txt", "--threads", "many"],
        ["read", "a.txt", "--format", "xml"],
        ["read", "a.txt", "--with-text"], ["read", "a.txt", "--colour"], ["evaluate"],
        ["evaluate", "gold", "--language", "fr"], ["evaluate", "gold", "--threads", "-1"], ["rede", "a.txt"],
    ])
    func `a call that is not understood ends with 64 and says why`(arguments: [String]) throws {
        let program = try Program()
        defer { program.clear() }
        let run = try program.run(arguments)
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
        #expect(run.talk.contains("Error:"))
    }

    @Test func `a missing model ends with 69 and says what to run`() throws {
        let program = try Program()
        defer { program.clear() }
        let file = try program.write("a.txt", "The man was arrested in Lima on Monday.")
        let run = try program.run(["read", file], environment: ["EXPEDIENTE_MODELS": program.path("none")])
        #expect(run.status == 69)
        #expect(run.output.isEmpty)
        #expect(run.talk.contains("make setup"))
        #expect(run.talk.contains(program.path("none/en_core_web_sm-3.8.0")))
    }

    @Test func `a directory that is no pipeline ends with 69`() throws {
        let program = try Program()
        defer { program.clear() }
        let file = try program.write("a.txt", "The man was arrested in Lima on Monday.")
        let run = try program.run(["read", file, "--model", program.folder.path])
        #expect(run.status == 69)
        #expect(run.talk.contains("meta.json"))
    }
}
