public import CaseFile
import GRDB
import Vocabulary

extension SQLiteCase {
    public func flaws() throws(CaseError) -> [String] {
        do {
            return try database.read { db in
                var flaws = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
                for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
                    let (table, parent): (String, String) = (row["table"], row["parent"])
                    flaws.append("a row of \(table) points at a row of \(parent) that is not there")
                }
                flaws += try self.reportFlaws(db)
                flaws += try Self.decisionFlaws(db)
                return flaws
            } + indexFlaws()
        } catch {
            let fault = Self.caseError(error, path)
            if case .damaged(_, let what) = fault { return [what] }
            throw fault
        }
    }

    /// Every report has the bytes of its digest, one newest reading that its text backs, and that reading's statements.
    private func reportFlaws(_ db: Database) throws -> [String] {
        var flaws: [String] = []
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT sha256, text, bytes, reading.json, reading.facts,
                    (SELECT count(*) FROM statement WHERE statement.reading = reading.number) AS statements
                FROM report LEFT JOIN reading ON reading.report = report.number AND superseded_at IS NULL
                ORDER BY sha256
                """)
        while let row = try rows.next() {
            let sha256: String = row["sha256"]
            do {
                if SHA256.hexadecimal(of: try bytes(row, sha256)) != sha256 {
                    flaws.append("report \(sha256): its bytes are not those that were filed")
                }
                guard row.hasNull(atIndex: 3) == false else {
                    flaws.append("report \(sha256): it has no reading")
                    continue
                }
                _ = try reading(row, of: sha256)
                if (row["facts"] as Int) != (row["statements"] as Int) {
                    flaws.append("report \(sha256): statements are missing")
                }
            } catch let fault as CaseError { flaws.append("report \(sha256): \(fault)") }
        }
        return flaws
    }

    private static func decisionFlaws(_ db: Database) throws -> [String] {
        let empty = try Int64.fetchAll(
            db, sql: "SELECT number FROM decision WHERE number NOT IN (SELECT decision FROM decision_mention)")
        let returned = try String.fetchAll(
            db, sql: "SELECT sha256 FROM report WHERE sha256 IN (SELECT sha256 FROM tombstone)")
        return empty.map { "decision d\($0): it is about nothing" }
            + returned.map { "report \($0): it was to be forgotten" }
    }

    /// Holds the search index against the texts; a case that cannot be written is taken at its word.
    private func indexFlaws() -> [String] {
        guard let writer else { return [] }
        do {
            try writer.write { db in
                try db.execute(sql: "INSERT INTO report_words (report_words, rank) VALUES ('integrity-check', 1)")
            }
            return []
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            return ["the search index does not fit the texts"]
        } catch { return ["the search index could not be checked: \(error)"] }
    }
}
