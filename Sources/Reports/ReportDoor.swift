public import Vocabulary

/// The one way in: bytes and what is known of them become reports, or a fault that says why not.
public enum ReportDoor {
    /// The reports in the bytes, at least one. Most forms hold one; feeds and JSON Lines hold several.
    public static func reports(_ intake: Intake) throws(ReportFault) -> [Report] {
        switch ReportForm.of(intake) {
        case .gzip:
            var inner = intake
            inner.bytes = try Compressed.open(intake.bytes)
            if let name = intake.name, name.lowercased().hasSuffix(".gz") { inner.name = String(name.dropLast(3)) }
            guard !Compressed.isGzip(inner.bytes) else {
                throw .damaged(form: "gzip file", detail: "it is packed twice")
            }
            return try reports(inner)
        case .webPage: return [try WebPage.report(intake)]
        case .webCapture: return [try WebCapture.report(intake)]
        case .message: return [try MailMessage.report(intake)]
        case .feed: return try FeedReports.reports(intake)
        case .pdf: return [try PDFDocument.report(intake)]
        case .markdown: return [try MarkdownText.report(intake)]
        case .documents: return try documents(intake)
        case .plainText: return [try PlainText.report(intake)]
        }
    }

    /// The one report in the bytes; a fault where there are several.
    public static func report(_ intake: Intake) throws(ReportFault) -> Report {
        let all = try reports(intake)
        guard let first = all.first, all.count == 1 else { throw .severalReports(all.count) }
        return first
    }

    /// One report a line; lines without anything in them are passed over.
    private static func documents(_ intake: Intake) throws(ReportFault) -> [Report] {
        var reports: [Report] = []
        for (index, line) in intake.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            if line.allSatisfy(isMarkupSpace) { continue }
            var document = intake
            document.bytes = Array(line)
            document.id = "\(intake.id)-\(index + 1)"
            reports.append(try DocumentLine.report(document))
        }
        guard !reports.isEmpty else { throw .empty }
        return reports
    }
}
