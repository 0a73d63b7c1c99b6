import Vocabulary

/// The description of the doors for programs (OpenAPI 3.1), made from one table, so that it cannot lag behind.
enum OpenAPI {
    private struct Operation {
        var method = "get"
        var path: String
        var id: String
        var summary: String
        /// Names in the query; those with `!` must be there.
        var query: [String] = []
        /// The schema of the body, where one is sent.
        var body: String?
        var answers: [Int]
    }

    private static let operations: [Operation] = {
        let paged = ["limit", "after"]
        let views = [
            ("people", "Persons of the case"), ("groups", "Groups, bodies and companies"), ("events", "Events"),
            ("timeline", "Events in the order of time"), ("conflicts", "Where reports differ"), ("sources", "Reports"),
            ("review", "What waits for a decision"), ("history", "Decisions"),
        ]
        return views.map {
            Operation(path: "/api/\($0.0)", id: $0.0, summary: $0.1, query: paged, answers: [200, 304, 400])
        } + [
            Operation(
                path: "/api/things/{id}", id: "thing", summary: "The dossier of a person, group or body",
                answers: [200, 304, 404]),
            Operation(path: "/api/events/{id}", id: "event", summary: "One event", answers: [200, 304, 404]),
            Operation(
                path: "/api/reports/{id}", id: "report", summary: "A report with its reading", answers: [200, 304, 404]),
            Operation(
                path: "/api/search", id: "search", summary: "Words in reports and names", query: ["q!", "limit"],
                answers: [200, 400]),
            Operation(path: "/api/filings/{id}", id: "filing", summary: "How far a filing is", answers: [200, 404]),
            Operation(path: "/api/lists", id: "lists", summary: "Lists on this machine", answers: [200]),
            Operation(
                path: "/api/screen", id: "screen", summary: "A name against the lists",
                query: ["name!", "country", "born"], answers: [200, 400]),
            Operation(
                method: "post", path: "/api/decisions", id: "decide", summary: "Keep a decision", body: "Decision",
                answers: [201, 400, 404]),
            Operation(
                method: "post", path: "/api/decisions/{id}/undo", id: "undo", summary: "Take a decision back",
                body: "Undoing", answers: [200, 400, 404, 409]),
            Operation(
                method: "post", path: "/api/reports", id: "file", summary: "File a report", body: "NewReport",
                answers: [202, 400]),
            Operation(
                method: "post", path: "/match/{id}", id: "match", summary: "Match entities against the lists",
                query: ["limit", "threshold", "cutoff"], body: "Queries", answers: [200, 422]),
            Operation(
                path: "/search/{id}", id: "searchLists", summary: "Search the lists", query: ["q", "limit"],
                answers: [200]),
            Operation(
                path: "/entities/{id}", id: "entity", summary: "A thing of the case as an entity", answers: [200, 404]),
            Operation(path: "/catalog", id: "catalog", summary: "Lists as datasets", answers: [200]),
            Operation(path: "/healthz", id: "health", summary: "Whether the desk runs", answers: [200]),
            Operation(path: "/readyz", id: "ready", summary: "Whether the desk takes requests", answers: [200]),
        ]
    }()

