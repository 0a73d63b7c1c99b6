public import Vocabulary

/// Why bytes did not become a report.
public enum ReportFault: Error, Sendable, Hashable {
    case empty
    /// Bytes allowed, at least as many found.
    case tooLarge(limit: Int)
    /// The name of the character set.
    case encodingUnknown(String)
    /// Neither text nor any form that is read.
    case formUnknown(String)
    /// The form, and what is wrong with it.
    case damaged(form: String, detail: String)
    /// A form without text in it; what it seems to be.
    case noText(detail: String)
    /// A page that shows its text only when its scripts run.
    case scriptOnly
    /// A PDF of pictures of pages.
    case scanned(pages: Int)
    /// A program that the form needs.
    case toolMissing(String)
    /// A limit in seconds that a form's program went past.
    case tookTooLong(form: String, seconds: Int)
    /// A feed or a file of documents where one report is asked for; how many.
    case severalReports(Int)
    /// A table of the program's own that is not where it belongs.
    case tableMissing(String)
    /// A plain text whose bytes are no UTF-8: the first that are not, and where.
    case notUTF8(offset: Int, bytes: [UInt8])
    /// A NUL byte, which no plain text has.
    case nulByte(offset: Int)
    /// Text without a letter in it.
    case noWords
    /// The text is in a language that is not read; its code, where it could be told.
    case languageUnsupported(String?)
    /// A line that is no document, and why.
    case notDocument(detail: String)

    /// Stable, for programs.
    public var code: String {
        switch self {
        case .empty: "reports.empty"
        case .tooLarge: "reports.too-large"
        case .encodingUnknown: "reports.encoding-unknown"
        case .formUnknown: "reports.form-unknown"
        case .damaged: "reports.damaged"
        case .noText: "reports.no-text"
        case .scriptOnly: "reports.script-only"
        case .scanned: "reports.scanned"
        case .toolMissing: "reports.tool-missing"
        case .tookTooLong: "reports.took-too-long"
        case .severalReports: "reports.several"
        case .tableMissing: "reports.table-missing"
        case .notUTF8: "reports.not-utf8"
        case .nulByte: "reports.nul-byte"
        case .noWords: "reports.no-words"
        case .languageUnsupported: "reports.language-unsupported"
        case .notDocument: "reports.not-a-document"
        }
    }

    /// What happened, and what to try.
    public var message: String {
        switch self {
        case .empty: "the input is empty; check that it was saved whole"
        case .tooLarge(let limit): "larger than the limit of \(limit) bytes; split it or raise the limit"
        case .encodingUnknown(let name): "unknown character set “\(name.prefix(40))”; convert the input to UTF-8"
        case .formUnknown(let hint):
            "no form of report that is read here (\(hint.prefix(80))); save it as text, HTML or PDF"
        case .damaged(let form, let detail): "damaged \(form): \(detail.prefix(200)); save or fetch it again"
        case .noText(let detail): "holds no text of a report (\(detail.prefix(120))); check what was saved"
        case .scriptOnly: "the page shows its text only when its scripts run; save it from a browser as a complete page"
        case .scanned(let pages): "a scanned PDF: \(pages) pages of pictures without text; run it through OCR first"
        case .toolMissing(let tool): "the program \(tool) is not installed; on Debian it is in poppler-utils"
        case .tookTooLong(let form, let seconds): "reading the \(form) took more than \(seconds) s and was stopped"
        case .severalReports(let count):
            "holds \(count) reports; take them apart with `expediente extract`, and read its output with --jsonl"
        case .tableMissing(let name): "the program's table \(name) is missing; install the program again"
        case .notUTF8(let offset, let bytes): Self.notUTF8(offset, bytes)
        case .nulByte(let offset): "byte \(offset) is NUL, so this is no plain text; give the text itself"
        case .noWords: "has no words; there is nothing to read"
        case .languageUnsupported(let code): Self.languageUnsupported(code)
        case .notDocument(let detail): "no document: \(detail.prefix(120))"
        }
    }

    private static func notUTF8(_ offset: Int, _ bytes: [UInt8]) -> String {
        let shown = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined(separator: " ")
        let isUTF16 = offset == 0 && (bytes.first == 0xFF || bytes.first == 0xFE)
        return "not UTF-8: at byte \(offset) stands \(shown); convert it, for example with "
            + "`iconv -f \(isUTF16 ? "UTF-16" : "WINDOWS-1252") -t UTF-8`"
    }

    private static func languageUnsupported(_ code: String?) -> String {
        let language = code.map { "its language is “\($0)”" } ?? "its language is another"
        return "\(language), and English (en) and Spanish (es) are read here, so nothing was; give --language if it is "
            + "one of the two"
    }

    /// The fault as a problem of a given input.
    public func problem(_ input: String) -> Problem { Problem(code: code, input: input, message: message) }
}
