/// What the room cannot do.
public enum NamesError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A table of the package is missing or unreadable.
    case tableMissing(String)
    /// A line of a table does not have the columns it should have.
    case tableMalformed(String, line: Int)

    /// Stable code, `names.what`.
    public var code: String {
        switch self {
        case .tableMissing: "names.table-missing"
        case .tableMalformed: "names.table-malformed"
        }
    }

    public var description: String {
        switch self {
        case .tableMissing(let name):
            "the name table \(name) is not beside the program; install the package's resource folder again [\(code)]"
        case .tableMalformed(let name, let line):
            "the name table \(name) has a line \(line) that is not tab-separated as its head says [\(code)]"
        }
    }
}
