import Casework
import Foundation
import Synchronization

/// One line on the standard error that says how far the work is; nothing unless a person looks at it.
final class ProgressLine: Sendable {
    private struct State {
        var isShown = false
        var lastShown = ContinuousClock.now
    }

    private let isWanted: Bool
    private let start = ContinuousClock.now
    private let state = Mutex(State())
    /// Between two refreshments.
    private static let pause = Duration.milliseconds(200)

    init(terminal: Terminal) { isWanted = terminal.isError }

    /// Takes the line away, so that other words can stand there.
    func clear() {
        guard isWanted else { return }
        state.withLock { state in
            if state.isShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
            state.isShown = false
        }
    }

    func show(_ progress: ReadReports.Progress) {
        guard isWanted, progress.total != 1 else { return }
        let now = ContinuousClock.now
        state.withLock { state in
            guard now - state.lastShown >= Self.pause else { return }
            state.lastShown = now
            state.isShown = true
            let text = Self.text(progress, elapsed: start.duration(to: now))
            FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
        }
    }

    /// For example `120 of 880 reports, 41 a second, 19 s left`.
    static func text(_ progress: ReadReports.Progress, elapsed: Duration) -> String {
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
        let rate = Double(progress.done) / max(seconds, 0.001)
        var text = progress.total.map { "\(progress.done) of \($0) reports" } ?? "\(progress.done) reports"
        if progress.problems > 0 { text += ", \(progress.problems) not read" }
        text += rate >= 10 ? ", \(Int(rate.rounded())) a second" : String(format: ", %.1f a second", rate)
        if let part = progress.part, part > 0 { text += ", " + duration(seconds * (1 - part) / part) + " left" }
        return text
    }

    private static func duration(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded(.up))
        if whole < 60 { return "\(whole) s" }
        if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
        return "\(whole / 3600) h \(whole % 3600 / 60) min"
    }
}
