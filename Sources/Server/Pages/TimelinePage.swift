import Vocabulary

/// The case along time, filtered by kind, person and certainty.
struct TimelinePage {
    let events: [EventObject]
    let things: [NamedThing]
    let kind: String?
    let person: String?
    let modality: String?
    let words: Words

    /// How many rows are drawn at most.
    private static let limit = 400

    func content() -> HTML {
        let (shown, undated) = sorted()
        let drawing = TimelineDrawing(rows: Array(shown.prefix(Self.limit)))
        let pieces = Pieces(words: words)
        return """
            <h1>\(words["timeline"])</h1><p class="note">\(words["timeline-note"])</p>
            \(filters())
            <figure>\(if: !shown.isEmpty, drawing.svg(label: words["timeline"]))</figure>
            \(if: shown.isEmpty && undated.isEmpty, pieces.empty())
            \(if: !undated.isEmpty, "<h2>\(words["undated"])</h2><ul class=\"rows\">\(undated.prefix(Self.limit).map { pieces.eventLine($0) })</ul>")
            """
    }

    private func filters() -> HTML {
        let kinds = EventType.allCases.map { ($0.rawValue, words.of("E", $0.rawValue)) }
        let people = things.prefix(300).map { ($0.id, $0.name ?? $0.id) }
        let modalities = Modality.allCases.filter { $0 != .former }.map { ($0.rawValue, words[$0.rawValue]) }
        return """
            <form class="fields" action="/timeline">
            \(choice("kind", words["type"], kinds, kind))\(choice("person", words["who"], people, person))\
            \(choice("modality", words["modality"], modalities, modality))
            <button>\(words["filter"])</button></form>
            """
    }

    private func choice(_ name: String, _ label: String, _ options: [(String, String)], _ chosen: String?) -> HTML {
        let list = options.map {
            "<option value=\"\($0.0)\"\(if: $0.0 == chosen, " selected")>\($0.1)</option>" as HTML
        }
        return
            "<label>\(label)<select name=\"\(name)\"><option value=\"\">\(words["all"])</option>\(list)</select></label>"
    }

    private func sorted() -> ([TimelineDrawing.Row], [EventObject]) {
        func wanted(_ filter: String?, _ value: String?) -> Bool { filter == nil || filter == "" || filter == value }
        let chosen = events.filter { event in
            wanted(kind, event.type) && wanted(modality, event.modality)
                && (person == nil || person == "" || (event.participants ?? []).contains { $0.id == person })
        }
        var dated: [(TimelineDrawing.Row, String)] = []
        var undated: [EventObject] = []
        for event in chosen {
            guard let interval = Self.interval(event.when) else {
                undated.append(event)
                continue
            }
            let pieces = Pieces(words: words)
            let people = (event.participants ?? []).compactMap(\.name).prefix(3).joined(separator: ", ")
            let detail = people.count > 60 ? "\(people.prefix(59))…" : people
            let row = TimelineDrawing.Row(
                interval: interval, name: pieces.eventName(event), detail: detail,
                address: Link.to("event", event.id), modality: event.modality ?? "asserted")
            dated.append((row, event.id))
        }
        dated.sort { ($0.0.interval.start, $0.0.interval.end, $0.1) < ($1.0.interval.start, $1.0.interval.end, $1.1) }
        return (dated.map(\.0), undated)
    }

    private static func interval(_ date: CaseDate?) -> CalendarInterval? {
        guard let start = date?.start.flatMap({ CalendarDay(iso: $0) }) else { return nil }
        let end = date?.end.flatMap { CalendarDay(iso: $0) } ?? start
        return CalendarInterval(start, max(start, end))
    }
}
