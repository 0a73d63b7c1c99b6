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
        var isDocument = false
        let content: Content
        /// The part of the input up to its end, from 0 to 1, where the input's length is known.
        var part: Double?

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
    private var sizes: InputSizes

    init(_ input: ReadReports.Input) {
        switch input {
        case .files(let paths):
            pending = paths[...]
            isDocuments = false
        case .documents(let paths):
            pending = paths[...]
            isDocuments = true
        }
        ids = ReportIDs.of(Array(pending))
        sizes = InputSizes(isDocuments ? Array(pending) : [])
    }

    /// nil at the end.
    mutating func next() -> Piece? { isDocuments ? nextDocument() : nextFile() }

    private mutating func nextFile() -> Piece? {
        guard let path = pending.popFirst() else { return nil }
        if path == "-" { return Piece(id: "stdin", name: "standard input", content: .file("/dev/stdin")) }
        return Piece(id: ids[path] ?? path, name: path, content: .file(path))
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
            let name = lines?.name ?? ""
            do throws(Problem) {
                if let line = try lines?.next() {
                    sizes.read = lines?.bytesRead ?? 0
                    return Piece(
                        id: "line\(line.number)", name: "\(name), line \(line.number)", isDocument: true,
                        content: .bytes(line.bytes), part: sizes.part)
                }
                sizes.finish(lines?.bytesRead ?? 0)
                lines = nil
            } catch {
                lines = nil
                return Piece(id: name, name: name, isDocument: true, content: .problem(error))
            }
        }
    }
}

/// How much of the files has been read.
private struct InputSizes {
    /// Bytes in all; nil when an input is no regular file.
    private let total: Int?
    private var finished = 0
    /// Bytes of the file that is open.
    var read = 0

    init(_ paths: [String]) {
        var sum = 0
        for path in paths {
            var status = stat()
            let isKnown = path == "-" ? fstat(STDIN_FILENO, &status) == 0 : stat(path, &status) == 0
            guard isKnown, status.st_mode & S_IFMT == S_IFREG else {
                total = nil
                return
            }
            sum += Int(status.st_size)
        }
        total = sum
    }

    mutating func finish(_ bytes: Int) {
        finished += bytes
        read = 0
    }

    var part: Double? { total.map { min(1, Double(finished + read) / Double(max(1, $0))) } }
}
