/// What of a zone is the article, and what only stands beside it.
extension BodyFinder {
    /// Whether a block inside the article's zone belongs to the article, taken by itself.
    func keeps(_ block: PageBlock) -> Bool {
        if isBoilerplate(block) || isHeadline(block) { return false }
        if !block.setting.isDisjoint(with: [.caption, .firstHeading, .time, .address, .head]) { return false }
        if block.marks.contains(.caption) { return false }
        if block.setting.contains(.figure), !block.readsLikeText || block.words < 40 { return false }
        if block.setting.contains(.pageHeader), !block.readsLikeText { return false }
        if verdict(block) != .none { return false }
        if block.setting.contains(.heading) { return block.linkDensity < 0.6 && block.words <= 40 }
        if block.setting.contains(.paragraph), block.sentences > 0, block.freeWords >= 3 { return true }
        if block.linkDensity > 0.66 { return false }
        if block.linkDensity > 0.5, block.sentences == 0 { return false }
        if !block.setting.isDisjoint(with: [.paragraph, .quote, .preformatted]) { return holdsLetters(block) }
        if block.readsLikeText || block.sentences > 0 { return true }
        if !block.setting.isDisjoint(with: [.listItem, .cell, .definition]) { return holdsLetters(block) }
        return block.words >= 7
    }

    private func holdsLetters(_ block: PageBlock) -> Bool {
        page.text(block).contains { isLetter($0) || isDigit($0) || $0 >= 0xC3 }
    }

    /// Whether a block says no more than the page's title.
    func isHeadline(_ block: PageBlock) -> Bool {
        guard block.words <= 60, block.sentences < 4 else { return false }
        let folded = TitleFolding.fold(page.text(block))
        guard folded.count >= 8 else { return false }
        for title in titles {
            if title == folded { return true }
            let isMost = title.count > folded.count && folded.count * 10 > title.count * 6
            if isMost, title.starts(with: folded) { return true }
        }
        return false
    }

    /// Takes out runs of list items that are mostly links: contents, related reports, tags.
    func withoutLists(_ kept: [Int], _ range: Range<Int>) -> [Int] {
        var dropped = Set<Int>()
        for zone in page.zones where zone.endBlock > zone.firstBlock {
            let tag = tree.tag(Int(zone.node))
            guard tag == .ul || tag == .ol || tag == .dl || tag == .table else { continue }
            let blocks = Int(zone.firstBlock)..<Int(zone.endBlock)
            guard range.contains(blocks.lowerBound) else { continue }
            var words = 0
            var linked = 0
            for index in blocks {
                words += Int(page.blocks[index].words)
                linked += Int(page.blocks[index].linkedWords)
            }
            if linked * 2 > words { dropped.formUnion(blocks) }
        }
        return kept.filter { !dropped.contains($0) }
    }

    /// Puts back the cells of tables of figures that were dropped one by one: a row is whole or it says nothing.
    func withTables(_ kept: [Int], _ range: Range<Int>) -> [Int] {
        var all = Set(kept)
        for zone in page.zones where tree.tag(Int(zone.node)) == .table && range.contains(Int(zone.firstBlock)) {
            let cells = (Int(zone.firstBlock)..<Int(zone.endBlock)).filter { !isBoilerplate(page.blocks[$0]) }
            let words = cells.reduce(0) { $0 + Int(page.blocks[$1].words) }
            let linked = cells.reduce(0) { $0 + Int(page.blocks[$1].linkedWords) }
            // Short cells, most of them kept: no table for layout.
            guard cells.count >= 6, words < cells.count * 12, linked * 2 <= words else { continue }
            if cells.count(where: all.contains) * 2 > cells.count { all.formUnion(cells) }
        }
        return all.count == kept.count ? kept : all.sorted()
    }

