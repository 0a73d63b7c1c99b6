internal import CaseFile
public import Casework
import Foundation
import Reports
import Synchronization
public import Vocabulary

/// The desk's view of a case file, or of none: reading and screening need no case.
public final class FiledCase: OpenCase {
    public let name: String
    private let store: (any CaseStore)?
    private let viewing: CaseViewing?
    private let readers: Readers
    let listDesk: ListDesk

    /// - Parameters:
    ///   - path: the case's file; nil for none.
    ///   - way: whether it is made where it is not there, and whether it can be changed.
    /// - Throws: 500 with the reason where the case cannot be opened.
    public init(path: String?, way: CaseOpening.Way, environment: [String: String]) throws(Refusal) {
        readers = Readers(models: Models(environment: environment))
        listDesk = ListDesk(environment: environment)
        guard let path else {
            (name, store, viewing) = ("Expediente", nil, nil)
            return
        }
        name = (path as NSString).lastPathComponent.split(separator: ".").first.map(String.init) ?? path
        do throws(CaseworkError) {
            let store = try CaseOpening.open(path, way)
            self.store = store
            // A broken list closes no case: it is said where lists are shown.
            viewing = try CaseViewing(store, screening: try? CaseScreening.kept(environment: environment))
        } catch { throw Self.refusal(error) }
    }

    static func refusal(_ error: CaseworkError) -> Refusal {
        guard case .caseFile(let fault) = error else { return Refusal(500, error.code, "\(error)") }
        return refusal(fault)
    }

    static func refusal(_ fault: CaseError) -> Refusal {
        switch fault {
        case .unknownReport, .unknownDecision, .nothingNamed, .nothingThere: Refusal(404, fault.code, "\(fault)")
        case .alreadyUndone: Refusal(409, fault.code, "\(fault)")
        case .incomplete, .ambiguous: Refusal(400, fault.code, "\(fault)")
        case .busy: Refusal(503, fault.code, "\(fault)")
        default: Refusal(500, fault.code, "\(fault)")
        }
    }

    private func opened() throws(Refusal) -> any CaseStore {
        guard let store else { throw Refusal(404, "desk.no-case", "No case is open; start with --case FILE.") }
        return store
    }

    func edition() throws(Refusal) -> CaseViewing.Edition {
        guard let viewing else { throw Refusal(404, "desk.no-case", "No case is open; start with --case FILE.") }
        do throws(CaseworkError) { return try viewing.edition() } catch { throw Self.refusal(error) }
    }

    func views() throws(Refusal) -> CaseViews { try edition().views }

    /// The view's items, made once for each edition of the case.
    func remembered(
        _ view: CaseView, _ edition: CaseViewing.Edition, make: () throws(Refusal) -> [[UInt8]]
    ) throws(Refusal) -> [[UInt8]] {
        let known = memory.withLock { memory in memory.number == edition.number ? memory.items[view] : nil }
        if let known { return known }
        let fresh = try make()
        memory.withLock { memory in
            if memory.number != edition.number || memory.items.count > Self.remembered {
                memory = (edition.number, [:])
            }
            memory.items[view] = fresh
        }
        return fresh
    }

    /// How many views are remembered.
    private static let remembered = 500
    private let memory = Mutex<(number: Int, items: [CaseView: [[UInt8]]])>((0, [:]))

    private func asked<Value>(_ work: (any CaseStore) throws(CaseError) -> Value) throws(Refusal) -> Value {
        let store = try opened()
        do throws(CaseError) { return try work(store) } catch { throw Self.refusal(error) }
    }

    // Reports.

    public func report(_ sha256: String) throws(Refusal) -> FiledReport? {
        try asked { (store) throws(CaseError) in try store.report(sha256) }
    }

    public func original(_ sha256: String) throws(Refusal) -> [UInt8]? {
        try asked { (store) throws(CaseError) in try store.original(sha256)?.bytes }
    }

    public func places(in sha256: String) throws(Refusal) -> [String: String] {
        var places: [String: String] = [:]
        for (id, cluster) in try views().material.clusters {
            for member in cluster.members where member.report == sha256 { places[member.thing] = id }
        }
        return places
    }

