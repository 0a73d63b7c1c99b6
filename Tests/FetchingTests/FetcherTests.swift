import Fetching
import Testing

@Suite struct FetcherTests {
    private static func answer(_ body: String, _ head: String = "") -> String {
        "HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\(head)\r\n\(body)"
    }

    private static func redirect(_ place: String) -> String {
        "HTTP/1.1 302 Found\r\nLocation: \(place)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    }

    /// Lets a test's own server pass, and nothing else inside the network.
    private static func guarded() -> Fetcher {
        var fetcher = Fetcher(timeLimit: 20, redirectLimit: 3)
        fetcher.excepted = [[127, 0, 0, 1]]
        return fetcher
    }

    @Test func `gives bytes, head and the last address`() throws {
        let server = try LoopbackServer([
            "/old": Self.redirect("/list.csv"),
            "/list.csv": Self.answer("1,2\n", "Last-Modified: Tue, 15 Nov 1994 12:45:26 GMT\r\n"),
        ])
        defer { server.stop() }
        let answer = try Fetcher(allowsInsideNetwork: true).fetch(server.address("/old"))
        #expect(answer.bytes == Array("1,2\n".utf8))
        #expect(answer.head["last-modified"] == "Tue, 15 Nov 1994 12:45:26 GMT")
        #expect(answer.address == server.address("/list.csv"))
    }

    @Test func `refuses loopback before it connects`() throws {
        let server = try LoopbackServer(["/": Self.answer("secret")])
        defer { server.stop() }
        #expect(throws: FetchFault.insideNetwork(server.address("/"), address: "127.0.0.1")) {
            try Fetcher().fetch(server.address("/"))
        }
        let byName = "http://localhost:\(server.port)/"
        let fault = #expect(throws: FetchFault.self) { try Fetcher().fetch(byName) }
        #expect(fault?.code == "fetching.inside-network")
        #expect(server.paths.isEmpty)
    }

    @Test(arguments: [
        "http://127.0.0.2/", "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://192.168.1.1/",
        "http://172.16.0.1/", "http://[::1]/", "http://[::ffff:127.0.0.2]/", "http://0x7f.0.0.3/", "http://2130706434/",
        "http://0.0.0.0/",
    ])
    func `follows no redirect into the network`(place: String) throws {
        let server = try LoopbackServer(["/": Self.redirect(place)])
        defer { server.stop() }
        let fault = #expect(throws: FetchFault.self) { try Self.guarded().fetch(server.address("/")) }
        // Where the machine has no such protocol at all, nothing is connected to either.
        #expect(["fetching.inside-network", "fetching.failed"].contains(fault?.code))
        if !place.contains("[") { #expect(fault?.code == "fetching.inside-network") }
    }

    @Test func `follows no redirect to another protocol`() throws {
        let server = try LoopbackServer(["/": Self.redirect("file:///etc/passwd")])
        defer { server.stop() }
        let fault = #expect(throws: FetchFault.self) { try Self.guarded().fetch(server.address("/")) }
        #expect(fault?.code == "fetching.not-an-address")
    }

    @Test func `ends a circle of redirects`() throws {
        let server = try LoopbackServer(["/": Self.redirect("/")])
        defer { server.stop() }
        #expect(throws: FetchFault.tooManyRedirects(server.address("/"))) {
            try Self.guarded().fetch(server.address("/"))
        }
    }

    @Test(arguments: [true, false]) func `stops at the limit of bytes`(isAnnounced: Bool) throws {
        let body = String(repeating: "x", count: 3_000_000)
        let plain = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n\(body)"
        let server = try LoopbackServer(["/": isAnnounced ? Self.answer(body) : plain])
        defer { server.stop() }
        var fetcher = Self.guarded()
        fetcher.sizeLimit = 1_048_576
        #expect(throws: FetchFault.tooLong(server.address("/"), limit: 1_048_576)) {
            try fetcher.fetch(server.address("/"))
        }
    }

    @Test func `gives up on a server that does not answer`() throws {
        let server = try LoopbackServer([:])
        defer { server.stop() }
        var fetcher = Self.guarded()
        fetcher.timeLimit = 1
        #expect(throws: FetchFault.tooSlow(server.address("/never"))) { try fetcher.fetch(server.address("/never")) }
    }

    @Test func `tells a missing page from a broken server`() throws {
        let server = try LoopbackServer([
            "/a": "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            "/b": "HTTP/1.1 503 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        ])
        defer { server.stop() }
        let one = #expect(throws: FetchFault.self) { try Self.guarded().fetch(server.address("/a")) }
        let two = #expect(throws: FetchFault.self) { try Self.guarded().fetch(server.address("/b")) }
        #expect(one == .status(server.address("/a"), 404))
        #expect(one?.isPassing == false && two?.isPassing == true)
    }

    @Test(arguments: ["", "ftp://example.org/x", "file:///etc/passwd", "example.org", "http://a b/", "gopher://x"])
    func `takes only http and https`(text: String) {
        #expect(throws: FetchFault.notAnAddress(text)) { try Fetcher().fetch(text) }
    }
}

@Suite struct NetworkRangeTests {
    @Test(arguments: [
        [127, 0, 0, 1], [10, 1, 2, 3], [172, 31, 255, 255], [192, 168, 0, 1], [169, 254, 169, 254], [0, 0, 0, 0],
        [100, 64, 0, 1], [224, 0, 0, 1], [255, 255, 255, 255], [],
    ])
    func `is inside`(address: [UInt8]) { #expect(NetworkRange.isInside(address)) }

    @Test(arguments: [[8, 8, 8, 8], [172, 32, 0, 1], [100, 128, 0, 1], [193, 0, 0, 1], [169, 253, 0, 1]])
    func `is outside`(address: [UInt8]) { #expect(!NetworkRange.isInside(address)) }

    @Test func `sees through addresses of version 6`() {
        func address(_ first: [UInt8], _ last: [UInt8]) -> [UInt8] {
            first + [UInt8](repeating: 0, count: 16 - first.count - last.count) + last
        }
        #expect(NetworkRange.isInside(address([], [1])))
        #expect(NetworkRange.isInside(address([0xFE, 0x80], [1])))
        #expect(NetworkRange.isInside(address([0xFD], [1])))
        #expect(NetworkRange.isInside(address([], [0xFF, 0xFF, 127, 0, 0, 1])))
        #expect(NetworkRange.isInside(address([0x20, 0x02, 10, 0, 0, 1], [1])))
        #expect(NetworkRange.isInside(address([0, 0x64, 0xFF, 0x9B], [192, 168, 0, 1])))
        #expect(!NetworkRange.isInside(address([], [0xFF, 0xFF, 8, 8, 8, 8])))
        #expect(!NetworkRange.isInside(address([0x26, 0x07, 0xF8, 0xB0], [1])))
    }
}
