public import CaseFile
import GRDB
public import Vocabulary

extension SQLiteCase {
    public func append(_ decision: Decision) throws(CaseError) -> Decision {
        try write { db in
            try db.execute(
                sql: "INSERT INTO decision (kind, property, value, author, at, reason) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    decision.kind.rawValue, decision.property, decision.value, decision.author, decision.at.seconds,
                    decision.reason,
                ])
            let number = db.lastInsertedRowID
            for (part, mentions) in decision.parts.enumerated() {
                for mention in mentions {
                    try db.execute(
                        sql: "INSERT OR IGNORE INTO decision_mention VALUES (?, ?, ?, ?, ?, ?)",
                        arguments: [number, part, mention.report, mention.span.start, mention.span.end, mention.type])
                }
            }
            try Self.awaitMentioned(by: number, db)
            var kept = decision
            kept.id = "d\(number)"
            kept.undoneBy = nil
            return kept
        }
    }

    public func undo(_ id: String, _ undoing: Decision.Undoing) throws(CaseError) -> Decision {
        try write { db in
            guard id.hasPrefix("d"), let number = Int64(id.dropFirst()),
                let decision = try Self.decisions(db).first(where: { $0.id == "d\(number)" })
            else { throw CaseError.unknownDecision(id) }
            guard decision.isInForce else { throw CaseError.alreadyUndone(id) }
            try db.execute(
                sql: "INSERT INTO undoing VALUES (?, ?, ?, ?)",
                arguments: [number, undoing.author, undoing.at.seconds, undoing.reason])
            try Self.awaitMentioned(by: number, db)
            var undone = decision
            undone.undoneBy = undoing
            return undone
        }
    }

    public func decisions() throws(CaseError) -> [Decision] { try read { db in try Self.decisions(db) } }

    private static func decisions(_ db: Database) throws -> [Decision] {
        var parts: [Int64: [Int: [MentionReference]]] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT * FROM decision_mention") {
            let reference = MentionReference(
                report: row["report"], span: Span(row["start"], row["end"]), type: row["type"])
            parts[row["decision"], default: [:]][row["part"], default: []].append(reference)
        }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT decision.*, undoing.author AS undoer, undoing.at AS undone_at, undoing.reason AS undone_reason
                FROM decision LEFT JOIN undoing ON undoing.decision = decision.number ORDER BY number
                """)
        return try rows.map { row in
            let (number, name): (Int64, String) = (row["number"], row["kind"])
            guard let kind = Decision.Kind(rawValue: name) else {
                throw CaseError.failed(path: "decision d\(number)", what: "its kind “\(name)” is not known")
            }
            var undoing: Decision.Undoing?
            if let author: String = row["undoer"] {
                undoing = Decision.Undoing(
                    author: author, at: Moment(seconds: row["undone_at"]), reason: row["undone_reason"])
            }
            let ordered = (parts[number] ?? [:]).sorted { $0.key < $1.key }.map { $0.value.sorted() }
            return Decision(
                id: "d\(number)", kind: kind, parts: ordered, property: row["property"], value: row["value"],
                author: row["author"], at: Moment(seconds: row["at"]), reason: row["reason"], undoneBy: undoing)
        }
    }

    private static func awaitMentioned(by decision: Int64, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT OR IGNORE INTO waiting SELECT DISTINCT number FROM report
                JOIN decision_mention ON decision_mention.report = report.sha256 WHERE decision = ?
                """, arguments: [decision])
    }
}
