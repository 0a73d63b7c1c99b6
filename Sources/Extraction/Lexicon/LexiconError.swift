/// What is wrong with a lexicon file.
public enum LexiconError: Error, Sendable, CustomStringConvertible {
    /// The file or folder is missing or cannot be read.
    case unreadable(path: String, cause: String)
    /// The file is no YAML, or an entry is not of its form. `line` counts from 1.
    case malformed(file: String, line: Int, message: String)

    public var code: String {
        switch self {
        case .unreadable: "extraction.lexicon-unreadable"
        case .malformed: "extraction.lexicon-malformed"
        }
    }

    public var description: String {
        switch self {
        case .unreadable(let path, let cause): "\(path): the lexicon cannot be read: \(cause) [\(code)]"
        case .malformed(let file, let line, let message): "\(file):\(line): \(message) [\(code)]"
        }
    }
}
