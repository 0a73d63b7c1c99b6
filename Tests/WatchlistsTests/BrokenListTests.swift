import Testing
import Watchlists

@Suite struct BrokenListTests {
    /// A cut between two rows gives a shorter list, unless another file speaks of what is lost; that the list has shrunk
    /// is seen where it is kept.
    @Test func `a cut file is told by its line or byte`() throws {
        let bytes = Array(ListSamples.main.utf8)
        for end in 0..<bytes.count {
            let lost = #"of the list cut at \#(end)"#
            if end > 0, bytes[end - 1] == 0x0A, bytes[..<end].count(where: { $0 == 0x0A }) >= 2 {
                #expect(try ListSamples.ofac(main: Array(bytes[..<end])).entries.count == 2, "\(lost)")
                continue
            }
            let fault = #expect(throws: ListFault.self, "\(lost)") {
                try ListSamples.ofac(main: Array(bytes[..<end]))
            }
            #expect(["lists.malformed", "lists.truncated", "lists.empty"].contains(fault?.code), "\(lost)")
        }
    }

    @Test func `a cut XML file is told by its line or byte`() {
        let bytes = Array(ListSamples.document().utf8)
        for end in stride(from: 60, to: bytes.count - 1, by: 7) {
            let fault = #expect(throws: ListFault.self) {
                try ListFiles.read([ListSamples.file("un.xml", Array(bytes[..<end]))], place: "list")
            }
            #expect(["lists.truncated", "lists.malformed", "lists.unknown-format"].contains(fault?.code))
        }
    }

    @Test func `a cut line of FollowTheMoney is told by its line`() {
        let bytes = Array(ListSamples.followTheMoney.utf8.dropLast(10))
        let fault = #expect(throws: ListFault.self) {
            try ListFiles.read([ListSamples.file("x.json", bytes)], place: "list")
        }
        guard case .truncated(_, let line, _, _) = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        #expect(line == 3)
    }

    /// Flipped bits give a list or a fault, never a crash; the generator is fixed.
    @Test(arguments: 0..<3) func `flipped bits are a fault or a list`(form: Int) {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let texts = [ListSamples.main, ListSamples.document(), ListSamples.followTheMoney]
        for _ in 0..<400 {
            var bytes = Array(texts[form].utf8)
            for _ in 0...random(4) { bytes[random(bytes.count)] ^= 1 << UInt8(random(8)) }
            do throws(ListFault) {
                let name = ["sdn.csv", "un.xml", "x.json"][form]
                let list = try ListFiles.read([ListSamples.file(name, bytes)], place: "list")
                #expect(!list.entries.isEmpty)
            } catch { #expect(error.description.contains("list") || error.description.contains(".")) }
        }
    }

    @Test func `UTF-16 is a fault that names the byte`() {
        let bytes = ListSamples.main.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let fault = #expect(throws: ListFault.self) { try ListSamples.ofac(main: bytes) }
        #expect(fault?.code == "lists.malformed" && fault?.description.contains("byte 1") == true)
    }

    @Test(arguments: [
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>\n",
        "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">\n", "<!DOCTYPE CONSOLIDATED_LIST>\n",
    ])
    func `entities that expand are refused`(head: String) {
        let entry = ListSamples.person.replacing("Ernesto", with: head.contains("ENTITY") ? "&b;" : "Ernesto")
        let fault = #expect(throws: ListFault.self) { try ListSamples.un(entry, head: head) }
        #expect(fault?.code == "lists.malformed")
        #expect(fault?.description.contains("document type") == true)
    }

    /// The file is made as it is read, so that the test itself holds none of it.
    @Test func `an element of 200 megabytes is refused after the first one`() {
        var given = 0
        let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 16)
        let file = ListFiles.File(name: "un.xml") { () throws(ListFault) in
            var isFirst = true
            return ByteSource(name: "un.xml") { () throws(ListFault) in
                defer { isFirst = false }
                if isFirst { return Array("<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><COMMENTS1>".utf8) }
                given += piece.count
                return given > 200 << 20 ? [] : piece
            }
        }
        let fault = #expect(throws: ListFault.self) { try ListFiles.read([file], place: "list") }
        #expect(fault?.code == "lists.malformed")
        #expect(given < 16 << 20)
    }

    @Test func `a field and a line without an end are refused`() {
        let field = Array("101,\"".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: 3 << 20)
        let csv = #expect(throws: ListFault.self) { try ListSamples.ofac(main: field) }
        #expect(csv?.description.contains("megabyte") == true)
        let line = Array("{\"id\":\"".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: 17 << 20)
        let json = #expect(throws: ListFault.self) {
            try ListFiles.read([ListSamples.file("x.json", line)], place: "list")
        }
        #expect(json?.description.contains("16 MiB") == true)
    }

    @Test func `deep nesting is refused`() {
        let deep = String(repeating: "<A>", count: 200)
        let fault = #expect(throws: ListFault.self) { try ListSamples.un(deep) }
        #expect(fault?.code == "lists.malformed")
    }

    @Test func `rows about an entry that is not there are a cut, a few among many are noted`() throws {
        let stray = "999,1,\"aka\",\"NOBODY\",-0- \n"
        let fault = #expect(throws: ListFault.self) { try ListSamples.ofac(aliases: stray) }
        #expect(fault?.code == "lists.truncated")
        let many = (0..<999).map { "102,\($0),\"aka\",\"NUBE \($0)\",-0- \n" }.joined()
        let list = try ListSamples.ofac(aliases: many + stray)
        #expect(list.notes == ["alt.csv, line 1000: about entry 999, which the main file does not have"])
    }

    @Test func `what is no list is said to be none`() {
        #expect(throws: ListFault.unknownFormat("list")) {
            try ListFiles.read([ListSamples.file("a.txt", Array("hello".utf8))], place: "list")
        }
    }
}
