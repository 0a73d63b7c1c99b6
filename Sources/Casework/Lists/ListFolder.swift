import Foundation
import Names
import Synchronization
import Vocabulary
import Watchlists

/// The folder of kept lists: for each list a folder with one folder for each state, and a file that names the one in
/// force. A new state is written beside the old and put in force by one rename.
public struct ListFolder: Sendable {
    let root: String

    /// - Parameter root: made when the first list is kept.
    public init(_ root: String) { self.root = root }

    /// The folder that the environment names: `EXPEDIENTE_LISTS`, else expediente/lists in `XDG_DATA_HOME` or ~/.local/share.
    public init(environment: [String: String]) {
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        let data = value("XDG_DATA_HOME") ?? (value("HOME") ?? NSHomeDirectory()) + "/.local/share"
        self.init(value("EXPEDIENTE_LISTS") ?? data + "/expediente/lists")
    }

    /// The kept lists in the order of their names.
    public func status() throws(ListsError) -> [KeptList] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        var lists: [KeptList] = []
        for name in names.sorted() where FileBytes.isFolder("\(root)/\(name)") {
            if let list = try status(of: name) { lists.append(list) }
        }
        return lists
    }

    /// nil when no list of the name is in force.
    func status(of name: String) throws(ListsError) -> KeptList? {
        guard let folder = current(name) else { return nil }
        guard let bytes = FileManager.default.contents(atPath: folder + "/list.json") else {
            throw .damaged(name: name, reason: "list.json is missing")
        }
        do {
            return try JSONDecoder().decode(KeptList.self, from: bytes)
        } catch { throw .damaged(name: name, reason: "list.json cannot be read") }
    }

    /// The folder of the state in force.
    private func current(_ name: String) -> String? {
        guard let bytes = FileManager.default.contents(atPath: "\(root)/\(name)/current") else { return nil }
        let state = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        guard !state.isEmpty, !state.contains("/"), !state.hasPrefix(".") else { return nil }
        return "\(root)/\(name)/\(state)"
    }

    /// Keeps a list under a name; the state in force before is removed once the new one is.
    func keep(_ list: KeptList, _ entries: [ListEntry], _ tables: NameTables) throws(ListsError) {
        let folder = "\(root)/\(list.name)"
        // The index's form is part of the state's name: another build may make another.
        let state = "\(list.digest.prefix(20))-\(list.added.filter { $0.isNumber })"
        let half = "\(folder)/.\(state)"
        let index = ScreenedList.index(entries, tables: tables)
        var list = list
        list.names = index.count
        do {
            try FileManager.default.createDirectory(atPath: half, withIntermediateDirectories: true)
            try write(entries, half)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
            try encoder.encode(list).write(to: URL(fileURLWithPath: half + "/list.json"))
            try index.write(to: half + "/names.index")
            try FileManager.default.moveItem(atPath: half, toPath: "\(folder)/\(state)")
            try Data("\(state)\n".utf8).write(to: URL(fileURLWithPath: folder + "/current"), options: .atomic)
        } catch {
            try? FileManager.default.removeItem(atPath: half)
            throw .notKept(path: folder, reason: "\(error)")
        }
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        where name != state && name != "current" {
            try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        }
    }

    /// Entries one a line, and where each line begins.
    private func write(_ entries: [ListEntry], _ folder: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var lines = Data()
        var starts = Data()
        func mark() { withUnsafeBytes(of: UInt64(lines.count).littleEndian) { starts.append(contentsOf: $0) } }
        for entry in entries {
            mark()
            lines += try encoder.encode(entry)
            lines.append(0x0A)
        }
        mark()
        try lines.write(to: URL(fileURLWithPath: folder + "/entries.jsonl"))
        try starts.write(to: URL(fileURLWithPath: folder + "/entries.starts"))
    }

    /// Opens a kept list for screening; an index that another build made is made anew in memory.
    func open(_ name: String, _ tables: NameTables) throws(ListsError) -> ScreenedList? {
        guard let list = try status(of: name), let folder = current(name) else { return nil }
        guard
            let lines = try? Data(contentsOf: URL(fileURLWithPath: folder + "/entries.jsonl"), options: .alwaysMapped),
            let starts = FileManager.default.contents(atPath: folder + "/entries.starts")
        else { throw .damaged(name: name, reason: "its entries cannot be read") }
        let entries = StoredEntries(lines: lines, starts: starts)
        guard entries.count == list.entries else { throw .damaged(name: name, reason: "it lacks entries") }
        let date = list.date.flatMap { CalendarDay(iso: $0) }
        let index: NameIndex
        do throws(NamesError) {
            index = try NameIndex(path: folder + "/names.index")
        } catch {
            guard case .indexOutdated = error else { throw .damaged(name: name, reason: "\(error)") }
            index = ScreenedList.index((0..<entries.count).compactMap { entries.entry($0) }, tables: tables)
        }
        return ScreenedList(
            name: name, date: date, index: index, entryCount: list.entries, entry: { entries.entry($0) })
    }
}

/// The entries of a kept list, decoded when asked for; the last few thousand are remembered.
private final class StoredEntries: Sendable {
    private let lines: Data
    private let starts: [UInt64]
    private let known = Mutex<[Int: ListEntry]>([:])

    init(lines: Data, starts: Data) {
        self.lines = lines
        self.starts = starts.withUnsafeBytes { bytes in
            (0..<(bytes.count / 8)).map {
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self))
            }
        }
    }

    var count: Int { max(0, starts.count - 1) }

    func entry(_ number: Int) -> ListEntry? {
        if let entry = known.withLock({ $0[number] }) { return entry }
        guard number >= 0, number < count, starts[number] < starts[number + 1],
            starts[number + 1] <= UInt64(lines.count)
        else {
            return nil
        }
        let line = lines[Int(starts[number])..<Int(starts[number + 1])]
        guard let entry = try? JSONDecoder().decode(ListEntry.self, from: line) else { return nil }
        known.withLock { known in
            if known.count >= 8_192 { known.removeAll(keepingCapacity: true) }
            known[number] = entry
        }
        return entry
    }
}
