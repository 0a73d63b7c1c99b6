import Foundation
import Vocabulary

/// The pages, by their addresses.
struct PageDoor {
    let desk: Desk
    let request: DeskRequest
    private let frame: PageFrame
    private var words: Words { frame.words }
    private var reader: CaseReader { CaseReader(file: desk.file) }
    private var token: HTML { frame.hiddenToken }

    init(desk: Desk, request: DeskRequest) {
        self.desk = desk
        self.request = request
        frame = desk.frame(request)
    }

    func answer(_ steps: [String]) throws(Refusal) -> DeskAnswer {
        if steps.isEmpty { return try front() }
        if steps.count == 1 { return try section(steps[0]) }
        switch (steps[0], steps.count) {
        case ("report", 2): return try report(steps[1])
        case ("report", 3) where steps[2] == "original": return try original(steps[1])
        case ("thing", 2): return try dossier(steps[1])
        case ("event", 2): return try event(steps[1])
        case ("add", 2): return try progress(steps[1])
        case ("add", 3) where steps[2] == "progress":
            var answer = DeskAnswer(200, "text/event-stream", [])
            answer.body = .stream(desk.filing.events(steps[1]))
            return answer
        case ("export", 2): return try ChartDoor(reader: reader, request: request, words: words).export(steps[1])
        default: throw .notFound
        }
    }

    private func section(_ name: String) throws(Refusal) -> DeskAnswer {
        let lists = ListPages(words: words)
        let work = WorkPages(words: words, token: token)
        switch name {
        case "reports": return page("reports", lists.reports(try reader.sources()))
        case "people", "groups": return try things(name)
        case "events":
            let (events, more) = paged(try reader.all(.events, as: EventObject.self), "/events")
            return page("events", lists.events(events, more: more))
        case "timeline": return try timeline()
        case "chart": return try ChartDoor(reader: reader, request: request, words: words).page(frame)
        case "conflicts":
            let content = ConflictsPage(
                conflicts: try reader.all(.conflicts), sources: try reader.sources(), words: words)
            return page("conflicts", content.content())
        case "review":
            let last = try reader.all(.history, as: HistoryObject.self).last { !work.isUndone($0) }
            return page("review", work.review(try reader.all(.review), last: last))
        case "history": return page("history", work.history(try reader.all(.history)))
        case "search":
            let asked = request["q"] ?? ""
            let found = asked.isEmpty ? [] : try desk.file.search(asked, limit: 60)
            return page("search", work.search(asked, found))
        case "lists": return try listsPage()
        case "add": return page("add", AddPage(words: words, token: token).content())
        default: throw .notFound
        }
    }

    private func page(_ section: String, title: String? = nil, isWide: Bool = false, _ content: HTML) -> DeskAnswer {
        .page(frame.page(title ?? words[section], section: section, isWide: isWide, content))
    }

    private func front() throws(Refusal) -> DeskAnswer {
        let (people, groups) = (
            try reader.all(.people, as: NamedThing.self), try reader.all(.groups, as: NamedThing.self)
        )
        let front = FrontPage(
            name: desk.file.name, sources: try reader.sources(), people: people.count, groups: groups.count,
            events: try desk.file.items(.events).count, conflicts: try reader.all(.conflicts),
            proposals: try desk.file.items(.review).count, things: people + groups, words: words)
        return page("case", front.content())
    }

    private func things(_ name: String) throws(Refusal) -> DeskAnswer {
        let all = try reader.all(name == "people" ? .people : .groups, as: NamedThing.self)
        let (things, more) = paged(all, "/\(name)")
        return page(
            name, ListPages(words: words).things(things, title: name, back: "/\(name)", token: token, more: more))
    }

    /// A page of a long list, and the links to those before and after it.
    private func paged<Object>(_ all: [Object], _ address: String, size: Int = 200) -> ([Object], HTML) {
        let start = request.number("from", 0, in: 0...max(0, all.count))
        let end = min(all.count, start + size)
        var more = HTML()
        if start > 0 { more += "<a href=\"\(address)?from=\(max(0, start - size))\">\(words["previous"])</a> " }
        if end < all.count { more += "<a href=\"\(address)?from=\(end)\">\(words["next"]) (\(all.count - end))</a>" }
        return (Array(all[start..<end]), more.isEmpty ? "" : "<p>\(more)</p>")
    }

    private func report(_ sha256: String) throws(Refusal) -> DeskAnswer {
        guard let filed = try desk.file.report(sha256) else { throw .notFound }
        let content = ReportPage(
            filed: filed, words: words, places: try desk.file.places(in: sha256), here: here(in: filed))
        return page("reports", title: filed.title ?? filed.id, content.content())
    }

    /// The words that `at` names, in Unicode scalars, as bytes of the text.
    private func here(in filed: FiledReport) -> Span? {
        guard let parts = request["at"]?.split(separator: "-").compactMap({ Int($0) }), parts.count == 2 else {
            return nil
        }
        let offsets = ScalarOffsets(filed.text)
        guard let start = offsets.byte(atScalar: parts[0]), let end = offsets.byte(atScalar: parts[1]), start < end
        else { return nil }
        return Span(start, end)
    }

    /// As it came, but as text: nothing of it is run.
    private func original(_ sha256: String) throws(Refusal) -> DeskAnswer {
        guard let bytes = try desk.file.original(sha256) else { throw .notFound }
        guard bytes.starts(with: Array("%PDF-".utf8)) else {
            return DeskAnswer(200, "text/plain; charset=utf-8", bytes)
        }
        return .file(bytes, type: "application/pdf", name: "\(sha256.prefix(12)).pdf")
    }

    private func dossier(_ id: String) throws(Refusal) -> DeskAnswer {
        let dossier = try reader.dossier(id)
        var content = DossierPage(dossier, sources: try reader.sources(), words: words, token: token)
        let isPerson = dossier.type == "Person" || dossier.type == "People"
        return page(isPerson ? "people" : "groups", title: dossier.name ?? id, content.content())
    }

    private func event(_ id: String) throws(Refusal) -> DeskAnswer {
        let content = EventPage(
            try reader.event(id), conflicts: try reader.all(.conflicts), sources: try reader.sources(), words: words)
        return page("events", title: content.title, content.content())
    }

    private func progress(_ id: String) throws(Refusal) -> DeskAnswer {
        guard let state = desk.filing.state(id) else { throw .notFound }
        return page("add", AddPage(words: words, token: token).progress(state, id: id))
    }

    private func timeline() throws(Refusal) -> DeskAnswer {
        let people = try reader.all(.people, as: NamedThing.self) + reader.all(.groups, as: NamedThing.self)
        let content = TimelinePage(
            events: try reader.all(.timeline), things: people, kind: request["kind"], person: request["person"],
            modality: request["modality"], words: words)
        return page("timeline", isWide: true, content.content())
    }

    private func listsPage() throws(Refusal) -> DeskAnswer {
        var asked: NameQuestion?
        var hits: [(name: String, hits: [JSONTree])] = []
        if let name = request["name"], !name.isEmpty {
            let query = NameQuestion(name: name, country: request["country"], born: request["born"])
            asked = query
            hits = [(name, try desk.file.screen(query).compactMap { JSONTree($0) })]
        }
        let lists = try desk.file.lists().compactMap { JSONTree($0) }
        return page("lists", ListsPage(words: words, token: token).content(lists: lists, asked: asked, hits: hits))
    }
}
