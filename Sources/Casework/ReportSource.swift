import Foundation
import Vocabulary

/// The reports of an input, one after another.
struct ReportSource: ~Copyable {
    /// A report's bytes, or where they are.
    struct Piece: Sendable {
        enum Content: Sendable {
            case file(String)
            case bytes([UInt8])
            case problem(Problem)
        }

        /// The report's id, where it brings none.
        let id: String
        /// Names it in problems.
        let name: String
        let isDocument: Bool
        let content: Content

        func bytes() throws(Problem) -> [UInt8] {
            switch content {
            case .file(let path): try FileBytes.read(path)
            case .bytes(let bytes): bytes
            case .problem(let problem): throw problem
            }
        }
    }

    private var pending: ArraySlice<String>
    private let isDocuments: Bool
    private let ids: [String: String]
    private var lines: LineReader?

    init(_ input: ReadReports.Input) {
        switch input {
        case .files(let paths):
            pending = paths[...]
            isDocuments = false
        case .standardInput:
            pending = ["-"]
            isDocuments = false
        case .documents(let paths):
            pending = paths[...]
            isDocuments = true
        }
        ids = ReportIDs.of(Array(pending))
    }

    /// nil at the end.
    mutating func next() -> Piece? { isDocuments ? nextDocument() : nextFile() }

    private mutating func nextFile() -> Piece? {
        guard let path = pending.popFirst() else { return nil }
        if path == "-" {
            return Piece(id: "stdin", name: "standard input", isDocument: false, content: .file("/dev/stdin"))
        }
        return Piece(id: ids[path] ?? path, name: path, isDocument: false, content: .file(path))
    }

    private mutating func nextDocument() -> Piece? {
        while true {
            if lines == nil {
                guard let path = pending.popFirst() else { return nil }
                do throws(Problem) {
                    lines =
                        try path == "-"
                        ? LineReader(descriptor: STDIN_FILENO, name: "standard input") : LineReader(path)
                } catch { return Piece(id: path, name: path, isDocument: true, content: .problem(error)) }
            }
            do throws(Problem) {
                if let line = try lines?.next() {
                    let name = "\(lines?.name ?? ""), line \(line.number)"
                    return Piece(id: "line\(line.number)", name: name, isDocument: true, content: .bytes(line.bytes))
                }
                lines = nil
            } catch {
                let name = lines?.name ?? ""
                lines = nil
                return Piece(id: name, name: name, isDocument: true, content: .problem(error))
            }
        }
    }
}
