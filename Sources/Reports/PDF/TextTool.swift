private import Foundation

/// Runs poppler's pdftotext as a process of its own, with bounds on time, memory and output.
package struct TextTool: Sendable {
    /// In seconds, of the clock.
    package var seconds = 60
    /// In bytes of address space.
    var memory = 2 * 1_073_741_824
    /// In bytes of output.
    var output = 256 * 1_048_576

    package init() {}

    /// The pages' words with their places, as XHTML (`pdftotext -bbox-layout`).
    package func layout(of pdf: [UInt8]) throws(ReportFault) -> [UInt8] {
        let script =
            "ulimit -v \(memory / 1024); ulimit -t \(seconds); exec pdftotext -q -bbox-layout -enc UTF-8 - -"
        let channel = try Channel(script)
        defer { channel.close() }
        let (bytes, end) = channel.exchange(pdf, seconds: seconds, limit: output)
        let status = channel.wait(kill: end != .finished)
        switch end {
        case .tookTooLong: throw .tookTooLong(form: "PDF", seconds: seconds)
        case .tooMuch: throw .tooLarge(limit: output)
        case .finished: break
        }
        if status == 127 { throw .toolMissing("pdftotext") }
        if status == 3 || status == 1 && bytes.isEmpty { throw .damaged(form: "PDF", detail: Self.reason(status)) }
        if status != 0, bytes.isEmpty { throw .damaged(form: "PDF", detail: Self.reason(status)) }
        return bytes
    }

    /// What pdftotext's exit code means.
    private static func reason(_ status: Int32) -> String {
        switch status {
        case 1: "it cannot be opened"
        case 3: "its permissions or its password forbid taking the text"
        default: "pdftotext ended with \(status)"
        }
    }
}

/// A child process: what goes into it, and what comes out.
private final class Channel {
    enum End { case finished, tookTooLong, tooMuch }

    private var child: pid_t = 0
    private var input: Int32 = -1
    private var outputEnd: Int32 = -1

    init(_ script: String) throws(ReportFault) {
        var toChild: [Int32] = [-1, -1]
        var fromChild: [Int32] = [-1, -1]
        // Sockets and not pipes: writing to a child that has ended must not raise a signal, and no other child that is
        // started meanwhile may inherit an end.
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &toChild) == 0, socketpair(AF_UNIX, kind, 0, &fromChild) == 0
        else { throw .damaged(form: "PDF", detail: "no process could be started for it") }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, toChild[1], 0)
        posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("sh"), strdup("-c"), strdup(script), nil]
        defer { for argument in arguments { free(argument) } }
        var environment: [UnsafeMutablePointer<CChar>?] = [
            strdup("PATH=/usr/local/bin:/usr/bin:/bin"), strdup("LC_ALL=C.UTF-8"), nil,
        ]
        defer { for variable in environment { free(variable) } }
        let failure = posix_spawn(&child, "/bin/sh", &actions, nil, &arguments, &environment)
        Foundation.close(toChild[1])
        Foundation.close(fromChild[1])
        input = toChild[0]
        outputEnd = fromChild[0]
        if failure != 0 {
            close()
            throw .toolMissing("sh")
        }
        _ = fcntl(input, F_SETFL, O_NONBLOCK)
    }

    func close() {
        for descriptor in [input, outputEnd] where descriptor >= 0 { Foundation.close(descriptor) }
        (input, outputEnd) = (-1, -1)
    }

    /// Writes and reads by turns until the child has said all, or a bound is met.
    func exchange(_ bytes: [UInt8], seconds: Int, limit: Int) -> (bytes: [UInt8], end: End) {
        let deadline = ContinuousClock.now + .seconds(seconds)
        var sent = 0
        var received: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let left = deadline - ContinuousClock.now
            let milliseconds = Int32(clamping: left.components.seconds * 1000 + 1)
            if left <= .zero { return (received, .tookTooLong) }
            var polled = [pollfd(fd: outputEnd, events: Int16(POLLIN), revents: 0)]
            if input >= 0 { polled.append(pollfd(fd: input, events: Int16(POLLOUT), revents: 0)) }
            let ready = poll(&polled, nfds_t(polled.count), milliseconds)
            if ready < 0, errno != EINTR { return (received, .finished) }
            if ready <= 0 { continue }
            if polled.count > 1, polled[1].revents != 0 { sent = send(bytes, from: sent) }
            guard polled[0].revents != 0 else { continue }
            let count = read(outputEnd, &piece, piece.count)
            if count == 0 { return (received, .finished) }
            if count < 0, errno != EINTR { return (received, .finished) }
            if count > 0 { received.append(contentsOf: piece[0..<count]) }
            if received.count > limit { return (received, .tooMuch) }
        }
    }

    /// Sends what the child takes; closes the way in after the last byte, or when the child takes no more.
    private func send(_ bytes: [UInt8], from sent: Int) -> Int {
        let count = bytes.withUnsafeBytes { buffer in
            Foundation.send(input, buffer.baseAddress?.advanced(by: sent), buffer.count - sent, Int32(MSG_NOSIGNAL))
        }
        let total = sent + max(0, count)
        let isOver = count < 0 && errno != EAGAIN && errno != EINTR
        if isOver || total >= bytes.count {
            Foundation.close(input)
            input = -1
        }
        return total
    }

    /// The child's exit code; 128 and the signal's number for one that was ended.
    func wait(kill: Bool) -> Int32 {
        if kill { Foundation.kill(child, SIGKILL) }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }
}
