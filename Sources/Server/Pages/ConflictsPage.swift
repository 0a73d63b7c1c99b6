/// Where the reports differ, the values side by side with their sentences.
struct ConflictsPage {
    let conflicts: [ConflictObject]
    let sources: SourceNames
    let words: Words
    private var pieces: Pieces { Pieces(words: words) }

    init(conflicts: [ConflictObject], sources: SourceNames, words: Words) {
        self.conflicts = conflicts
        self.sources = sources
        self.words = words
    }

    func content() -> HTML {
        """
        <h1>\(words["conflicts"])</h1>
        \(if: conflicts.isEmpty, pieces.empty())
        \(conflicts.map { conflict($0, withSubject: true) })
        """
    }

    func conflict(_ conflict: ConflictObject, withSubject: Bool) -> HTML {
        let page = conflict.subject?.kind == "event" ? "event" : "thing"
        let subject: HTML =
            conflict.subject?.id.map { "<a href=\"\(Link.to(page, $0))\">\(conflict.subject?.name ?? $0)</a>" } ?? ""
        return """
            <section id="\(conflict.id)">\(if: withSubject, "<h2>\(subject)</h2>")
            <p class="note">\(words["differ"]) \(words.of("slot", conflict.slot ?? ""))</p>
            <div class="versus">\((conflict.values ?? []).map { value($0) })</div></section>

            """
    }

    private func value(_ value: ConflictObject.Value) -> HTML {
        let speakers = (value.speakers ?? []).map { pieces.thing($0) }
        let reports = value.reports ?? []
        let links = reports.enumerated().map { index, report in
            let (start, end) = index == 0 ? (value.span?.start, value.span?.end) : (nil, nil)
            return "<a href=\"\(sources.address(report, start, end))\">\(sources.title(report))</a>" as HTML
        }
        return """
            <div><p class="value">\(value.value)</p>\
            \(if: value.quote != nil, "<p class=\"quote\">\(value.quote ?? "")</p>")
            <p class="fine">\(HTML(links, separator: " · "))\
            \(if: !speakers.isEmpty, "; \(words["said-by"]) \(HTML(speakers, separator: ", "))")<br>
            \(pieces.sourceCount(reports.count, value.independentSources))</p></div>
            """
    }
}
