/// Why a pipeline could not be loaded.
public enum LanguageError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file or directory could not be read; `reason` is the system's own word.
    case unreadable(path: String, reason: String)
    /// The file is not what its place in a pipeline directory promises: truncated, damaged or of another format.
    case malformed(path: String, problem: String)
    /// The pipeline has a part that this runtime does not run.
    case unsupported(part: String, problem: String)

    /// A stable name of the case.
    public var code: String {
        switch self {
        case .unreadable: "language.file-unreadable"
        case .malformed: "language.file-malformed"
        case .unsupported: "language.part-unsupported"
        }
    }

    /// What happened, to which thing, and what to try.
    public var description: String {
        switch self {
        case .unreadable(let path, let reason):
            "cannot read \(path): \(reason); check that the directory is a spaCy pipeline with its config.cfg"
        case .malformed(let path, let problem):
            "\(path) is damaged or not of a spaCy pipeline: \(problem); fetch the pipeline again"
        case .unsupported(let part, let problem):
            "this pipeline cannot be run: \(part): \(problem); use a pipeline of spaCy's small (sm) kind"
        }
    }
}
