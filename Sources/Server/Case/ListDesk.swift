import Casework
import Fetching
import Names
import Synchronization
import Vocabulary
import Watchlists

/// The lists on this machine, opened once and screened against.
final class ListDesk: Sendable {
    private struct Opened {
        var status: [KeptList]
        var lists: [ScreenedList]
        var tables: NameTables
    }

    private let folder: ListFolder
    private let opened = Mutex<Opened?>(nil)

    init(environment: [String: String]) { folder = ListFolder(environment: environment) }

    /// A page, within the limits of what a report may be.
    func fetch(_ address: String) throws(Refusal) -> NewReport {
        do throws(FetchFault) {
            let answer = try Fetcher(sizeLimit: Transport.bodyLimit, timeLimit: 60).fetch(address)
            let last = address.split(separator: "/").last.map(String.init) ?? "page"
            let name = answer.head["content-type"]?.contains("html") == true ? "\(last).html" : last
            return NewReport(name: name, bytes: answer.bytes)
        } catch { throw Refusal(400, error.code, "\(error)") }
    }

    func status() throws(Refusal) -> [[UInt8]] {
        do throws(ListsError) { return try folder.status().map(\.json) } catch {
            throw Refusal(500, error.code, "\(error)")
        }
    }

    /// No list is no hit: the page says that there is none.
    func screen(_ question: NameQuestion) throws(Refusal) -> [[UInt8]] {
        guard let opened = try open() else { return [] }
        var screener = Screener(opened.lists, tables: opened.tables)
        let query = ScreeningQuery(
            question.name, kind: question.schema.map { ScreeningQuery.kind($0) } ?? .unknown,
            born: question.born.flatMap { Self.interval($0) }, countries: question.country.map { [$0] } ?? [])
        return screener.hits(query, threshold: question.threshold, limit: question.limit).map { hit in
            var json = JSONWriter()
            hit.write(to: &json)
            return json.bytes
        }
    }

    private static func interval(_ text: String) -> CalendarInterval? {
        if let day = CalendarDay(iso: text) { return CalendarInterval(day: day) }
        return Int(text).flatMap { CalendarInterval(year: $0) }
    }

    private func open() throws(Refusal) -> Opened? {
        let result = opened.withLock { kept in
            Result<Opened?, ListsError> { () throws(ListsError) in
                let status = try folder.status()
                if status.isEmpty { return nil }
                if let kept, kept.status == status { return kept }
                let tables: NameTables
                do throws(NamesError) { tables = try NameTables() } catch { throw .names(error) }
                let fresh = Opened(status: status, lists: try folder.open([], tables: tables), tables: tables)
                kept = fresh
                return fresh
            }
        }
        do throws(ListsError) { return try result.get() } catch { throw Refusal(500, error.code, "\(error)") }
    }
}

extension FiledCase {
    public func screen(_ query: NameQuestion) throws(Refusal) -> [[UInt8]] { try listDesk.screen(query) }
    public func lists() throws(Refusal) -> [[UInt8]] { try listDesk.status() }
}
