import Foundation
import Vocabulary

/// The lines of a stream, without their ends; blank lines are passed over.
struct LineReader: ~Copyable {
    struct Line {
        /// Counted from 1, blank lines too.
        let number: Int
        let bytes: [UInt8]
    }

    let name: String
    private let descriptor: Int32
    private let isOwned: Bool
    private var buffer: [UInt8] = []
    /// Where in the buffer the next line starts.
    private var start = 0
    private var number = 0
    /// Bytes of the lines that were given, their ends too.
    private(set) var bytesRead = 0
    private var isAtEnd = false

    init(descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
        isOwned = false
    }

    init(_ path: String) throws(Problem) {
        descriptor = try FileBytes.openForReading(path)
        name = path
        isOwned = true
    }

    deinit {
        if isOwned { close(descriptor) }
    }

    /// nil at the end.
    mutating func next() throws(Problem) -> Line? {
        while let line = try nextLine() {
            number += 1
            if !line.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) {
                return Line(number: number, bytes: line)
            }
        }
        return nil
    }

    private mutating func nextLine() throws(Problem) -> [UInt8]? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                defer {
                    bytesRead += end + 1 - start
                    start = end + 1
                }
                return Array(buffer[start..<end])
            }
            if isAtEnd {
                defer { start = buffer.count }
                return start < buffer.count ? Array(buffer[start...]) : nil
            }
            buffer.removeSubrange(..<start)
            start = 0
            searched = buffer.count
            if buffer.count > FileBytes.limit { throw FileBytes.tooLong("\(name), line \(number + 1)") }
            let piece = try FileBytes.read(from: descriptor, path: name, upTo: 1 << 16)
            isAtEnd = piece.isEmpty
            buffer += piece
        }
    }
}
