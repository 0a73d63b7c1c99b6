/// Finds the article among a page's blocks, by rules on where blocks stand and what they look like.
struct BodyFinder {
    /// What was found.
    struct Body {
        /// Indexes of blocks, in order.
        var blocks: [Int] = []
        /// The zone that holds them; nil when the page has none.
        var zone: Int?
        /// Words that are not linked.
        var words = 0
    }

    let tree: PageTree
    let phrases: PagePhrases
    private(set) var page: PageBlocks
    /// Words of running text before each block, boilerplate left out; one entry more than there are blocks.
    private var textBefore: [Int] = []
    /// As `textBefore`, without what is boilerplate.
    private var runningBefore: [Int] = []
    let titles: [[UInt8]]

    /// - Parameter titles: what the page's metadata call it; a block that says the same is the headline.
    init(_ tree: PageTree, _ page: PageBlocks, _ phrases: PagePhrases, titles: [String]) {
        self.tree = tree
        self.phrases = phrases
        self.page = page
        self.titles = titles.map { TitleFolding.fold(Array($0.utf8)[...]) }
        countText()
        spreadMarks()
    }

    private mutating func countText() {
        textBefore = [0]
        textBefore.reserveCapacity(page.blocks.count + 1)
        for block in page.blocks {
            textBefore.append(textBefore[textBefore.count - 1] + (block.readsLikeText ? block.freeWords : 0))
        }
    }

    /// Gives each block the marks of the zones around it; a zone with much of the page's text in it is not what its
    /// words make it seem.
    private mutating func spreadMarks() {
        let total = textBefore[page.blocks.count]
        for zone in page.zones {
            var marks = zone.marks
            let byElement = !zone.own.isDisjoint(with: [.hidden, .navigation, .pageFooter, .aside])
            if zone.own.contains(.form) { marks.insert(.meta) }
            guard byElement || !marks.isEmpty else { continue }
            let (first, end) = (Int(zone.firstBlock), Int(zone.endBlock))
            let inside = textBefore[end] - textBefore[first]
            if byElement, inside * 3 <= total * 2, !(zone.own.contains(.aside) && marks.contains(.body)) {
                marks.insert(.boilerplate)
            } else if inside * 5 > total * 2, inside > 40 {
                marks.subtract([.boilerplate, .meta, .caption, .standfirst, .headline])
            }
            if inside * 4 > total * 3 { marks.subtract(.comments) }
            for index in first..<end { page.blocks[index].marks.formUnion(marks) }
        }
        runningBefore = [0]
        runningBefore.reserveCapacity(page.blocks.count + 1)
        for block in page.blocks {
            let counts = block.readsLikeText && !isBoilerplate(block)
            runningBefore.append(runningBefore[runningBefore.count - 1] + (counts ? block.freeWords : 0))
        }
    }

    /// Whether a block is in a place that no article's text is in.
    func isBoilerplate(_ block: PageBlock) -> Bool {
        if !block.marks.isDisjoint(with: [.boilerplate, .comments]) { return true }
        return block.marks.contains(.meta) && block.words <= 30
    }

    /// How much a block speaks for its surroundings being the article, in words.
    func weight(_ block: PageBlock) -> Int {
        let weight = ownWeight(block)
        // What calls itself the article's text may have adverts and lists of wares in it.
        return weight < 0 && block.marks.contains(.body) ? weight / 4 : weight
    }

    private func ownWeight(_ block: PageBlock) -> Int {
        if isBoilerplate(block) { return -2 }
        if !block.setting.isDisjoint(with: [.caption, .head]) || block.marks.contains(.caption) { return 0 }
        if block.setting.contains(.heading) { return block.linkDensity > 0.5 ? -6 : 0 }
        let free = block.freeWords
        let linked = Int(block.linkedWords)
        if block.readsLikeText {
            let share = block.setting.isDisjoint(with: [.listItem, .cell]) ? 4 : 3
            return free * share / 4 - linked
        }
        if block.linkDensity > 0.5 { return -8 - linked }
        if !block.setting.isDisjoint(with: [.paragraph, .cell, .listItem]) { return 0 }
        return -4
    }

