public import CaseFile
import GRDB

extension SQLiteCase {
    public func searchReports(_ words: String, limit: Int) throws(CaseError) -> [SearchHit] {
        guard let pattern = Self.pattern(words) else { return [] }
        return try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT sha256, report.title AS heading, report.id,
                        snippet(report_words, 1, '«', '»', '…', 16) AS snippet
                    FROM report_words JOIN report ON report.number = report_words.rowid
                    WHERE report_words MATCH ? ORDER BY bm25(report_words, 4.0, 1.0), sha256 LIMIT ?
                    """, arguments: [pattern, limit])
            return rows.map { row in
                let title: String? = row["heading"]
                return SearchHit(id: row["sha256"], title: title ?? row["id"], snippet: row["snippet"])
            }
        }
    }

    public func searchNames(_ words: String, limit: Int) throws(CaseError) -> [SearchHit] {
        guard let pattern = Self.pattern(words) else { return [] }
        return try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT cluster.id, cluster.name FROM name_words JOIN cluster ON cluster.number = name_words.rowid
                    WHERE name_words MATCH ? ORDER BY bm25(name_words), reports DESC, cluster.id LIMIT ?
                    """, arguments: [pattern, limit])
            return rows.map { SearchHit(id: $0["id"], title: $0["name"], snippet: "") }
        }
    }

    /// The words as a query: all of them, in any order, the last also as a beginning. What people type is never taken
    /// as an operator. nil where there is no word.
    static func pattern(_ words: String) -> String? {
        let words = words.split { !($0.isLetter || $0.isNumber) }.map { "\"\($0)\"" }
        guard !words.isEmpty else { return nil }
        return words.joined(separator: " ") + "*"
    }
}
