import ArgumentParser
import CaseFile
import Casework
import Vocabulary

/// `expediente history`.
struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Lists what was decided in a case, by whom, when and why.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @OptionGroup var options: CaseOptions

    @Option(help: "How to show it: text or json.")
    var format: Format = .text

    func run() throws {
        let store = try options.open(.write)
        let history = try CaseTalk.explained { () throws(CaseworkError) in try CaseHistory(of: store) }
        try Output.print(format == .json ? Self.json(history, of: options.path) : Self.text(history))
    }

    private static func text(_ history: CaseHistory) -> String {
        var lines: [String] = []
        for entry in history.entries {
            let decision = entry.decision
            var line = "\(decision.id) \(decision.at.iso) \(decision.author): \(decision.kind.rawValue) \(entry.what)"
            line += " — \(decision.reason)"
            lines.append(line)
            if let undoing = decision.undoneBy {
                lines.append("undone \(undoing.at.iso) \(undoing.author): \(decision.id) — \(undoing.reason)")
            }
            if !entry.orphaned.isEmpty {
                let (lost, all) = (entry.orphaned.count, decision.mentions.count)
                lines.append("orphaned \(decision.id): \(lost) of \(all) places are read no longer")
            }
        }
        for tombstone in history.forgotten {
            lines.append(
                "forgotten \(tombstone.at.iso) \(tombstone.author): \(tombstone.sha256) — \(tombstone.reason)")
        }
        return lines.map { DisplayText.clean($0) + "\n" }.joined()
    }

    private static func json(_ history: CaseHistory, of path: String) -> String {
        var json = JSONWriter()
        json.beginObject()
        json.key("format")
        json.string("expediente.case/1")
        json.key("case")
        json.string(path)
        json.key("items")
        json.beginArray()
        for entry in history.entries { write(entry, &json) }
        for tombstone in history.forgotten {
            json.beginObject()
            write([("id", tombstone.sha256), ("kind", "forget"), ("author", tombstone.author)], &json)
            write([("at", tombstone.at.iso), ("reason", tombstone.reason), ("what", tombstone.sha256)], &json)
            json.key("undone_by")
            json.null()
            json.endObject()
        }
        json.endArray()
        json.endObject()
        return String(decoding: json.bytes, as: UTF8.self) + "\n"
    }

    private static func write(_ entry: CaseHistory.Entry, _ json: inout JSONWriter) {
        let decision = entry.decision
        json.beginObject()
        write([("id", decision.id), ("kind", decision.kind.rawValue), ("author", decision.author)], &json)
        write([("at", decision.at.iso), ("reason", decision.reason), ("what", entry.what)], &json)
        json.key("orphaned")
        json.integer(entry.orphaned.count)
        json.key("mentions")
        json.integer(decision.mentions.count)
        json.key("undone_by")
        if let undoing = decision.undoneBy {
            json.beginObject()
            write([("author", undoing.author), ("at", undoing.at.iso), ("reason", undoing.reason)], &json)
            json.endObject()
        } else {
            json.null()
        }
        json.endObject()
    }

    private static func write(_ members: [(StaticString, String)], _ json: inout JSONWriter) {
        for (key, value) in members {
            json.key(key)
            json.string(value)
        }
    }
}
