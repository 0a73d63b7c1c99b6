public import CaseFile
import Foundation
import GRDB
import Vocabulary

/// A case in one SQLite file.
///
/// Every write is a transaction that is on the disk when the call returns (WAL, synchronous FULL). Several programs may
/// write in turn; each waits for the others up to `patience`.
public final class SQLiteCase: CaseStore {
    /// How the file is opened.
    public enum Way: Sendable {
        /// Made if it is not there.
        case create
        case write
        case readOnly
    }

    public let path: String
    let database: any DatabaseReader
    let writer: (any DatabaseWriter)?

    /// How long a call waits while another program writes, in seconds.
    public static let patience = 20.0

    /// - Parameter patience: how long a call waits while another program writes, in seconds.
    public init(_ path: String, _ way: Way, patience: Double = patience) throws(CaseError) {
        self.path = path
        try CaseFileHead.check(path, isMade: way == .create)
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience)
        configuration.readonly = way == .readOnly
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY")
        }
        do {
            if way == .readOnly {
                let queue = try DatabaseQueue(path: path, configuration: configuration)
                (database, writer) = (queue, nil)
                try queue.read { db in try CaseFileHead.check(db, path: path, isMade: false) }
            } else {
                // Looked at before it is turned to WAL: a file that is no case is not touched.
                try Self.inspect(path, isMade: way == .create, patience: patience)
                let pool = try DatabasePool(path: path, configuration: configuration)
                (database, writer) = (pool, pool)
                try Self.migrate(pool)
            }
        } catch { throw Self.caseError(error, path) }
    }

    private static func inspect(_ path: String, isMade: Bool, patience: Double) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience)
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.inDatabase { db in try CaseFileHead.check(db, path: path, isMade: isMade) }
    }

    /// Two programs that make one case at the same moment: the later finds the steps done.
    private static func migrate(_ pool: DatabasePool) throws {
        let migrator = CaseSchema.migrator
        if try pool.read(migrator.hasCompletedMigrations) { return }
        do {
            try migrator.migrate(pool)
        } catch {
            guard try pool.read(migrator.hasCompletedMigrations) else { throw error }
        }
    }

    // Access to the database, with the errors of the room.

    func read<Value>(_ body: (Database) throws -> Value) throws(CaseError) -> Value {
        do { return try database.read(body) } catch { throw Self.caseError(error, path) }
    }

    func write<Value>(_ body: (Database) throws -> Value) throws(CaseError) -> Value {
        guard let writer else { throw .readOnly(path: path) }
        do { return try writer.write(body) } catch { throw Self.caseError(error, path) }
    }

    /// What an error of the database means for the case.
    static func caseError(_ error: any Error, _ path: String) -> CaseError {
        if let error = error as? CaseError { return error }
        guard let error = error as? DatabaseError else { return .failed(path: path, what: "\(error)") }
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy(path: path)
        case .SQLITE_READONLY, .SQLITE_PERM: return .readOnly(path: path)
        case .SQLITE_CANTOPEN:
            return access(path, R_OK) == 0 || errno == ENOENT ? .readOnly(path: path) : .noPermission(path: path)
        case .SQLITE_FULL: return .full(path: path)
        case .SQLITE_NOTADB: return .notACase(path: path, reason: "it is no SQLite file, or its first page is damaged")
        case .SQLITE_CORRUPT: return .damaged(path: path, what: error.message ?? "\(error.resultCode)")
        case .SQLITE_IOERR:
            let what = "the disk refused to read or write (\(error.extendedResultCode)); what was filed before is kept"
            return .failed(path: path, what: what)
        default: return .failed(path: path, what: error.message ?? "\(error.resultCode)")
        }
    }
}
