import Foundation
import Server
import Synchronization
import Testing
import Vocabulary

/// The desk as a browser on this machine sees it, with the key.
struct Visitor {
    let file = WrittenCase()
    let desk: Desk
    static let token = "secret-of-the-session"

    init(_ change: (inout DeskSettings) -> Void = { _ in }) throws {
        var settings = DeskSettings(casePath: "x", author: "Ada", port: 8000, token: Self.token)
        change(&settings)
        desk = try Desk(file, settings: settings, port: 8000, clock: { Date(timeIntervalSince1970: 0) })
    }

    static let headers = [
        "host": "127.0.0.1:8000", "cookie": "expediente_8000=\(token)", "accept": "text/html",
        "sec-fetch-site": "same-origin",
    ]

    func get(_ target: String, _ more: [String: String] = [:]) -> DeskAnswer {
        desk.answer(DeskRequest("GET", target, headers: Self.headers.merging(more) { $1 }))
    }

    func post(_ target: String, _ form: String, _ more: [String: String] = [:], withToken: Bool = true) -> DeskAnswer {
        let body = withToken ? "\(form)&form_token=\(desk.gatekeeper.formToken)" : form
        let headers = Self.headers.merging(["content-type": "application/x-www-form-urlencoded"]) { $1 }
        return desk.answer(DeskRequest("POST", target, headers: headers.merging(more) { $1 }, body: Array(body.utf8)))
    }
}

@Suite struct SafetyTests {
    @Test func `the printed address opens the desk and leaves the key in a cookie that other sites cannot send`() throws
    {
        let answer = try Visitor().get("/people?token=\(Visitor.token)", ["cookie": ""])
        #expect(answer.status == 303 && answer["location"] == "/people")
        let cookie = answer["set-cookie"] ?? ""
        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
    }

    @Test(arguments: ["", "expediente_8000=", "expediente_8000=wrong", "other=secret-of-the-session"])
    func `nobody comes in without the key`(cookie: String) throws {
        let answer = try Visitor().get("/people", ["cookie": cookie])
        #expect(answer.status == 401)
        #expect(!answer.text.contains("Case"), "whoever is not let in learns nothing of the case")
    }

    @Test(arguments: ["evil.example", "127.0.0.1", "127.0.0.1:9000", "localhost.evil.example:8000", ""])
    func `a name that resolves to this machine does not open the desk`(host: String) throws {
        #expect(try Visitor().get("/", ["host": host]).status == 421)
    }

    @Test(arguments: ["http://evil.example", "null", "http://127.0.0.1:9000", "https://127.0.0.1:8000"])
    func `another site's page posts nothing`(origin: String) throws {
        let visitor = try Visitor()
        #expect(visitor.post("/decide", "kind=merge&id=a&id=b&reason=x", ["origin": origin]).status == 403)
        #expect(visitor.file.wishes.withLock { $0.isEmpty })
    }

    @Test func `another site's page embeds and fetches nothing`() throws {
        let visitor = try Visitor()
        #expect(visitor.get("/", ["sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"]).status == 403)
        #expect(visitor.get("/", ["sec-fetch-site": "same-site", "sec-fetch-mode": "cors"]).status == 403)
        let visit = ["sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe"]
        #expect(visitor.get("/", visit).status == 403)
    }

    @Test func `a post without the form's token changes nothing`() throws {
        let visitor = try Visitor()
        #expect(visitor.post("/decide", "kind=merge&id=a&id=b&reason=x", withToken: false).status == 403)
        #expect(
            visitor.post("/decide", "kind=merge&id=a&id=b&reason=x&form_token=wrong", withToken: false).status == 403)
        #expect(visitor.file.wishes.withLock { $0.isEmpty })
        #expect(visitor.post("/decide", "kind=merge&id=a&id=b&reason=x").status == 303)
        #expect(visitor.file.wishes.withLock { $0.first?.ids } == ["a", "b"])
    }

    @Test(arguments: [
        "/look/../secrets", "/look/%2e%2e/%2e%2e/etc/passwd", "/report/..%2f..%2fetc", "/look/desk.css%00", "/%ff",
    ])
    func `no path leads out of the desk`(path: String) throws {
        let status = try Visitor().get(path).status
        #expect(status == 400 || status == 404)
    }

    @Test(arguments: ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a b"])
    func `a form leads back into the desk only`(back: String) throws {
        let answer = try Visitor().post("/undo", "id=d1&reason=x&back=\(Link.percentEncoded(back))")
        #expect(answer["location"] == "/")
    }

    @Test(arguments: ["0.0.0.0", "192.168.1.4", "::", "example.org", "127.0.0.1.evil.example", "128.0.0.1"])
    func `the desk opens at no address that others reach, and says why`(host: String) {
        let settings = DeskSettings(casePath: "x", author: "Ada", host: host, token: "t")
        #expect(settings.refusal?.contains("--behind-proxy") == true)
    }

    @Test(arguments: ["127.0.0.1", "::1", "localhost", "127.1.2.3"])
    func `the desk opens on this machine`(host: String) {
        #expect(DeskSettings(casePath: "x", author: "Ada", host: host, token: "t").refusal == nil)
    }

    @Test func `behind a proxy the user is the one that the proxy names`() throws {
        let visitor = try Visitor {
            $0.userHeader = "X-Remote-User"
            $0.publicHost = "case.example.org"
        }
        let host = ["host": "case.example.org", "cookie": ""]
        #expect(visitor.get("/people", host).status == 401)
        #expect(visitor.get("/people", host.merging(["x-remote-user": "Grace"]) { $1 }).text.contains("Grace"))
        #expect(visitor.get("/people", ["x-remote-user": "Grace"]).status == 421)
    }

    @Test func `who did what is kept, without the words of the form`() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let visitor = try Visitor { $0.auditPath = path }
        _ = visitor.post("/decide", "kind=merge&id=a&id=b&reason=private")
        let log = try String(contentsOfFile: path, encoding: .utf8)
        #expect(log == "{\"at\":\"1970-01-01T00:00:00Z\",\"user\":\"Ada\",\"what\":\"POST /decide\",\"status\":303}\n")
    }
}
