/// The article of a page: which blocks are its text, its headline, its standfirst, its captions.
struct ArticleFinder {
    /// Indexes of the blocks of the article's own text, in order.
    private(set) var body: [Int] = []
    private(set) var headline: Int?
    private(set) var standfirst: [Int] = []
    private(set) var captions: [Int] = []
    /// Whether rules and counting disagreed.
    private(set) var isUncertain = false
    private(set) var page: PageBlocks
    /// Words of the article that are not linked.
    private(set) var words = 0

    init(_ tree: PageTree, _ blocks: PageBlocks, _ metadata: PageMetadata, _ phrases: PagePhrases) {
        let finder = BodyFinder(tree, blocks, phrases, titles: metadata.titles.map(\.value))
        let byRules = finder.find()
        page = finder.page
        let byCounting = DenseRun(page)
        chooseBody(finder, byRules, byCounting, expected: metadata.article.body?.split(separator: " ").count)
        words = body.reduce(0) { $0 + page.blocks[$1].freeWords }
        headline = chooseHeadline(finder)
        chooseSurroundings(finder, byRules.zone)
    }

    /// The rules' answer, unless counting finds far more and the page's own figure, where there is one, does not speak
    /// against it.
    private mutating func chooseBody(
        _ finder: BodyFinder, _ rules: BodyFinder.Body, _ counting: DenseRun, expected: Int?
    ) {
        body = rules.blocks
        guard rules.words * 2 < counting.words, counting.words >= 60 else { return }
        let outside = counting.blocks.filter { finder.isBoilerplate(page.blocks[$0]) }
        let outsideWords = outside.reduce(0) { $0 + page.blocks[$1].freeWords }
        guard outsideWords * 5 < counting.words * 2 || rules.words < 20 else { return }
        if let expected, abs(expected - rules.words) <= abs(expected - counting.words) { return }
        body = counting.blocks.filter { !finder.isHeadline(page.blocks[$0]) }
        isUncertain = true
    }

    /// A heading that says what the metadata say, or the last first-level heading before the article.
    private func chooseHeadline(_ finder: BodyFinder) -> Int? {
        let limit = body.first ?? page.blocks.count
        var best: (score: Int, index: Int)?
        for (index, block) in page.blocks.enumerated() where block.words <= 60 {
            if block.setting.contains(.head) { continue }
            var score = 0
            if finder.isHeadline(block) { score += 4 }
            if block.setting.contains(.firstHeading) { score += 2 }
            if block.marks.contains(.headline) { score += 1 }
            if block.setting.contains(.heading) { score += 1 }
            if index > limit { score -= 3 }
            if !block.marks.isDisjoint(with: [.boilerplate, .comments]) { score -= 3 }
            if block.linkDensity > 0.5 { score -= 1 }
            if !block.setting.isDisjoint(with: [.navigation, .aside, .pageFooter, .hidden]) { score -= 2 }
            guard score >= 2 else { continue }
            if score >= best?.score ?? 0 || best == nil { best = (score, index) }
        }
        return best?.index
    }

    /// Standfirst and captions stand between the headline and the article's end.
    private mutating func chooseSurroundings(_ finder: BodyFinder, _ zone: Int?) {
        guard let first = body.first, let last = body.last else { return }
        let kept = Set(body)
        let start = min(headline ?? first, first)
        for index in start...last where !kept.contains(index) && index != headline {
            let block = page.blocks[index]
            if !block.marks.isDisjoint(with: [.boilerplate, .comments]) || block.linkDensity > 0.5 { continue }
            if finder.isHeadline(block) { continue }
            let isCaption = !block.setting.isDisjoint(with: [.caption, .figure]) || block.marks.contains(.caption)
            if isCaption {
                if block.words >= 3 { captions.append(index) }
            } else if index < first, block.marks.contains(.standfirst), block.words >= 5 {
                standfirst.append(index)
            }
        }
    }
}
