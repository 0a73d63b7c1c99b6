import Foundation
import Vocabulary

/// The reports of files, folders and JSON Lines, one after another.
struct FilingSource: ~Copyable {
    private enum Input {
        case file(String)
        case documents(String)
        case problem(Problem)
    }

    private var pending: ArraySlice<Input>
    private var documents: ReportSource?
    private let ids: [String: String]
    /// How many pieces there are; nil when that is not known before.
    let total: Int?

    /// - Parameter areDocuments: every file is JSON Lines, not only those named so.
    init(_ paths: [String], areDocuments: Bool) {
        let inputs = paths.flatMap { path -> [FolderWalk.Found] in
            var isFolder: ObjCBool = false
            let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            return isThere && isFolder.boolValue ? FolderWalk.files(below: path) : [.file(path)]
        }.map { found -> Input in
            switch found {
            case .problem(let problem): .problem(problem)
            case .file(let path):
                areDocuments || path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson") ? .documents(path) : .file(path)
            }
        }
        pending = inputs[...]
        ids = ReportIDs.of(
            inputs.compactMap {
                if case .file(let path) = $0 { path } else { nil }
            })
        let isCounted = !inputs.contains { if case .documents = $0 { true } else { false } }
        total = isCounted ? inputs.count : nil
    }

    /// nil at the end.
    mutating func next() -> ReportSource.Piece? {
        while true {
            if let piece = documents?.next() { return piece }
            documents = nil
            guard let input = pending.popFirst() else { return nil }
            switch input {
            case .documents(let path): documents = ReportSource(.documents([path]))
            case .problem(let problem):
                return ReportSource.Piece(id: problem.input, name: problem.input, content: .problem(problem))
            case .file("-"):
                return ReportSource.Piece(id: "stdin", name: "standard input", content: .file("/dev/stdin"))
            case .file(let path): return ReportSource.Piece(id: ids[path] ?? path, name: path, content: .file(path))
            }
        }
    }
}
