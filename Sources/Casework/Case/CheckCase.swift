public import CaseFile
public import Vocabulary

/// The use case: whether a case is whole.
public struct CheckCase: Sendable {
    public let flaws: [String]
    public let reports: Int
    public let statements: Int
    public let decisions: Int

    public init(_ store: any CaseStore) throws(CaseworkError) {
        do throws(CaseError) {
            flaws = try store.flaws()
            let entries = try store.entries()
            reports = entries.count
            statements = entries.reduce(0) { $0 + $1.facts }
            decisions = try store.decisions().count
        } catch { throw .caseFile(error) }
    }
}

/// The use case: make the case forget a report.
public struct ForgetReport: Sendable {
    /// The report's id, or the first digits of its digest.
    public var report: String
    public var author: String
    public var reason: String

    public init(_ report: String, author: String, reason: String) {
        self.report = report
        self.author = author
        self.reason = reason
    }

    public func run(in store: any CaseStore, at: Moment) throws(CaseworkError) -> Tombstone {
        do throws(CaseError) {
            let matching = try store.entries().filter {
                $0.id == report || report.utf8.count >= 6 && $0.sha256.hasPrefix(report.lowercased())
            }
            guard let entry = matching.first else { throw .unknownReport(report) }
            guard matching.count == 1 else {
                throw .ambiguous(words: report, choices: matching.map { "\($0.sha256.prefix(12)) (\($0.source))" })
            }
            let tombstone = Tombstone(sha256: entry.sha256, author: author, at: at, reason: reason)
            try store.forget(tombstone)
            return tombstone
        } catch { throw .caseFile(error) }
    }
}
