public import Fetching
public import Names
public import Watchlists

/// Why lists could not be kept or screened against.
public enum ListsError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Neither a path that exists, nor an address, nor a list that is known or kept.
    case noSource(String)
    /// No list is kept, and none was given.
    case noLists(folder: String)
    /// The list breaks its format.
    case unreadable(ListFault)
    case notFetched(FetchFault)
    /// The new list is so much shorter than the one kept that it does not replace it.
    case shrunk(name: String, before: Int, after: Int)
    /// The folder of kept lists cannot be written: path and reason.
    case notKept(path: String, reason: String)
    /// A kept list is damaged; what to do is to add it again.
    case damaged(name: String, reason: String)
    case names(NamesError)

    /// Stable code.
    public var code: String {
        switch self {
        case .noSource: "lists.no-source"
        case .noLists: "lists.none"
        case .unreadable(let fault): fault.code
        case .notFetched(let fault): fault.code
        case .shrunk: "lists.shrunk"
        case .notKept: "lists.not-kept"
        case .damaged: "lists.damaged"
        case .names(let error): error.code
        }
    }

    public var description: String {
        switch self {
        case .noSource(let text):
            "\(text): no such file, folder or list; give a path, an address, or one of "
                + ListSource.known.keys.sorted().joined(separator: ", ") + " [\(code)]"
        case .noLists(let folder):
            "no list is kept in \(folder); add one, for example `expediente lists add un`, or give --list FILE [\(code)]"
        case .unreadable(let fault): "\(fault)"
        case .notFetched(let fault): "\(fault)"
        case .shrunk(let name, let before, let after):
            "the new list “\(name)” has \(after) entries where the one kept has \(before); it was not replaced; "
                + "if the drop is right, say --accept-drop [\(code)]"
        case .notKept(let path, let reason): "\(path): the list cannot be kept: \(reason) [\(code)]"
        case .damaged(let name, let reason): "the kept list “\(name)” is damaged (\(reason)); add it again [\(code)]"
        case .names(let error): "\(error)"
        }
    }
}
