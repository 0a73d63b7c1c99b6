import Vocabulary

/// The reports of a feed, as far as the feed itself gives their text.
enum FeedReports {
    static func reports(_ intake: Intake) throws(ReportFault) -> [Report] {
        let tables = ReportTables.shipped
        let decoded = tables.charsets.decode(
            intake.bytes, header: intake.mediaType, declared: CharsetFinder.declaration)
        let feed = try Feed(decoded.text, tables.references)
        var reports: [Report] = []
        for (index, item) in feed.items.enumerated() {
            if let report = report(item, number: index + 1, feed, intake, tables) { reports.append(report) }
        }
        guard !reports.isEmpty else { throw .noText(detail: "a feed without entries that hold text") }
        return reports
    }

    private static func report(
        _ item: FeedItem, number: Int, _ feed: Feed, _ intake: Intake, _ tables: ReportTables
    ) -> Report? {
        var composition = Composition()
        let place = feed.tree.xmlPath(of: item.node)
        if let title = item.title {
            composition.add(.headline, Array(title.utf8), 0..<title.utf8.count, place: place + "/title[1]")
        }
        if let content = item.content {
            let contentPlace = feed.tree.xmlPath(of: content)
            let text = item.isEscaped ? feed.tree.plainText(content) : feed.tree.markup(of: content)
            FeedContent.append(text, place: contentPlace, to: &composition, tables)
        }
        guard !composition.isEmpty else { return nil }
        let reader = DateText(tables.months, monthFirst: false)
        var facts = GivenFacts()
        facts.title = item.title
        facts.published = (item.published ?? item.updated).flatMap(reader.first(in:))
        facts.author = item.author
        facts.publisher = feed.title
        facts.url = item.link
        facts.language = feed.language.flatMap(PageMetadata.languageCode)
        var entry = intake
        entry.id = "\(intake.id)-\(number)"
        entry.address = nil
        var report = Report(
            entry, composition, found: facts, basis: .header, cautions: item.isWhole ? [] : [.summaryOnly])
        report.updated = item.updated.flatMap(reader.first(in:))
        if report.updated != nil { report.basis[.updated] = .header }
        return report
    }
}

/// The text of an entry: a piece of a page, all of it the publisher's.
enum FeedContent {
    static func append(_ text: [UInt8], place: String, to composition: inout Composition, _ tables: ReportTables) {
        let tree = PageParser.tree(of: text, tables.references)
        let page = BlockCollector.blocks(tree, tables.vocabulary)
        for block in page.blocks {
            let isStatement = block.linkedWords == 0 && block.sentences > 0
            let verdict = tables.phrases.verdict(page.text(block), words: Int(block.words), isStatement: isStatement)
            if verdict != .none || block.linkDensity > 0.8 { continue }
            composition.begin()
            for run in page.runs[Int(block.firstRun)..<Int(block.endRun)] {
                let path = tree.paths(of: [Int(run.node)]).first ?? ""
                composition.append(
                    page.text[Int(run.start)..<Int(run.start + run.count)], place: place + path, offset: Int(run.offset)
                )
            }
            let isHeading = block.setting.contains(.heading)
            composition.end(
                isHeading
                    ? .subhead
                    : block.setting.contains(.listItem) ? .listItem : block.setting.contains(.quote) ? .quote : .body)
        }
    }
}

extension PageTree {
    /// The path of an element by the names written in the source: `/rss[1]/channel[1]/item[3]`.
    func xmlPath(of node: Int) -> String {
        var steps: [String] = []
        var at = node
        while at > 0 {
            let name = source[nameRange(at)]
            var rank = 1
            var sibling = parent(at) + 1
            while sibling < at {
                if tag(sibling) == .other, source[nameRange(sibling)].elementsEqual(name) { rank += 1 }
                sibling = end(sibling)
            }
            steps.append("/\(String(decoding: name, as: UTF8.self))[\(rank)]")
            at = parent(at)
        }
        return steps.reversed().joined()
    }

    /// The markup inside an element, as it stands in the source.
    func markup(of node: Int) -> [UInt8] {
        guard end(node) > node + 1 else { return [] }
        let first = Int(nodes[node + 1].position)
        let last = end(node) < nodes.count ? Int(nodes[end(node)].position) : source.count
        return Array(source[first..<max(first, last)])
    }
}
