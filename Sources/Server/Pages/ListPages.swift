/// The lists of reports, of people and groups, of events.
struct ListPages {
    let words: Words
    private var pieces: Pieces { Pieces(words: words) }

    init(words: Words) { self.words = words }

    func reports(_ sources: SourceNames) -> HTML {
        let rows = sources.all.map { source in
            """
            <tr><td><a href="\(Link.to("report", source.sha256))">\(source.title ?? source.report ?? source.sha256)</a>\
            \(if: source.sameTextAs != nil, " <span class=\"tag\">\(words["same-text"]) \(sources.title(source.sameTextAs ?? ""))</span>")</td>\
            <td>\(source.publisher ?? "")</td><td><time>\(source.published ?? "")</time></td><td>\(source.language ?? "")</td>\
            <td class="n">\(source.facts ?? 0)</td></tr>

            """ as HTML
        }
        return """
            <h1>\(words["reports"])</h1>
            <div class="scroll"><table><thead><tr><th scope="col">\(words["title"])</th><th scope="col">\(words["publisher"])</th>\
            <th scope="col">\(words["published"])</th><th scope="col"><span class="unseen">\(words["language-other"])</span></th>\
            <th scope="col" class="n">\(words["facts"])</th></tr></thead><tbody>
            \(rows)</tbody></table></div>\(if: rows.isEmpty, pieces.empty())
            """
    }

    /// - Parameter back: where to come back to after a merge.
    func things(_ things: [NamedThing], title: String, back: String, token: HTML, more: HTML) -> HTML {
        let rows = things.map { thing in
            let others = (thing.names ?? []).map(\.text).filter { $0 != thing.name }.prefix(4)
            let hits = thing.hits?.value ?? 0
            return """
                <tr><td><input type="checkbox" name="id" value="\(thing.id)" aria-label="\(words["choose"]) \(thing.name ?? thing.id)"></td>\
                <td>\(pieces.dot(thing.type))<a href="\(Link.to("thing", thing.id))">\(thing.name ?? thing.id)</a>\
                \(if: !others.isEmpty, "<br><span class=\"fine\">\(others.joined(separator: " · "))</span>")</td>\
                <td>\(pieces.type(thing.type))</td><td>\(words[thing.layer ?? "proposed"])</td>\
                <td class="n">\(thing.reports ?? 0)</td><td class="n">\(thing.mentions ?? 0)</td>\
                <td class="n">\(if: hits > 0, "<span class=\"alert\">\(hits)</span>")</td></tr>

                """ as HTML
        }
        return """
            <h1 id="things">\(words[title])</h1>
            <form method="post" action="/decide" data-merge>\(token)<input type="hidden" name="back" value="\(back)">
            <div class="scroll" role="group" aria-labelledby="things"><table><thead><tr><th scope="col"><span class="unseen">\(words["choose"])</span></th>\
            <th scope="col">\(words["name"])</th><th scope="col">\(words["type"])</th><th scope="col">\(words["layer"])</th>\
            <th scope="col" class="n">\(words["reports"])</th><th scope="col" class="n">\(words["mentions"])</th>\
            <th scope="col" class="n">\(words["hits"])</th></tr></thead><tbody>
            \(rows)</tbody></table></div>\(if: rows.isEmpty, pieces.empty())\(more)
            <div class="fields"><label class="grow">\(words["reason"])<input name="reason" required></label>\
            <button name="kind" value="merge" data-needs-two>\(words["merge-chosen"])</button>
            <button name="kind" value="split" data-needs-two>\(words["split"])</button></div>
            <p class="note">\(words["merge-note"])</p></form>
            """
    }

    func events(_ events: [EventObject], more: HTML) -> HTML {
        """
        <h1>\(words["events"])</h1><ul class="rows">\(events.map { pieces.eventLine($0) })</ul>
        \(if: events.isEmpty, pieces.empty())\(more)
        """
    }
}
