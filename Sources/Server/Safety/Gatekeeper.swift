import Vocabulary

/// Looks at every request before anything else does. docs/threat-model.md says what for.
package struct Gatekeeper: Sendable {
    private let token: String
    private let userHeader: String?
    private let author: String
    /// What `Host` may be, in lower case.
    private let hosts: Set<String>
    /// Differs from the token, so that a page that leaks it does not leak the key of the door.
    package let formToken: String
    private let cookieName: String

    package init(_ settings: DeskSettings, port: Int) {
        token = settings.token
        userHeader = settings.userHeader?.lowercased()
        author = settings.author
        cookieName = "expediente_\(port)"
        formToken = SHA256.hexadecimal(of: Array("form \(settings.token)".utf8))
        if let name = settings.publicHost?.lowercased() {
            hosts = [name]
        } else {
            hosts = ["127.0.0.1:\(port)", "localhost:\(port)", "[::1]:\(port)", "\(settings.host):\(port)"]
        }
    }

    /// What comes of the look: the request goes on with its user, or is answered at once.
    package enum Verdict: Sendable {
        case pass(DeskRequest)
        case answer(DeskAnswer)
    }

    package func examine(_ request: DeskRequest) throws(Refusal) -> Verdict {
        try checkHost(request)
        try checkOrigin(request)
        var request = request
        if request.path == "/healthz" || request.path == "/readyz" { return .pass(request) }
        if let userHeader {
            guard let user = request.headers[userHeader], !user.isEmpty, user.utf8.count <= 200 else {
                throw Refusal(401, "desk.no-user", "The proxy did not say who asks (\(userHeader)).")
            }
            request.user = user
        } else {
            if request.method == "GET", let given = request["token"] { return .answer(try open(request, given)) }
            guard isKnown(request) else {
                throw Refusal(
                    401, "desk.no-token",
                    "Open the desk by the address that `expediente serve` printed: it holds this session's key.")
            }
            request.user = author
        }
        try checkForm(request)
        return .pass(request)
    }

    /// A name that resolves to this machine must not make the desk another site's (DNS rebinding).
    private func checkHost(_ request: DeskRequest) throws(Refusal) {
        guard let host = request.headers["host"]?.lowercased(), hosts.contains(host) else {
            throw Refusal(421, "desk.host", "The desk is not known by this name; use the address that was printed.")
        }
    }

    private func checkOrigin(_ request: DeskRequest) throws(Refusal) {
        let refusal = Refusal(403, "desk.origin", "Another site's page may not use the desk.")
        if let site = request.headers["sec-fetch-site"], site == "cross-site" || site == "same-site" {
            let isVisit = request.method == "GET" && request.headers["sec-fetch-mode"] == "navigate"
            guard isVisit, request.headers["sec-fetch-dest"] == "document" else { throw refusal }
        }
        guard let origin = request.headers["origin"]?.lowercased() else { return }
        let scheme = userHeader == nil ? ["http://"] : ["https://", "http://"]
        guard hosts.contains(where: { host in scheme.contains { origin == $0 + host } }) else { throw refusal }
    }

    private func open(_ request: DeskRequest, _ given: String) throws(Refusal) -> DeskAnswer {
        guard Self.areEqual(given, token) else {
            throw Refusal(401, "desk.wrong-token", "The key is of another session; use the address printed last.")
        }
        var answer = DeskAnswer.see(request.path)
        answer.headers.append(("set-cookie", "\(cookieName)=\(token); Path=/; HttpOnly; SameSite=Strict"))
        return answer
    }

    private func isKnown(_ request: DeskRequest) -> Bool {
        if let cookie = request.cookie(cookieName) { return Self.areEqual(cookie, token) }
        return hasKey(request)
    }

    /// Programs send the key in a header, which no other site's page can make a browser do.
    private func hasKey(_ request: DeskRequest) -> Bool {
        guard let given = request.headers["authorization"] else { return false }
        return Self.areEqual(given, "Bearer \(token)") || Self.areEqual(given, "ApiKey \(token)")
    }

    /// Whatever changes something brings the form's token, or the key itself.
    private func checkForm(_ request: DeskRequest) throws(Refusal) {
        if request.isSafe || (userHeader == nil && hasKey(request)) { return }
        if request.isForPrograms, request.headers["content-type"]?.hasPrefix("application/json") == true,
            request.headers["x-form-token"].map({ Self.areEqual($0, formToken) }) == true
        {
            return
        }
        let given = request.headers["x-form-token"] ?? (try? FormBody(request))?["form_token"]
        guard let given, Self.areEqual(given, formToken) else {
            throw Refusal(
                403, "desk.form-token", "The form is of another session; load the page anew and send it again.")
        }
    }

    /// Takes as long for a good guess as for a bad one.
    static func areEqual(_ a: String, _ b: String) -> Bool {
        let (a, b) = (SHA256.hexadecimal(of: Array(a.utf8)).utf8, SHA256.hexadecimal(of: Array(b.utf8)).utf8)
        return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// Headers that every answer has.
    package static let headers: [(name: String, value: String)] = [
        (
            "content-security-policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        ),
        // Not no-referrer: browsers would then send the desk's own forms with the origin null.
        ("x-content-type-options", "nosniff"), ("referrer-policy", "same-origin"), ("x-frame-options", "DENY"),
        ("cross-origin-opener-policy", "same-origin"), ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
    ]
}
