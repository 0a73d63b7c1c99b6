import Foundation
import Synchronization

/// Runs a function over a stream of inputs on several threads and gives the results in the order of the inputs.
///
/// An input is drawn only when a thread is free and fewer than `window` results wait to be given, so that memory stays
/// bounded whatever the stream's length, and a reader that stops reading stops the drawing. A result is given as soon
/// as all before it are, even while the drawing of a further input waits for the other end of a pipe.
final class OrderedWork<Input, Output: Sendable>: Sendable {
    private struct Stream {
        var drawn = 0
        var isOver = false
    }

    private struct Results {
        var waiting: [Int: Output] = [:]
        var next = 0
    }

    private let threads: Int
    private let window: DispatchSemaphore
    private let stream = Mutex(Stream())
    private let results = Mutex(Results())
    private let draw: @Sendable () -> Input?
    private let work: @Sendable (Input) -> Output
    private let give: @Sendable (Output) -> Bool

    /// - Parameters:
    ///   - draw: the next input, nil at the end; called by one thread at a time.
    ///   - work: called by many threads at a time.
    ///   - give: takes the results in order, one at a time; false ends the work.
    init(
        threads: Int, draw: @escaping @Sendable () -> Input?, work: @escaping @Sendable (Input) -> Output,
        give: @escaping @Sendable (Output) -> Bool
    ) {
        self.threads = max(1, threads)
        // Counted up from nothing, so that it may be let go while results still wait.
        window = DispatchSemaphore(value: 0)
        self.draw = draw
        self.work = work
        self.give = give
        for _ in 0..<8 * self.threads { window.signal() }
    }

    /// Returns when every result is given or one was refused.
    func run() {
        let finished = DispatchGroup()
        for _ in 1..<threads {
            finished.enter()
            let thread = Thread { [self] in
                drain()
                finished.leave()
            }
            thread.stackSize = 8 << 20
            thread.start()
        }
        drain()
        finished.wait()
    }

    private func drain() {
        while true {
            window.wait()
            let drawn: (number: Int, input: Input)? = stream.withLock { stream in
                guard !stream.isOver, let input = draw() else {
                    stream.isOver = true
                    return nil
                }
                stream.drawn += 1
                return (stream.drawn - 1, input)
            }
            guard let drawn else {
                window.signal()
                return
            }
            deliver(drawn.number, work(drawn.input))
        }
    }

    private func deliver(_ number: Int, _ output: Output) {
        let isRefused = results.withLock { results in
            results.waiting[number] = output
            while let ready = results.waiting.removeValue(forKey: results.next) {
                results.next += 1
                window.signal()
                if !give(ready) { return true }
            }
            return false
        }
        if isRefused {
            stream.withLock { $0.isOver = true }
            for _ in 0..<threads { window.signal() }
        }
    }
}
