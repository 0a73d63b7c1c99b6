import Casework
import Vocabulary
import Watchlists

/// Writes the answers of a screening as lines of JSON, rows of CSV, or for people.
struct HitWriter: Sendable {
    /// The text of some answers, and what is to be said or counted beside it.
    struct Piece: Sendable {
        var bytes: [UInt8] = []
        var problems: [Problem] = []
        var hits = 0
    }

    let form: ScreenCommand.Format
    let terminal: Terminal
    private let lists: [ScreenedList]

    init(form: ScreenCommand.Format, terminal: Terminal, lists: [ScreenedList]) {
        self.form = form
        self.terminal = terminal
        self.lists = lists
    }

    /// Stands before all answers.
    var head: String? {
        form == .csv ? "id,query,rank,score,list,list_date,entry,type,name,caption,programs\n" : nil
    }

    /// Stands after all answers: the lists and their days.
    var foot: String? {
        guard form == .table else { return nil }
        return ListDoor.foot(lists)
    }

    func text(of answers: [ScreenNames.Answer]) -> Piece {
        var piece = Piece()
        for answer in answers {
            switch answer {
            case .problem(let problem): piece.problems.append(problem)
            case .hits(let query, let hits):
                piece.hits += hits.count
                switch form {
                case .json: piece.bytes += json(query, hits)
                case .csv: piece.bytes += csv(query, hits)
                case .table: piece.bytes += Array(table(query, hits).utf8)
                }
            }
        }
        return piece
    }

    private func json(_ query: ScreeningQuery, _ hits: [Hit]) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        if let id = query.id {
            json.key("id")
            json.string(id)
        }
        json.key("name")
        json.string(query.name)
        json.key("hits")
        json.beginArray()
        for hit in hits { hit.write(to: &json) }
        json.endArray()
        json.key("lists")
        json.beginArray()
        for list in lists {
            json.beginObject()
            json.key("name")
            json.string(list.name)
            json.key("date")
            json.stringOrNull(list.date?.iso)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        return json.bytes + [0x0A]
    }

    private func csv(_ query: ScreeningQuery, _ hits: [Hit]) -> [UInt8] {
        var text = ""
        for (rank, hit) in hits.enumerated() {
            let fields = [
                query.id ?? "", query.name, String(rank + 1), Hit.digits(hit.score), hit.list,
                hit.listDate?.iso ?? "",
                hit.id, hit.type, hit.name, hit.caption, hit.programs.joined(separator: ";"),
            ]
            text += fields.map(CSVText.field).joined(separator: ",") + "\n"
        }
        return Array(text.utf8)
    }

    private func table(_ query: ScreeningQuery, _ hits: [Hit]) -> String {
        var page = Page(width: terminal.width, isColoured: terminal.isColoured)
        var title = StyledText(DisplayText.clean(query.name), .heading)
        title.add(hits.isEmpty ? ": no hit" : hits.count == 1 ? ": 1 hit" : ": \(hits.count) hits")
        page.paragraph(title)
        for hit in hits {
            var line = StyledText(DisplayText.clean(hit.caption), .strong)
            if hit.name != hit.caption { line.add(" as " + DisplayText.clean(hit.name)) }
            line.add(" · \(hit.id) · \(hit.type)")
            if !hit.programs.isEmpty { line.add(" · " + hit.programs.joined(separator: ", "), .caution) }
            if !hit.births.isEmpty { line.add(" · born " + hit.births.joined(separator: ", ")) }
            if !hit.countries.isEmpty { line.add(" · " + hit.countries.joined(separator: ", ")) }
            page.paragraph(line, lead: StyledText("  \(Hit.digits(hit.score))  ", .strong), indent: 10)
            page.paragraph(
                StyledText(DisplayText.clean(hit.explanation.sentence), .faint), lead: StyledText("          "),
                indent: 10)
        }
        page.blankLine()
        return page.text
    }
}

enum CSVText {
    /// A field in quotation marks where it needs them; one that a spreadsheet would take for a formula is made text.
    static func field(_ text: String) -> String {
        var text = text
        if let first = text.first, "=+-@\t\r".contains(first) { text = "'" + text }
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
