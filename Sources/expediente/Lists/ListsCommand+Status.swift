import Casework

extension ListsCommand {
    static func table(_ lists: [KeptList]) -> String {
        if lists.isEmpty { return "No list is kept; add one, for example `expediente lists add un`.\n" }
        var rows = [["list", "of", "entries", "added", "SHA-256", "from"]]
        for list in lists {
            rows.append([
                list.name, list.date ?? "?", String(list.entries), String(list.added.prefix(10)),
                String(list.digest.prefix(12)),
                list.source,
            ])
        }
        var text = ""
        for row in rows {
            var line = ""
            for (column, field) in row.enumerated() {
                let field = DisplayText.clean(field)
                let width = rows.map { DisplayText.width($0[column]) }.max() ?? 0
                let isLast = column == row.count - 1
                line += isLast ? field : field + String(repeating: " ", count: width - DisplayText.width(field) + 2)
            }
            text += line + "\n"
        }
        return text
    }

    static func json(_ lists: [KeptList]) -> String {
        lists.map { String(decoding: $0.json, as: UTF8.self) + "\n" }.joined()
    }
}
