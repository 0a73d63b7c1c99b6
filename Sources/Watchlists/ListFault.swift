/// Why a list cannot be read.
public enum ListFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file breaks its format: file, line (counted from 1), byte (counted from 0), what is wrong.
    case malformed(file: String, line: Int, byte: Int, reason: String)
    /// A file of the set is missing.
    case missingFile(String, wants: String)
    /// The file ends before it should.
    case truncated(file: String, line: Int, byte: Int, reason: String)
    /// Nothing in the bytes says which list they are.
    case unknownFormat(String)
    /// It has no entry.
    case empty(String)
    /// The system cannot read it: path and reason.
    case notRead(String, reason: String)

    /// Stable code, `lists.what`.
    public var code: String {
        switch self {
        case .malformed: "lists.malformed"
        case .missingFile: "lists.missing-file"
        case .truncated: "lists.truncated"
        case .unknownFormat: "lists.unknown-format"
        case .empty: "lists.empty"
        case .notRead: "lists.not-read"
        }
    }

    public var description: String {
        switch self {
        case .malformed(let file, let line, let byte, let reason):
            "\(file), line \(line), byte \(byte): \(reason); fetch the list again [\(code)]"
        case .missingFile(let folder, let wants): "\(folder): there is no \(wants) in it [\(code)]"
        case .truncated(let file, let line, let byte, let reason):
            "\(file), line \(line), byte \(byte): the file is cut short: \(reason); fetch it again [\(code)]"
        case .unknownFormat(let path):
            "\(path): not a list that is known: OFAC's CSV files, the UN's XML, or FollowTheMoney JSON Lines [\(code)]"
        case .empty(let path): "\(path): the list has no entry [\(code)]"
        case .notRead(let path, let reason): "\(path): \(reason) [\(code)]"
        }
    }
}
