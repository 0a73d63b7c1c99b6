import Foundation
import Testing

/// Everyone in a case is looked for on the lists that are kept; the people and the list do not exist.
@Suite struct CaseScreeningTests {
    private let program: Program

    init() throws {
        program = try Program()
        try program.write(
            "ofac/sdn.csv",
            "101,\"RIO CLARO, Ernesto\",\"individual\",\"SDNTK\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n")
        try program.write(
            "one.txt",
            "Ernesto Rio Claro was arrested in Lima on Monday.\n\nJudge Carla Denning signed the order.\n"
        )
    }

    private func run(_ arguments: String...) throws -> Program.Run {
        try program.run(arguments, environment: ["EXPEDIENTE_LISTS": program.path("kept"), "USER": "tester"])
    }

    /// How many entries each person may be, by name.
    private func hits() throws -> [String: Int] {
        let done = try run("people", "--case", "a.case", "--format", "json")
        let page = try #require(try JSONSerialization.jsonObject(with: Data(done.output.utf8)) as? [String: Any])
        let items = try #require(page["items"] as? [[String: Any]])
        return Dictionary(
            items.compactMap { item in
                (item["name"] as? String).map { ($0, item["hits"] as? Int ?? -1) }
            }
        ) { first, _ in first }
    }

    private func clear(_ name: String) throws -> Program.Run {
        try run("clear", name, "--case", "a.case", "--hit", "ofac-101", "--reason", "another man")
    }

    @Test func `a hit is shown with its reason until it is cleared, and for nobody else`() throws {
        defer { program.clear() }
        #expect(try run("add", "--case", "a.case", "one.txt").status == 0)
        #expect(try hits()["Ernesto Rio Claro"] == 0, "no list is kept yet")
        #expect(try run("lists", "add", "ofac").status == 0)
        #expect(try hits() == ["Ernesto Rio Claro": 1, "Carla Denning": 0])
        let shown = try run("show", "Ernesto Rio Claro", "--case", "a.case")
        #expect(shown.output.contains("ofac-101") && shown.output.contains("SDNTK"), "\(shown.output)")
        // What is decided of somebody else in the same report clears nobody.
        #expect(try clear("Carla Denning").status == 0)
        #expect(try hits() == ["Ernesto Rio Claro": 1, "Carla Denning": 0])
        #expect(try clear("Ernesto Rio Claro").status == 0)
        #expect(try hits() == ["Ernesto Rio Claro": 0, "Carla Denning": 0])
        #expect(try !run("show", "Ernesto Rio Claro", "--case", "a.case").output.contains("ofac-101"))
    }

    @Test func `a damaged list is said, and the case is shown`() throws {
        defer { program.clear() }
        #expect(try run("add", "--case", "a.case", "one.txt").status == 0)
        #expect(try run("lists", "add", "ofac").status == 0)
        let folder = URL(fileURLWithPath: program.path("kept/ofac"))
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        where name.hasSuffix("entries.jsonl") {
            try FileManager.default.removeItem(at: folder.appending(path: name))
        }
        let done = try run("people", "--case", "a.case")
        #expect(done.status == 0 && done.output.contains("Ernesto Rio Claro"), "\(done.talk)")
        #expect(done.talk.contains("lists.damaged"), "\(done.talk)")
    }
}
