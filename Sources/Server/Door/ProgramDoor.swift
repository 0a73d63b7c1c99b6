import Foundation
import Vocabulary

/// The doors for programs: CASE.md's objects, and the matching interface of yente.
struct ProgramDoor {
    let desk: Desk
    let request: DeskRequest

    func answer(_ steps: [String]) throws(Refusal) -> DeskAnswer {
        switch steps.first {
        case "healthz", "readyz": return .json(Array("{\"status\":\"ok\"}".utf8))
        case "openapi.json": return Tagged.answer(.json(OpenAPI.document(caseName: desk.file.name)), request)
        case "api": return try api(Array(steps.dropFirst()))
        default: return try MatchingDoor(desk: desk, request: request).answer(steps)
        }
    }

    private func api(_ steps: [String]) throws(Refusal) -> DeskAnswer {
        guard let door = steps.first else { throw .notFound }
        if request.method == "POST" { return try post(steps) }
        guard request.isSafe else { throw Refusal(405, "desk.method", "\(request.method) is not possible here.") }
        switch (door, steps.count) {
        case ("people", 1): return try list(.people)
        case ("groups", 1): return try list(.groups)
        case ("events", 1): return try list(.events)
        case ("timeline", 1): return try list(.timeline)
        case ("conflicts", 1): return try list(.conflicts)
        case ("sources", 1): return try list(.sources)
        case ("review", 1): return try list(.review)
        case ("history", 1): return try list(.history)
        case ("things", 2): return try one(.dossier(steps[1]))
        case ("events", 2): return try one(.event(steps[1]))
        case ("reports", 2): return try report(steps[1])
        case ("search", 1): return try search()
        case ("filings", 2): return try filing(steps[1])
        case ("lists", 1): return envelope(try desk.file.lists(), next: nil)
        case ("screen", 1): return try screen()
        default: throw .notFound
        }
    }

    // Lists and objects.

    private func list(_ view: CaseView) throws(Refusal) -> DeskAnswer {
        let all = try desk.file.items(view)
        let start = try position()
        let end = min(all.count, start + request.number("limit", 100, in: 1...1000))
        let items = start < end ? Array(all[start..<end]) : []
        return Tagged.answer(envelope(items, next: end < all.count ? "\(end)" : nil), request)
    }

    private func position() throws(Refusal) -> Int {
        guard let after = request["after"] else { return 0 }
        guard let number = Int(after), number >= 0 else {
            throw Refusal(400, "api.after", "“after” is the “next” of the page before.")
        }
        return number
    }

    private func one(_ view: CaseView) throws(Refusal) -> DeskAnswer {
        let items = try desk.file.items(view)
        guard !items.isEmpty else { throw .notFound }
        return Tagged.answer(envelope(items, next: nil), request)
    }

    private func envelope(_ items: [[UInt8]], next: String?) -> DeskAnswer {
        var head = JSONWriter()
        head.beginObject()
        head.key("format")
        head.string("expediente.case/1")
        head.key("case")
        head.string(desk.file.name)
        head.key("next")
        head.stringOrNull(next)
        head.key("items")
        let body = Array("[".utf8) + items.joined(separator: Array(",".utf8)) + Array("]}".utf8)
        return .json(head.bytes + body)
    }

    private func report(_ sha256: String) throws(Refusal) -> DeskAnswer {
        guard let filed = try desk.file.report(sha256) else { throw .notFound }
        do throws(ReadingFault) {
            return Tagged.answer(envelope([try filed.reading.json(withText: true)], next: nil), request)
        } catch { throw Refusal(500, "desk.reading", "\(error)") }
    }

    private func search() throws(Refusal) -> DeskAnswer {
        guard let asked = request["q"], !asked.isEmpty else {
            throw Refusal(400, "api.q", "Say what to look for: ?q=words")
        }
        let found = try desk.file.search(asked, limit: request.number("limit", 50, in: 1...500))
        return envelope(found.map { $0.json }, next: nil)
    }

    private func screen() throws(Refusal) -> DeskAnswer {
        guard let name = request["name"], !name.isEmpty else {
            throw Refusal(400, "api.name", "Say whom to screen: ?name=…")
        }
        return envelope(
            try desk.file.screen(NameQuestion(name: name, country: request["country"], born: request["born"])),
            next: nil)
    }

    private func filing(_ id: String) throws(Refusal) -> DeskAnswer {
        guard let state = desk.filing.state(id) else { throw .notFound }
        var json = JSONWriter()
        json.beginObject()
        json.key("id")
        json.string(id)
        json.key("total")
        json.integer(state.total)
        json.key("done")
        json.integer(state.done)
        json.key("lines")
        json.beginArray()
        for line in state.lines { json.string(line) }
        json.endArray()
        json.endObject()
        return .json(json.bytes)
    }

    // Changes.

    private func post(_ steps: [String]) throws(Refusal) -> DeskAnswer {
        guard let body = JSONTree(request.body), case .object = body else {
            throw Refusal(400, "api.body", "The body must be a JSON object.")
        }
        switch (steps[0], steps.count) {
        case ("decisions", 1): return try decide(body)
        case ("decisions", 3) where steps[2] == "undo":
            try desk.file.undo(steps[1], author: request.user, reason: body["reason"]?.string ?? "")
            return .json(Array("{\"undone\":true}".utf8))
        case ("reports", 1): return try file(body)
        default: throw .notFound
        }
    }

    private func decide(_ body: JSONTree) throws(Refusal) -> DeskAnswer {
        guard let kind = body["kind"]?.string.flatMap({ Decision.Kind(rawValue: $0) }),
            let ids = body["ids"]?.items?.compactMap(\.string), !ids.isEmpty
        else {
            throw Refusal(400, "api.decision", "A decision is {\"kind\": …, \"ids\": […], \"reason\": …}.")
        }
        let wish = DecisionWish(
            kind: kind, ids: ids, property: body["property"]?.string, value: body["value"]?.string,
            reason: body["reason"]?.string ?? "")
        return idAnswer(try desk.file.decide(wish, author: request.user), status: 201)
    }

    private func file(_ body: JSONTree) throws(Refusal) -> DeskAnswer {
        guard let text = body["text"]?.string, !text.isEmpty else {
            throw Refusal(400, "api.report", "A report is {\"text\": …, \"name\": …, \"published\": …}.")
        }
        let report = NewReport(
            name: body["name"]?.string ?? "report.txt", bytes: Array(text.utf8),
            published: body["published"]?.string.flatMap { CalendarDay(iso: $0) })
        return idAnswer(desk.filing.begin([report], author: request.user, words: Words(request)), status: 202)
    }

    private func idAnswer(_ id: String, status: Int) -> DeskAnswer {
        var json = JSONWriter()
        json.beginObject()
        json.key("id")
        json.string(id)
        json.endObject()
        return .json(json.bytes, status: status)
    }
}

extension FoundPlace {
    var json: [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("kind")
        json.string(kind.rawValue)
        json.key("id")
        json.string(id)
        json.key("title")
        json.string(title)
        json.key("snippet")
        json.string(snippet)
        json.endObject()
        return json.bytes
    }
}