    static func document(caseName: String) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        member("openapi", "3.1.0", &json)
        json.key("info")
        json.beginObject()
        member("title", "Expediente", &json)
        member("version", "1", &json)
        member("description", "The case \(caseName).", &json)
        json.endObject()
        json.key("security")
        json.beginArray()
        json.beginObject()
        json.key("key")
        json.beginArray()
        json.endArray()
        json.endObject()
        json.endArray()
        json.key("paths")
        json.beginObject()
        var paths: [String] = []
        for operation in operations where !paths.contains(operation.path) { paths.append(operation.path) }
        for path in paths {
            json.key(named: path)
            json.beginObject()
            for operation in operations where operation.path == path { write(operation, &json) }
            json.endObject()
        }
        json.endObject()
        json.key("components")
        json.beginObject()
        json.key("securitySchemes")
        json.beginObject()
        json.key("key")
        json.beginObject()
        member("type", "http", &json)
        member("scheme", "bearer", &json)
        json.endObject()
        json.endObject()
        json.key("schemas")
        json.beginObject()
        writeSchemas(&json)
        json.endObject()
        json.endObject()
        json.endObject()
        return json.bytes
    }

    private static func write(_ operation: Operation, _ json: inout JSONWriter) {
        json.key(named: operation.method)
        json.beginObject()
        member("operationId", operation.id, &json)
        member("summary", operation.summary, &json)
        json.key("parameters")
        json.beginArray()
        if operation.path.contains("{id}") { parameter("id", "path", isNeeded: true, &json) }
        for name in operation.query {
            parameter(name.filter { $0 != "!" }, "query", isNeeded: name.hasSuffix("!"), &json)
        }
        json.endArray()
        if let body = operation.body {
            json.key("requestBody")
            json.beginObject()
            json.key("required")
            json.boolean(true)
            content("application/json", body, &json)
            json.endObject()
        }
        json.key("responses")
        json.beginObject()
        for status in Set(operation.answers + [401, 403, 405]).sorted() {
            json.key(named: String(status))
            json.beginObject()
            member("description", status < 400 ? "Done" : "Refused", &json)
            if status >= 400 {
                content("application/problem+json", "Problem", &json)
            } else if status != 304 {
                content("application/json", "Answer", &json)
            }
            json.endObject()
        }
        json.endObject()
        json.endObject()
    }

    private static func parameter(_ name: String, _ place: String, isNeeded: Bool, _ json: inout JSONWriter) {
        json.beginObject()
        member("name", name, &json)
        member("in", place, &json)
        json.key("required")
        json.boolean(isNeeded)
        json.key("schema")
        json.beginObject()
        member("type", "string", &json)
        if isNeeded {
            json.key("minLength")
            json.integer(1)
        }
        json.endObject()
        json.endObject()
    }

    private static func content(_ type: String, _ schema: String, _ json: inout JSONWriter) {
        json.key("content")
        json.beginObject()
        json.key(named: type)
        json.beginObject()
        json.key("schema")
        json.beginObject()
        member("$ref", "#/components/schemas/\(schema)", &json)
        json.endObject()
        json.endObject()
        json.endObject()
    }

    private static func writeSchemas(_ json: inout JSONWriter) {
        let schemas: [(String, [(String, String)], [String])] = [
            ("Answer", [], []),
            (
                "Problem", [("status", "integer"), ("code", "string"), ("detail", "string")],
                ["status", "code", "detail"]
            ),
            (
                "Decision",
                [
                    ("kind", "string"), ("ids", "array"), ("property", "string"), ("value", "string"),
                    ("reason", "string"),
                ], ["kind", "ids"]
            ),
            ("Undoing", [("reason", "string")], []),
            ("NewReport", [("text", "string"), ("name", "string"), ("published", "string")], ["text"]),
            ("Queries", [("queries", "object")], ["queries"]),
        ]
        for (name, members, needed) in schemas {
            json.key(named: name)
            json.beginObject()
            member("type", "object", &json)
            json.key("properties")
            json.beginObject()
            for (member, type) in members {
                json.key(named: member)
                json.beginObject()
                self.member("type", type, &json)
                if type == "array" {
                    json.key("items")
                    json.beginObject()
                    self.member("type", "string", &json)
                    json.endObject()
                }
                json.endObject()
            }
            json.endObject()
            json.key("required")
            json.beginArray()
            for name in needed { json.string(name) }
            json.endArray()
            json.endObject()
        }
    }

    private static func member(_ name: String, _ value: String, _ json: inout JSONWriter) {
        json.key(named: name)
        json.string(value)
    }
}
