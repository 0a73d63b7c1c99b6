import CaseFile
import Foundation
import GRDB

/// Tells a case from other files, before anything is written to it.
enum CaseFileHead {
    private static let magic = Array("SQLite format 3\0".utf8)

    /// Looks at the file without SQLite.
    static func check(_ path: String, isMade: Bool) throws(CaseError) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == EACCES { throw .noPermission(path: path) }
            if isMade { return }
            throw .missing(path: path)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw .notACase(path: path, reason: "it is a folder")
        default: throw .notACase(path: path, reason: "it is no regular file")
        }
        if status.st_size == 0, isMade { return }
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .noPermission(path: path) }
        defer { close(file) }
        var head = [UInt8](repeating: 0, count: magic.count)
        let count = Foundation.read(file, &head, head.count)
        // An empty file is what is left when the making of a case was broken off.
        if count == 0 { throw .missing(path: path) }
        guard count == magic.count, head == magic else { throw .notACase(path: path, reason: "it is no SQLite file") }
    }

    /// Looks at what SQLite says of itself.
    static func check(_ db: Database, path: String, isMade: Bool) throws {
        let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master WHERE type = 'table'") ?? 0
        if tables == 0, id == 0 || id == CaseSchema.applicationID {
            if isMade { return }
            throw CaseError.missing(path: path)
        }
        let known = CaseSchema.migrator
        let isBegun = try id == 0 && tables == 1 && db.tableExists("grdb_migrations")
        guard id == CaseSchema.applicationID || isBegun else {
            throw CaseError.notACase(path: path, reason: "it is another program's database")
        }
        guard try db.tableExists("grdb_migrations") else {
            throw CaseError.notACase(path: path, reason: "its tables are not those of a case")
        }
        if try known.hasBeenSuperseded(db) {
            let steps = try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations ORDER BY identifier")
            let mine = known.migrations
            throw CaseError.newer(path: path, step: steps.first { !mine.contains($0) } ?? "unknown")
        }
    }
}
