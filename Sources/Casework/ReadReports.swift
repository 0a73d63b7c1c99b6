import Foundation
import Reports
import Synchronization
public import Vocabulary

/// The use case: reports in, checked readings out, in the order of the input, on all cores.
public struct ReadReports: Sendable {
    /// Where the reports are.
    public enum Input: Sendable {
        /// Each a plain text; `-` is the standard input.
        case files([String])
        /// JSON Lines files, a document a line; `-` is the standard input.
        case documents([String])
    }

    /// What came of one report.
    public enum Result: Sendable {
        case reading(Reading)
        /// The input could not be used; the rest goes on.
        case problem(Problem)
        /// The program is at fault, or lacks something: nothing more is read.
        case failure(CaseworkError)
    }

    /// How far the work is, in the order of the input.
    public struct Progress: Sendable, Hashable {
        /// Reports that a result was given for.
        public var done = 0
        /// Those of them that could not be read.
        public var problems = 0
        /// How many there are; nil when that is not known before.
        public var total: Int?
        /// The part of the input that is done, from 0 to 1; nil when its length is not known.
        public var part: Double?

        public init(done: Int = 0, problems: Int = 0, total: Int? = nil, part: Double? = nil) {
            self.done = done
            self.problems = problems
            self.total = total
            self.part = part
        }
    }

    public var input: Input
    /// Day of publication of reports that bring none.
    public var published: CalendarDay?
    /// Language of all reports; nil to tell it from each.
    public var language: String?
    public var threads: Int

    public init(input: Input, published: CalendarDay? = nil, language: String? = nil, threads: Int = 1) {
        self.input = input
        self.published = published
        self.language = language
        self.threads = threads
    }

    /// - Parameters:
    ///   - form: makes of a result what is given; runs on many threads.
    ///   - give: takes the results in the order of the input, one at a time; false ends the work.
    public func run<Form: Sendable>(
        with readers: Readers, form: @escaping @Sendable (Result) -> Form,
        give: @escaping @Sendable (Form, Progress) -> Bool
    ) {
        let source = Mutex(ReportSource(input))
        let progress = Mutex(Progress(total: input.total))
        let (published, language) = (published, language)
        let work = OrderedWork<ReportSource.Piece, Done<Form>>(
            threads: threads,
            draw: { source.withLock { $0.next() } },
            work: { piece in
                let result = Self.read(piece, published: published, language: language, with: readers)
                return Done(form: form(result), isRead: result.isReading, part: piece.part)
            },
            give: { done in
                let now = progress.withLock { progress in
                    progress.done += 1
                    if !done.isRead { progress.problems += 1 }
                    progress.part = progress.total.map { Double(progress.done) / Double(max(1, $0)) } ?? done.part
                    return progress
                }
                return give(done.form, now)
            })
        work.run()
    }

    private struct Done<Form: Sendable>: Sendable {
        let form: Form
        let isRead: Bool
        let part: Double?
    }

    private static func read(
        _ piece: ReportSource.Piece, published: CalendarDay?, language: String?, with readers: Readers
    ) -> Result {
        let report: Report
        do throws(Problem) {
            let given = GivenFacts(published: published, language: language)
            let intake = Intake(bytes: try piece.bytes(), id: piece.id, name: piece.name, given: given)
            do throws(ReportFault) {
                report = piece.isDocument ? try DocumentLine.report(intake) : try ReportDoor.report(intake)
            } catch { throw error.problem(piece.name) }
        } catch { return .problem(error) }
        do throws(CaseworkError) {
            return .reading(try readers.read(report))
        } catch { return .failure(error) }
    }
}

extension ReadReports.Input {
    /// How many reports; nil for documents, of which only the reading tells.
    fileprivate var total: Int? {
        switch self {
        case .files(let paths): paths.count
        case .documents: nil
        }
    }
}

extension ReadReports.Result {
    fileprivate var isReading: Bool {
        if case .reading = self { true } else { false }
    }
}
