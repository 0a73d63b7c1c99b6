public import Vocabulary

/// Keeps one case. Its contract is the suite `CaseStoreContract`, which every store passes.
///
/// Every call that writes does all of it or nothing. One program writes at a time; any number read.
public protocol CaseStore: Sendable {
    // Reports.

    /// Whether bytes with this digest are filed, or were.
    func knows(_ sha256: String) throws(CaseError) -> Acquaintance
    /// Files a report in one transaction: bytes, text, reading, statements, search rows, and that it waits for
    /// resolution. Reports with the same text, or nearly, are noted with it. What is known or forgotten is left as it is.
    func add(_ filing: Filing) throws(CaseError) -> FilingOutcome
    /// All reports in the order of their digests, without text and reading.
    func entries() throws(CaseError) -> [ReportEntry]
    /// All reports in the order of their digests.
    func reports() throws(CaseError) -> [FiledReport]
    func report(_ sha256: String) throws(CaseError) -> FiledReport?
    /// The kept bytes, unchanged, with how they are opened.
    func original(_ sha256: String) throws(CaseError) -> KeptReport?
    /// In the order in which they were added; of all readings, or of the newest.
    func statements(of sha256: String, allReadings: Bool) throws(CaseError) -> [Statement]
    /// Adds a newer reading; the former one's statements stay, marked as superseded.
    func reread(_ sha256: String, _ reading: Reading, reader: String, at: Moment) throws(CaseError)
    /// Removes bytes, text, readings, statements and search rows; leaves the tombstone.
    func forget(_ tombstone: Tombstone) throws(CaseError)
    /// In the order of time.
    func tombstones() throws(CaseError) -> [Tombstone]

    // Decisions.

    /// Gives the decision its id, the next after all that ever were.
    func append(_ decision: Decision) throws(CaseError) -> Decision
    func undo(_ id: String, _ undoing: Decision.Undoing) throws(CaseError) -> Decision
    /// In the order in which they were taken, those undone too.
    func decisions() throws(CaseError) -> [Decision]

    // Search.

    /// Reports by words of title and text, in any case, with or without accents; the best first.
    func searchReports(_ words: String, limit: Int) throws(CaseError) -> [SearchHit]
    /// Clusters by their names; the best first.
    func searchNames(_ words: String, limit: Int) throws(CaseError) -> [SearchHit]

    // Resolution.

    /// Digests of reports that were filed, reread or forgotten, or that a decision names, since the last resolution.
    func unresolved() throws(CaseError) -> [String]
    /// Does the work while no other program resolves this case; filing and deciding go on beside it.
    func alone<Value>(_ work: () throws(CaseError) -> Value) throws(CaseError) -> Value
    /// Writes a piece of resolution in one transaction: the keys of `reports` anew, the clusters of the components in
    /// `former` replaced by `clusters`, and `reports` no longer wait.
    func replace(
        keys: [BlockKey], ofReports reports: [String], former: [String], by clusters: [Cluster]
    ) throws(CaseError)
    /// All things under the keys, and under the keys of those, and so on: what must be resolved together.
    func closure(ofReports reports: [String], and keys: [BlockKey]) throws(CaseError) -> [[Cluster.Member]]
    /// All clusters in the order of their ids.
    func clusters(_ kind: Cluster.Kind?) throws(CaseError) -> [Cluster]
    func cluster(_ id: String) throws(CaseError) -> Cluster?
    /// The clusters that bear a folded name, those in most reports first.
    func clusters(named folded: String) throws(CaseError) -> [Cluster]
    /// The first dated events of a time in order, and how many there are in all: by day, type and id.
    func timeline(
        from first: CalendarDay?, to last: CalendarDay?, limit: Int
    ) throws(CaseError) -> (events: [Cluster], total: Int)
    /// The clusters that things belong to.
    func clusters(of members: [Cluster.Member]) throws(CaseError) -> [Cluster]

    // The file.

    /// What is wrong with the case; empty when it is whole.
    func flaws() throws(CaseError) -> [String]
}

/// A report as it came.
public struct KeptReport: Sendable, Hashable {
    public var bytes: [UInt8]
    public var id: String
    public var source: String
    public var form: Filing.Form
    public var givenPublished: CalendarDay?
    public var givenLanguage: String?

    public init(
        bytes: [UInt8], id: String, source: String, form: Filing.Form, givenPublished: CalendarDay?,
        givenLanguage: String?
    ) {
        self.bytes = bytes
        self.id = id
        self.source = source
        self.form = form
        self.givenPublished = givenPublished
        self.givenLanguage = givenLanguage
    }
}
