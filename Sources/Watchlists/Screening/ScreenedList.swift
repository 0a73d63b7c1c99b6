public import Names
public import Vocabulary

/// A list ready to be screened against: its names indexed, its entries at hand.
public struct ScreenedList: Sendable {
    /// Short name: `ofac`.
    public let name: String
    /// The day that the list is of: its own, or the day its file was made.
    public let date: CalendarDay?
    public let index: NameIndex
    /// How many entries it has.
    public let entryCount: Int
    /// The entry of a number that the index gives.
    public let entry: @Sendable (Int) -> ListEntry?

    public init(
        name: String, date: CalendarDay?, index: NameIndex, entryCount: Int,
        entry: @escaping @Sendable (Int) -> ListEntry?
    ) {
        self.name = name
        self.date = date
        self.index = index
        self.entryCount = entryCount
        self.entry = entry
    }

    /// Indexes a list in memory.
    public init(_ list: Watchlist, name: String, date: CalendarDay?, tables: NameTables) {
        let entries = list.entries
        self.init(
            name: name, date: list.date ?? date, index: Self.index(entries, tables: tables), entryCount: entries.count,
            entry: { entries.indices.contains($0) ? entries[$0] : nil })
    }

    /// Indexes the names of entries; the entries' places are their numbers.
    public static func index(_ entries: [ListEntry], tables: NameTables) -> NameIndex {
        var builder = NameIndexBuilder(tables: tables)
        for (number, entry) in entries.enumerated() {
            let kind: NameKind =
                switch entry.kind {
                case .person: .person
                case .unknown: .unknown
                default: .organisation
                }
            for name in entry.names { builder.add(name.text, as: kind, entry: number, isWeak: name.isWeak) }
        }
        return builder.finish()
    }
}
