/// The case at a glance: what is in it, what is new, what is open.
struct FrontPage {
    let name: String
    let sources: SourceNames
    let people: Int
    let groups: Int
    let events: Int
    let conflicts: [ConflictObject]
    let proposals: Int
    let things: [NamedThing]
    let words: Words

    func content() -> HTML {
        guard !sources.all.isEmpty else {
            return "<h1>\(name)</h1><p>\(words["empty-case"])</p><p><a href=\"/add\">\(words["add"])</a></p>"
        }
        let hits = things.filter { ($0.hits?.value ?? 0) > 0 }
        return """
            <h1>\(name)</h1>
            <ul class="figures">\(figure(sources.all.count, "reports"))\(figure(people, "people"))\(figure(groups, "groups"))\
            \(figure(events, "events"))\(figure(conflicts.count, "conflicts"))\(figure(proposals, "review"))</ul>
            <div class="columns"><div>
            <h2>\(words["new"])</h2><ul class="rows">\(newest())</ul>
            <h2>\(words["open-conflicts"])</h2>
            \(conflicts.prefix(3).map { conflict($0) })\
            \(if: conflicts.count > 3, "<p><a href=\"/conflicts\">\(words["next"]) (\(conflicts.count - 3))</a></p>")
            </div><div>
            <h2>\(words["people"]), \(words["groups"].lowercased())</h2><ul class="rows">\(most())</ul>
            <h2>\(words["hits"])</h2>\
            \(if: hits.isEmpty, "<p class=\"note\">\(words["no-hits"])</p>")<ul class="rows">\(hits.prefix(12).map { line($0) })</ul>
            </div></div>
            """
    }

    private func figure(_ number: Int, _ key: String) -> HTML {
        "<li><b>\(number)</b> <a href=\"/\(key)\">\(words[key].lowercased())</a></li>"
    }

    private func newest() -> [HTML] {
        sources.all.sorted { ($0.published ?? "", $1.sha256) > ($1.published ?? "", $0.sha256) }.prefix(8).map {
            source in
            """
            <li><a href="\(Link.to("report", source.sha256))">\(source.title ?? source.report ?? source.sha256)</a><br>\
            <span class="fine">\([source.publisher, source.published, source.language].compactMap { $0 }.joined(separator: " · "))</span></li>

            """ as HTML
        }
    }

    private func conflict(_ conflict: ConflictObject) -> HTML {
        ConflictsPage(conflicts: [], sources: sources, words: words).conflict(conflict, withSubject: true)
    }

    private func most() -> [HTML] {
        let ranked = things.sorted {
            ($0.reports ?? 0, $0.mentions ?? 0, $1.id) > ($1.reports ?? 0, $1.mentions ?? 0, $0.id)
        }
        return ranked.prefix(12).map { line($0) }
    }

    private func line(_ thing: NamedThing) -> HTML {
        """
        <li>\(Pieces(words: words).dot(thing.type))<a href="\(Link.to("thing", thing.id))">\(thing.name ?? thing.id)</a> \
        <span class="fine">\(Pieces(words: words).sourceCount(thing.reports ?? 0, nil))</span></li>

        """
    }
}