    public func search(_ words: String, limit: Int) throws(Refusal) -> [FoundPlace] {
        let things = try views().find(words).prefix(limit).map {
            FoundPlace(kind: .thing, id: $0.id, title: $0.name, snippet: "")
        }
        let reports = try asked { (store) throws(CaseError) in try store.searchReports(words, limit: limit) }
        return things + reports.map { FoundPlace(kind: .report, id: $0.id, title: $0.title, snippet: $0.snippet) }
    }

    public func file(_ report: NewReport, author: String) throws(Refusal) -> FilingOutcome {
        let store = try opened()
        let folder = FileManager.default.temporaryDirectory.appending(path: "expediente-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let safe = report.name.filter { $0.isLetter || $0.isNumber || "._- ".contains($0) }
        let path = folder.appending(path: safe.isEmpty || safe.hasPrefix(".") ? "report.txt" : String(safe.suffix(120)))
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(report.bytes).write(to: path)
        } catch { throw Refusal(500, "desk.scratch", "There is no room for the report: \(error)") }
        let work = AddReports(paths: [path.path], published: report.published)
        let summary = work.run(into: store, with: readers, at: Self.now()) { _, _ in }
        if let failure = summary.failure { throw Self.refusal(failure) }
        if let problem = summary.problems.first { return .problem("\(problem.message) [\(problem.code)]") }
        return summary.total > 0 ? .filed(SHA256.hexadecimal(of: report.bytes)) : .known
    }

    public func fetch(_ address: String) throws(Refusal) -> NewReport { try listDesk.fetch(address) }

    public func read(_ text: [UInt8], published: CalendarDay?) throws(Refusal) -> [UInt8] {
        let report: Report
        do throws(ReportFault) {
            report = try PlainText.report(
                Intake(bytes: text, id: "text", given: GivenFacts(published: published, language: nil)))
        } catch {
            let problem = error.problem("the text")
            throw Refusal(400, problem.code, problem.message)
        }
        let reading: Reading
        do throws(CaseworkError) { reading = try readers.read(report) } catch { throw Self.refusal(error) }
        do throws(ReadingFault) { return try reading.json(withSentences: true) } catch {
            throw Refusal(500, error.code, error.description)
        }
    }

    // Decisions.

    public func decide(_ wish: DecisionWish, author: String) throws(Refusal) -> String {
        let store = try opened()
        guard !wish.reason.allSatisfy(\.isWhitespace) else {
            throw Refusal(400, "desk.reason", "Say why: the reason is kept with the decision.")
        }
        // A question of the review, or a thing by its id: both are known by their mentions.
        let views = try views()
        let questions = views.review().filter { wish.ids.contains($0.id) }
        if let question = questions.first {
            return try keep(store, wish, question.parts, author)
        }
        var parts: [[MentionReference]] = []
        for id in wish.ids {
            guard let part = views.references(id) else {
                throw Refusal(404, "desk.unknown", "The case has nothing with the id \(id).")
            }
            parts.append(part)
        }
        return try keep(store, wish, parts, author)
    }

    private func keep(
        _ store: any CaseStore, _ wish: DecisionWish, _ parts: [[MentionReference]], _ author: String
    ) throws(Refusal) -> String {
        let decision = Decision(
            id: "", kind: wish.kind, parts: parts, property: wish.property, value: wish.value, author: author,
            at: Self.now(), reason: wish.reason)
        return try asked { (store) throws(CaseError) in try store.append(decision).id }
    }

    public func undo(_ decision: String, author: String, reason: String) throws(Refusal) {
        let undoing = Decision.Undoing(author: author, at: Self.now(), reason: reason)
        _ = try asked { (store) throws(CaseError) in try store.undo(decision, undoing) }
    }

    func history() throws(Refusal) -> [CaseHistory.Entry] {
        let store = try opened()
        do throws(CaseworkError) { return try CaseHistory(of: store).entries } catch { throw Self.refusal(error) }
    }

    private static func now() -> Moment { Moment(seconds: Int(Date().timeIntervalSince1970)) }
}
