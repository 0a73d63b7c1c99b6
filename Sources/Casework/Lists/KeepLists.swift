public import Fetching
public import Foundation
public import Names
import Vocabulary
import Watchlists

/// The use case: lists are added, brought up to date, looked at.
public struct KeepLists: Sendable {
    /// What came of keeping one list.
    public struct Outcome: Sendable, Hashable {
        public var list: KeptList
        /// The list that it replaced.
        public var before: KeptList?
        /// Whether the bytes were the same as those kept, so that nothing was written.
        public var isUnchanged: Bool
        /// What was passed over in reading it, a sentence each.
        public var notes: [String] = []
    }

    private let folder: ListFolder
    private let tables: NameTables
    private let fetcher: Fetcher

    public init(_ folder: ListFolder, tables: NameTables, fetcher: Fetcher = Fetcher()) {
        self.folder = folder
        self.tables = tables
        self.fetcher = fetcher
    }

    /// A list may shrink by this part without a word.
    static let allowedDrop = 0.2

    /// Reads a list and keeps it; one that cannot be read, or that has shrunk, leaves the kept one as it is.
    ///
    /// - Parameters:
    ///   - name: nil for the name that goes with the list's format.
    ///   - acceptsDrop: also when it is much shorter than the one kept.
    ///   - now: becomes the time at which it was added.
    public func add(
        _ source: ListSource, name: String? = nil, acceptsDrop: Bool = false, now: Date
    ) throws(ListsError) -> Outcome {
        let intake = try ListIntake.open(source, fetcher: fetcher)
        let list: Watchlist
        do throws(ListFault) {
            list = try ListFiles.read(intake.files, place: source.text)
        } catch { throw .unreadable(error) }
        let name = name ?? Self.name(list.format, source)
        let before = try? folder.status(of: name)
        if let before, before.entries > 0, !acceptsDrop,
            Double(list.entries.count) < Double(before.entries) * (1 - Self.allowedDrop)
        {
            throw .shrunk(name: name, before: before.entries, after: list.entries.count)
        }
        let digest = intake.digest
        let kept = KeptList(
            name: name, format: list.format, date: (list.date ?? intake.date)?.iso, digest: digest,
            entries: list.entries.count, names: list.entries.reduce(0) { $0 + $1.names.count },
            source: Self.absolute(source),
            added: now.ISO8601Format(), entriesBefore: before?.entries)
        if let before, before.digest == digest {
            return Outcome(list: before, before: before, isUnchanged: true, notes: list.notes)
        }
        try folder.keep(kept, list.entries, tables)
        return Outcome(list: kept, before: before, isUnchanged: false, notes: list.notes)
    }

    /// Reads a kept list again from where it came.
    public func update(_ name: String, acceptsDrop: Bool = false, now: Date) throws(ListsError) -> Outcome {
        guard let kept = try folder.status(of: name), let source = ListSource(kept.source) else {
            throw .noSource(name)
        }
        return try add(source, name: name, acceptsDrop: acceptsDrop, now: now)
    }

    /// The kept lists in the order of their names.
    public func status() throws(ListsError) -> [KeptList] { try folder.status() }

    private static func name(_ format: ListFormat, _ source: ListSource) -> String {
        switch format {
        case .ofac: return source.text.contains("cons_prim") ? "ofac-consolidated" : "ofac"
        case .un: return "un"
        case .followTheMoney:
            let last = source.text.split(separator: "/").last.map(String.init) ?? "ftm"
            let stem = last.prefix { $0 != "." && $0 != "?" }.filter {
                $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_"
            }
            return stem.isEmpty ? "ftm" : String(stem)
        }
    }

    private static func absolute(_ source: ListSource) -> String {
        switch source {
        case .path(let path): URL(fileURLWithPath: path).standardizedFileURL.path
        case .address(let address): address
        }
    }
}
