package import Foundation

/// The desk: a case in a browser, and doors for programs. Takes requests, gives answers; knows no socket.
package struct Desk: Sendable {
    let file: any OpenCase
    package let gatekeeper: Gatekeeper
    let audit: AuditLog
    let filing: FilingWork
    /// The time, for the audit log.
    let clock: @Sendable () -> Date

    package init(
        _ file: any OpenCase, settings: DeskSettings, port: Int, clock: @escaping @Sendable () -> Date
    ) throws(Refusal) {
        self.file = file
        self.clock = clock
        gatekeeper = Gatekeeper(settings, port: port)
        audit = try AuditLog(path: settings.auditPath)
        filing = FilingWork(file)
    }

    package func answer(_ request: DeskRequest) -> DeskAnswer {
        var user = ""
        var answer: DeskAnswer
        do throws(Refusal) {
            switch try gatekeeper.examine(request) {
            case .answer(let at): answer = at
            case .pass(let known):
                user = known.user
                answer = try route(known)
            }
        } catch { answer = explain(error, to: request) }
        if !request.isSafe || request.path.hasPrefix("/export") {
            audit.note(at: clock(), user: user, what: "\(request.method) \(request.path)", status: answer.status)
        }
        if answer["cache-control"] == nil { answer.headers.append(("cache-control", "no-store")) }
        return answer
    }

    private func route(_ request: DeskRequest) throws(Refusal) -> DeskAnswer {
        guard let steps = request.steps else {
            throw Refusal(400, "desk.path", "The address cannot be read.")
        }
        if steps.first == "look" { return try LookFiles.answer(steps, request) }
        if request.isForPrograms { return try ProgramDoor(desk: self, request: request).answer(steps) }
        if request.isSafe { return try PageDoor(desk: self, request: request).answer(steps) }
        guard request.method == "POST" else {
            throw Refusal(405, "desk.method", "\(request.method) is not possible here.")
        }
        return try PostDoor(desk: self, request: request).answer(steps)
    }

    /// As a page for people, as an object for programs.
    private func explain(_ refusal: Refusal, to request: DeskRequest) -> DeskAnswer {
        if request.isForPrograms || !(request.headers["accept"] ?? "").contains("text/html") {
            return .problem(refusal.status, refusal.code, refusal.message)
        }
        let words = Words(request)
        let content = WorkPages(words: words, token: "").error(refusal)
        guard refusal.status != 401, refusal.status != 403, refusal.status != 421 else {
            // Whoever is not let in learns nothing of the case, not even its name.
            return .page(
                """
                <!doctype html><html lang="\(words.language.rawValue)"><head><meta charset="utf-8">\
                <meta name="viewport" content="width=device-width"><title>Expediente</title>\
                <link rel="stylesheet" href="/look/desk.css"></head><body><main>\(content)</main></body></html>
                """, status: refusal.status)
        }
        return .page(frame(request).page(words["error"], section: "", content), status: refusal.status)
    }

    func frame(_ request: DeskRequest) -> PageFrame {
        PageFrame(
            words: Words(request), caseName: file.name, user: request.user, path: request.path,
            formToken: gatekeeper.formToken)
    }
}

/// The desk's own files: style, script, mark.
enum LookFiles {
    static func answer(_ steps: [String], _ request: DeskRequest) throws(Refusal) -> DeskAnswer {
        let (type, bytes): (String, [UInt8])
        switch steps.dropFirst().joined(separator: "/") {
        case "desk.css": (type, bytes) = ("text/css; charset=utf-8", PackageResources.desk_css)
        case "desk.js": (type, bytes) = ("text/javascript; charset=utf-8", PackageResources.desk_js)
        case "mark.svg": (type, bytes) = ("image/svg+xml", Array(mark.utf8))
        default: throw .notFound
        }
        return Tagged.answer(DeskAnswer(200, type, bytes), request, caching: "private, max-age=3600")
    }

    private static let mark = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M4 8h9l3 4h12v14H4z" fill="#17477a"/>\
        <path d="M9 17h14M9 21h9" stroke="#fff" stroke-width="2"/></svg>
        """
}
