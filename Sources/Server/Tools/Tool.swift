import Vocabulary

/// The tools that a client is offered.
enum Tool: String, CaseIterable {
    case readText = "read_text"
    case searchCase = "search_case"
    case dossier
    case timeline
    case conflicts
    case screenName = "screen_name"

    private struct Argument {
        var name: String
        var type = "string"
        var summary: String
        var isNeeded = false
    }

    private var summary: String {
        switch self {
        case .readText:
            "Reads a report's text and says who, which group, what happened, when and who says so, each with its place "
                + "in the text."
        case .searchCase: "Looks for words in the case's reports and names; gives the passages."
        case .dossier: "Everything that the case says of a person, group or body, each line with its sentences."
        case .timeline: "Events in the order of time, with the sentences of each report."
        case .conflicts: "Where the reports differ: the values side by side, with who says so and the sentences."
        case .screenName: "A name against the sanctions lists on this machine, with why it fits."
        }
    }

    private var arguments: [Argument] {
        let limit = Argument(name: "limit", type: "integer", summary: "The most that is given.")
        switch self {
        case .readText:
            return [
                Argument(name: "text", summary: "The report, English or Spanish.", isNeeded: true),
                Argument(name: "published", summary: "The day of publication, YYYY-MM-DD."),
            ]
        case .searchCase: return [Argument(name: "words", summary: "What to look for.", isNeeded: true), limit]
        case .dossier: return [Argument(name: "name", summary: "A name or an id.", isNeeded: true)]
        case .timeline: return [Argument(name: "person", summary: "Only with this one, by name or id."), limit]
        case .conflicts: return [limit]
        case .screenName:
            return [
                Argument(name: "name", summary: "Whom to look for.", isNeeded: true),
                Argument(name: "country", summary: "ISO code."), Argument(name: "born", summary: "YYYY-MM-DD or YYYY."),
                limit,
            ]
        }
    }

    static func list(_ json: inout JSONWriter) {
        json.beginObject()
        json.key("tools")
        json.beginArray()
        for tool in allCases { tool.write(&json) }
        json.endArray()
        json.endObject()
    }

    private func write(_ json: inout JSONWriter) {
        json.beginObject()
        json.key("name")
        json.string(rawValue)
        json.key("description")
        json.string(summary)
        json.key("inputSchema")
        json.beginObject()
        json.key("type")
        json.string("object")
        json.key("properties")
        json.beginObject()
        for argument in arguments {
            json.key(named: argument.name)
            json.beginObject()
            json.key("type")
            json.string(argument.type)
            json.key("description")
            json.string(argument.summary)
            json.endObject()
        }
        json.endObject()
        json.key("required")
        json.beginArray()
        for argument in arguments where argument.isNeeded { json.string(argument.name) }
        json.endArray()
        json.endObject()
        json.endObject()
    }
}
