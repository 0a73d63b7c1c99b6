import Foundation
import Reports
import Synchronization
public import Vocabulary

/// The use case: reports in, checked readings out, in the order of the input, on all cores.
public struct ReadReports: Sendable {
    /// Where the reports are.
    public enum Input: Sendable {
        /// Each a plain text.
        case files([String])
        /// One plain text from the standard input.
        case standardInput
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
        with readers: Readers, form: @escaping @Sendable (Result) -> Form, give: @escaping @Sendable (Form) -> Bool
    ) {
        let source = Mutex(ReportSource(input))
        let (published, language) = (published, language)
        let work = OrderedWork<ReportSource.Piece, Form>(
            threads: threads,
            draw: { source.withLock { $0.next() } },
            work: { form(Self.read($0, published: published, language: language, with: readers)) },
            give: give)
        work.run()
    }

    private static func read(
        _ piece: ReportSource.Piece, published: CalendarDay?, language: String?, with readers: Readers
    ) -> Result {
        let report: Report
        do throws(Problem) {
            let given = GivenFacts(published: published, language: language)
            let intake = Intake(bytes: try piece.bytes(), id: piece.id, name: piece.name, given: given)
            do throws(ReportFault) {
                report = piece.isDocument ? try DocumentLine.report(intake) : try PlainText.report(intake)
            } catch { throw error.problem(piece.name) }
        } catch { return .problem(error) }
        do throws(CaseworkError) {
            return .reading(try readers.read(report))
        } catch { return .failure(error) }
    }
}
