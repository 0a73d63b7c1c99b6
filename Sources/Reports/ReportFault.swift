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
    /// A table of the program's own that is not where it belongs.
    case tableMissing(String)

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
        case .tableMissing: "reports.table-missing"
        }
    }

    /// What happened, and what to try.
    public var message: String {
        switch self {
        case .empty: "the input is empty; check that it was saved whole"
        case .tooLarge(let limit): "larger than the limit of \(limit) bytes; split it or raise the limit"
        case .encodingUnknown(let name): "unknown character set “\(name.prefix(40))”; convert the input to UTF-8"
        case .formUnknown(let hint): "no form of report that is read here (\(hint.prefix(80))); save it as text, HTML or PDF"
        case .damaged(let form, let detail): "damaged \(form): \(detail.prefix(200)); save or fetch it again"
        case .noText(let detail): "holds no text of a report (\(detail.prefix(120))); check what was saved"
        case .scriptOnly: "the page shows its text only when its scripts run; save it from a browser as a complete page"
        case .scanned(let pages): "a scanned PDF: \(pages) pages of pictures without text; run it through OCR first"
        case .toolMissing(let tool): "the program \(tool) is not installed; on Debian it is in poppler-utils"
        case .tookTooLong(let form, let seconds): "reading the \(form) took more than \(seconds) s and was stopped"
        case .tableMissing(let name): "the program's table \(name) is missing; install the program again"
        }
    }

    /// The fault as a problem of a given input.
    public func problem(_ input: String) -> Problem { Problem(code: code, input: input, message: message) }
}
