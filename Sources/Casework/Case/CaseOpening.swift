public import CaseFile
import SQLiteStore

/// The use case: open a case, whatever keeps it.
public enum CaseOpening {
    public enum Way: Sendable { case create, write, readOnly }

    /// - Parameter path: the case's file.
    public static func open(_ path: String, _ way: Way) throws(CaseworkError) -> any CaseStore {
        do throws(CaseError) {
            switch way {
            case .create: return try SQLiteCase(path, .create)
            case .write: return try SQLiteCase(path, .write)
            case .readOnly: return try SQLiteCase(path, .readOnly)
            }
        } catch { throw .caseFile(error) }
    }
}
