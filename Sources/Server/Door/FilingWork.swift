import Foundation
import Synchronization
import Vocabulary

/// Filings under way: each a resource with its progress, so that a page or a program can look in at any time.
package final class FilingWork: Sendable {
    package struct State: Sendable {
        package var total: Int
        package var done = 0
        package var lines: [String] = []
        package var isDone: Bool { done >= total }
    }

    /// How many finished works are remembered.
    private static let memory = 50

    private let states = Mutex<[(id: String, state: State)]>([])
    private let file: any OpenCase
    private let queue = DispatchQueue(label: "filing")

    package init(_ file: any OpenCase) { self.file = file }

    /// Begins to file the reports, one after the other, and gives the work's id.
    package func begin(_ reports: [NewReport], author: String, words: Words) -> String {
        let id = String(SHA256.hexadecimal(of: Array(UUID().uuidString.utf8)).prefix(16))
        states.withLock { states in
            states.append((id, State(total: reports.count)))
            if states.count > Self.memory { states.removeFirst() }
        }
        queue.async { [self] in
            for report in reports { note(id, line(report, author, words)) }
        }
        return id
    }

    package func state(_ id: String) -> State? {
        states.withLock { states in states.first { $0.id == id }?.state }
    }

    /// Server-sent events: one a report, then `end`.
    package func events(_ id: String) -> AsyncStream<[UInt8]> {
        AsyncStream { pieces in
            let task = Task { [self] in
                var told = 0
                while !Task.isCancelled, let state = state(id) {
                    while told < state.lines.count {
                        pieces.yield(Self.event(told + 1, state.total, state.lines[told]))
                        told += 1
                    }
                    if state.isDone { break }
                    try? await Task.sleep(for: .milliseconds(200))
                }
                pieces.yield(Array("event: end\ndata: {}\n\n".utf8))
                pieces.finish()
            }
            pieces.onTermination = { _ in task.cancel() }
        }
    }

    private func line(_ report: NewReport, _ author: String, _ words: Words) -> String {
        do throws(Refusal) {
            switch try file.file(report, author: author) {
            case .filed: return "\(report.name): \(words["filed"])"
            case .known: return "\(report.name): \(words["known"])"
            case .problem(let why): return "\(report.name): \(words["failed"]): \(why)"
            }
        } catch { return "\(report.name): \(words["failed"]): \(error.message)" }
    }

    private func note(_ id: String, _ line: String) {
        states.withLock { states in
            guard let index = states.firstIndex(where: { $0.id == id }) else { return }
            states[index].state.done += 1
            states[index].state.lines.append(line)
        }
    }

    private static func event(_ done: Int, _ total: Int, _ line: String) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("done")
        json.integer(done)
        json.key("total")
        json.integer(total)
        json.key("line")
        json.string(line)
        json.endObject()
        return Array("event: filed\ndata: ".utf8) + json.bytes + Array("\n\n".utf8)
    }
}
