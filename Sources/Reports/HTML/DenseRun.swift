/// Finds the article by counting alone: the run of blocks, in the order of the page, in which free words most outweigh
/// links and short pieces. Names of classes and the nesting of elements play no part, so that it errs elsewhere than
/// the rules do.
struct DenseRun {
    /// Indexes of the blocks of the run that read like text.
    let blocks: [Int]
    /// Words that are not linked.
    let words: Int

    init(_ page: PageBlocks) {
        var best = (sum: 0, start: 0, end: 0)
        var sum = 0
        var start = 0
        for (index, block) in page.blocks.enumerated() {
            sum += Self.weight(block)
            if sum <= 0 {
                sum = 0
                start = index + 1
            } else if sum > best.sum {
                best = (sum, start, index + 1)
            }
        }
        blocks = (best.start..<best.end).filter { Self.weight(page.blocks[$0]) > 0 }
        words = blocks.reduce(0) { $0 + page.blocks[$1].freeWords }
    }

    /// In words: what a block adds to its run, or takes from it.
    private static func weight(_ block: PageBlock) -> Int {
        if block.setting.contains(.hidden) { return 0 }
        if block.readsLikeText { return block.freeWords - Int(block.linkedWords) / 2 }
        if block.setting.contains(.heading) { return block.linkedWords > 0 ? -15 : -5 }
        if block.sentences > 0, block.linkDensity < 0.5 { return block.freeWords }
        return -10 - Int(block.linkedWords)
    }
}
