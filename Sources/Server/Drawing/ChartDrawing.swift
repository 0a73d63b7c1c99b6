/// People, groups and bodies with their ties, as a drawing and as GraphML.
struct ChartDrawing {
    struct Node {
        var id: String
        var name: String
        var type: String
    }

    struct Edge {
        var from: Int
        var to: Int
        /// In the reader's language; several apart by commas.
        var label: String
        /// `alleged` where no report tells it as fact, `shared` for a shared event, empty otherwise.
        var manner: String
        var weight: Double
    }

    let nodes: [Node]
    let edges: [Edge]

    func svg(label: String) -> HTML {
        let layout = ChartLayout(
            ids: nodes.map(\.id), ties: edges.map { ChartLayout.Tie(from: $0.from, to: $0.to, weight: $0.weight) })
        let places = layout.places
        let lines = edges.map { edge in
            let (a, b) = (places[edge.from], places[edge.to])
            return """
                <path class="edge \(edge.manner)" data-from="\(nodes[edge.from].id)" data-to="\(nodes[edge.to].id)" \
                d="M\(Int(a.x)) \(Int(a.y))L\(Int(b.x)) \(Int(b.y))"><title>\(nodes[edge.from].name) – \(edge.label) – \(nodes[edge.to].name)</title></path>

                """ as HTML
        }
        let marks = nodes.enumerated().map { index, node in mark(node, places[index]) }
        return """
            <svg viewBox="0 0 \(Int(layout.width)) \(Int(layout.height))" role="group" aria-label="\(label)" xmlns="http://www.w3.org/2000/svg">
            \(lines)\(marks)</svg>
            """
    }

    private func mark(_ node: Node, _ place: (x: Double, y: Double)) -> HTML {
        let kind = EntityLook.kind(named: node.type)
        let isRound = kind == "k-person" || kind == "k-other"
        let shape: HTML =
            isRound ? "<circle r=\"8\"/>" : "<rect x=\"-8\" y=\"-8\" width=\"16\" height=\"16\" rx=\"2\"/>"
        let name = node.name.count > 34 ? "\(node.name.prefix(33))…" : node.name
        return """
            <g class="node \(kind)" tabindex="0" role="button" aria-label="\(node.name)" data-id="\(node.id)" \
            data-x="\(Int(place.x))" data-y="\(Int(place.y))" data-href="\(Link.to("chart", query: [("around", node.id)]))" \
            transform="translate(\(Int(place.x)) \(Int(place.y)))">\(shape)\
            <text x="12" y="4" font-size="12.5">\(name)</text></g>

            """
    }

    /// GraphML, for yEd, Gephi and their like.
    func graphML() -> HTML {
        let nodes = nodes.map { node in
            """
            <node id="\(node.id)"><data key="name">\(node.name)</data><data key="type">\(node.type)</data></node>

            """ as HTML
        }
        let edges = edges.enumerated().map { index, edge in
            """
            <edge id="t\(index)" source="\(self.nodes[edge.from].id)" target="\(self.nodes[edge.to].id)">\
            <data key="label">\(edge.label)</data><data key="manner">\(edge.manner)</data></edge>

            """ as HTML
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
            <key id="name" for="node" attr.name="name" attr.type="string"/>
            <key id="type" for="node" attr.name="type" attr.type="string"/>
            <key id="label" for="edge" attr.name="label" attr.type="string"/>
            <key id="manner" for="edge" attr.name="manner" attr.type="string"/>
            <graph id="case" edgedefault="undirected">
            \(nodes)\(edges)</graph>
            </graphml>

            """
    }
}
