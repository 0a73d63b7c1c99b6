/// Everything that the case says of one person, group or body, each line with its sentences.
struct DossierPage {
    let dossier: DossierObject
    let words: Words
    let token: HTML
    private var footnotes: FootnoteList
    private var pieces: Pieces { Pieces(words: words) }

    init(_ dossier: DossierObject, sources: SourceNames, words: Words, token: HTML) {
        self.dossier = dossier
        self.words = words
        self.token = token
        footnotes = FootnoteList(sources)
    }

    mutating func content() -> HTML {
        let roles = roles()
        let relations = relations()
        let ladder = ladder()
        let events = events()
        let claims = claims()
        let listHits = hits()
        let notes = footnotes.list(words)
        return """
            <p class="label">\(pieces.dot(dossier.type))\(pieces.type(dossier.type)) · \(words[dossier.layer ?? "proposed"])</p>
            <h1>\(dossier.name ?? dossier.id)</h1>
            \(names())
            <p class="fine"><a href="\(Link.to("timeline", query: [("person", dossier.id)]))">\(words["timeline"])</a> ·
            <a href="\(Link.to("chart", query: [("around", dossier.id)]))">\(words["chart"])</a></p>
            <div class="columns"><div>\(roles)\(ladder)\(events)\(claims)</div>
            <div>\(relations)\(listHits)\(decisions())</div></div>
            \(notes)
            """
    }

    private func names() -> HTML {
        let others = (dossier.names ?? []).filter { $0.text != dossier.name }
        guard !others.isEmpty else { return "" }
        let list = others.map { name in
            let count = name.reports?.value ?? 0
            return "<bdi>\(name.text)</bdi>\(if: count > 1, "<span class=\"fine\"> ×\(count)</span>")" as HTML
        }
        return "<p class=\"lead\">\(HTML(list, separator: " · "))</p>"
    }

    private mutating func roles() -> HTML {
        let lines = (dossier.roles ?? []).filter { !$0.text.isEmpty }
        guard !lines.isEmpty else { return "" }
        var html = HTML()
        for role in lines {
            let notes = footnotes.refer(to: role.footnotes)
            let of: HTML = role.of == nil ? "" : " – \(pieces.thing(role.of))"
            html += "<li>\(role.text)\(of) \(pieces.tag(role.modality, nil))\(notes)</li>"
        }
        return "<h2>\(words["roles"])</h2><ul class=\"rows\">\(html)</ul>"
    }

    private mutating func relations() -> HTML {
        guard let relations = dossier.relations, !relations.isEmpty else { return "" }
        var html = HTML()
        for relation in relations {
            let notes = footnotes.refer(to: relation.footnotes)
            let other = relation.to ?? relation.from
            let label = relation.label.flatMap { $0 == relation.type ? nil : $0 }
            let date = pieces.date(relation.when)
            html += """
                <li><span class="label">\(relationWord(relation))</span> \(pieces.thing(other))\
                \(if: label != nil, " <span class=\"fine\">(\(label ?? ""))</span>") \
                \(pieces.tag(relation.modality, relation.polarity))\
                \(if: !date.isEmpty, " <time class=\"fine\">\(date)</time>")\(notes)</li>

                """
        }
        return "<h2>\(words["relations"])</h2><ul class=\"rows\">\(html)</ul>"
    }

    /// Turned round where the reports tell it from the other's side.
    private func relationWord(_ relation: RelationLine) -> String {
        let inverse = relation.inverse == true ? words.of("I", relation.type) : ""
        return inverse.isEmpty ? words.of("R", relation.type) : inverse
    }

    private mutating func ladder() -> HTML {
        guard let ladder = dossier.ladder, !ladder.isEmpty else { return "" }
        var html = HTML()
        for accusation in ladder {
            var steps = HTML()
            for step in accusation.steps ?? [] {
                let by = (step.by ?? []).map { pieces.thing($0) }
                let date = pieces.date(step.when)
                steps += """
                    <li class="\(step.status)"><strong>\(words[step.status])</strong>\
                    \(if: !date.isEmpty, " <time class=\"fine\">\(date)</time>")\
                    \(if: !by.isEmpty, " <span class=\"fine\">\(words["said-by"]) \(HTML(by, separator: ", "))</span>")\
                    \(footnotes.refer(to: step.footnotes))</li>
                    """
            }
            html += "<h3>\(accusation.accusation ?? words["E-charge"])</h3><ol class=\"ladder\">\(steps)</ol>"
        }
        return "<h2>\(words["ladder"])</h2><p class=\"note\">\(words["ladder-note"])</p>\(html)"
    }

    private mutating func events() -> HTML { eventList(dossier.events, "events") }

    private mutating func claims() -> HTML {
        guard let claims = dossier.claimsBy, !claims.isEmpty else { return "" }
        var html = HTML()
        for claim in claims { html += "<li>\(claim.what?.text ?? "")\(footnotes.refer(to: claim.footnotes))</li>" }
        return "<h2>\(words["claims"])</h2><ul class=\"rows\">\(html)</ul>"
    }

    private mutating func eventList(_ events: [EventObject]?, _ title: String) -> HTML {
        guard let events, !events.isEmpty else { return "" }
        var html = HTML()
        for event in events {
            let own =
                event.footnotes
                ?? (event.accounts ?? []).map {
                    CaseFootnote(
                        report: $0.report, sha256: $0.sha256, start: $0.span?.start, end: $0.span?.end, text: $0.quote)
                }
            html += pieces.eventLine(event, footnotes.refer(to: own))
        }
        return "<h2>\(words[title])</h2><ul class=\"rows\">\(html)</ul>"
    }

    private func hits() -> HTML {
        guard let hits = dossier.hits, !hits.isEmpty else { return "" }
        let lines = hits.map { hit in
            """
            <li><strong>\(hit.name ?? hit.entry ?? "")</strong> <span class="fine">\(hit.list ?? "") \
            \(hit.score.map { "· \(Int(($0 * 100).rounded())) %" } ?? "")</span><br>\
            <span class="fine">\(hit.why)</span></li>
            """ as HTML
        }
        return "<h2>\(words["hits"])</h2><ul class=\"rows\">\(lines)</ul>"
    }

    private func decisions() -> HTML {
        """
        <h2>\(words["decide"])</h2>
        <form method="post" action="/decide" class="fields">\(token)
        <input type="hidden" name="id" value="\(dossier.id)"><input type="hidden" name="back" value="\(Link.to("thing", dossier.id))">
        <label class="grow">\(words["rename"])<input name="value" value="\(dossier.name ?? "")"></label>
        <label class="grow">\(words["reason"])<input name="reason" required></label>
        <button name="kind" value="rename">\(words["rename"])</button>
        <button name="kind" value="confirm">\(words["confirm"])</button>
        <button name="kind" value="dismiss">\(words["dismiss"])</button>
        </form>
        """
    }
}
