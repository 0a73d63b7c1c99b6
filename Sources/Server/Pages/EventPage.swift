/// One event: what is said of it, report by report, side by side.
struct EventPage {
    let event: EventObject
    let conflicts: [ConflictObject]
    let sources: SourceNames
    let words: Words
    private var pieces: Pieces { Pieces(words: words) }

    init(_ event: EventObject, conflicts: [ConflictObject], sources: SourceNames, words: Words) {
        self.event = event
        self.conflicts = conflicts.filter { $0.subject?.id == event.id }
        self.sources = sources
        self.words = words
    }

    var title: String { pieces.eventName(event) }

    func content() -> HTML {
        let reports = event.reports?.value ?? event.accounts?.count ?? 0
        return """
            <p class="label">\(words["event"])</p>
            <h1>\(title) \(pieces.tag(event.modality, event.polarity))</h1>
            <p class="lead">\(pieces.sourceCount(reports, event.independentSources))</p>
            \(card())
            \(conflictList())
            <h2>\(words["accounts"])</h2><p class="note">\(words["accounts-note"])</p>
            <div class="accounts">\((event.accounts ?? []).map { account($0) })</div>
            """
    }

    private func card() -> HTML {
        var rows = HTML()
        let date = pieces.date(event.when)
        rows += "<dt>\(words["when"])</dt><dd>\(date.isEmpty ? words["no-date"] : date)</dd>"
        if let place = event.place, place.name != nil {
            rows += "<dt>\(words["where"])</dt><dd>\(pieces.thing(place))</dd>"
        }
        if let count = event.count { rows += "<dt>\(words["count"])</dt><dd>\(count)</dd>" }
        var byRole: [(role: String, things: [HTML])] = []
        for participant in event.participants ?? [] {
            let role = participant.role ?? ""
            if let index = byRole.firstIndex(where: { $0.role == role }) {
                byRole[index].things.append(pieces.thing(participant))
            } else {
                byRole.append((role, [pieces.thing(participant)]))
            }
        }
        for (role, things) in byRole {
            rows += "<dt>\(words.of("A", role))</dt><dd>\(HTML(things, separator: ", "))</dd>"
        }
        return "<dl class=\"card\">\(rows)</dl>"
    }

    private func conflictList() -> HTML {
        guard !conflicts.isEmpty else { return "" }
        let page = ConflictsPage(conflicts: conflicts, sources: sources, words: words)
        return "<h2>\(words["conflicts"])</h2>\(conflicts.map { page.conflict($0, withSubject: false) })"
    }

    private func account(_ account: EventObject.Account) -> HTML {
        let terms = (account.terms ?? []).compactMap(\.name).joined(separator: ", ")
        let date = pieces.date(account.when)
        let speakers = (account.attributedTo ?? []).map { pieces.thing($0) }
        let source = sources[account.report]
        var rows = HTML()
        if !terms.isEmpty { rows += "<dt>\(words["terms"])</dt><dd>\(terms)</dd>" }
        if !date.isEmpty { rows += "<dt>\(words["when"])</dt><dd>\(date)</dd>" }
        if let count = account.count { rows += "<dt>\(words["count"])</dt><dd>\(count)</dd>" }
        if !speakers.isEmpty { rows += "<dt>\(words["said-by"])</dt><dd>\(HTML(speakers, separator: ", "))</dd>" }
        return """
            <article><h3><a href="\(sources.address(account.sha256 ?? account.report, account.span?.start, account.span?.end))">\
            \(sources.title(account.report))</a></h3>
            <p class="fine">\([source?.publisher, source?.published].compactMap { $0 }.joined(separator: ", "))</p>
            <blockquote\(if: source?.language != nil, " lang=\"\(source?.language ?? "")\"")>\(account.quote ?? "")</blockquote>
            <dl class="card">\(rows)</dl></article>

            """
    }
}
