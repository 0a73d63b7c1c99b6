public import CaseFile
import GRDB
public import Vocabulary

extension SQLiteCase {
    public func knows(_ sha256: String) throws(CaseError) -> Acquaintance {
        try read { db in try Self.acquaintance(sha256, db) }
    }

    private static func acquaintance(_ sha256: String, _ db: Database) throws -> Acquaintance {
        if try number(of: sha256, db) != nil { return .filed }
        let row = try Row.fetchOne(
            try db.cachedStatement(sql: "SELECT * FROM tombstone WHERE sha256 = ?"), arguments: [sha256])
        return row.map { .forgotten(tombstone($0)) } ?? .unknown
    }

    static func number(of sha256: String, _ db: Database) throws -> Int64? {
        try Int64.fetchOne(
            try db.cachedStatement(sql: "SELECT number FROM report WHERE sha256 = ?"), arguments: [sha256])
    }

    public func add(_ filing: Filing) throws(CaseError) -> FilingOutcome {
        let prepared = try PreparedFiling(filing)
        return try write { db in
            let known = try Self.acquaintance(prepared.sha256, db)
            guard known == .unknown else { return .known(known) }
            let twins = try prepared.twins(db)
            let report = try prepared.insertReport(db)
            for twin in twins {
                try db.cachedStatement(sql: "INSERT OR IGNORE INTO same_text VALUES (?, ?)")
                    .execute(arguments: [min(twin.number, report), max(twin.number, report)])
                // How many sources tell a thing has changed for them too.
                try Self.markWaiting([twin.number], db)
            }
            try prepared.reading.insert(db, report: report, supersedingAt: nil)
            try Self.markWaiting([report], db)
            return .filed(sameText: twins.map(\.sha256).sorted())
        }
    }

    public func reread(_ sha256: String, _ reading: Reading, reader: String, at: Moment) throws(CaseError) {
        let prepared = try PreparedReading(reading, sha256: sha256, reader: reader, at: at)
        try write { db in
            guard let report = try Self.number(of: sha256, db) else { throw CaseError.unknownReport(sha256) }
            if try prepared.isNewest(db, report: report) { return }
            try prepared.insert(db, report: report, supersedingAt: at)
            // The text may come out otherwise, by a newer way of taking it out of the bytes.
            try PreparedFiling.update(reading.report, number: report, db)
            try Self.markWaiting([report], db)
        }
    }

    /// Reports wait for resolution.
    static func markWaiting(_ reports: [Int64], _ db: Database) throws {
        for report in reports {
            try db.cachedStatement(sql: "INSERT OR IGNORE INTO waiting VALUES (?)").execute(arguments: [report])
        }
    }
}
