import Foundation
import Synchronization

/// A server of HTTP on 127.0.0.1 that answers each path with fixed bytes and closes.
final class LoopbackServer: Sendable {
    let port: UInt16
    private let socketNumber: Int32
    private let answers: [String: [UInt8]]
    private let asked = Mutex<[String]>([])

    struct Failure: Error {}

    /// - Parameter answers: whole answers, head and body, by path; a path without one is never answered.
    init(_ answers: [String: String]) throws {
        self.answers = answers.mapValues { Array($0.utf8) }
        socketNumber = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard socketNumber >= 0 else { throw Failure() }
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let number = socketNumber
        let isBound = withUnsafeMutablePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(number, $0, size) == 0 && listen(number, 8) == 0 && getsockname(number, $0, &size) == 0
            }
        }
        guard isBound else { throw Failure() }
        port = UInt16(bigEndian: place.sin_port)
        let thread = Thread { [self] in serve() }
        thread.start()
    }

    func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

    /// The paths asked for so far.
    var paths: [String] { asked.withLock { $0 } }

    /// Ends the waiting; the thread that waits closes the socket, so that its number is not given anew before.
    func stop() { shutdown(socketNumber, Int32(SHUT_RDWR)) }

    private func serve() {
        var open: [Int32] = []
        defer {
            for connection in open { close(connection) }
            close(socketNumber)
        }
        while true {
            let connection = accept(socketNumber, nil, nil)
            guard connection >= 0 else { return }
            var request = [UInt8](repeating: 0, count: 4_096)
            let count = read(connection, &request, request.count)
            let words = String(decoding: request.prefix(max(0, count)), as: UTF8.self).split(separator: " ")
            let path = words.count > 1 ? String(words[1]) : ""
            asked.withLock { $0.append(path) }
            if let answer = answers[path] {
                _ = answer.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
                shutdown(connection, Int32(SHUT_WR))
                close(connection)
            } else {
                // Left open: the other side must give up by itself.
                open.append(connection)
            }
        }
    }
}
