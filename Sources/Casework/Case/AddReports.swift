public import CaseFile
import Foundation
import Reports
import Synchronization
public import Vocabulary

/// The use case: reports into a case. Reading runs on all cores, each report is filed in one transaction; what a run
/// that was broken off has filed is known to the next.
public struct AddReports: Sendable {
    /// Files, folders, `-` for the standard input.
    public var paths: [String]
    /// Every file is JSON Lines, not only those named so.
    public var areDocuments: Bool
    public var published: CalendarDay?
    public var language: String?
    public var threads: Int

    public init(
        paths: [String], areDocuments: Bool = false, published: CalendarDay? = nil, language: String? = nil,
        threads: Int = 1
    ) {
        self.paths = paths
        self.areDocuments = areDocuments
        self.published = published
        self.language = language
        self.threads = threads
    }

    /// What came of it all.
    public struct Summary: Sendable, Hashable {
        /// Reports filed, by language.
        public var filed: [String: Int] = [:]
        /// Reports that were in the case.
        public var known = 0
        /// Reports that were to be forgotten, and stay so.
        public var forgotten = 0
        /// Filed reports whose text, or nearly, another report in the case has.
        public var sameText = 0
        /// What could not be read, in the order of the input.
        public var problems: [Problem] = []
        /// Why the work ended early.
        public var failure: CaseworkError?

        public init() {}

        public var total: Int { filed.values.reduce(0, +) }
    }

    /// - Parameters:
    ///   - at: the moment of filing.
    ///   - tell: called in the order of the input, with the problems of one piece of it and how far the work is.
    public func run(
        into store: any CaseStore, with readers: Readers, at: Moment,
        tell: @escaping @Sendable ([Problem], ReadReports.Progress) -> Void
    ) -> Summary {
        let opened = FilingSource(paths, areDocuments: areDocuments)
        let progress = Mutex(ReadReports.Progress(total: opened.total))
        let source = Mutex(opened)
        let summary = Shared(Summary())
        let filing = ReportFiling(
            store: store, readers: readers, given: GivenFacts(published: published, language: language), at: at)
        let work = OrderedWork<ReportSource.Piece, Done>(
            threads: threads, draw: { source.withLock { $0.next() } },
            work: { piece in
                do throws(CaseworkError) {
                    return Done(outcomes: .success(try filing.file(piece)), part: piece.part)
                } catch { return Done(outcomes: .failure(error), part: piece.part) }
            },
            give: { done in
                let (problems, isOver) = summary.change { $0.add(done) }
                let now = progress.withLock { progress in
                    progress.done += 1
                    progress.problems += problems.count
                    progress.part = progress.total.map { Double(progress.done) / Double(max(1, $0)) } ?? done.part
                    return progress
                }
                tell(problems, now)
                return !isOver
            })
        work.run()
        return summary.change { $0 }
    }

    fileprivate struct Done: Sendable {
        let outcomes: Result<[ReportFiling.Outcome], CaseworkError>
        let part: Double?
    }
}

extension AddReports.Summary {
    /// The problems among what is added, and whether nothing more can come.
    fileprivate mutating func add(_ done: AddReports.Done) -> ([Problem], Bool) {
        switch done.outcomes {
        case .failure(let error):
            failure = failure ?? error
            return ([], true)
        case .success(let outcomes):
            var fresh: [Problem] = []
            for outcome in outcomes {
                switch outcome {
                case .filed(let language, let sameText):
                    filed[language, default: 0] += 1
                    if sameText > 0 { self.sameText += 1 }
                case .known: known += 1
                case .forgotten: forgotten += 1
                case .problem(let problem): fresh.append(problem)
                }
            }
            problems += fresh
            return (fresh, false)
        }
    }
}
