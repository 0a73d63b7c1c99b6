import Vocabulary

/// What the pages' forms change. Each answers with the page to see next.
struct PostDoor {
    let desk: Desk
    let request: DeskRequest

    func answer(_ steps: [String]) throws(Refusal) -> DeskAnswer {
        guard let door = steps.first else { throw .notFound }
        switch (door, steps.count) {
        case ("language", 1): return try language()
        case ("decide", 1): return try decide()
        case ("review", 1): return try review()
        case ("undo", 1):
            let form = try FormBody(request)
            try desk.file.undo(try needed("id", form), author: request.user, reason: reason(form, "Taken back"))
            return .see(back(form))
        case ("add", 1): return try add()
        case ("lists", 2) where steps[1] == "screen": return try screenTable()
        default: throw .notFound
        }
    }

    private func language() throws(Refusal) -> DeskAnswer {
        let form = try FormBody(request)
        guard let language = form["language"].flatMap({ Words.Language(rawValue: $0) }) else { throw .notFound }
        var answer = DeskAnswer.see(back(form))
        answer.headers.append(
            ("set-cookie", "language=\(language.rawValue); Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000"))
        return answer
    }

    private func decide() throws(Refusal) -> DeskAnswer {
        let form = try FormBody(request)
        guard let kind = Decision.Kind(rawValue: try needed("kind", form)) else {
            throw Refusal(400, "desk.decision", "There is no such decision.")
        }
        let ids = form.all("id")
        guard !ids.isEmpty, kind != .merge || ids.count > 1 else {
            throw Refusal(400, "desk.decision", "Choose what it is about; a merge needs two at least.")
        }
        _ = try desk.file.decide(
            DecisionWish(
                kind: kind, ids: ids, property: form["property"], value: form["value"], reason: form["reason"] ?? ""),
            author: request.user)
        return .see(back(form))
    }

    private func review() throws(Refusal) -> DeskAnswer {
        let form = try FormBody(request)
        let kind: Decision.Kind = try needed("verdict", form) == "accept" ? .confirm : .dismiss
        _ = try desk.file.decide(
            DecisionWish(kind: kind, ids: [try needed("id", form)], reason: reason(form, "At the review")),
            author: request.user)
        return .see("/review")
    }

    private func add() throws(Refusal) -> DeskAnswer {
        let form = try FormBody(request)
        let published = form["published"].flatMap { CalendarDay(iso: $0) }
        var reports = form.files.filter { !$0.bytes.isEmpty }.map {
            NewReport(name: $0.name, bytes: $0.bytes, published: published)
        }
        if let text = form["text"], !text.isEmpty {
            let title = form["title"] ?? ""
            let whole = title.isEmpty || text.hasPrefix(title) ? text : "\(title)\n\n\(text)"
            reports.append(
                NewReport(
                    name: title.isEmpty ? "pasted.txt" : "\(title.prefix(60)).txt", bytes: Array(whole.utf8),
                    published: published))
        }
        if let address = form["address"], !address.isEmpty { reports.append(try desk.file.fetch(address)) }
        guard !reports.isEmpty else {
            throw Refusal(400, "desk.nothing", "Choose a file, paste a text or give an address.")
        }
        return .see(Link.to("add", desk.filing.begin(reports, author: request.user, words: Words(request))))
    }

    /// Names of the table's first column, or of the one that is called name.
    private func screenTable() throws(Refusal) -> DeskAnswer {
        let form = try FormBody(request)
        let words = Words(request)
        guard let table = form.files.first else { throw Refusal(400, "desk.nothing", "Choose a table.") }
        let rows = CSVRows.of(String(decoding: table.bytes, as: UTF8.self)).prefix(500)
        let heads = rows.first.map { $0.map { $0.lowercased() } } ?? []
        let column = heads.firstIndex { ["name", "nombre", "full name", "customer"].contains($0) }
        var hits: [(name: String, hits: [JSONTree])] = []
        for row in rows.dropFirst(column == nil ? 0 : 1) {
            guard row.indices.contains(column ?? 0), !row[column ?? 0].isEmpty else { continue }
            let name = row[column ?? 0]
            hits.append((name, try desk.file.screen(NameQuestion(name: name)).compactMap { JSONTree($0) }))
        }
        let frame = desk.frame(request)
        let lists = try desk.file.lists().compactMap { JSONTree($0) }
        let content = ListsPage(words: words, token: frame.hiddenToken).content(lists: lists, asked: nil, hits: hits)
        return .page(frame.page(words["lists"], section: "lists", content))
    }

    /// A key pressed at the review says where, if not why.
    private func reason(_ form: FormBody, _ usual: String) -> String {
        let given = form["reason"] ?? ""
        return given.allSatisfy(\.isWhitespace) ? usual : given
    }

    private func needed(_ name: String, _ form: FormBody) throws(Refusal) -> String {
        guard let value = form[name], !value.isEmpty else {
            throw Refusal(400, "desk.field", "The form lacks “\(name)”.")
        }
        return value
    }

    /// A page of the desk, never another site's.
    private func back(_ form: FormBody) -> String {
        guard let back = form["back"], back.hasPrefix("/"), !back.hasPrefix("//"), !back.contains("\\"),
            back.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return "/" }
        return back
    }
}

/// Rows of comma-separated values (RFC 4180), semicolons too where the first line has more of them.
enum CSVRows {
    static func of(_ text: String) -> [[String]] {
        let first = text.prefix { !$0.isNewline }
        let comma: Character = first.filter { $0 == ";" }.count > first.filter { $0 == "," }.count ? ";" : ","
        var rows: [[String]] = []
        var (row, cell, isQuoted) = ([String](), "", false)
        var rest = text[...]
        if rest.first == "\u{FEFF}" { rest.removeFirst() }
        while let character = rest.popFirst() {
            if isQuoted {
                if character != "\"" {
                    cell.append(character)
                } else if rest.first == "\"" {
                    cell.append(rest.removeFirst())
                } else {
                    isQuoted = false
                }
            } else if character == "\"" {
                isQuoted = true
            } else if character == comma || character.isNewline {
                row.append(cell)
                cell = ""
                if character.isNewline {
                    rows.append(row)
                    row = []
                }
            } else {
                cell.append(character)
            }
        }
        if !cell.isEmpty || !row.isEmpty { rows.append(row + [cell]) }
        return rows
    }
}
