import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Vocabulary

/// Carries requests and answers between the web framework and the desk.
struct Transport: HTTPResponder {
    typealias Context = BasicRequestContext

    /// The most bytes of a body that are taken in.
    static let bodyLimit = 32 * 1_048_576

    let desk: Desk

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        var asked = DeskRequest(request.method.rawValue, request.head.path ?? "/")
        for field in request.headers { asked.headers[field.name.canonicalName] = field.value }
        if let authority = request.head.authority { asked.headers["host"] = authority }
        do {
            asked.body = Array(buffer: try await request.body.collect(upTo: Self.bodyLimit))
        } catch {
            return Self.response(
                .problem(413, "desk.too-long", "More than \(Self.bodyLimit / 1_048_576) MiB; send it in parts."),
                isHead: false)
        }
        return Self.response(desk.answer(asked), isHead: asked.method == "HEAD")
    }

    private static func response(_ answer: DeskAnswer, isHead: Bool) -> Response {
        var headers = HTTPFields()
        for (name, value) in answer.headers + Gatekeeper.headers {
            if let name = HTTPField.Name(name) { headers.append(HTTPField(name: name, value: value)) }
        }
        let status = HTTPResponse.Status(code: answer.status)
        switch answer.body {
        case .bytes(let bytes):
            let body = ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
            let response = Response(status: status, headers: headers, body: body)
            return isHead ? response.createHeadResponse() : response
        case .stream(let pieces):
            return Response(
                status: status, headers: headers,
                body: ResponseBody { writer in
                    for await piece in pieces { try await writer.write(ByteBuffer(bytes: piece)) }
                    try await writer.finish(nil)
                })
        }
    }
}
