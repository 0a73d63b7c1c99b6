import Vocabulary

/// An e-mail, as saved (.eml): a press release sent out, a report passed on.
enum MailMessage {
    /// Fewer words than this in the plain part, and the HTML part is taken where there is one.
    private static let fewWords = 25

    static func report(_ intake: Intake) throws(ReportFault) -> Report {
        let tables = ReportTables.shipped
        let (headers, parts) = MailPart.leaves(intake.bytes, tables.charsets)
        let shown = parts.filter { !($0.headers["content-disposition"]?.lowercased().hasPrefix("attachment") ?? false) }
        let facts = facts(headers, tables)
        let plain = shown.first { $0.type == "text/plain" }.map { text($0, intake.bytes, tables) }
        if let plain, wordCount(plain.text) >= fewWords { return compose(intake, facts, plain) }
        if let page = shown.first(where: { $0.type == "text/html" || $0.type == "application/xhtml+xml" }),
            let report = try? report(page, intake, facts)
        {
            return report
        }
        if let plain, wordCount(plain.text) > 0 { return compose(intake, facts, plain) }
        throw .noText(detail: "a message without text; its attachments are to be read one by one")
    }

    private static func report(_ part: MailPart, _ intake: Intake, _ facts: GivenFacts) throws(ReportFault) -> Report {
        var given = intake.given
        given.title = given.title ?? facts.title
        given.published = given.published ?? facts.published
        given.author = given.author ?? facts.author
        var report = try WebPage.report(
            Intake(
                bytes: part.decoded(intake.bytes), id: intake.id, name: intake.name,
                mediaType: part.headers["content-type"], address: intake.address, given: given))
        for (fact, isOwn) in [
            (ReportFact.title, intake.given.title == nil), (.published, intake.given.published == nil),
            (.author, intake.given.author == nil),
        ] where isOwn && report.basis[fact] == .given {
            report.basis[fact] = .header
        }
        report.prefixPlaces("part \(part.number)")
        return report
    }

    private static func text(_ part: MailPart, _ bytes: [UInt8], _ tables: ReportTables) -> (
        text: [UInt8], place: String
    ) {
        let decoded = tables.charsets.decode(part.decoded(bytes), header: part.headers["content-type"]) { _ in nil }
        return (decoded.text, part.number.isEmpty ? "body" : "part \(part.number)")
    }

    private static func wordCount(_ text: [UInt8]) -> Int {
        text.split(whereSeparator: isMarkupSpace).count { $0.contains { isLetter($0) || $0 >= 0xC3 } }
    }

    private static func facts(_ headers: MailHeaders, _ tables: ReportTables) -> GivenFacts {
        let reader = DateText(tables.months, monthFirst: false)
        var facts = GivenFacts()
        facts.title = headers["subject"]?.singleSpaced
        facts.published = headers["date"].flatMap(reader.first(in:))
        facts.author = headers["from"].map(senderName)
        return facts
    }

    /// `"Fiscalía" <prensa@example.org>` is Fiscalía.
    private static func senderName(_ sender: String) -> String {
        let name = sender.prefix { $0 != "<" }.filter { $0 != "\"" }
        let trimmed = String(name).trimmed
        return trimmed.isEmpty ? sender.filter { $0 != "<" && $0 != ">" }.trimmed : trimmed
    }

    private static func compose(_ intake: Intake, _ facts: GivenFacts, _ body: (text: [UInt8], place: String)) -> Report
    {
        var composition = Composition()
        if let title = facts.title {
            composition.add(.headline, Array(title.utf8), 0..<title.utf8.count, place: "header subject")
        }
        for range in PlainParagraphs.ranges(body.text, endsAtSignature: true) {
            composition.add(.body, body.text, range, place: body.place)
        }
        return Report(intake, composition, found: facts, basis: .header)
    }
}

/// Paragraphs of a text that has no other mark of them than blank lines.
enum PlainParagraphs {
    /// - Parameter endsAtSignature: what follows a line of two hyphens and a space is left out.
    static func ranges(_ text: [UInt8], endsAtSignature: Bool) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start: Int?
        var i = 0
        while i < text.count {
            let line = i
            while i < text.count, text[i] != 0x0A { i += 1 }
            let content = text[line..<i]
            if endsAtSignature,
                content.elementsEqual([0x2D, 0x2D, 0x20]) || content.elementsEqual([0x2D, 0x2D, 0x20, 0x0D])
            {
                i = line
                break
            }
            if content.allSatisfy(isMarkupSpace) {
                if let from = start { ranges.append(from..<line) }
                start = nil
            } else if start == nil {
                start = line
            }
            i += 1
        }
        if let start, start < min(i, text.count) { ranges.append(start..<min(i, text.count)) }
        return ranges
    }
}
