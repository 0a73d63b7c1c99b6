import Vocabulary

/// What the desk answers.
package struct DeskAnswer: Sendable {
    package enum Body: Sendable {
        case bytes([UInt8])
        /// Pieces as they come, for progress that is told while the work goes on.
        case stream(AsyncStream<[UInt8]>)
    }

    package var status: Int
    package var headers: [(name: String, value: String)]
    package var body: Body

    package init(_ status: Int, _ type: String, _ bytes: [UInt8]) {
        self.status = status
        headers = [("content-type", type)]
        body = .bytes(bytes)
    }

    /// The first header of the name.
    package subscript(name: String) -> String? { headers.first { $0.name == name }?.value }

    /// The body where it is all there.
    package var bytes: [UInt8] { if case .bytes(let bytes) = body { bytes } else { [] } }
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package static func page(_ html: HTML, status: Int = 200) -> DeskAnswer {
        DeskAnswer(status, "text/html; charset=utf-8", Array(html.markup.utf8))
    }

    package static func json(_ bytes: [UInt8], status: Int = 200) -> DeskAnswer {
        DeskAnswer(status, "application/json", bytes)
    }

    /// See the other: what a post answers when it is done.
    package static func see(_ location: String) -> DeskAnswer {
        var answer = DeskAnswer(303, "text/plain; charset=utf-8", [])
        answer.headers.append(("location", location))
        return answer
    }

    /// A file to be kept under a name.
    package static func file(_ bytes: [UInt8], type: String, name: String) -> DeskAnswer {
        var answer = DeskAnswer(200, type, bytes)
        answer.headers.append(("content-disposition", "attachment; filename=\"\(name)\""))
        return answer
    }

    /// An error as an object (RFC 9457).
    package static func problem(_ status: Int, _ code: String, _ message: String) -> DeskAnswer {
        var json = JSONWriter()
        json.beginObject()
        json.key("type")
        json.string("about:blank")
        json.key("status")
        json.integer(status)
        json.key("code")
        json.string(code)
        json.key("detail")
        json.string(message)
        json.endObject()
        return DeskAnswer(status, "application/problem+json", json.bytes)
    }
}

/// Why a request is not carried out.
public struct Refusal: Error, Sendable, Hashable {
    public var status: Int
    public var code: String
    /// What happened, to which thing, what to try.
    public var message: String

    public init(_ status: Int, _ code: String, _ message: String) {
        self.status = status
        self.code = code
        self.message = message
    }

    static let notFound = Refusal(404, "desk.not-found", "There is nothing at this address.")
}
