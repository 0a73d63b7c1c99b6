/// The sentences of a page, numbered in the order in which they are first referred to.
struct FootnoteList {
    let sources: SourceNames
    private var order: [CaseFootnote] = []
    private var numbers: [CaseFootnote: Int] = [:]

    init(_ sources: SourceNames) { self.sources = sources }

    /// The raised numbers that refer to the sentences.
    mutating func refer(to footnotes: [CaseFootnote]?) -> HTML {
        var marks: [HTML] = []
        for footnote in footnotes ?? [] {
            let number = numbers[footnote] ?? order.count + 1
            if numbers[footnote] == nil {
                numbers[footnote] = number
                order.append(footnote)
            }
            marks.append("<a href=\"#n\(number)\" aria-label=\"[\(number)]\">\(number)</a>")
        }
        return marks.isEmpty ? "" : "<sup class=\"ref\">\(HTML(marks, separator: " "))</sup>"
    }

    func list(_ words: Words) -> HTML {
        guard !order.isEmpty else { return "" }
        let lines = order.enumerated().map { index, footnote in
            """
            <li id="n\(index + 1)"><span class="quote">\(footnote.text ?? "…")</span> \
            <a class="fine" href="\(sources.address(footnote.sha256 ?? footnote.report, footnote.start, footnote.end))">\
            \(sources.title(footnote.report))</a>\
            \(if: sources[footnote.report]?.published != nil, "<span class=\"fine\">, \(sources[footnote.report]?.published ?? "")</span>")</li>

            """ as HTML
        }
        return "<h2>\(words["footnotes"])</h2><ol class=\"footnotes\">\(lines)</ol>"
    }
}

/// Small pieces that many pages share.
struct Pieces {
    let words: Words

    /// As exact as the report is, never more.
    func date(_ date: CaseDate?) -> String {
        guard let start = date?.start else { return "" }
        guard let end = date?.end, end != start else { return start }
        switch date?.precision {
        case "day": return start
        case "month": return String(start.prefix(7))
        case "year": return String(start.prefix(4))
        default:
            if start.hasSuffix("-01-01"), end == "\(start.prefix(4))-12-31" { return String(start.prefix(4)) }
            return "\(start) – \(end)"
        }
    }

    /// Nothing for what is told as fact.
    func tag(_ modality: String?, _ polarity: String?) -> HTML {
        var tag = HTML()
        if let modality, modality != "asserted" {
            tag += "<span class=\"tag \(modality)\">\(words[modality])</span>"
        }
        if polarity == "negative" { tag += " <span class=\"tag\">\(words["negative"])</span>" }
        return tag
    }

    func thing(_ thing: ThingReference?) -> HTML {
        guard let thing else { return "" }
        let name = thing.name ?? thing.id ?? ""
        guard let id = thing.id else { return "\(name)" }
        return "<a href=\"\(Link.to("thing", id))\">\(name)</a>"
    }

    func dot(_ type: String?) -> HTML { "<span class=\"dot \(EntityLook.kind(named: type ?? ""))\"></span>" }

    func type(_ type: String?) -> String { words.of("T", type ?? "") }

    func eventName(_ event: EventObject) -> String {
        let type = words.of("E", event.type ?? "")
        guard let label = event.label, label != event.type, !label.isEmpty else { return type }
        return "\(type): \(label)"
    }

    /// Who takes part, each part named once.
    func participants(_ event: EventObject) -> HTML {
        let parts = (event.participants ?? []).map { participant in
            "<span class=\"label\">\(words.of("A", participant.role ?? ""))</span> \(thing(participant))" as HTML
        }
        return HTML(parts, separator: "; ")
    }

    /// One event in one line of a list.
    func eventLine(_ event: EventObject, _ footnotes: HTML = "") -> HTML {
        let reports = event.reports?.value ?? event.accounts?.count ?? 0
        return """
            <li><time class="label">\(date(event.when).isEmpty ? words["undated"] : date(event.when))</time> \
            <a href="\(Link.to("event", event.id))">\(eventName(event))</a> \(tag(event.modality, event.polarity)) \
            \(participants(event))\(footnotes)\
            \(if: reports > 1, " <span class=\"fine\">\(sourceCount(reports, event.independentSources))</span>")</li>

            """
    }

    func sourceCount(_ reports: Int, _ independent: Int?) -> String {
        let reportsText = "\(reports) \(words[reports == 1 ? "report" : "reports"].lowercased())"
        guard let independent else { return reportsText }
        return "\(reportsText), \(independent) \(words[independent == 1 ? "independent-one" : "independent"])"
    }

    func empty() -> HTML { "<p class=\"note\">\(words["empty"])</p>" }
}
