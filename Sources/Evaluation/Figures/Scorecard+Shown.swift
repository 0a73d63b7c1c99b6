import Foundation
import Vocabulary

extension Scorecard {
    /// A figure with four places, rounded half to even on its exact value.
    static func digits(_ figure: Double) -> String { String(format: "%.4f", figure) }

    /// A figure with three places. Four first, then three: the same two steps as the script that the gold comes with.
    static func shown(_ figure: Double) -> String { String(format: "%.3f", Double(digits(figure)) ?? figure) }

    /// The rows as columns of text, for people.
    public var table: String {
        var lines = ["\(reports) reports, \(missing.count) without a reading"]
        let heads = [("precision", 10), ("recall", 8), ("F1", 8), ("gold", 7), ("ours", 7)]
        lines.append(pad("", 18) + heads.map { padLeft($0.0, $0.1) }.joined())
        for row in Row.allCases { lines.append(Self.line(row.rawValue, 18, self[row], widths: heads.map(\.1))) }
        lines.append("")
        for (name, tally) in types { lines.append("  " + Self.line(name, 24, tally, widths: [8, 8, 8, 6, 6])) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func line(_ name: String, _ width: Int, _ tally: Tally, widths: [Int]) -> String {
        let figures = [tally.precision, tally.recall, tally.f1].map(shown)
        let cells = figures + [String(tally.gold), String(tally.ours)]
        return pad(name, width) + zip(cells, widths).map { padLeft($0, $1) }.joined()
    }

    /// `{"reports", "missing", "rows", "types"}`; each row `{"precision", "recall", "f1", "gold", "ours", "hit"}`.
    public var json: [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("reports")
        json.integer(reports)
        json.key("missing")
        json.beginArray()
        for id in missing { json.string(id) }
        json.endArray()
        json.key("rows")
        json.beginObject()
        for row in Row.allCases { Self.write(row.rawValue, self[row], to: &json) }
        json.endObject()
        json.key("types")
        json.beginObject()
        for (name, tally) in types { Self.write(name, tally, to: &json) }
        json.endObject()
        json.endObject()
        return json.bytes
    }

    private static func write(_ name: String, _ tally: Tally, to json: inout JSONWriter) {
        json.key(named: name)
        json.beginObject()
        json.key("precision")
        json.number(digits(tally.precision))
        json.key("recall")
        json.number(digits(tally.recall))
        json.key("f1")
        json.number(digits(tally.f1))
        json.key("gold")
        json.integer(tally.gold)
        json.key("ours")
        json.integer(tally.ours)
        json.key("hit")
        json.integer(tally.hit)
        json.endObject()
    }
}

private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
}

private func padLeft(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
}
