/// What a client asks, as the desk sees it: free of the web framework, so that tests need no socket.
package struct DeskRequest: Sendable {
    package var method: String
    /// As it was sent, without the query.
    package var path: String
    package var query: [(name: String, value: String)]
    /// By their names in lower case; of two of one name the last counts, except for `host`, where both are kept.
    package var headers: [String: String]
    package var body: [UInt8]
    /// Who asks; set by the gatekeeper.
    package var user = ""

    package init(_ method: String, _ target: String, headers: [String: String] = [:], body: [UInt8] = []) {
        self.method = method
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(parts.first ?? "/")
        query = parts.count > 1 ? FormBody.fields(parts[1]) : []
        self.headers = headers
        self.body = body
    }

    /// The path's steps, decoded; nil where it does not decode, or leads upwards.
    package var steps: [String]? {
        var steps: [String] = []
        for raw in path.split(separator: "/") {
            guard let step = FormBody.decoded(raw, plusIsSpace: false), step != "..", step != ".",
                !step.utf8.contains(0)
            else { return nil }
            steps.append(step)
        }
        return steps
    }

    package subscript(name: String) -> String? { query.first { $0.name == name }?.value }

    /// A number of the query, within bounds; `standard` where it is absent or no number.
    package func number(_ name: String, _ standard: Int, in range: ClosedRange<Int>) -> Int {
        guard let value = self[name].flatMap({ Int($0) }) else { return standard }
        return min(max(value, range.lowerBound), range.upperBound)
    }

    /// Reads of a page or an object; they change nothing.
    package var isSafe: Bool { method == "GET" || method == "HEAD" }

    /// Whether an object is asked for, and not a page.
    package var isForPrograms: Bool {
        let doors = ["/api", "/match", "/search/", "/entities/", "/catalog", "/healthz", "/readyz", "/openapi.json"]
        return doors.contains { path.hasPrefix($0) }
    }

    package func cookie(_ name: String) -> String? {
        for part in (headers["cookie"] ?? "").split(separator: ";") {
            let pair = part.drop { $0 == " " }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if pair.count == 2, pair[0] == name { return String(pair[1]) }
        }
        return nil
    }
}
