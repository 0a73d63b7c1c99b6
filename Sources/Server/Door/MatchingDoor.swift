import Foundation
import Vocabulary

/// The matching interface of yente, so that its clients work unchanged.
struct MatchingDoor {
    let desk: Desk
    let request: DeskRequest

    func answer(_ steps: [String]) throws(Refusal) -> DeskAnswer {
        switch (steps.first, steps.count) {
        case ("catalog", 1): return catalog(try desk.file.lists().compactMap { JSONTree($0) })
        case ("match", 2):
            guard request.method == "POST" else { throw Refusal(405, "desk.method", "Queries are posted.") }
            return try match()
        case ("search", 2): return try search()
        case ("entities", 2): return try entity(steps[1])
        default: throw .notFound
        }
    }

    // POST /match/{dataset}: {"queries": {"q1": {"schema": "Person", "properties": {"name": ["…"]}}}}

    private func match() throws(Refusal) -> DeskAnswer {
        guard let body = JSONTree(request.body), case .object(let queries)? = body["queries"], queries.count <= 500
        else {
            throw Refusal(
                422, "match.body", "The body must be {\"queries\": {NAME: {\"schema\": …, \"properties\": …}}}.")
        }
        let limit = request.number("limit", 5, in: 1...500)
        let threshold = request["threshold"].flatMap { Double($0) } ?? 0.7
        let cutoff = request["cutoff"].flatMap { Double($0) } ?? 0.5
        var json = JSONWriter()
        json.beginObject()
        json.key("responses")
        json.beginObject()
        for (name, query) in queries {
            guard let question = Self.question(query, limit: limit, threshold: min(cutoff, threshold)) else {
                throw Refusal(422, "match.query", "The query “\(name)” needs properties with a name.")
            }
            json.key(named: name)
            write(try desk.file.screen(question).compactMap { JSONTree($0) }, query, threshold, to: &json)
        }
        json.endObject()
        json.key("matcher")
        json.beginObject()
        json.endObject()
        json.key("limit")
        json.integer(limit)
        json.endObject()
        return .json(json.bytes)
    }

    private static func question(_ query: JSONTree, limit: Int, threshold: Double) -> NameQuestion? {
        guard let properties = query["properties"], let name = first(properties["name"]), !name.isEmpty else {
            return nil
        }
        return NameQuestion(
            name: name, schema: query["schema"]?.string,
            country: first(properties["country"]) ?? first(properties["nationality"]),
            born: first(properties["birthDate"]), limit: limit, threshold: threshold)
    }

    private static func first(_ value: JSONTree?) -> String? { value?.string ?? value?.items?.first?.string }

    private func write(_ hits: [JSONTree], _ query: JSONTree, _ threshold: Double, to json: inout JSONWriter) {
        json.beginObject()
        json.key("status")
        json.integer(200)
        json.key("results")
        json.beginArray()
        for hit in hits { writeEntity(hit, threshold: threshold, to: &json) }
        json.endArray()
        json.key("total")
        json.beginObject()
        json.key("value")
        json.integer(hits.count)
        json.key("relation")
        json.string("eq")
        json.endObject()
        json.key("query")
        json.beginObject()
        json.key("schema")
        json.string(query["schema"]?.string ?? "LegalEntity")
        json.key("properties")
        json.beginObject()
        if case .object(let members)? = query["properties"] {
            for (name, value) in members {
                json.key(named: name)
                json.beginArray()
                for text in value.items?.compactMap(\.string) ?? value.string.map({ [$0] }) ?? [] { json.string(text) }
                json.endArray()
            }
        }
        json.endObject()
        json.endObject()
        json.endObject()
    }

