import Foundation
import Server
import Testing

@Suite struct ProgramDoorTests {
    private static let key = ["authorization": "Bearer \(Visitor.token)", "cookie": "", "accept": "application/json"]

    private func object(_ answer: DeskAnswer) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any])
    }

    @Test(arguments: ["people", "groups", "events", "timeline", "conflicts", "sources", "review", "history"])
    func `every view comes as the case's objects, with a tag`(view: String) throws {
        let visitor = try Visitor()
        let answer = visitor.get("/api/\(view)?limit=10", Self.key)
        #expect(answer.status == 200)
        let envelope = try object(answer)
        #expect(envelope["format"] as? String == "expediente.case/1")
        #expect((envelope["items"] as? [Any])?.count == 1)
        let tag = try #require(answer["etag"])
        #expect(visitor.get("/api/\(view)?limit=10", Self.key.merging(["if-none-match": tag]) { $1 }).status == 304)
    }

    @Test func `what is asked wrongly is refused with a reason`() throws {
        let visitor = try Visitor()
        for (path, status) in [
            ("/api/nothing", 404), ("/api/search", 400), ("/api/people?after=x", 400), ("/api/things/none", 404),
        ] {
            let answer = visitor.get(path, Self.key)
            #expect(answer.status == status)
            #expect(try object(answer)["code"] is String)
        }
    }

    @Test func `a client of yente gets its answers`() throws {
        let query = "{\"queries\":{\"q\":{\"schema\":\"Person\",\"properties\":{\"name\":[\"Ana\"]}}}}"
        let headers = Visitor.headers.merging(Self.key) { $1 }.merging(["content-type": "application/json"]) { $1 }
        let answer = try Visitor().desk.answer(
            DeskRequest("POST", "/match/default", headers: headers, body: Array(query.utf8)))
        let responses = try #require(try object(answer)["responses"] as? [String: [String: Any]])
        let result = try #require((responses["q"]?["results"] as? [[String: Any]])?.first)
        #expect(result["match"] as? Bool == true && result["schema"] as? String == "Person")
    }

    @Test func `the description names every door once`() throws {
        let document = try object(try Visitor().get("/openapi.json", Self.key))
        let paths = try #require(document["paths"] as? [String: Any])
        for path in ["/api/people", "/api/things/{id}", "/match/{id}", "/catalog", "/healthz"] {
            #expect(paths[path] != nil)
        }
    }

    @Test func `the chart leaves as SVG and as GraphML`() throws {
        let visitor = try Visitor()
        for name in ["chart.svg", "chart.graphml"] {
            let answer = visitor.get("/export/\(name)")
            #expect(answer["content-disposition"]?.contains(name) == true)
            #expect(answer.text.hasPrefix("<svg") || answer.text.hasPrefix("<?xml"))
            #expect(!answer.text.contains("<script"))
        }
    }
}
