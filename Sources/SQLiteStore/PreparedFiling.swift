import CaseFile
import GRDB
import Vocabulary

/// A filing with all that can be made ready before the transaction begins.
struct PreparedFiling {
    let filing: Filing
    let sha256: String
    let reading: PreparedReading
    private let text: String
    private let packed: [UInt8]?

    init(_ filing: Filing) throws(CaseError) {
        self.filing = filing
        sha256 = SHA256.hexadecimal(of: filing.bytes)
        reading = try PreparedReading(filing.reading, sha256: sha256, reader: filing.reader, at: filing.at)
        let report = filing.reading.report
        text = String(decoding: report.text, as: UTF8.self)
        packed = filing.bytes == report.text ? nil : Packing.pack(filing.bytes)
    }

    /// The new report's number.
    func insertReport(_ db: Database) throws -> Int64 {
        let report = filing.reading.report
        try db.cachedStatement(
            sql: """
                INSERT INTO report (sha256, id, title, publisher, author, published, language, url, source, form,
                    given_published, given_language, filed_at, cites, text, bytes)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            sha256, report.id, report.title, report.publisher, report.author, report.published?.iso, report.language,
            report.url, filing.source, filing.form.rawValue, filing.givenPublished?.iso, filing.givenLanguage,
            filing.at.seconds, filing.cites.joined(separator: "\n"), text,
            packed.map(DatabaseBytes.init),
        ])
        let number = db.lastInsertedRowID
        for anchor in Set(filing.anchors) {
            try db.cachedStatement(sql: "INSERT INTO anchor VALUES (?, ?)")
                .execute(arguments: [Int64(bitPattern: anchor), number])
        }
        return number
    }

    /// Reports with the same text, or nearly.
    func twins(_ db: Database) throws -> [(number: Int64, sha256: String)] {
        var shared: [Int64: Int] = [:]
        let byAnchor = try db.cachedStatement(sql: "SELECT report FROM anchor WHERE anchor = ?")
        for anchor in Set(filing.anchors) {
            for report in try Int64.fetchAll(byAnchor, arguments: [Int64(bitPattern: anchor)]) {
                shared[report, default: 0] += 1
            }
        }
        let candidates = shared.filter { $0.value * 3 >= filing.anchors.count }.map(\.key).sorted()
        var twins: [(number: Int64, sha256: String)] = []
        for number in candidates {
            let row = try Row.fetchOne(
                try db.cachedStatement(sql: "SELECT sha256, text FROM report WHERE number = ?"), arguments: [number])
            guard let row else { continue }
            let other: String = row["text"]
            if other == text || filing.isSameText(Array(other.utf8)) { twins.append((number, row["sha256"])) }
        }
        return twins
    }

    /// Puts down anew what is taken out of a report's bytes; the bytes stay.
    static func update(_ report: Report, number: Int64, _ db: Database) throws {
        let old = try Row.fetchOne(
            db, sql: "SELECT title, text, bytes IS NULL AS is_text FROM report WHERE number = ?", arguments: [number])
        let text = String(decoding: report.text, as: UTF8.self)
        guard let old, old["text"] != text || old["title"] != report.title else { return }
        let former: String = old["text"]
        let isText: Bool = old["is_text"]
        try db.execute(
            sql: "INSERT INTO report_words (report_words, rowid, title, text) VALUES ('delete', ?, ?, ?)",
            arguments: [number, old["title"], former])
        if isText {
            try db.execute(
                sql: "UPDATE report SET bytes = ? WHERE number = ?",
                arguments: [DatabaseBytes(Packing.pack(Array(former.utf8))), number])
        }
        try db.execute(
            sql: """
                UPDATE report SET title = ?, publisher = ?, author = ?, published = ?, language = ?, url = ?,
                    text = ? WHERE number = ?
                """,
            arguments: [
                report.title, report.publisher, report.author, report.published?.iso, report.language, report.url,
                text, number,
            ])
        try db.execute(
            sql: "INSERT INTO report_words (rowid, title, text) VALUES (?, ?, ?)",
            arguments: [number, report.title, text])
    }
}

/// A reading with its packed JSON and its statements.
struct PreparedReading {
    private let reader: String
    private let at: Moment
    private let statements: [Vocabulary.Statement]
    private let packed: [UInt8]

    /// - Throws: `faultyReading` where the text does not back it.
    init(_ reading: Reading, sha256: String, reader: String, at: Moment) throws(CaseError) {
        self.reader = reader
        self.at = at
        // Written first: it holds every span against the text.
        do throws(ReadingFault) {
            packed = Packing.pack(try reading.json(withSentences: true))
        } catch { throw .faultyReading(report: sha256, what: "\(error)") }
        statements = reading.statements(of: sha256, reader: reader, at: at)
    }

    /// Whether the report's newest reading says the same and is of the same version.
    func isNewest(_ db: Database, report: Int64) throws -> Bool {
        let row = try Row.fetchOne(
            db, sql: "SELECT reader, json FROM reading WHERE report = ? AND superseded_at IS NULL", arguments: [report])
        guard let row, row["reader"] == reader else { return false }
        let newest: DatabaseBytes = row["json"]
        return newest.bytes == packed
    }

    func insert(_ db: Database, report: Int64, supersedingAt superseded: Moment?) throws {
        if let superseded {
            try db.execute(
                sql: "UPDATE reading SET superseded_at = ? WHERE report = ? AND superseded_at IS NULL",
                arguments: [superseded.seconds, report])
        }
        try db.cachedStatement(
            sql: "INSERT INTO reading (report, reader, read_at, facts, json) VALUES (?, ?, ?, ?, ?)"
        ).execute(arguments: [report, reader, at.seconds, statements.count, DatabaseBytes(packed)])
        let number = db.lastInsertedRowID
        let insertion = try db.cachedStatement(
            sql: """
                INSERT INTO statement (reading, subject, property, value, start, "end", since, until, precision,
                    modality, polarity, speakers)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for statement in statements {
            try insertion.execute(arguments: [
                number, statement.subject, statement.property, statement.value, statement.span.start,
                statement.span.end, statement.when?.start.iso, statement.when?.end.iso,
                statement.precision?.rawValue, statement.modality.rawValue, statement.polarity.rawValue,
                statement.speakers.isEmpty ? nil : statement.speakers.joined(separator: " "),
            ])
        }
    }
}
