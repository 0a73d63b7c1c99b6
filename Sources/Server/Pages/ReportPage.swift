import Vocabulary

/// A report: its text with every fact that was read in it, and the facts in the margin.
struct ReportPage {
    let filed: FiledReport
    let words: Words
    /// Ids in the case of the reading's things (`e1`, `v1`); the margin's note where a thing has none.
    let places: [String: String]
    /// Words to be shown as the ones that a footnote points at.
    let here: Span?

    private var reading: Reading { filed.reading }

    func content() -> HTML {
        let text = filed.text
        let marks = FactMarks(marks())
        let title = filed.title ?? filed.id
        let textStartsWithTitle = text.starts(with: Array(title.utf8))
        return """
            <h1>\(title)</h1>
            <p class="lead">\(HTML(about(), separator: " · "))</p>
            <p class="note">\(words["facts-note"])</p>
            \(legend())
            <div class="columns">
            <article class="text" lang="\(filed.language)">
            \(marks.paragraphs(of: text, lead: textStartsWithTitle ? title.utf8.count : 0, here: here))
            </article>
            <aside class="margin" aria-labelledby="facts"><h2 id="facts">\(words["facts"])</h2>
            \(notes())
            </aside>
            </div>
            """
    }

    private func about() -> [HTML] {
        var about: [HTML] = []
        if let publisher = filed.publisher { about.append("\(publisher)") }
        about.append(filed.published.map { "<time>\($0.iso)</time>" } ?? "\(words["undated"])")
        about.append("\(filed.language)")
        if let first = filed.sameTextAs {
            about.append("<a href=\"\(Link.to("report", first))\">\(words["same-text"]) …</a>")
        }
        if !filed.cites.isEmpty { about.append("\(words["cites"]) \(filed.cites.joined(separator: ", "))") }
        if let address = Link.outside(filed.url) {
            about.append("<a href=\"\(address)\" rel=\"noreferrer noopener\">\(words["open-original"])</a>")
        }
        about.append("<a href=\"\(Link.to("report", filed.sha256, "original"))\">\(words["original"])</a>")
        return about
    }

    private func legend() -> HTML {
        let kinds = [
            ("k-person", "T-Person"), ("k-group", "T-Organization"), ("k-body", "T-PublicBody"), ("k-place", "T-Place"),
            ("k-event", "event"), ("k-detail", "date"),
        ]
        return """
            <ul class="legend" aria-label="\(words["legend"])">\
            \(kinds.map { "<li><span class=\"fact \($0.0)\">\(words[$0.1])</span></li>" as HTML })</ul>
            """
    }

    // The marks: events first, since their words are few; then what fills their parts; then names.

    private func marks() -> [FactMarks.Mark] {
        var marks: [FactMarks.Mark] = []
        for event in reading.events {
            func mark(_ span: Span, _ kind: String) {
                marks.append(
                    FactMarks.Mark(span: span, kind: kind, note: event.id, address: address(event.id, "event")))
            }
            mark(event.trigger, "k-event")
            for term in event.terms { mark(term.quote.span, "k-event") }
        }
        for entity in reading.entities {
            let kind = EntityLook.kind(entity.type)
            for span in entity.mentions {
                marks.append(
                    FactMarks.Mark(span: span, kind: kind, note: entity.id, address: address(entity.id, "thing")))
            }
        }
        for event in reading.events {
            var spans = event.arguments.filter { $0.role.isText }.map(\.filler.span) + event.counts.map(\.span)
            if let when = event.when { spans.append(when.span) }
            marks += spans.map {
                FactMarks.Mark(span: $0, kind: "k-detail", note: event.id, address: address(event.id, "event"))
            }
        }
        return marks
    }

    private func address(_ thing: String, _ page: String) -> String {
        places[thing].map { Link.to(page, $0) } ?? "#\(thing)"
    }

    // The margin.

    private func notes() -> HTML {
        let events = reading.events.map { event in
            "<li id=\"\(event.id)\">\(EventNote(event: event, reading: reading, words: words).content())</li>\n" as HTML
        }
        let relations = reading.relations.map { relation in
            """
            <li id="\(relation.id)">\(name(relation.from.entity)) <em>\(words.of("R", relation.type.rawValue))</em> \
            \(name(relation.to.entity))\(if: relation.label != relation.type.rawValue, " (\(relation.label))") \
            \(EventNote.tag(relation.modality, relation.polarity, words)) \(speakers(relation.attributedTo))</li>

            """ as HTML
        }
        let entities = reading.entities.map { entity in
            """
            <li id="\(entity.id)"><span class="dot \(EntityLook.kind(entity.type))"></span>\
            <a href="\(address(entity.id, "thing"))">\(entity.name)</a> \
            <span class="fine">\(words.of("T", entity.type.rawValue))\
            \(if: !entity.aliases.isEmpty, " · \(entity.aliases.joined(separator: ", "))")</span></li>

            """ as HTML
        }
        return """
            <h3>\(words["events"])</h3><ul class="rows">\(events)</ul>
            <h3>\(words["relations"])</h3><ul class="rows">\(relations)</ul>
            <h3>\(words["names"])</h3><ul class="rows">\(entities)</ul>
            """
    }

    private func name(_ id: EntityID) -> HTML { "\(reading.entities.first { $0.id == id }?.name ?? id)" }

    private func speakers(_ speakers: [Participant]) -> HTML {
        guard !speakers.isEmpty else { return "" }
        return
            "<span class=\"fine\">\(words["said-by"]) \(HTML(speakers.map { name($0.entity) }, separator: ", "))</span>"
    }
}

/// How the kinds of things look.
enum EntityLook {
    static func kind(_ type: EntityType) -> String {
        switch type {
        case .person: "k-person"
        case .people: "k-other"
        case .organization, .company: "k-group"
        case .publicBody: "k-body"
        case .country, .place: "k-place"
        }
    }

    /// For types that are given by their name.
    static func kind(named type: String) -> String { EntityType(rawValue: type).map { kind($0) } ?? "k-other" }
}
