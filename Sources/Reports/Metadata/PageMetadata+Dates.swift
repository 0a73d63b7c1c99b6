import Vocabulary

/// When a page says that it was published and changed.
extension PageMetadata {
    private static let publishedProperties = [
        "article:published_time", "og:article:published_time", "og:published_time", "article:published",
        "og:pubdate", "og:publish_date",
    ]
    private static let publishedNames = [
        "datepublished", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
        "publication-date",
        "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.issued",
        "dcterms.created", "dc.date", "dcterms.date", "date", "article_date_original", "article.published",
        "original-publish-date", "citation_publication_date", "citation_date", "shareaholic:article_published_time",
        "rnews:datepublished", "ptime", "displaydate", "dat", "dc.date.created", "datecreated", "release_date", "fecha",
        "created", "creation_date",
    ]
    private static let modifiedProperties = ["article:modified_time", "og:updated_time", "og:article:modified_time"]
    private static let modifiedNames = [
        "datemodified", "dcterms.modified", "dc.date.modified", "lastmod", "last-modified", "revision_date", "utime",
        "article.updated", "shareaholic:article_modified_time",
    ]

    mutating func takeDates(_ tree: PageTree, _ tables: ReportTables) {
        let reader = DateText(tables.months, monthFirst: language?.value ?? "en" == "en")
        published =
            article.published.flatMap(reader.first(in:)).flatMap {
                article.isArticle ? Found(value: $0, basis: .linkedData) : nil
            }
            ?? property(Self.publishedProperties).flatMap(reader.first(in:)).map { Found(value: $0, basis: .openGraph) }
            ?? property(Self.publishedNames).flatMap(reader.first(in:)).map { Found(value: $0, basis: .meta) }
            ?? microdataDate(["datepublished", "datecreated"], tree, tables, reader)
            ?? article.published.flatMap(reader.first(in:)).map { Found(value: $0, basis: .linkedData) }
        updated =
            article.modified.flatMap(reader.first(in:)).map { Found(value: $0, basis: .linkedData) }
            ?? property(Self.modifiedProperties).flatMap(reader.first(in:)).map { Found(value: $0, basis: .openGraph) }
            ?? property(Self.modifiedNames).flatMap(reader.first(in:)).map { Found(value: $0, basis: .meta) }
            ?? microdataDate(["datemodified"], tree, tables, reader)
    }

    private func microdataDate(
        _ names: Set<String>, _ tree: PageTree, _ tables: ReportTables, _ reader: DateText
    ) -> Found<CalendarDay>? {
        for (name, node) in microdata where name.split(separator: " ").contains(where: { names.contains(String($0)) }) {
            let stated =
                tree.value(node, .datetime, tables.references) ?? tree.value(node, .content, tables.references)
                ?? String(decoding: tree.plainText(node).prefix(200), as: UTF8.self)
            if let day = reader.first(in: stated) { return Found(value: day, basis: .microdata) }
        }
        return nil
    }

    /// The day that the page shows near its headline or after its text, or that its address holds.
    ///
    /// - Parameters:
    ///   - headline: the headline's place among the blocks, if there is one.
    ///   - body: the blocks of the article.
    mutating func takeVisibleDate(
        _ tree: PageTree, _ page: PageBlocks, headline: Int?, body: [Int], _ tables: ReportTables
    ) {
        let reader = DateText(tables.months, monthFirst: language?.value ?? "en" == "en")
        if let stated = published {
            published = inPublishersZone(stated, page, headline, body, reader)
            return
        }
        published =
            timeElement(tree, page, body, tables, reader)
            ?? nearHeadline(page, Self.placesOfDates(page, headline, body), body, reader)
            ?? url.flatMap { DateText(tables.months, monthFirst: false).inAddress($0.value) }
            .map { Found(value: $0, basis: .address) }
    }

    /// Machines are told a moment, often in universal time; the day that readers are shown is that of the publisher's
    /// zone, and is the one that “on Tuesday” is meant from.
    private func inPublishersZone(
        _ stated: Found<CalendarDay>, _ page: PageBlocks, _ headline: Int?, _ body: [Int], _ reader: DateText
    ) -> Found<CalendarDay> {
        guard let first = body.first else { return stated }
        let start = headline ?? max(0, first - 8)
        let before = Array(start..<max(start, first))
        guard let shown = nearHeadline(page, before, [], reader) else { return stated }
        switch shown.value.ordinal - stated.value.ordinal {
        case -1: return shown
        case 1 where updated == nil || updated?.value == stated.value: return shown
        default: return stated
        }
    }

    /// The first `time` element before the article's second block, else the first marked as the day of publication.
    private func timeElement(
        _ tree: PageTree, _ page: PageBlocks, _ body: [Int], _ tables: ReportTables, _ reader: DateText
    ) -> Found<CalendarDay>? {
        let limit = body.dropFirst().first.map { page.blocks[$0].element } ?? Int32.max
        for node in timeNodes where node < limit {
            let stated =
                tree.value(node, .datetime, tables.references).flatMap(reader.first(in:))
                ?? reader.first(in: String(decoding: tree.plainText(node).prefix(200), as: UTF8.self))
            if let stated { return Found(value: stated, basis: .timeElement) }
        }
        return nil
    }

    /// Blocks in which a page is likely to show its day, likeliest first.
    private static func placesOfDates(_ page: PageBlocks, _ headline: Int?, _ body: [Int]) -> [Int] {
        let firstBody = body.first ?? page.blocks.count
        let start = headline ?? max(0, firstBody - 15)
        var order = Array(start..<max(start, firstBody))
        order += Array(max(0, start - 8)..<start).reversed()
        order += body.prefix(2)
        if let last = body.last { order += Array(last..<min(page.blocks.count, last + 6)) }
        return order
    }

    private func nearHeadline(
        _ page: PageBlocks, _ order: [Int], _ body: [Int], _ reader: DateText
    ) -> Found<CalendarDay>? {
        for index in order where page.blocks[index].words <= 40 || body.contains(index) {
            let text = page.string(page.blocks[index])
            let isDateline = body.contains(index)
            if let day = reader.first(in: isDateline ? String(text.prefix(60)) : text) {
                return Found(value: day, basis: .visibleText)
            }
        }
        return nil
    }
}

extension DateText {
    /// The day in an address such as `/2019/11/19/` or `-20191119`.
    func inAddress(_ address: String) -> CalendarDay? {
        guard let start = address.firstRange(of: "://")?.upperBound else { return nil }
        let path = address[start...].drop { $0 != "/" }
        let parts = path.split { $0 == "/" || $0 == "-" || $0 == "_" || $0 == "." }
        for (index, part) in parts.enumerated() where part.utf8.allSatisfy(isDigit) {
            if part.utf8.count == 8, let day = first(in: part) { return day }
            guard part.utf8.count == 4, index + 2 < parts.count else { continue }
            let name = parts[index + 1].lowercased()
            if let year = Int(part), (1990...2100).contains(year), let month = Int(name) ?? months.number(name),
                let number = Int(parts[index + 2]), let day = CalendarDay(year, month, number)
            {
                return day
            }
        }
        return nil
    }
}
