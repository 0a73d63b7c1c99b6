import Vocabulary

/// A page saved whole by a browser (MHTML).
enum WebCapture {
    static func report(_ intake: Intake) throws(ReportFault) -> Report {
        let tables = ReportTables.shipped
        let (headers, parts) = MailPart.leaves(intake.bytes, tables.charsets)
        let pages = parts.filter { $0.type == "text/html" || $0.type == "application/xhtml+xml" }
        let address = headers["snapshot-content-location"] ?? headers["content-location"]
        // The page itself comes first, or has the capture's own address; frames follow.
        guard
            let page = pages.first(where: { $0.headers["content-location"] == address && address != nil })
                ?? pages.first
        else { throw .damaged(form: "MHTML capture", detail: "there is no page in it") }
        var report = try WebPage.report(
            Intake(
                bytes: page.decoded(intake.bytes), id: intake.id, name: intake.name,
                mediaType: page.headers["content-type"],
                address: intake.address ?? address ?? page.headers["content-location"], given: intake.given))
        let number = page.number.isEmpty ? "body" : "part \(page.number)"
        report.prefixPlaces(number)
        return report
    }
}

extension Report {
    /// Says of every place of the text which part of the input it is in.
    mutating func prefixPlaces(_ part: String) {
        guard var map = origin else { return }
        map.places = map.places.map { part + $0 }
        origin = map
    }
}
