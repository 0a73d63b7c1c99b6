import CaseFile
import Foundation
import SQLiteStore
import Testing
import Vocabulary

/// A case in a scratch folder, and the program at work on it.
struct CaseScene {
    let program: Program

    init() throws { program = try Program() }

    var path: String { program.path("a.case") }

    func clear() { program.clear() }

    @discardableResult
    func run(_ command: String, _ arguments: [String] = [], on name: String = "a.case") throws -> Program.Run {
        try program.run([command, "--case", program.path(name)] + arguments)
    }

    /// A report of an arrest, long enough to be read.
    static func text(_ name: String, _ number: Int = 1) -> String {
        """
        Arrest of \(name)

        Police arrested \(name) in Lima on Monday, the ministry said. \(name), \(30 + number % 40), is the leader of the \
        Faro Cartel. The prosecutor charged \(name) with money laundering. Case number \(number) is before the court.

        """
    }

    static let names = ["Nilo Ferro", "Ana Vidal", "Eva Soto", "Bruno Lagos", "Ciro Mendes", "Dora Prieto"]

    /// Documents, a line each.
    static func documents(_ count: Int) -> String {
        (0..<count).map { number in
            let text = text(names[number % names.count], number)
            var json = JSONWriter()
            json.beginObject()
            json.key("id")
            json.string("d\(number)")
            json.key("date")
            json.string("2025-01-08")
            json.key("text")
            json.string(text)
            json.endObject()
            return String(decoding: json.bytes, as: UTF8.self) + "\n"
        }.joined()
    }

    /// Everything that a case says but when it was filed.
    static func dump(_ path: String) throws -> String {
        let store = try SQLiteCase(path, .write)
        var lines: [String] = []
        for entry in try store.entries() {
            lines.append("\(entry.sha256) \(entry.id) \(entry.sameTextAs ?? "-") \(entry.cites) \(entry.reader)")
            for statement in try store.statements(of: entry.sha256, allReadings: true) {
                lines.append("\(statement.subject) \(statement.property) \(statement.value) \(statement.span)")
            }
        }
        for cluster in try store.clusters(nil) {
            lines.append("\(cluster.id) \(cluster.name) \(cluster.members.map(\.description))")
        }
        return lines.joined(separator: "\n")
    }
}

extension Cluster.Member {
    fileprivate var description: String { "\(report)/\(thing)" }
}
