import ArgumentParser
import Foundation

/// The standard output and the standard error, written without buffering.
enum Output {
    /// The standard output is closed at its other end, or cannot take more.
    enum Failure: Error {
        case closed
        case notWritten(String)
    }

    static func write(_ bytes: [UInt8]) throws(Failure) {
        let failure: Int32 = bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let written = Foundation.write(
                    STDOUT_FILENO, buffer.baseAddress?.advanced(by: done), buffer.count - done)
                if written >= 0 { done += written } else if errno != EINTR { return errno }
            }
            return 0
        }
        if failure == EPIPE { throw .closed }
        if failure != 0 { throw .notWritten(String(cString: strerror(failure))) }
    }

    /// For the last words of a command: a closed output is a quiet end.
    static func print(_ text: String) throws {
        do throws(Failure) {
            try write(Array(text.utf8))
        } catch { throw exitCode(for: error) }
    }

    /// A line of talk.
    static func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    /// Nobody reads on: not an error. Anything else is, and is said.
    static func exitCode(for failure: Failure) -> ExitCode {
        switch failure {
        case .closed: return .success
        case .notWritten(let reason):
            say("expediente: the output cannot be written: \(reason)")
            return .failed
        }
    }
}
