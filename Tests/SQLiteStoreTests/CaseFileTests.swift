import CaseFile
import Foundation
import GRDB
import SQLiteStore
import Testing
import Vocabulary

/// The file itself: what is no case, what is damaged, two writers, forgotten bytes.
@Suite struct CaseFileTests {
    @Test func `a file that is no case is refused and not touched`() throws {
        let scratch = try Scratch()
        for (name, bytes) in [("text", Array("hello, this is a longer text".utf8)), ("short", [1, 2])] {
            let url = scratch.folder.appending(path: name)
            try Data(bytes).write(to: url)
            for way in [SQLiteCase.Way.create, .write, .readOnly] {
                #expect(code { _ = try SQLiteCase(url.path, way) } == "case.not-a-case")
            }
            #expect(try Data(contentsOf: url) == Data(bytes))
        }
        #expect(code { _ = try SQLiteCase(scratch.folder.path, .create) } == "case.not-a-case")
        #expect(code { _ = try SQLiteCase("/dev/null", .create) } == "case.not-a-case")
        #expect(code { _ = try SQLiteCase(scratch.path, .write) } == "case.missing")
        #expect(!FileManager.default.fileExists(atPath: scratch.path))
    }

    @Test func `another program's database is refused and not touched`() throws {
        let scratch = try Scratch()
        try DatabaseQueue(path: scratch.path).write { try $0.execute(sql: "CREATE TABLE note (text TEXT)") }
        let before = try Data(contentsOf: URL(fileURLWithPath: scratch.path))
        for way in [SQLiteCase.Way.create, .write, .readOnly] {
            #expect(code { _ = try SQLiteCase(scratch.path, way) } == "case.not-a-case")
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.path)) == before)
    }

    @Test func `a case of a newer version is refused, and says which step is unknown`() throws {
        let scratch = try Scratch()
        do { _ = try SQLiteCase(scratch.path, .create).add(Samples.filing("Nilo Ferro")) }
        try DatabaseQueue(path: scratch.path).write {
            try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9 from the future')")
        }
        for way in [SQLiteCase.Way.create, .write, .readOnly] {
            #expect(throws: CaseError.newer(path: scratch.path, step: "9 from the future")) {
                try SQLiteCase(scratch.path, way)
            }
        }
    }

    @Test func `damage is found by the check`() throws {
        let filing = Samples.filing("Nilo Ferro")
        for (change, word) in [
            ("UPDATE report SET source = source, text = replace(text, 'Lima', 'Cali')", "its bytes are not those"),
            ("DELETE FROM statement WHERE property = 'event'", "statements are missing"),
            ("DELETE FROM reading", "it has no reading"),
        ] {
            let scratch = try Scratch()
            do { _ = try SQLiteCase(scratch.path, .create).add(filing) }
            try DatabaseQueue(path: scratch.path).write { try $0.execute(sql: change) }
            let flaws = try SQLiteCase(scratch.path, .write).flaws()
            #expect(flaws.contains { $0.contains(word) }, "\(change): \(flaws)")
        }
    }

    @Test func `a damaged page is found, and opening never traps`() throws {
        let scratch = try Scratch()
        do {
            let store = try SQLiteCase(scratch.path, .create)
            for number in 0..<60 { _ = try store.add(Samples.filing("Nilo Ferro \(number)")) }
        }
        let whole = try Array(Data(contentsOf: URL(fileURLWithPath: scratch.path)))
        var found = 0
        for page in stride(from: 1, to: whole.count / 4096, by: 5) {
            var damaged = whole
            for offset in 0..<64 { damaged[page * 4096 + offset] = UInt8(offset &* 37 & 0xFF) }
            let path = scratch.folder.appending(path: "damaged-\(page).case").path
            try Data(damaged).write(to: URL(fileURLWithPath: path))
            do {
                if try !SQLiteCase(path, .write).flaws().isEmpty { found += 1 }
            } catch { found += 1 }
        }
        #expect(found > 0)
    }

    @Test func `a read-only case is read, and not written`() throws {
        let scratch = try Scratch()
        let filing = Samples.filing("Nilo Ferro")
        do { _ = try SQLiteCase(scratch.path, .create).add(filing) }
        let store = try SQLiteCase(scratch.path, .readOnly)
        #expect(try store.entries().count == 1)
        #expect(throws: CaseError.readOnly(path: scratch.path)) { try store.add(Samples.filing("Ana Vidal")) }
    }

    @Test func `two writers take turns`() throws {
        let scratch = try Scratch()
        let path = scratch.path
        let names = (0..<40).map { "Nilo Ferro \($0)" }
        DispatchQueue.concurrentPerform(iterations: 2) { half in
            do {
                let store = try SQLiteCase(path, .create)
                for (number, name) in names.enumerated() where number % 2 == half || number % 5 == 0 {
                    _ = try store.add(Samples.filing(name))
                }
            } catch { Issue.record("\(error)") }
        }
        let store = try SQLiteCase(path, .write)
        #expect(try store.entries().count == names.count)
        #expect(try store.flaws() == [])
    }

    @Test func `a writer that waits too long is told to try again`() throws {
        let scratch = try Scratch()
        let store = try SQLiteCase(scratch.path, .create, patience: 0.05)
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: scratch.path, configuration: configuration)
        try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
        #expect(throws: CaseError.busy(path: scratch.path)) { try store.add(Samples.filing("Nilo Ferro")) }
        try other.inDatabase { try $0.execute(sql: "COMMIT") }
        #expect(try store.add(Samples.filing("Nilo Ferro")) == .filed(sameText: []))
    }

    @Test func `forgotten words are in no byte of the file`() throws {
        let scratch = try Scratch()
        let store = try SQLiteCase(scratch.path, .create)
        let filing = Samples.filing("Zyxwvu Qponml")
        for each in [Samples.filing("Ana Vidal"), filing, Samples.filing("Nilo Ferro")] { _ = try store.add(each) }
        try store.forget(
            Tombstone(sha256: Samples.sha256(filing), author: "Ana", at: Moment(seconds: 1), reason: "a right"))
        for name in try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) {
            let bytes = try Data(contentsOf: scratch.folder.appending(path: name))
            for word in ["Zyxwvu", "zyxwvu", "qponml"] {
                #expect(bytes.range(of: Data(word.utf8)) == nil, "\(name) has \(word)")
            }
        }
    }

    private func code(_ body: () throws -> Void) -> String {
        do {
            try body()
            return "none"
        } catch let error as CaseError { return error.code } catch { return "\(error)" }
    }
}
