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
        default: return [try PlainText.report(intake)]
        }
    }
}
