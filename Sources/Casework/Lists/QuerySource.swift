import Foundation
import Names
import Vocabulary
import Watchlists

/// Queries as they come: given one by one, or from a file of rows or lines.
struct QuerySource: ~Copyable {
    /// Some queries to be screened together; or lines that are still to be read.
    struct Piece: Sendable {
        var queries: [ScreeningQuery] = []
        var lines: [(number: Int, bytes: [UInt8])] = []
        var problem: Problem?
    }

    private static let many = 128

    let name: String
    private var given: [ScreeningQuery]
    private var lines: LineReader?
    private var rows: RowReader?
    private var isOver = false

    init(_ queries: [ScreeningQuery]) {
        name = "the query"
        given = queries
        lines = nil
    }

    /// - Parameter path: `-` is the standard input, taken as JSON Lines.
    init(batch path: String) throws(Problem) {
        name = path == "-" ? "standard input" : path
        given = []
        if path.lowercased().hasSuffix(".csv") {
            rows = try RowReader(path)
            lines = nil
        } else {
            lines = path == "-" ? LineReader(descriptor: STDIN_FILENO, name: name) : try LineReader(path)
        }
    }

    /// The next piece; nil at the end or after a problem that ends the input.
    mutating func next() -> Piece? {
        guard !isOver else { return nil }
        var piece = Piece()
        do throws(Problem) {
            if !given.isEmpty {
                piece.queries = Array(given.prefix(Self.many))
                given.removeFirst(piece.queries.count)
            }
            while piece.lines.count < Self.many, let line = try nextLine() { piece.lines.append(line) }
            while rows != nil, piece.queries.count < Self.many, let query = try rows?.next() {
                piece.queries.append(query)
            }
        } catch {
            isOver = true
            piece.problem = error
        }
        return piece.queries.isEmpty && piece.lines.isEmpty && piece.problem == nil ? nil : piece
    }

    private mutating func nextLine() throws(Problem) -> (number: Int, bytes: [UInt8])? {
        guard lines != nil, let line = try lines?.next() else { return nil }
        return (line.number, line.bytes)
    }

    /// The query of a line {"id", "name", "schema", "aliases", "birthDate", "country", "identifiers"}.
    static func query(_ line: (number: Int, bytes: [UInt8]), of name: String) throws(Problem) -> ScreeningQuery {
        let place = "\(name), line \(line.number)"
        do throws(QueryObject.Fault) {
            let object = try QueryObject(line.bytes)
            guard let text = object.values("name").first else {
                throw QueryObject.Fault(byte: 0, reason: "there is no “name”")
            }
            return try query(
                text, id: object.values("id").first, schema: object.values("schema", "type").first ?? "",
                aliases: object.values("aliases", "alias"),
                born: object.values("birthDate", "born", "birth_date").first,
                countries: object.values("country", "countries", "nationality"),
                identifiers: object.values("identifiers", "identifier", "idNumber"))
        } catch {
            throw Problem(
                code: "screen.not-a-query", input: place,
                message: "not a query: \(error.reason), byte \(error.byte); a line is {\"id\", \"name\", \"schema\" …}")
        }
    }

    private static func query(
        _ name: String, id: String?, schema: String, aliases: [String], born: String?, countries: [String],
        identifiers: [String]
    ) throws(QueryObject.Fault) -> ScreeningQuery {
        var interval: CalendarInterval?
        if let born, !born.isEmpty {
            guard let read = BirthDate(written: born)?.interval else {
                throw QueryObject.Fault(byte: 0, reason: "“\(born.prefix(40))” is not a date of birth")
            }
            interval = read
        }
        return ScreeningQuery(
            name, id: id, aliases: aliases, kind: ScreeningQuery.kind(schema), bearers: ScreeningQuery.bearers(schema),
            born: interval, countries: countries, identifiers: identifiers)
    }

    /// Rows of a CSV file whose first row names the columns.
    private struct RowReader {
        private let path: String
        private let descriptor: Int32
        private var reader: CSVReader
        private var waiting: [CSVReader.Row] = []
        private var taken = 0
        private var columns: [String: Int]?
        private var isAtEnd = false

        init(_ path: String) throws(Problem) {
            self.path = path
            descriptor = try FileBytes.openForReading(path)
            reader = CSVReader(file: path)
        }

        mutating func next() throws(Problem) -> ScreeningQuery? {
            while true {
                while taken == waiting.count {
                    if isAtEnd { return nil }
                    try fill()
                }
                let row = waiting[taken]
                taken += 1
                if let columns { return try query(row, columns) }
                columns = try head(row)
            }
        }

        private mutating func fill() throws(Problem) {
            waiting.removeAll(keepingCapacity: true)
            taken = 0
            let piece = try FileBytes.read(from: descriptor, path: path, upTo: 1 << 16)
            var rows: [CSVReader.Row] = []
            do throws(ListFault) {
                if piece.isEmpty {
                    isAtEnd = true
                    close(descriptor)
                    try reader.finish { rows.append($0) }
                } else {
                    try reader.read(piece) { rows.append($0) }
                }
            } catch { throw Problem(code: error.code, input: path, message: "\(error)") }
            waiting = rows
        }

        private func head(_ row: CSVReader.Row) throws(Problem) -> [String: Int] {
            var columns: [String: Int] = [:]
            for (index, field) in row.fields.enumerated() {
                columns[String(decoding: field, as: UTF8.self).lowercased().trimmingCharacters(in: .whitespaces)] =
                    index
            }
            guard columns["name"] != nil else {
                throw Problem(
                    code: "screen.no-name-column", input: path, message: "its first row has no column “name”")
            }
            return columns
        }

        private func query(_ row: CSVReader.Row, _ columns: [String: Int]) throws(Problem) -> ScreeningQuery {
            func values(_ names: String...) -> [String] {
                for name in names {
                    guard let index = columns[name], index < row.fields.count else { continue }
                    let text = String(decoding: row.fields[index], as: UTF8.self)
                    return text.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }.filter {
                        !$0.isEmpty
                    }
                }
                return []
            }
            let name = columns["name"].flatMap {
                $0 < row.fields.count ? String(decoding: row.fields[$0], as: UTF8.self) : nil
            }
            do throws(QueryObject.Fault) {
                return try QuerySource.query(
                    name ?? "", id: values("id").first, schema: values("schema", "type").first ?? "",
                    aliases: values("aliases", "alias"), born: values("birthdate", "born", "birth_date").first,
                    countries: values("country", "countries", "nationality"),
                    identifiers: values("identifiers", "identifier", "idnumber"))
            } catch {
                throw Problem(code: "screen.not-a-query", input: "\(path), line \(row.line)", message: error.reason)
            }
        }
    }
}
