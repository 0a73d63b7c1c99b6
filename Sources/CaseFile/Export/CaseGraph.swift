internal import Vocabulary

/// The case as a graph in GraphML: people, groups, bodies and places, tied by relations and by the happenings in which
/// they took part.
struct CaseGraph {
    private let material: CaseMaterial
    private let views: CaseViews

    init(_ material: CaseMaterial) {
        self.material = material
        views = CaseViews(material)
    }

    private static let keys = [
        ("name", "node"), ("type", "node"), ("reports", "node"), ("when", "node"), ("modality", "node"),
        ("relation", "edge"), ("label", "edge"), ("certainty", "edge"), ("sources", "edge"),
    ]

    var xml: String {
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">

            """
        for (name, thing) in Self.keys {
            text += "<key id=\"\(name)\" for=\"\(thing)\" attr.name=\"\(name)\" attr.type=\"string\"/>\n"
        }
        text += "<graph id=\"case\" edgedefault=\"directed\">\n"
        let entities = material.shown(.entity)
        for cluster in entities {
            text += node(
                cluster.id, [("name", cluster.name), ("type", cluster.type), ("reports", String(cluster.reports))])
        }
        let known = Set(entities.map(\.id))
        let events = material.shown(.event).compactMap(views.event)
        for event in events { text += node(of: event) }
        text += relations(entities, known)
        for event in events { text += parts(event, known) }
        return text + "</graph>\n</graphml>\n"
    }

    private func node(of event: CaseEvent) -> String {
        let noun = event.label.isEmpty || event.label == event.type.rawValue ? event.type.rawValue : event.label
        var members = [("name", noun), ("type", event.type.rawValue), ("reports", String(event.reports))]
        if let when = event.when { members.append(("when", "\(when.start.iso)/\(when.end.iso)")) }
        let certainty = event.polarity == .negative ? "denied" : event.modality.rawValue
        return node(event.id, members + [("modality", certainty)])
    }

    private func node(_ id: String, _ members: [(String, String)]) -> String {
        "<node id=\"\(Markup.escaped(id))\">" + Self.members(members) + "</node>\n"
    }

    private func edge(_ source: String, _ target: String, _ members: [(String, String)]) -> String {
        "<edge source=\"\(source)\" target=\"\(target)\">" + Self.members(members) + "</edge>\n"
    }

    private static func members(_ members: [(String, String)]) -> String {
        members.map { "<data key=\"\($0.0)\">\(Markup.escaped($0.1))</data>" }.joined()
    }

    private func relations(_ entities: [Cluster], _ known: Set<String>) -> String {
        var reports: [[String]: Set<String>] = [:]
        for cluster in entities {
            for member in cluster.members {
                for relation in material.reports[member.report]?.reading.relations ?? []
                where relation.from.entity == member.thing {
                    guard let other = material.cluster(of: relation.to.entity, in: member.report)?.id,
                        known.contains(other), other != cluster.id
                    else { continue }
                    let certainty = relation.polarity == .negative ? "denied" : relation.modality.rawValue
                    let key = [cluster.id, other, relation.type.rawValue, relation.label, certainty]
                    reports[key, default: []].insert(member.report)
                }
            }
        }
        return reports.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { key in
            let sources = material.sources.count(reports[key] ?? [])
            return edge(
                key[0], key[1],
                [("relation", key[2]), ("label", key[3]), ("certainty", key[4]), ("sources", String(sources))])
        }.joined()
    }

    private func parts(_ event: CaseEvent, _ known: Set<String>) -> String {
        let certainty = event.polarity == .negative ? "denied" : event.modality.rawValue
        return event.participants.compactMap { participant -> String? in
            guard let id = participant.who.id, known.contains(id) else { return nil }
            return edge(
                id, event.id,
                [
                    ("relation", participant.role.rawValue), ("label", event.label), ("certainty", certainty),
                    ("sources", String(event.independentSources)),
                ])
        }.joined()
    }
}

/// Text inside XML and HTML.
enum Markup {
    /// With the characters that mean something there written out; those that XML does not allow are left out.
    static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            default:
                let value = scalar.value
                if value >= 0x20 && value != 0x7F && value != 0xFFFE && value != 0xFFFF || value == 0x09
                    || value == 0x0A
                {
                    out.unicodeScalars.append(scalar)
                }
            }
        }
        return out
    }
}
