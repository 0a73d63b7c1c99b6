public import Names
public import Vocabulary
import Watchlists
import Foundation

/// The use case: rows of pairs of names in, the same rows with a score out.
public struct CompareNames {
    private let path: String
    private let comparer: NameComparer
    private let explains: Bool

    /// - Parameter path: a CSV file with columns name1 and name2, and schema if it has one; `-` is the standard input.
    public init(path: String, tables: NameTables, explains: Bool) {
        self.path = path
        comparer = NameComparer(tables: tables)
        self.explains = explains
    }

    /// Hands out the rows as fields, the head first; `give` returns false to end.
    public func run(_ give: ([String]) -> Bool) throws(Problem) {
        let descriptor = path == "-" ? STDIN_FILENO : try FileBytes.openForReading(path)
        defer { if path != "-" { close(descriptor) } }
        var reader = CSVReader(file: path)
        var columns: [String: Int]?
        var isOver = false
        while !isOver {
            var rows: [CSVReader.Row] = []
            let piece = try FileBytes.read(from: descriptor, path: path, upTo: 1 << 16)
            do throws(ListFault) {
                if piece.isEmpty {
                    isOver = true
                    try reader.finish { rows.append($0) }
                } else {
                    try reader.read(piece) { rows.append($0) }
                }
            } catch { throw Problem(code: error.code, input: path, message: "\(error)") }
            for row in rows {
                let fields = row.fields.map { String(decoding: $0, as: UTF8.self) }
                guard let known = columns else {
                    columns = try head(fields)
                    if !give(fields + ["score"] + (explains ? ["why"] : [])) { return }
                    continue
                }
                if !give(try scored(fields, known, row.line)) { return }
            }
        }
    }

    private func head(_ fields: [String]) throws(Problem) -> [String: Int] {
        let columns = Dictionary(fields.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { a, _ in a })
        guard columns["name1"] != nil, columns["name2"] != nil else {
            throw Problem(
                code: "names.no-name-columns", input: path, message: "its first row has no columns “name1” and “name2”")
        }
        return columns
    }

    private func scored(_ fields: [String], _ columns: [String: Int], _ line: Int) throws(Problem) -> [String] {
        func field(_ name: String) -> String? { columns[name].flatMap { $0 < fields.count ? fields[$0] : nil } }
        guard let one = field("name1"), let two = field("name2") else {
            throw Problem(code: "names.short-row", input: "\(path), line \(line)", message: "the row is too short")
        }
        let result = comparer.compare(one, two, as: ScreeningQuery.kind(field("schema") ?? ""))
        let digits = String(Int((result.score * 10_000).rounded()))
        let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
        let score = "\(padded.dropLast(4)).\(padded.suffix(4))"
        guard explains else { return fields + [score] }
        let steps = result.steps.map { "\($0.left ?? "–")/\($0.right ?? "–") \($0.kind?.rawValue ?? "alone")" }
        let remarks = result.remarks.map { "\($0)" } + (result.whole.map { ["\($0)"] } ?? [])
        return fields + [score, (steps + remarks).joined(separator: "; ")]
    }
}