    /// Takes out paragraphs that stand on the page a second time, for small screens or as quotes pulled out.
    func withoutRepeats(_ kept: [Int]) -> [Int] {
        var seen = Set<[UInt8]>()
        return kept.filter { index in
            let block = page.blocks[index]
            guard block.words >= 12 else { return true }
            return seen.insert(Array(page.text(block))).inserted
        }
    }

    /// Takes out headings under which everything was taken out: those of boxes between the paragraphs.
    func withoutEmptyHeadings(_ kept: [Int]) -> [Int] {
        kept.enumerated().filter { position, index in
            guard let level = headingLevel(page.blocks[index]), position + 1 < kept.count else { return true }
            let next = kept[position + 1]
            guard let nextLevel = headingLevel(page.blocks[next]), next > index + 1 else { return true }
            return nextLevel > level
        }.map(\.element)
    }

    private func headingLevel(_ block: PageBlock) -> Int? {
        guard block.setting.contains(.heading) else { return nil }
        switch tree.tag(Int(block.element)) {
        case .h1: return 1
        case .h2: return 2
        case .h3: return 3
        case .h4: return 4
        default: return 5
        }
    }

    /// Cuts what stands before the first and after the last paragraph, and all after a phrase that closes an article.
    ///
    /// - Parameter keepsLead: the zone calls itself the article's text, so that short pieces at its beginning belong
    /// to it.
    func trimmed(_ blocks: [Int], keepsLead: Bool) -> [Int] {
        var kept = blocks
        if let first = kept.firstIndex(where: { anchors(page.blocks[$0]) && !isSummary(page.blocks[$0]) }) {
            let lead = kept[..<first].filter { !isSummary(page.blocks[$0]) }
            kept.replaceSubrange(..<first, with: lead)
        }
        if !keepsLead, let first = kept.firstIndex(where: { anchors(page.blocks[$0]) }) {
            var start = first
            while start > 0, page.blocks[kept[start - 1]].setting.contains(.paragraph),
                page.blocks[kept[start - 1]].sentences > 0
            {
                start -= 1
            }
            kept.removeFirst(start)
        }
        while let first = kept.first, isScrap(page.blocks[first]) { kept.removeFirst() }
        while let last = kept.last, isTail(page.blocks[last]) { kept.removeLast() }
        return kept
    }

    /// Whether a block before the article only sums it up or names it.
    private func isSummary(_ block: PageBlock) -> Bool { !block.marks.isDisjoint(with: [.standfirst, .headline]) }

    private func anchors(_ block: PageBlock) -> Bool {
        block.readsLikeText || (block.setting.contains(.paragraph) && block.freeWords >= 10)
    }

    /// A date or a label before the first paragraph.
    private func isScrap(_ block: PageBlock) -> Bool {
        block.sentences == 0 && block.words <= 12
            && block.setting.isDisjoint(with: [.paragraph, .heading, .listItem, .cell, .quote, .preformatted])
    }

    /// What an article does not end with: a heading, the author.
    private func isTail(_ block: PageBlock) -> Bool {
        block.setting.contains(.heading) || (block.marks.contains(.meta) && block.words <= 80)
    }

    func verdict(_ block: PageBlock) -> PagePhrases.Verdict {
        let isStatement = block.linkedWords == 0 && block.sentences > 0
        return phrases.verdict(page.text(block), words: Int(block.words), isStatement: isStatement)
    }
}

/// Titles made comparable: letters and digits only, ASCII letters small.
enum TitleFolding {
    static func fold(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.count)
        var i = text.startIndex
        while i < text.endIndex {
            let byte = text[i]
            // Typographic quotes, dashes and spaces all begin with E2 80.
            if byte == 0xE2, i + 2 < text.endIndex, text[i + 1] == 0x80 {
                i += 3
                continue
            }
            if isLetter(byte) || isDigit(byte) || byte >= 0xC3 || (byte >= 0x80 && byte < 0xC0) {
                folded.append(lowered(byte))
            }
            i += 1
        }
        return folded
    }
}
