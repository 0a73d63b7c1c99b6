public import Evaluation
import Foundation
import Reports
public import Vocabulary

/// The use case: hold readings against folders of gold readings.
public struct EvaluateReadings: Sendable {
    /// Folders whose reports are pooled.
    public var folders: [String]
    /// Only the gold's reports in this language.
    public var language: String?
    /// A JSON Lines file with readings; nil when the reports are to be read.
    public var readings: String?
    public var threads: Int

    public init(folders: [String], language: String? = nil, readings: String? = nil, threads: Int = 1) {
        self.folders = folders
        self.language = language
        self.readings = readings
        self.threads = threads
    }

    /// Everything that was scored: the pooled counts, and report by report what they came from.
    public struct Outcome: Sendable {
        public struct Pair: Sendable {
            public let gold: GoldReport
            public let ours: ReadingForm?
            public let score: ReportScore
        }

        public let scorecard: Scorecard
        /// In the order of the folders and the names in them.
        public let pairs: [Pair]
    }

    public func run(with readers: Readers) throws(CaseworkError) -> Outcome {
        let given = try readings.map { (path) throws(CaseworkError) in try GoldFolder.readings(path) }
        var gold: [GoldReport] = []
        for folder in folders { gold += try GoldFolder.load(folder) }
        if let language { gold.removeAll { $0.language != language } }
        let pairs = try score(gold) { (report) throws(CaseworkError) in
            if let given { return given[report.id] }
            return try Self.read(report, with: readers)
        }
        var scorecard = Scorecard()
        for pair in pairs { scorecard.add(pair.score.scorecard) }
        return Outcome(scorecard: scorecard, pairs: pairs)
    }

    private func score(
        _ gold: [GoldReport], reading: @escaping @Sendable (GoldReport) throws(CaseworkError) -> ReadingForm?
    ) throws(CaseworkError) -> [Outcome.Pair] {
        let (stream, results) = (Shared(0), Shared([Result<Outcome.Pair, CaseworkError>]()))
        let work = OrderedWork<GoldReport, Result<Outcome.Pair, CaseworkError>>(
            threads: threads,
            draw: {
                stream.change { next in
                    defer { next += 1 }
                    return next < gold.count ? gold[next] : nil
                }
            },
            work: { report in
                do throws(CaseworkError) {
                    let ours = try reading(report)
                    return .success(Outcome.Pair(gold: report, ours: ours, score: report.score(ours)))
                } catch { return .failure(error) }
            },
            give: { result in
                results.change { $0.append(result) }
                if case .failure = result { return false }
                return true
            })
        work.run()
        var pairs: [Outcome.Pair] = []
        for result in results.change({ $0 }) { pairs.append(try result.get()) }
        return pairs
    }

    /// Reads the gold's text with the gold's date and language, and takes the JSON that comes out.
    private static func read(_ gold: GoldReport, with readers: Readers) throws(CaseworkError) -> ReadingForm {
        let about = gold.reading.report
        let given = GivenFacts(published: about.published.flatMap { CalendarDay(iso: $0) }, language: about.language)
        let report: Report
        do throws(ReportFault) {
            report = try PlainText.report(Intake(bytes: gold.text, id: about.id, given: given))
        } catch { throw .unusable(error.problem(gold.key + ".txt")) }
        let reading = try readers.read(report)
        do throws(ReadingFault) {
            return try ReadingForm(json: try reading.json())
        } catch { throw .faultyReading(report: gold.key, error) }
    }
}