    /// An entry of a list in the form of FollowTheMoney, scored.
    private func writeEntity(_ hit: JSONTree, threshold: Double, to json: inout JSONWriter) {
        let score = hit["score"]?.number ?? 0
        json.beginObject()
        json.key("id")
        json.string(hit["id"]?.text ?? "")
        json.key("caption")
        json.string(hit["caption"]?.text ?? hit["name"]?.text ?? "")
        json.key("schema")
        json.string(hit["type"]?.text ?? "LegalEntity")
        json.key("properties")
        json.beginObject()
        for (name, key) in [
            ("name", "name"), ("country", "countries"), ("birthDate", "births"), ("program", "programs"),
        ] {
            let values = hit[key]?.items?.compactMap(\.string) ?? hit[key]?.string.map { [$0] } ?? []
            guard !values.isEmpty else { continue }
            json.key(named: name)
            json.beginArray()
            for value in values { json.string(value) }
            json.endArray()
        }
        json.endObject()
        json.key("datasets")
        json.beginArray()
        json.string(hit["list"]?.text ?? "")
        json.endArray()
        json.key("referents")
        json.beginArray()
        json.endArray()
        json.key("target")
        json.boolean(true)
        json.key("score")
        json.number(String(format: "%.3f", score))
        json.key("match")
        json.boolean(score >= threshold)
        json.key("features")
        json.beginObject()
        json.key("name")
        json.number(String(format: "%.3f", hit["explanation"]?["name_score"]?.number ?? score))
        json.endObject()
        json.key("explanations")
        json.beginObject()
        json.key("name")
        json.beginObject()
        json.key("detail")
        json.string(hit["explanation"]?.text ?? "")
        json.key("score")
        json.number(String(format: "%.3f", score))
        json.endObject()
        json.endObject()
        json.endObject()
    }

    // The others.

    private func search() throws(Refusal) -> DeskAnswer {
        let asked = request["q"] ?? ""
        let limit = request.number("limit", 10, in: 1...500)
        let hits =
            asked.isEmpty
            ? []
            : try desk.file.screen(NameQuestion(name: asked, limit: limit, threshold: 0.5)).compactMap { JSONTree($0) }
        var json = JSONWriter()
        json.beginObject()
        json.key("results")
        json.beginArray()
        for hit in hits { writeEntity(hit, threshold: 0.7, to: &json) }
        json.endArray()
        json.key("facets")
        json.beginObject()
        json.endObject()
        json.key("total")
        json.beginObject()
        json.key("value")
        json.integer(hits.count)
        json.key("relation")
        json.string("eq")
        json.endObject()
        json.key("limit")
        json.integer(limit)
        json.key("offset")
        json.integer(0)
        json.endObject()
        return .json(json.bytes)
    }

    /// A person, group or body of the case as an entity of FollowTheMoney.
    private func entity(_ id: String) throws(Refusal) -> DeskAnswer {
        let dossier = try CaseReader(file: desk.file).dossier(id)
        var json = JSONWriter()
        json.beginObject()
        json.key("id")
        json.string(dossier.id)
        json.key("caption")
        json.string(dossier.name ?? dossier.id)
        json.key("schema")
        json.string(dossier.type == "Person" ? "Person" : dossier.type ?? "LegalEntity")
        json.key("properties")
        json.beginObject()
        json.key("name")
        json.beginArray()
        for name in dossier.names?.map(\.text) ?? [dossier.name ?? dossier.id] { json.string(name) }
        json.endArray()
        json.endObject()
        json.key("datasets")
        json.beginArray()
        json.string(desk.file.name)
        json.endArray()
        json.key("referents")
        json.beginArray()
        json.endArray()
        json.key("target")
        json.boolean(false)
        json.endObject()
        return .json(json.bytes)
    }

    private func catalog(_ lists: [JSONTree]) -> DeskAnswer {
        var json = JSONWriter()
        json.beginObject()
        json.key("datasets")
        json.beginArray()
        for list in lists {
            json.beginObject()
            json.key("name")
            json.string(list["name"]?.text ?? "")
            json.key("title")
            json.string(list["title"]?.text ?? list["name"]?.text ?? "")
            json.key("version")
            json.stringOrNull(list["date"]?.string)
            json.key("children")
            json.beginArray()
            json.endArray()
            json.endObject()
        }
        json.endArray()
        json.endObject()
        return .json(json.bytes)
    }
}
