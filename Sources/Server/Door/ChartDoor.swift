/// The chart: which things and ties are drawn, and what leaves as a file.
struct ChartDoor {
    let reader: CaseReader
    let request: DeskRequest
    let words: Words

    /// How many things are drawn at most; what is left out is the least reported.
    private static let limit = 60

    func page(_ frame: PageFrame) throws(Refusal) -> DeskAnswer {
        let around = request["around"]
        let drawing = try drawing(around: around)
        let content: HTML = """
            <h1>\(words["chart"])</h1><p class="note">\(words["chart-note"])</p>
            <p class="fine"><a href="/export/chart.svg\(query)">\(words["export"]) SVG</a> · \
            <a href="/export/chart.graphml\(query)">\(words["export"]) GraphML</a> · \
            <button class="plain" type="button" data-unhide>\(words["show"]): \(words["all"])</button>\
            \(if: around != nil, " · <a href=\"/chart\">\(words["chart"]): \(words["all"])</a>")</p>
            <div class="chart">\(drawing.svg(label: words["chart"]))</div>
            <details><summary>\(words["relations"])</summary><ul class="rows">\(lines(drawing))</ul></details>
            """
        return .page(frame.page(words["chart"], section: "chart", isWide: true, content))
    }

    func export(_ name: String) throws(Refusal) -> DeskAnswer {
        switch name {
        case "chart.svg":
            let svg = try drawing(around: request["around"]).svg(label: words["chart"])
            let styled = svg.markup.replacing(
                "xmlns=\"http://www.w3.org/2000/svg\">", with: "xmlns=\"http://www.w3.org/2000/svg\">\(Self.style)",
                maxReplacements: 1)
            return .file(Array(styled.utf8), type: "image/svg+xml", name: name)
        case "chart.graphml":
            let xml = try drawing(around: request["around"]).graphML()
            return .file(Array(xml.markup.utf8), type: "application/graphml+xml", name: name)
        default: throw .notFound
        }
    }

    private var query: String { request["around"].map { "?around=\(Link.percentEncoded($0))" } ?? "" }

    /// The ties as a list, for those who do not see the drawing.
    private func lines(_ drawing: ChartDrawing) -> [HTML] {
        drawing.edges.map { edge in
            """
            <li><a href="\(Link.to("thing", drawing.nodes[edge.from].id))">\(drawing.nodes[edge.from].name)</a> \
            <span class="label">\(edge.label)</span> \
            <a href="\(Link.to("thing", drawing.nodes[edge.to].id))">\(drawing.nodes[edge.to].name)</a></li>

            """ as HTML
        }
    }

    private func drawing(around: String?) throws(Refusal) -> ChartDrawing {
        var things = try reader.all(.people, as: NamedThing.self) + reader.all(.groups, as: NamedThing.self)
        things.removeAll { $0.type == "People" || $0.type == "Country" || $0.type == "Place" }
        things.sort { ($0.reports ?? 0, $0.mentions ?? 0, $1.id) > ($1.reports ?? 0, $1.mentions ?? 0, $0.id) }
        var ties: [ChartTies.Tie] = ChartTies.shared(try reader.all(.events), words)
        if let around {
            let own = try reader.dossier(around)
            ties += ChartTies.relations(own, words)
            let near = Set(
                ties.filter { $0.from == around || $0.to == around }.flatMap { [$0.from, $0.to] } + [around])
            things.removeAll { !near.contains($0.id) }
        }
        let shown = Array(things.prefix(Self.limit))
        for thing in shown where thing.id != around { ties += ChartTies.relations(try reader.dossier(thing.id), words) }
        return ChartTies.drawing(shown, ties)
    }

    /// For the file, which has no page around it.
    private static let style = """
        <style>text{font-family:sans-serif}.edge{stroke:#777;fill:none}.edge.alleged{stroke-dasharray:5 3}\
        .edge.shared{stroke-dasharray:1 4}.k-person circle{fill:#17477a}.k-group rect{fill:#87381a}.k-body rect{fill:#235a35}</style>
        """
}

/// Ties between things: relations that reports state, and events that both take part in.
enum ChartTies {
    struct Tie {
        var from: String
        var to: String
        var label: String
        var manner: String
        var weight: Double
    }

    static func relations(_ dossier: DossierObject, _ words: Words) -> [Tie] {
        (dossier.relations ?? []).compactMap { relation in
            guard let other = relation.to?.id ?? relation.from?.id, relation.polarity != "negative" else { return nil }
            let isSure = relation.modality == nil || relation.modality == "asserted" || relation.modality == "former"
            return Tie(
                from: dossier.id, to: other, label: words.of("R", relation.type), manner: isSure ? "" : "alleged",
                weight: 1.6)
        }
    }

    /// Events with many participants tie nobody to anybody.
    static func shared(_ events: [EventObject], _ words: Words) -> [Tie] {
        events.flatMap { event -> [Tie] in
            let ids = Array(Set((event.participants ?? []).compactMap(\.id))).sorted()
            guard ids.count > 1, ids.count <= 6, event.polarity != "negative" else { return [] }
            return ids.indices.flatMap { i in
                ids[(i + 1)...].map { other in
                    Tie(from: ids[i], to: other, label: words.of("E", event.type ?? ""), manner: "shared", weight: 0.6)
                }
            }
        }
    }

    /// One line between two things, whatever number of ties there is.
    static func drawing(_ things: [NamedThing], _ ties: [Tie]) -> ChartDrawing {
        let index = Dictionary(things.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { a, _ in a })
        var edges: [[Int]: ChartDrawing.Edge] = [:]
        for tie in ties {
            guard let from = index[tie.from], let to = index[tie.to], from != to else { continue }
            let key = [min(from, to), max(from, to)]
            var edge =
                edges[key]
                ?? ChartDrawing.Edge(from: key[0], to: key[1], label: tie.label, manner: tie.manner, weight: 0)
            if !edge.label.split(separator: ", ").contains(Substring(tie.label)) { edge.label += ", \(tie.label)" }
            if rank(tie.manner) < rank(edge.manner) { edge.manner = tie.manner }
            edge.weight += tie.weight
            edges[key] = edge
        }
        let tied = Set(edges.keys.flatMap { $0 })
        let kept = things.indices.filter { tied.contains($0) || things.count < 12 }
        let renumbered = Dictionary(kept.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { a, _ in a })
        let lines = edges.sorted { ($0.key[0], $0.key[1]) < ($1.key[0], $1.key[1]) }.compactMap {
            _, edge -> ChartDrawing.Edge? in
            guard let from = renumbered[edge.from], let to = renumbered[edge.to] else { return nil }
            var edge = edge
            (edge.from, edge.to) = (from, to)
            return edge
        }
        let nodes = kept.map {
            ChartDrawing.Node(id: things[$0].id, name: things[$0].name ?? things[$0].id, type: things[$0].type ?? "")
        }
        return ChartDrawing(nodes: nodes, edges: lines)
    }

    private static func rank(_ manner: String) -> Int { manner.isEmpty ? 0 : manner == "alleged" ? 1 : 2 }
}
