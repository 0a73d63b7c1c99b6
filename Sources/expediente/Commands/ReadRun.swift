import ArgumentParser
import Casework
import Synchronization
import Vocabulary

/// Carries out a plan of `expediente read`: readings to the standard output, problems to the standard error.
final class ReadRun: Sendable {
    /// What one report comes to.
    private struct Shown: Sendable {
        var bytes: [UInt8] = []
        var talk: String?
        var code = ExitCode.success
        /// Nothing more can come of it.
        var isLast = false
    }

    private struct Count {
        var shown = 0
        var code = ExitCode.success
    }

    private let plan: ReadPlan
    private let screening: ScreenReadings?
    private let progress: ProgressLine
    private let count = Mutex(Count())

    /// - Parameter screening: nil where nobody is to be looked for on lists.
    init(_ plan: ReadPlan, _ screening: ScreenReadings?) {
        self.plan = plan
        self.screening = screening
        progress = ProgressLine(terminal: plan.terminal)
    }

    /// The exit code: the gravest of what happened.
    func run() -> ExitCode {
        plan.work.run(
            with: Readers(models: plan.models, lexicon: plan.lexicon),
            form: { [plan, screening] in Self.form($0, plan, screening) },
            give: { [self] shown, done in give(shown, done) })
        progress.clear()
        return count.withLock { $0.code }
    }

    private static func form(_ result: ReadReports.Result, _ plan: ReadPlan, _ screening: ScreenReadings?) -> Shown {
        switch result {
        case .problem(let problem):
            return Shown(talk: "\(problem)", code: .unusableInput)
        case .failure(let error):
            return Shown(talk: "\(error)", code: error.exitCode, isLast: true)
        case .reading(let reading):
            do throws(ReadingFault) {
                return Shown(bytes: try bytes(of: reading, plan, screening))
            } catch {
                let failure = CaseworkError.faultyReading(report: reading.report.id, error)
                return Shown(talk: "\(failure)", code: failure.exitCode)
            }
        }
    }

    private static func bytes(
        of reading: Reading, _ plan: ReadPlan, _ screening: ScreenReadings?
    ) throws(ReadingFault) -> [UInt8] {
        let hits = screening?.hits(reading) ?? [:]
        switch plan.form {
        case .json(let withText, let withSentences):
            return try reading.json(
                withText: withText, withSentences: withSentences, hits: hits, writeHit: { $0.write(to: &$1) }) + [0x0A]
        case .table(let withSentences):
            // What a table shows is checked like what a program gets.
            _ = try reading.json()
            let terminal = plan.terminal
            let table = ReadingTable.text(
                reading, width: terminal.width, isColoured: terminal.isColoured, withSentences: withSentences,
                hits: hits)
            let foot = screening.map { "\n" + ListDoor.foot($0.lists) } ?? ""
            return Array((table + foot).utf8)
        }
    }

    /// Called in the order of the reports.
    private func give(_ shown: Shown, _ done: ReadReports.Progress) -> Bool {
        progress.clear()
        if let talk = shown.talk { Output.say("expediente: \(talk)") }
        let isFirst = count.withLock { count in
            if !shown.bytes.isEmpty { count.shown += 1 }
            if shown.code.isGraver(than: count.code) { count.code = shown.code }
            return count.shown == 1
        }
        do throws(Output.Failure) {
            if case .table = plan.form, !shown.bytes.isEmpty, !isFirst { try Output.write(Array("\n\n".utf8)) }
            try Output.write(shown.bytes)
        } catch {
            let code = Output.exitCode(for: error)
            count.withLock { if code.isGraver(than: $0.code) { $0.code = code } }
            return false
        }
        progress.show(done)
        return !shown.isLast
    }
}
