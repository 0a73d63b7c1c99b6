public import CaseFile
import GRDB
public import Vocabulary

extension SQLiteCase {
    public func entries() throws(CaseError) -> [ReportEntry] {
        try read { db in
            let first = try Self.firstOfSameText(db)
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT report.number, sha256, id, title, publisher, author, published, language, url, source,
                        filed_at, cites, reader, facts
                    FROM report JOIN reading ON reading.report = report.number AND superseded_at IS NULL
                    ORDER BY sha256
                    """)
            var entries: [ReportEntry] = []
            while let row = try rows.next() {
                entries.append(
                    ReportEntry(
                        sha256: row["sha256"], id: row["id"], title: row["title"], publisher: row["publisher"],
                        author: row["author"], published: Self.day(row["published"]), language: row["language"],
                        url: row["url"], source: row["source"], filedAt: Moment(seconds: row["filed_at"]),
                        sameTextAs: first[row["number"]], cites: Self.lines(row["cites"]), reader: row["reader"],
                        facts: row["facts"]))
            }
            return entries
        }
    }

    public func reports() throws(CaseError) -> [FiledReport] { try filed(only: nil) }

    public func report(_ sha256: String) throws(CaseError) -> FiledReport? { try filed(only: sha256).first }

    public func original(_ sha256: String) throws(CaseError) -> KeptReport? {
        try read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT id, source, form, given_published, given_language, bytes, text FROM report WHERE sha256 = ?
                    """, arguments: [sha256])
            guard let row else { return nil }
            return KeptReport(
                bytes: try self.bytes(row, sha256), id: row["id"], source: row["source"],
                form: Filing.Form(rawValue: row["form"]) ?? .file, givenPublished: Self.day(row["given_published"]),
                givenLanguage: row["given_language"])
        }
    }

    /// What came, from the columns `bytes` and `text`.
    func bytes(_ row: Row, _ sha256: String) throws -> [UInt8] {
        guard let packed: DatabaseBytes = row["bytes"] else {
            let text: String = row["text"]
            return Array(text.utf8)
        }
        guard let bytes = Packing.open(packed.bytes) else {
            throw CaseError.damaged(path: path, what: "the bytes of report \(sha256) cannot be unpacked")
        }
        return bytes
    }

    public func statements(of sha256: String, allReadings: Bool) throws(CaseError) -> [Vocabulary.Statement] {
        try read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT statement.*, reader, read_at FROM statement
                    JOIN reading ON reading.number = statement.reading
                    JOIN report ON report.number = reading.report
                    WHERE sha256 = ? AND (? OR superseded_at IS NULL) ORDER BY statement.number
                    """, arguments: [sha256, allReadings])
            var statements: [Vocabulary.Statement] = []
            while let row = try rows.next() { statements.append(Self.statement(row, of: sha256)) }
            return statements
        }
    }

    private static func statement(_ row: Row, of sha256: String) -> Vocabulary.Statement {
        let speakers: String? = row["speakers"]
        return Vocabulary.Statement(
            subject: row["subject"], property: row["property"], value: row["value"], report: sha256,
            span: Span(row["start"], row["end"]), when: interval(row),
            modality: Modality(rawValue: row["modality"]) ?? .asserted,
            polarity: Polarity(rawValue: row["polarity"]) ?? .positive,
            speakers: speakers?.split(separator: " ").map(String.init) ?? [], reader: row["reader"],
            filedAt: Moment(seconds: row["read_at"]))
    }

    private func filed(only sha256: String?) throws(CaseError) -> [FiledReport] {
        try read { db in
            let first = try sha256.map { try Self.firstOfSameText(as: $0, db) } ?? Self.firstOfSameText(db)
            let choice = sha256 == nil ? "" : "WHERE sha256 = :sha256"
            let rows = try Row.fetchCursor(
                try db.cachedStatement(
                    sql: """
                        SELECT report.number, sha256, author, cites, filed_at, text, reading.json
                        FROM report JOIN reading ON reading.report = report.number AND superseded_at IS NULL
                        \(choice) ORDER BY sha256
                        """), arguments: sha256.map { ["sha256": $0] } ?? [:])
            var reports: [FiledReport] = []
            while let row = try rows.next() {
                let sha256: String = row["sha256"]
                var reading = try self.reading(row, of: sha256)
                reading.report.author = row["author"]
                reports.append(
                    FiledReport(
                        sha256: sha256, filedAt: Moment(seconds: row["filed_at"]), sameTextAs: first[row["number"]],
                        cites: Self.lines(row["cites"]), reading: reading))
            }
            return reports
        }
    }

    /// The reading from the columns `json` and `text`.
    func reading(_ row: Row, of sha256: String) throws -> Reading {
        let packed: DatabaseBytes = row["json"]
        let text: String = row["text"]
        guard let json = Packing.open(packed.bytes) else {
            throw CaseError.damaged(path: path, what: "the reading of report \(sha256) cannot be unpacked")
        }
        do throws(ReadingFault) {
            return try Reading(try ReadingForm(json: json), text: Array(text.utf8))
        } catch { throw CaseError.faultyReading(report: sha256, what: "\(error)") }
    }

    static func day(_ iso: String?) -> CalendarDay? { iso.flatMap { CalendarDay(iso: $0) } }

    static func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

    /// From the columns `since` and `until`.
    static func interval(_ row: Row) -> CalendarInterval? {
        guard let start = day(row["since"]), let end = day(row["until"]) else { return nil }
        return CalendarInterval(start, end)
    }

    /// As the one for all reports, for one.
    private static func firstOfSameText(as sha256: String, _ db: Database) throws -> [Int64: String] {
        let group = try db.cachedStatement(
            sql: """
                WITH RECURSIVE alike (number) AS (
                    SELECT number FROM report WHERE sha256 = ?
                    UNION SELECT other FROM same_text JOIN alike ON one = alike.number
                    UNION SELECT one FROM same_text JOIN alike ON other = alike.number
                )
                SELECT report.number, sha256 FROM alike JOIN report ON report.number = alike.number
                ORDER BY published IS NULL, published, sha256
                """)
        let rows = try Row.fetchAll(group, arguments: [sha256])
        guard let first = rows.first, first["sha256"] != sha256,
            let mine = rows.first(where: { $0["sha256"] == sha256 })
        else { return [:] }
        return [mine["number"]: first["sha256"]]
    }

    /// For reports with the same text as others: the first of them, by day of publication, then by digest; reports
    /// without a day come last.
    private static func firstOfSameText(_ db: Database) throws -> [Int64: String] {
        let pairs = try Row.fetchAll(db, sql: "SELECT one, other FROM same_text")
        guard !pairs.isEmpty else { return [:] }
        var parent: [Int64: Int64] = [:]
        func root(_ number: Int64) -> Int64 {
            var number = number
            while let above = parent[number], above != number { number = above }
            return number
        }
        for pair in pairs {
            let (one, other) = (root(pair["one"]), root(pair["other"]))
            parent[one] = min(one, other)
            parent[other] = min(one, other)
        }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT number, sha256 FROM report WHERE number IN (SELECT one FROM same_text UNION SELECT other FROM \
                same_text) ORDER BY published IS NULL, published, sha256
                """)
        var firsts: [Int64: String] = [:]
        var result: [Int64: String] = [:]
        for row in rows {
            let group = root(row["number"])
            if let first = firsts[group] { result[row["number"]] = first } else { firsts[group] = row["sha256"] }
        }
        return result
    }
}
