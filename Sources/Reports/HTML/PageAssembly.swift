import Vocabulary

/// Puts an article's blocks together to a report's text, and keeps where each byte came from.
struct PageAssembly {
    private(set) var text: [UInt8] = []
    private(set) var paragraphs: [Paragraph] = []
    private(set) var origin = OriginMap()

    init(_ article: ArticleFinder, _ tree: PageTree) {
        let page = article.page
        var places: [Int32: Int] = [:]
        var nodes: [Int] = []
        var chosen: [(index: Int, kind: Paragraph.Kind)] = []
        if let headline = article.headline { chosen.append((headline, .headline)) }
        let rest =
            article.standfirst.map { ($0, Paragraph.Kind.standfirst) } + article.captions.map { ($0, .caption) }
            + article.body.map { ($0, Self.kind(page.blocks[$0])) }
        chosen += rest.sorted { $0.0 < $1.0 }
        var row: Int?
        var cell: Int32 = -1
        for (index, kind) in chosen {
            let block = page.blocks[index]
            let blockRow = kind == .tableRow ? Self.row(of: block, tree) : nil
            let joins = blockRow != nil && blockRow == row && block.element != cell
            (row, cell) = (blockRow, block.element)
            if !text.isEmpty { text += joins ? [0x09] : [0x0A, 0x0A] }
            let shift = text.count - Int(block.start)
            let end = text.count + Int(block.end - block.start)
            if joins {
                paragraphs[paragraphs.count - 1].span.end = end
            } else {
                paragraphs.append(Paragraph(kind, Span(text.count, end)))
            }
            text += page.text(block)
            for run in page.runs[Int(block.firstRun)..<Int(block.endRun)] {
                let place: Int
                if let known = places[run.node] {
                    place = known
                } else {
                    place = nodes.count
                    places[run.node] = place
                    nodes.append(Int(run.node))
                }
                origin.runs.append(
                    .init(start: Int(run.start) + shift, count: Int(run.count), place: place, offset: Int(run.offset)))
            }
        }
        origin.places = tree.paths(of: nodes)
    }

    /// The table row that a block is a cell of.
    private static func row(of block: PageBlock, _ tree: PageTree) -> Int? {
        var node = Int(block.element)
        while node > 0, tree.tag(node) != .table {
            if tree.tag(node) == .tr { return node }
            node = tree.parent(node)
        }
        return nil
    }

    private static func kind(_ block: PageBlock) -> Paragraph.Kind {
        if block.setting.contains(.heading) { return .subhead }
        if block.setting.contains(.quote) { return .quote }
        if block.setting.contains(.listItem) { return .listItem }
        // Long cells are those of a table for layout.
        if block.setting.contains(.cell), block.words <= 12, block.sentences < 2 { return .tableRow }
        // A short paragraph all in bold stands for a heading.
        if block.boldWords == block.words, block.words <= 14, block.sentences == 0 { return .subhead }
        return .body
    }
}
