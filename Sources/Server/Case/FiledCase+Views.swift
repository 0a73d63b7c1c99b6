import CaseFile
import Casework
import Vocabulary

extension FiledCase {
    public func items(_ view: CaseView) throws(Refusal) -> [[UInt8]] {
        // The history has facts beside the case's edition: who undid what.
        if view == .history { return try history().map { Self.json($0.decision, $0.what) } }
        let edition = try edition()
        return try remembered(view, edition) { () throws(Refusal) in try Self.made(view, edition.views) }
    }

    private static func made(_ view: CaseView, _ views: CaseViews) throws(Refusal) -> [[UInt8]] {
        switch view {
        case .people: return views.people().map(Self.json)
        case .groups: return views.groups().map(Self.json)
        case .events: return views.events().map(Self.json)
        case .timeline: return views.timeline().map(Self.json)
        case .conflicts: return views.conflicts().map(Self.json)
        case .sources: return views.sourceEntries().map(Self.json)
        case .review: return views.review().map(Self.json)
        case .history: return []
        case .dossier(let name):
            let found = views.find(name)
            if found.count > 1 {
                let choices = found.map { "\($0.name) (\($0.id))" }.joined(separator: ", ")
                throw Refusal(404, "desk.ambiguous", "“\(name)” may be \(choices); give the id.")
            }
            return found.map { Self.json(views.dossier(of: $0)) }
        case .event(let id):
            guard let cluster = views.material.clusters[id], let event = views.event(cluster) else { return [] }
            return [Self.json(event)]
        }
    }

    private static func json(_ item: some CaseItem) -> [UInt8] {
        var json = JSONWriter()
        item.write(to: &json)
        return json.bytes
    }

    private static func json(_ decision: Decision, _ what: String) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        let members: [(StaticString, String)] = [
            ("id", decision.id), ("kind", decision.kind.rawValue), ("author", decision.author),
            ("at", decision.at.iso), ("reason", decision.reason), ("what", what),
        ]
        for (key, value) in members {
            json.key(key)
            json.string(value)
        }
        json.key("undone_by")
        if let undoing = decision.undoneBy {
            json.beginObject()
            for (key, value) in [
                ("author" as StaticString, undoing.author), ("at", undoing.at.iso), ("reason", undoing.reason),
            ] {
                json.key(key)
                json.string(value)
            }
            json.endObject()
        } else {
            json.null()
        }
        json.endObject()
        return json.bytes
    }
}
