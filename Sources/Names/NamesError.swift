/// What the room cannot do.
public enum NamesError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A table of the package is missing or unreadable.
    case tableMissing(String)
    /// A line of a table does not have the columns it should have.
    case tableMalformed(String, line: Int)
    /// The file of an index cannot be opened or read: path and the system's reason.
    case indexUnreadable(String, String)
    /// The file of an index was made by another version of the program.
    case indexOutdated(String)
    /// The file of an index is cut short or changed.
    case indexDamaged(String)
    /// The file of an index cannot be written: path and the system's reason.
    case indexNotWritten(String, String)

    /// Stable code, `names.what`.
    public var code: String {
        switch self {
        case .tableMissing: "names.table-missing"
        case .tableMalformed: "names.table-malformed"
        case .indexUnreadable: "names.index-unreadable"
        case .indexOutdated: "names.index-outdated"
        case .indexDamaged: "names.index-damaged"
        case .indexNotWritten: "names.index-not-written"
        }
    }

    public var description: String {
        switch self {
        case .tableMissing(let name):
            "the name table \(name) is not beside the program; install the package's resource folder again [\(code)]"
        case .tableMalformed(let name, let line):
            "the name table \(name) has a line \(line) that is not tab-separated as its head says [\(code)]"
        case .indexUnreadable(let path, let reason): "the name index \(path) cannot be read: \(reason) [\(code)]"
        case .indexOutdated(let path):
            "the name index \(path) was made by another version of the program; make it again [\(code)]"
        case .indexDamaged(let path): "the name index \(path) is cut short or damaged; make it again [\(code)]"
        case .indexNotWritten(let path, let reason): "the name index \(path) cannot be written: \(reason) [\(code)]"
        }
    }
}
