import GRDB

/// The tables of a case file, as named steps that are only ever added to.
enum CaseSchema {
    /// `Expd`, in the file's header: tells a case from any other SQLite file.
    static let applicationID = 0x4578_7064

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 reports, statements, decisions, search") { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            for part in [reports, readings, decisions, search] { try db.execute(sql: part) }
        }
        migrator.registerMigration("2 resolution") { db in try db.execute(sql: resolution) }
        return migrator
    }

    /// `text` is the report's text; `bytes` are what came, packed, or NULL where they are the text's.
    private static let reports = """
        CREATE TABLE report (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            sha256 TEXT NOT NULL UNIQUE,
            id TEXT NOT NULL,
            title TEXT, publisher TEXT, author TEXT, published TEXT, language TEXT NOT NULL, url TEXT,
            source TEXT NOT NULL, form TEXT NOT NULL, given_published TEXT, given_language TEXT,
            filed_at INTEGER NOT NULL,
            cites TEXT NOT NULL,
            text TEXT NOT NULL,
            bytes BLOB
        );
        CREATE TABLE tombstone (
            sha256 TEXT PRIMARY KEY NOT NULL, author TEXT NOT NULL, at INTEGER NOT NULL, reason TEXT NOT NULL
        );
        CREATE TABLE anchor (
            anchor INTEGER NOT NULL, report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
            PRIMARY KEY (anchor, report)
        ) WITHOUT ROWID;
        CREATE INDEX anchor_by_report ON anchor (report);
        CREATE TABLE same_text (
            one INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
            other INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
            PRIMARY KEY (one, other)
        ) WITHOUT ROWID;
        CREATE INDEX same_text_by_other ON same_text (other);
        """

    /// `superseded_at` is NULL for the newest reading of a report; `json` is the reading's, packed.
    private static let readings = """
        CREATE TABLE reading (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
            reader TEXT NOT NULL, read_at INTEGER NOT NULL, superseded_at INTEGER,
            facts INTEGER NOT NULL,
            json BLOB NOT NULL
        );
        CREATE INDEX reading_by_report ON reading (report);
        CREATE UNIQUE INDEX newest_reading ON reading (report) WHERE superseded_at IS NULL;
        CREATE TABLE statement (
            number INTEGER PRIMARY KEY,
            reading INTEGER NOT NULL REFERENCES reading ON DELETE CASCADE,
            subject TEXT NOT NULL, property TEXT NOT NULL, value TEXT NOT NULL,
            start INTEGER NOT NULL, "end" INTEGER NOT NULL,
            since TEXT, until TEXT, precision TEXT,
            modality TEXT NOT NULL, polarity TEXT NOT NULL, speakers TEXT
        );
        CREATE INDEX statement_by_reading ON statement (reading);
        """

    /// The ids of decisions are `d` and the number; numbers are never used twice.
    private static let decisions = """
        CREATE TABLE decision (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL, property TEXT, value TEXT,
            author TEXT NOT NULL, at INTEGER NOT NULL, reason TEXT NOT NULL
        );
        CREATE TABLE decision_mention (
            decision INTEGER NOT NULL REFERENCES decision, part INTEGER NOT NULL,
            report TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, type TEXT NOT NULL,
            PRIMARY KEY (decision, part, report, start, "end", type)
        ) WITHOUT ROWID;
        CREATE TABLE undoing (
            decision INTEGER PRIMARY KEY NOT NULL REFERENCES decision,
            author TEXT NOT NULL, at INTEGER NOT NULL, reason TEXT NOT NULL
        );
        """

    private static let search = """
        CREATE VIRTUAL TABLE report_words USING fts5 (
            title, text, content = 'report', content_rowid = 'number',
            tokenize = 'unicode61 remove_diacritics 2'
        );
        CREATE TRIGGER report_words_added AFTER INSERT ON report BEGIN
            INSERT INTO report_words (rowid, title, text) VALUES (new.number, new.title, new.text);
        END;
        CREATE TRIGGER report_words_removed AFTER DELETE ON report BEGIN
            INSERT INTO report_words (report_words, rowid, title, text)
            VALUES ('delete', old.number, old.title, old.text);
        END;
        CREATE VIRTUAL TABLE name_words USING fts5 (names, tokenize = 'unicode61 remove_diacritics 2');
        """

    /// `block.key` is the hash of a key; two keys with one hash only make a component larger.
    private static let resolution = """
        CREATE TABLE waiting (report INTEGER PRIMARY KEY NOT NULL REFERENCES report ON DELETE CASCADE);
        CREATE TABLE block (
            key INTEGER NOT NULL, report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE, thing TEXT NOT NULL,
            PRIMARY KEY (key, report, thing)
        ) WITHOUT ROWID;
        CREATE INDEX block_by_report ON block (report, thing);
        CREATE TABLE cluster (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, type TEXT NOT NULL, component TEXT NOT NULL,
            layer TEXT NOT NULL, name TEXT NOT NULL, since TEXT, until TEXT,
            reports INTEGER NOT NULL, mentions INTEGER NOT NULL, sources INTEGER NOT NULL,
            json BLOB NOT NULL
        );
        CREATE INDEX cluster_by_component ON cluster (component);
        CREATE INDEX cluster_by_weight ON cluster (kind, reports DESC, id);
        CREATE INDEX cluster_by_time ON cluster (kind, since, until);
        CREATE TABLE member (
            report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE, thing TEXT NOT NULL,
            cluster INTEGER NOT NULL REFERENCES cluster ON DELETE CASCADE,
            PRIMARY KEY (report, thing)
        ) WITHOUT ROWID;
        CREATE INDEX member_by_cluster ON member (cluster);
        CREATE TABLE cluster_name (
            name TEXT NOT NULL, cluster INTEGER NOT NULL REFERENCES cluster ON DELETE CASCADE,
            PRIMARY KEY (name, cluster)
        ) WITHOUT ROWID;
        CREATE INDEX cluster_name_by_cluster ON cluster_name (cluster);
        """
}
