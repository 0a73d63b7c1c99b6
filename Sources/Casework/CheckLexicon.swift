import Extraction
import Foundation

/// The use case: say what is wrong with a user's folder of frames and words.
public struct CheckLexicon: Sendable {
    public var directory: String

    public init(directory: String) { self.directory = directory }

    public struct Outcome: Sendable {
        /// Files that were looked at, relative to the folder.
        public let files: [String]
        /// One line each: file, line, what to write.
        public let problems: [String]
    }

    public func run() -> Outcome {
        let check = LexiconCheck(
            directory: URL(fileURLWithPath: directory, isDirectory: true), languages: Models.languages)
        return Outcome(files: check.files, problems: check.problems.map(\.description))
    }
}
