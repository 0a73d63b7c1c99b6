import Vocabulary

/// Answers with the tag of their content: who has them already is told so.
enum Tagged {
    static func answer(_ answer: DeskAnswer, _ request: DeskRequest, caching: String = "private, no-cache")
        -> DeskAnswer
    {
        var answer = answer
        let tag = "\"\(SHA256.hexadecimal(of: answer.bytes).prefix(24))\""
        answer.headers.append(("etag", tag))
        answer.headers.append(("cache-control", caching))
        let known = (request.headers["if-none-match"] ?? "").split(separator: ",").map { $0.filter { $0 != " " } }
        if known.contains(tag) || known.contains("*") {
            answer.status = 304
            answer.body = .bytes([])
        }
        return answer
    }
}
