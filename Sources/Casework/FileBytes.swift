import Foundation
import Vocabulary

/// Bytes of files, and why they cannot be had.
enum FileBytes {
    /// In bytes; what is longer is not taken in.
    static let limit = 256 * 1_048_576

    /// The whole file.
    static func read(_ path: String) throws(Problem) -> [UInt8] {
        let descriptor = try openForReading(path)
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        while true {
            let piece = try read(from: descriptor, path: path, upTo: 1 << 18)
            if piece.isEmpty { return bytes }
            bytes += piece
            if bytes.count > limit { throw tooLong(path) }
        }
    }

    static func openForReading(_ path: String) throws(Problem) -> Int32 {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw problem(errno, path) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let code = errno
            close(descriptor)
            throw problem(code, path)
        }
        if status.st_mode & S_IFMT == S_IFDIR {
            close(descriptor)
            throw problem(EISDIR, path)
        }
        return descriptor
    }

    /// The next bytes, none at the end.
    static func read(from descriptor: Int32, path: String, upTo count: Int) throws(Problem) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            var got = Foundation.read(descriptor, buffer.baseAddress, count)
            while got < 0, errno == EINTR { got = Foundation.read(descriptor, buffer.baseAddress, count) }
            if got < 0 { failure = errno }
            initialized = max(0, got)
        }
        guard failure == 0 else { throw problem(failure, path) }
        return bytes
    }

    static func tooLong(_ path: String) -> Problem {
        Problem(
            code: "input.too-long", input: path, message: "longer than \(limit / 1_048_576) MiB; split it into parts")
    }

    private static func problem(_ code: Int32, _ path: String) -> Problem {
        switch code {
        case ENOENT, ENOTDIR:
            Problem(code: "input.missing", input: path, message: "there is no such file")
        case EACCES, EPERM:
            Problem(code: "input.no-permission", input: path, message: "there is no permission to read it")
        case EISDIR:
            Problem(
                code: "input.is-folder", input: path,
                message: "it is a folder; give the files in it, for example \(path)/*.txt")
        default:
            Problem(code: "input.not-read", input: path, message: String(cString: strerror(code)))
        }
    }
}
