import Vocabulary

/// A text in Markdown: headings, paragraphs, lists and quotations become paragraphs of their kind, marks of emphasis
/// and the addresses of links drop out, code is kept as it stands, facts in front matter are taken.
enum MarkdownText {
    static func report(_ intake: Intake) throws(ReportFault) -> Report {
        let tables = ReportTables.shipped
        let text = tables.charsets.decode(intake.bytes, header: intake.mediaType) { _ in nil }.text
        var facts = GivenFacts()
        var composition = Composition()
        let start = frontMatter(text, &facts, tables)
        for block in MarkdownBlocks.blocks(text, from: start) {
            var kind = block.kind
            if kind == .headline, !composition.isEmpty || facts.title != nil { kind = .subhead }
            composition.begin()
            for range in block.lines {
                composition.join(kind == .tableRow ? [0x09] : [0x20])
                MarkdownInline.append(text, range, to: &composition)
            }
            composition.end(kind)
            if kind == .headline, facts.title == nil {
                facts.title = String(decoding: composition.text, as: UTF8.self).trimmed
            }
        }
        guard composition.text.contains(where: { isLetter($0) || $0 >= 0xC3 }) else {
            throw .noText(detail: "Markdown without words")
        }
        return Report(intake, composition, found: facts, basis: .header)
    }

    /// `title: …` lines between two lines of three hyphens; returns where the text begins.
    private static func frontMatter(_ text: [UInt8], _ facts: inout GivenFacts, _ tables: ReportTables) -> Int {
        guard text.starts(with: [0x2D, 0x2D, 0x2D, 0x0A]) || text.starts(with: [0x2D, 0x2D, 0x2D, 0x0D, 0x0A]) else {
            return 0
        }
        var i = 0
        var lines: [String] = []
        while i < min(text.count, 20_000) {
            let line = i
            while i < text.count, text[i] != 0x0A { i += 1 }
            let content = String(decoding: text[line..<i], as: UTF8.self).trimmed
            i += 1
            if content == "---" || content == "...", line > 0 {
                take(lines, &facts, tables)
                return min(i, text.count)
            }
            lines.append(content)
        }
        return 0
    }

    private static func take(_ lines: [String], _ facts: inout GivenFacts, _ tables: ReportTables) {
        for line in lines {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let name = String(line[..<colon]).trimmed.lowercased()
            var value = String(line[line.index(after: colon)...]).trimmed
            if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
                value = String(value.dropFirst().dropLast())
            }
            guard !value.isEmpty else { continue }
            switch name {
            case "title": facts.title = value
            case "author", "authors": facts.author = value
            case "publisher", "source": facts.publisher = value
            case "date", "published": facts.published = DateText(tables.months, monthFirst: false).first(in: value)
            case "lang", "language": facts.language = PageMetadata.languageCode(value)
            case "url", "canonical", "link": facts.url = value
            default: break
            }
        }
    }
}
