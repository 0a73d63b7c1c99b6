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

    public func add(_ filing: Filing) throws(CaseError) -> Acquaintance {
        let prepared = try PreparedFiling(filing)
        return try write { db in
            let known = try Self.acquaintance(prepared.sha256, db)
            guard known == .unknown else { return known }
            let report = try prepared.insertReport(db)
            try prepared.reading.insert(db, report: report, supersedingAt: nil)
            try db.cachedStatement(sql: "INSERT OR IGNORE INTO waiting VALUES (?)").execute(arguments: [report])
            return .unknown
        }
    }

    public func alike(_ anchors: [UInt64]) throws(CaseError) -> [String] {
        try read { db in
            var shared: [Int64: Int] = [:]
            let statement = try db.cachedStatement(sql: "SELECT report FROM anchor WHERE anchor = ?")
            for anchor in Set(anchors) {
                for report in try Int64.fetchAll(statement, arguments: [Int64(bitPattern: anchor)]) {
                    shared[report, default: 0] += 1
                }
            }
            let candidates = shared.filter { $0.value * 4 >= anchors.count }
                .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            return try candidates.compactMap { candidate in
                try String.fetchOne(
                    try db.cachedStatement(sql: "SELECT sha256 FROM report WHERE number = ?"),
                    arguments: [candidate.key])
            }
        }
    }

    public func note(sameText one: String, _ other: String) throws(CaseError) {
        guard one != other else { return }
        try write { db in
            guard let first = try Self.number(of: one, db) else { throw CaseError.unknownReport(one) }
            guard let second = try Self.number(of: other, db) else { throw CaseError.unknownReport(other) }
            try db.cachedStatement(sql: "INSERT OR IGNORE INTO same_text VALUES (?, ?)")
                .execute(arguments: [min(first, second), max(first, second)])
        }
    }

    public func reread(_ sha256: String, _ reading: Reading, reader: String, at: Moment) throws(CaseError) {
        let prepared = try PreparedReading(reading, sha256: sha256, reader: reader, at: at)
        try write { db in
            guard let report = try Self.number(of: sha256, db) else { throw CaseError.unknownReport(sha256) }
            try prepared.insert(db, report: report, supersedingAt: at)
            // The text may come out otherwise, by a newer way of taking it out of the bytes.
            try PreparedFiling.update(reading.report, number: report, db)
            try Self.await([report], db)
        }
    }

    /// Reports wait for resolution, with all that were resolved together with them.
    static func await(_ reports: [Int64], _ db: Database) throws {
        for report in reports {
            try db.cachedStatement(sql: "INSERT OR IGNORE INTO waiting VALUES (?)").execute(arguments: [report])
        }
    }
}
