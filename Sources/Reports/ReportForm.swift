/// The forms in which reports come.
public enum ReportForm: String, Sendable, CaseIterable {
    case plainText = "plain text"
    case markdown = "Markdown"
    case webPage = "web page"
    case webCapture = "MHTML capture"
    case message = "e-mail"
    case feed
    case pdf = "PDF"
    case documents = "JSON Lines"
    case gzip

    /// Tells a form by the bytes' beginning, then by what a header says, then by the file's name.
    public static func of(_ intake: Intake) -> ReportForm {
        let bytes = intake.bytes
        if Compressed.isGzip(bytes) { return .gzip }
        let start = FormStart(bytes)
        if start.isPDF { return .pdf }
        if let message = start.message { return message }
        if let markup = start.markup { return markup }
        if let type = intake.mediaType?.lowercased(), let form = form(ofType: type) { return form }
        if let name = intake.name?.lowercased(), let form = form(ofName: name) { return form }
        return start.holdsMarkup ? .webPage : .plainText
    }

    private static func form(ofType type: String) -> ReportForm? {
        let kind = type.prefix { $0 != ";" && $0 != " " }
        return switch kind {
        case "text/html", "application/xhtml+xml": .webPage
        case "application/pdf": .pdf
        case "message/rfc822": .message
        case "multipart/related", "application/x-mimearchive": .webCapture
        case "application/rss+xml", "application/atom+xml", "application/rdf+xml": .feed
        case "text/markdown": .markdown
        case "application/x-ndjson", "application/jsonl": .documents
        case "text/plain": .plainText
        default: nil
        }
    }

    private static func form(ofName name: String) -> ReportForm? {
        let ending = name.split(separator: ".").last ?? ""
        return switch ending {
        case "html", "htm", "xhtml", "shtml": .webPage
        case "mhtml", "mht": .webCapture
        case "eml": .message
        case "md", "markdown": .markdown
        case "rss", "atom": .feed
        case "jsonl", "ndjson": .documents
        case "txt", "text": .plainText
        default: nil
        }
    }
}

/// What the first bytes of a report tell of its form.
private struct FormStart {
    let isPDF: Bool
    /// The first kilobytes in small ASCII letters; what is not ASCII as `?`.
    private let head: String

    init(_ bytes: [UInt8]) {
        let first = bytes.prefix(4096)
        // Mail gateways put up to a kilobyte before a PDF.
        isPDF = first.prefix(1024).indices.contains { first[$0...].starts(with: [0x25, 0x50, 0x44, 0x46, 0x2D]) }
        // NULs drop out, so that UTF-16 shows its markup.
        head = String(decoding: first.filter { $0 != 0 }.map { $0 < 0x80 ? lowered($0) : 0x3F }, as: UTF8.self)
    }

    private var opening: Substring { head.drop { $0 == "?" || $0.isWhitespace } }

    var markup: ReportForm? {
        guard opening.hasPrefix("<") else { return nil }
        for mark in ["<rss", "<feed", "<rdf:rdf"] where head.contains(mark) && !head.contains("<html") { return .feed }
        for mark in ["<!doctype html", "<html", "<head", "<body"] where head.contains(mark) { return .webPage }
        return nil
    }

    /// Whether elements of a page stand in it, though it does not begin as one.
    var holdsMarkup: Bool {
        guard opening.hasPrefix("<") else { return false }
        return ["<p>", "<p ", "<div", "<article", "<h1", "<meta", "<title"].contains { head.contains($0) }
    }

    /// Mail and captures begin with header lines.
    var message: ReportForm? {
        let lines = opening.split(separator: "\n", omittingEmptySubsequences: false).prefix(60)
        var names = Set<Substring>()
        for line in lines {
            let text = line.last == "\r" ? line.dropLast() : line
            if text.isEmpty { break }
            if text.hasPrefix(" ") || text.hasPrefix("\t") || text.hasPrefix("from ") && names.isEmpty { continue }
            guard let colon = text.firstIndex(of: ":") else { return nil }
            let name = text[..<colon]
            guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) else { return nil }
            names.insert(name)
        }
        let isSent =
            names.contains("from") && names.contains("subject") && (names.contains("date") || names.contains("to"))
        guard isSent || names.contains("mime-version") || names.contains("received") else { return nil }
        if head.contains("multipart/related"), names.contains("snapshot-content-location") || head.contains("saved by")
        {
            return .webCapture
        }
        return .message
    }
}