    /// The zone whose blocks weigh most, and what of it is the article.
    func find() -> Body {
        var sums = [0]
        sums.reserveCapacity(page.blocks.count + 1)
        for block in page.blocks { sums.append(sums[sums.count - 1] + weight(block)) }
        func sum(_ zone: PageZone) -> Int { sums[Int(zone.endBlock)] - sums[Int(zone.firstBlock)] }
        var best = -1
        for (index, zone) in page.zones.enumerated()
        where holdsSeveral(zone) && sum(zone) > (best < 0 ? 0 : sum(page.zones[best])) {
            best = index
        }
        guard best >= 0 else { return Body() }
        return body(in: declared(best) ?? narrowed(best))
    }

    /// The heaviest zone that schema.org's attributes call the article's text, wherever it stands, if it is no mere
    /// scrap.
    private func declared(_ heaviest: Int) -> Int? {
        let zones = page.zones.indices.filter { page.zones[$0].isArticleBody }
        guard let best = zones.max(by: { runningText(page.zones[$0]) < runningText(page.zones[$1]) }) else {
            return nil
        }
        let words = runningText(page.zones[best])
        return words >= 20 && words * 4 >= runningText(page.zones[heaviest]) ? best : nil
    }

    /// Whether an element is of a kind that holds paragraphs, and is none itself.
    private func holdsSeveral(_ zone: PageZone) -> Bool {
        switch tree.tag(Int(zone.node)) {
        case .p, .li, .h1, .h2, .h3, .h4, .h5, .h6, .blockquote, .figcaption, .dt, .dd: false
        default: true
        }
    }

    /// A zone inside the heaviest one that says of itself to be the article's text, where it holds most of the running
    /// text; else the innermost that holds nearly all of it.
    private func narrowed(_ heaviest: Int) -> Int {
        let whole = page.zones[heaviest]
        let total = runningText(whole)
        var choice = heaviest
        var choiceRank = 0
        for (index, zone) in page.zones.enumerated()
        where zone.firstBlock >= whole.firstBlock && zone.endBlock <= whole.endBlock && holdsSeveral(zone) {
            let share = runningText(zone) * 100 / max(1, total)
            let needed: Int
            let rank: Int
            switch tree.tag(Int(zone.node)) {
            case .article: (needed, rank) = (75, 3)
            case .main: (needed, rank) = (85, 2)
            default: (needed, rank) = zone.marks.contains(.body) ? (70, 4) : (95, 1)
            }
            // Of equals the innermost, which comes last.
            if share >= needed, rank >= choiceRank { (choice, choiceRank) = (index, rank) }
        }
        return choice
    }

    private func runningText(_ zone: PageZone) -> Int {
        runningBefore[Int(zone.endBlock)] - runningBefore[Int(zone.firstBlock)]
    }

    private func body(in zone: Int) -> Body {
        var range = Int(page.zones[zone].firstBlock)..<Int(page.zones[zone].endBlock)
        range = range.lowerBound..<closing(range)
        var kept = range.filter { keeps(page.blocks[$0]) }
        kept = withTables(withoutLists(kept, range), range)
        let isDeclared = page.zones[zone].isArticleBody || page.zones[zone].marks.contains(.body)
        kept = trimmed(kept, keepsLead: isDeclared)
        kept = withoutEmptyHeadings(withoutRepeats(kept))
        return Body(blocks: kept, zone: zone, words: kept.reduce(0) { $0 + page.blocks[$1].freeWords })
    }

    /// The first block, in the later part of a range, that says that the article is over; the range's end if none does.
    private func closing(_ range: Range<Int>) -> Int {
        let (before, after) = (runningBefore[range.lowerBound], runningBefore[range.upperBound])
        for index in range where (runningBefore[index] - before) * 4 >= (after - before) * 3 {
            let block = page.blocks[index]
            if block.words <= 12, verdict(block) == .dropWithAllThatFollows { return index }
        }
        return range.upperBound
    }
}
