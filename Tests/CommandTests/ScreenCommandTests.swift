import Foundation
import Testing

/// Screening and keeping lists as a user does, with a list about people who do not exist.
@Suite struct ScreenCommandTests {
    private let program: Program
    private let rows = [
        "101,\"RIO CLARO, Ernesto\",\"individual\",\"SDNTK\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 18 Oct 1972.\"",
        "102,\"CARTEL DE LA NUBE\",-0- ,\"SDNTK\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ",
        "103,\"OTRO NOMBRE, Alguien\",\"individual\",\"SDGT\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ",
    ]

    init() throws { program = try Program() }

    private func run(_ arguments: String..., input: String? = nil) throws -> Program.Run {
        try program.run(
            arguments, input: input.map { Array($0.utf8) }, environment: ["EXPEDIENTE_LISTS": program.path("kept")])
    }

    private func writeList(_ count: Int) throws {
        try program.write("ofac/sdn.csv", rows.prefix(count).map { $0 + "\r\n" }.joined())
    }

    @Test func `screens a batch of JSON Lines for programs`() throws {
        defer { program.clear() }
        try writeList(3)
        try program.write(
            "q.jsonl",
            "{\"id\":\"a\",\"name\":\"Ernesto Rio Claro\",\"schema\":\"Person\"}\n{\"id\":\"b\",\"name\":\"Nobody At All\"}\n"
        )
        let done = try run("screen", "--batch", "q.jsonl", "--list", "ofac", "--format", "json")
        #expect(done.status == 0 && done.lines.count == 2, "\(done.talk)")
        let first = try #require(
            try JSONSerialization.jsonObject(with: Data(done.lines[0].utf8)) as? [String: Any])
        let hits = try #require(first["hits"] as? [[String: Any]])
        #expect(first["id"] as? String == "a" && hits.first?["id"] as? String == "ofac-101")
        #expect(hits.first?["explanation"] != nil && hits.first?["list_date"] is String)
        #expect(done.lines[1].hasPrefix("{\"id\":\"b\",\"name\":\"Nobody At All\",\"hits\":[]"))
    }

    @Test func `a broken line is said and the rest is screened`() throws {
        defer { program.clear() }
        try writeList(3)
        let done = try run(
            "screen", "--batch", "-", "--list", "ofac",
            input: "{\"name\": 1\n{\"id\":\"b\",\"name\":\"Cartel de la Nube\"}\n")
        #expect(done.status == 65 && done.talk.contains("line 1") && done.output.contains("ofac-102"))
    }

    @Test func `a hit can fail a run`() throws {
        defer { program.clear() }
        try writeList(3)
        #expect(try run("screen", "Ernesto Río Claro", "--list", "ofac", "--fail-on-hit").status == 1)
        #expect(try run("screen", "Nobody At All", "--list", "ofac", "--fail-on-hit").status == 0)
        let table = try run("screen", "Ernesto Río Claro", "--list", "ofac", "--born", "1972-10-18")
        #expect(table.output.contains("ofac-101") && table.output.contains("Screened against ofac of "))
        #expect(try run("screen", "X Y", "--list", "nothing-here").status == 65)
        #expect(try run("screen", "X Y").status == 69)
    }

    @Test func `keeps a list, and a broken or shrunken one does not replace it`() throws {
        defer { program.clear() }
        try writeList(3)
        #expect(try run("lists", "add", "ofac").status == 0)
        #expect(try run("screen", "Ernesto Río Claro").output.contains("ofac-101"))
        try program.write("ofac/sdn.csv", rows[0].dropLast(30) + "")
        let broken = try run("lists", "update")
        #expect(broken.status == 65 && broken.talk.contains("line 1"))
        #expect(try run("screen", "Alguien Otro Nombre").output.contains("ofac-103"))
        try writeList(1)
        let shrunk = try run("lists", "update", "ofac")
        #expect(shrunk.status == 65 && shrunk.talk.contains("1 entries where the one kept has 3"))
        #expect(try run("screen", "Alguien Otro Nombre").output.contains("ofac-103"))
        let accepted = try run("lists", "update", "ofac", "--accept-drop")
        #expect(accepted.status == 0 && accepted.talk.contains("2 fewer"))
        #expect(!(try run("screen", "Alguien Otro Nombre").output.contains("ofac-103")))
        let status = try run("lists", "status", "--format", "json")
        #expect(status.output.contains("\"entries\"") && status.output.contains("\"sha256\""), "\(status.output)")
    }

    @Test func `compares pairs of names for programs`() throws {
        defer { program.clear() }
        try program.write(
            "p.csv",
            "is_match,schema,name1,name2\ntrue,Person,José Núñez,Jose Nunez\nfalse,Company,\"Alfa, S.A.\",Zeta Ltd\n")
        let done = try run("names", "compare", "p.csv")
        #expect(
            done.lines == [
                "is_match,schema,name1,name2,score", "true,Person,José Núñez,Jose Nunez,1.0000",
                "false,Company,\"Alfa, S.A.\",Zeta Ltd,0.0000",
            ])
        try program.write("bad.csv", "a,b\n1,2\n")
        #expect(try run("names", "compare", "bad.csv").status == 65)
    }
}
