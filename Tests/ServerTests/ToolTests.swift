import Foundation
import Server
import Testing

@Suite struct ToolTests {
    private func ask(_ message: String) throws -> [String: Any] {
        let answer = try #require(ToolDoor(WrittenCase(), version: "1").answer(Array(message.utf8)))
        #expect(!answer.contains(0x0A), "a message is a line")
        return try #require(try JSONSerialization.jsonObject(with: Data(answer)) as? [String: Any])
    }

    @Test func `says hello in the client's version of the protocol`() throws {
        let hello = try ask(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-03-26\"}}")
        #expect((hello["result"] as? [String: Any])?["protocolVersion"] as? String == "2025-03-26")
    }

    @Test func `lists its tools, each with what it needs`() throws {
        let tools =
            (try ask("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"tools/list\"}")["result"] as? [String: Any])?[
                "tools"]
        let names = (tools as? [[String: Any]])?.compactMap { $0["name"] as? String }
        #expect(names == ["read_text", "search_case", "dossier", "timeline", "conflicts", "screen_name"])
    }

    @Test(arguments: [
        ("read_text", "{\"text\":\"x\"}"), ("search_case", "{\"words\":\"x\"}"), ("dossier", "{\"name\":\"e-1\"}"),
        ("timeline", "{}"), ("conflicts", "{}"), ("screen_name", "{\"name\":\"Ana\"}"),
    ])
    func `every tool answers`(name: String, arguments: String) throws {
        let answer = try ask(
            "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"\(name)\",\"arguments\":\(arguments)}}"
        )
        let result = try #require(answer["result"] as? [String: Any])
        #expect(answer["id"] as? Int == 7 && result["isError"] as? Bool == false)
    }

    @Test func `what is asked wrongly is an error and not the end`() throws {
        #expect(try ask("{")["error"] != nil)
        #expect(try ask("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"nothing\"}")["error"] != nil)
        #expect(
            ToolDoor(WrittenCase(), version: "1").answer(Array("{\"method\":\"notifications/initialized\"}".utf8))
                == nil)
        let answer = try ask("{\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"dossier\",\"arguments\":{}}}")
        #expect((answer["result"] as? [String: Any])?["isError"] as? Bool == true)
    }
}
