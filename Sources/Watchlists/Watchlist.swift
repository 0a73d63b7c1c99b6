public import Vocabulary

/// Which lists can be read.
public enum ListFormat: String, Sendable, Codable, CaseIterable {
    /// The CSV set of the United States Office of Foreign Assets Control: sdn, alt, add, comments; or cons_prim and so on.
    case ofac
    /// The consolidated XML of the United Nations Security Council.
    case un
    /// FollowTheMoney entities as JSON Lines, as OpenSanctions publishes them.
    case followTheMoney = "ftm"
}

/// A list that was read whole.
public struct Watchlist: Sendable {
    public var format: ListFormat
    /// The day that the list itself says it is of.
    public var date: CalendarDay?
    /// In the order of the file.
    public var entries: [ListEntry]
    /// What was passed over in reading it, a sentence each.
    public var notes: [String]

    public init(format: ListFormat, date: CalendarDay? = nil, entries: [ListEntry], notes: [String] = []) {
        self.format = format
        self.date = date
        self.entries = entries
        self.notes = notes
    }
}
