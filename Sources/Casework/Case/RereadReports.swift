public import CaseFile
import Foundation
import Reports
import Synchronization
public import Vocabulary

/// The use case: read the filed reports again, with a newer lexicon or model. Decisions stay.
public struct RereadReports: Sendable {
    public var threads: Int
    /// Also those that this version of lexicon and model has read.
    public var isForced: Bool

    public init(threads: Int = 1, isForced: Bool = false) {
        self.threads = threads
        self.isForced = isForced
    }

    public struct Summary: Sendable {
        public var reread = 0
        /// Read by this version before.
        public var current = 0
        public var problems: [Problem] = []
        public var failure: CaseworkError?
    }

    public func run(
        in store: any CaseStore, with readers: Readers, at: Moment,
        tell: @escaping @Sendable (ReadReports.Progress) -> Void
    ) throws(CaseworkError) -> Summary {
        let entries: [ReportEntry]
        do throws(CaseError) { entries = try store.entries() } catch { throw .caseFile(error) }
        let rest = Shared(entries[...])
        let summary = Shared((Summary(), ReadReports.Progress(total: entries.count)))
        let isForced = isForced
        let work = OrderedWork<ReportEntry, Result<Outcome, CaseworkError>>(
            threads: threads, draw: { rest.change { $0.popFirst() } },
            work: { entry in
                do throws(CaseworkError) {
                    return .success(try Self.reread(entry, isForced, store, readers, at))
                } catch { return .failure(error) }
            },
            give: { result in
                let (isOver, progress) = summary.change { state in
                    state.1.done += 1
                    state.1.part = Double(state.1.done) / Double(max(1, entries.count))
                    switch result {
                    case .success(.reread): state.0.reread += 1
                    case .success(.current): state.0.current += 1
                    case .success(.problem(let problem)): state.0.problems.append(problem)
                    case .failure(let error): state.0.failure = state.0.failure ?? error
                    }
                    return (state.0.failure != nil, state.1)
                }
                tell(progress)
                return !isOver
            })
        work.run()
        return summary.change { $0.0 }
    }

    private enum Outcome {
        case reread, current
        case problem(Problem)
    }

    private static func reread(
        _ entry: ReportEntry, _ isForced: Bool, _ store: any CaseStore, _ readers: Readers, _ at: Moment
    ) throws(CaseworkError) -> Outcome {
        let version = try readers.version(of: entry.language)
        if !isForced, entry.reader == version { return .current }
        do throws(CaseError) {
            guard let kept = try store.original(entry.sha256) else { return .current }
            let given = GivenFacts(published: kept.givenPublished, language: kept.givenLanguage)
            let intake = Intake(bytes: kept.bytes, id: kept.id, name: kept.source, given: given)
            let report: Report
            do throws(ReportFault) {
                report = kept.form == .document ? try DocumentLine.report(intake) : try ReportDoor.report(intake)
            } catch { return .problem(error.problem(kept.source)) }
            let reading: Reading
            do throws(CaseworkError) { reading = try readers.read(report) } catch {
                throw CaseError.failed(path: kept.source, what: error.description)
            }
            try store.reread(entry.sha256, reading, reader: try versionNow(of: report), at: at)
        } catch { throw .caseFile(error) }
        return .reread

        func versionNow(of report: Report) throws(CaseError) -> String {
            do throws(CaseworkError) { return try readers.version(of: report.language) } catch {
                throw .failed(path: entry.source, what: error.description)
            }
        }
    }
}
