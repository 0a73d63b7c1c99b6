public import CaseFile
import GRDB
import Vocabulary

extension SQLiteCase {
    public func forget(_ tombstone: Tombstone) throws(CaseError) {
        try write { db in
            guard let report = try Self.number(of: tombstone.sha256, db) else {
                throw CaseError.unknownReport(tombstone.sha256)
            }
            // What was resolved together with it may quote it.
            let components = try String.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT component FROM cluster JOIN member ON member.cluster = cluster.number
                    WHERE member.report = ?
                    """, arguments: [report])
            for component in components {
                try db.execute(
                    sql: """
                        INSERT OR IGNORE INTO waiting SELECT DISTINCT report FROM member
                        JOIN cluster ON cluster.number = member.cluster WHERE component = ?
                        """, arguments: [component])
                try Self.removeClusters(component, db)
            }
            try db.execute(sql: "DELETE FROM report WHERE number = ?", arguments: [report])
            try db.execute(
                sql: "INSERT INTO tombstone VALUES (?, ?, ?, ?)",
                arguments: [tombstone.sha256, tombstone.author, tombstone.at.seconds, tombstone.reason])
            // The words of removed rows stay in the index until its parts are merged.
            try db.execute(sql: "INSERT INTO report_words (report_words) VALUES ('optimize')")
            try db.execute(sql: "INSERT INTO name_words (name_words) VALUES ('optimize')")
        }
        // The pages that held it are in the log still.
        do {
            try writer?.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        } catch { throw Self.caseError(error, path) }
    }

    public func tombstones() throws(CaseError) -> [Tombstone] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM tombstone ORDER BY at, sha256").map(Self.tombstone)
        }
    }

    static func tombstone(_ row: Row) -> Tombstone {
        Tombstone(
            sha256: row["sha256"], author: row["author"], at: Moment(seconds: row["at"]), reason: row["reason"])
    }

    static func removeCluster(_ id: String, _ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM name_words WHERE rowid IN (SELECT number FROM cluster WHERE id = ?)")
            .execute(arguments: [id])
        try db.cachedStatement(sql: "DELETE FROM cluster WHERE id = ?").execute(arguments: [id])
    }

    static func removeClusters(_ component: String, _ db: Database) throws {
        try db.cachedStatement(
            sql: "DELETE FROM name_words WHERE rowid IN (SELECT number FROM cluster WHERE component = ?)"
        ).execute(arguments: [component])
        try db.cachedStatement(sql: "DELETE FROM cluster WHERE component = ?").execute(arguments: [component])
    }
}
