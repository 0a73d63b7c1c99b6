/// Walks a page's tree once and lays its visible text out in blocks.
struct BlockCollector {
    private struct Level {
        /// First node after the element.
        var end: Int
        var element: Int32
        var setting: PageBlock.Setting
        var zone: Int
        var isBlock: Bool
        var isBold: Bool
        var links: Bool
    }

    private let tree: PageTree
    private let vocabulary: PageVocabulary
    private let traits = Tag.traits
    private var result = PageBlocks()
    private var levels: [Level] = []
    private var current: PageBlock?
    /// The white space that stands before the next word: its node, and its last byte there; -1 for none.
    private var spaceNode = -1
    private var spaceOffset = 0
    private var pendingBreaks = 0
    private var inWord = false
    private var wideLetters = 0
    private var linkEnd = -1

    static func blocks(_ tree: PageTree, _ vocabulary: PageVocabulary) -> PageBlocks {
        var collector = BlockCollector(tree: tree, vocabulary: vocabulary)
        collector.walk()
        return collector.result
    }

    private init(tree: PageTree, vocabulary: PageVocabulary) {
        self.tree = tree
        self.vocabulary = vocabulary
        result.text.reserveCapacity(tree.text.count)
    }

    private mutating func walk() {
        levels = [
            Level(
                end: tree.nodes.count, element: 0, setting: [], zone: -1, isBlock: true, isBold: false, links: false)
        ]
        var i = 1
        while i < tree.nodes.count {
            while levels.count > 1, levels[levels.count - 1].end <= i { leave() }
            let node = tree.nodes[i]
            switch node.tag {
            case .text:
                add(i)
                i += 1
            case .br:
                pendingBreaks += 1
                if pendingBreaks >= 2 { flush() }
                i += 1
            case .hr:
                flush()
                i += 1
            case .rawText:
                i += 1
            default:
                if traits[Int(node.tag.rawValue)].contains(.isUnread) {
                    i = Int(node.end)
                } else {
                    enter(i)
                    i += 1
                }
            }
        }
        while levels.count > 1 { leave() }
        flush()
    }

    private mutating func enter(_ node: Int) {
        let tag = tree.tag(node)
        var level = levels[levels.count - 1]
        level.end = tree.end(node)
        level.zone = -1
        let marks = marks(node, tag)
        var isBlock = traits[Int(tag.rawValue)].contains(.isBlock)
        if !isBlock, marks.contains(.boilerplate) || marks.contains(.caption) || marks.contains(.comments) {
            isBlock = true
        }
        level.isBlock = isBlock
        switch tag {
        case .a:
            level.links = true
            if let stop = tree.linkStops[Int32(node)] { linkEnd = Int(stop) } else { linkEnd = level.end }
        case .b, .strong: level.isBold = true
        default: break
        }
        if isBlock {
            flush()
            level.element = Int32(node)
            let outer = level.setting
            level.setting = setting(node, tag, outer)
            level.zone = result.zones.count
            let blocks = Int32(result.blocks.count)
            result.zones.append(
                PageZone(
                    node: Int32(node), firstBlock: blocks, endBlock: blocks, marks: marks,
                    own: level.setting.subtracting(outer),
                    isArticleBody: tree.value(node, .itemprop, is: "articlebody")))
        } else if tag == .time {
            level.setting.insert(.time)
        }
        levels.append(level)
    }

    private func marks(_ node: Int, _ tag: Tag) -> PageVocabulary.Marks {
        switch tag {
        case .html, .body, .tr, .tbody, .thead, .tfoot, .colgroup: return []
        default: break
        }
        var marks: PageVocabulary.Marks = []
        if let range = tree.rawValue(node, .class) { marks.formUnion(vocabulary.marks(tree.source, range)) }
        if let range = tree.rawValue(node, .id) { marks.formUnion(vocabulary.marks(tree.source, range)) }
        // The article itself may carry its tags, its section and its author in its classes.
        if tag == .article || tag == .main { marks.subtract([.meta, .boilerplate, .comments, .caption]) }
        return marks
    }

    private func setting(_ node: Int, _ tag: Tag, _ outer: PageBlock.Setting) -> PageBlock.Setting {
        var setting = outer.subtracting(.paragraph)
        switch tag {
        case .p: setting.insert(.paragraph)
        case .h1: setting.formUnion([.heading, .firstHeading])
        case .h2, .h3, .h4, .h5, .h6: setting.insert(.heading)
        case .li: setting.insert(.listItem)
        case .dt, .dd: setting.insert(.definition)
        case .blockquote: setting.insert(.quote)
        case .td, .th: setting.insert(.cell)
        case .pre, .listing, .xmp, .plaintext: setting.insert(.preformatted)
        case .figure: setting.insert(.figure)
        case .figcaption: setting.insert(.caption)
        case .nav, .menu, .search: setting.insert(.navigation)
        case .aside, .dialog: setting.insert(.aside)
        case .header: setting.insert(.pageHeader)
        case .footer: setting.insert(.pageFooter)
        case .form, .fieldset: setting.insert(.form)
        case .address: setting.insert(.address)
        default: break
        }
        if let range = tree.rawValue(node, .role) { setting.formUnion(role(range)) }
        if tree.rawValue(node, .hidden) != nil || isHiddenByStyle(node) { setting.insert(.hidden) }
        return setting
    }

    private func role(_ range: Range<Int>) -> PageBlock.Setting {
        switch String(decoding: tree.source[range], as: UTF8.self) {
        case "navigation", "menu", "menubar", "search", "toolbar", "tablist": .navigation
        case "complementary", "dialog", "alertdialog": .aside
        case "banner": .pageHeader
        case "contentinfo": .pageFooter
        case "heading": .heading
        default: []
        }
    }

    private func isHiddenByStyle(_ node: Int) -> Bool {
        guard let range = tree.rawValue(node, .style) else { return false }
        let style = tree.source[range].prefix(400).filter { !isMarkupSpace($0) }.map(lowered)
        return contains(style, "display:none") || contains(style, "visibility:hidden")
    }

    private mutating func leave() {
        let level = levels.removeLast()
        if level.isBlock { flush() }
        if level.zone >= 0 { result.zones[level.zone].endBlock = Int32(result.blocks.count) }
    }

    /// Appends a text node's text, each stretch of white space as one space.
    private mutating func add(_ node: Int) {
        let text = tree.text
        let start = Int(tree.nodes[node].first)
        let end = Int(tree.nodes[node].last)
        let level = levels[levels.count - 1]
        let isLinked = level.links && node < linkEnd
        let isPreformatted = level.setting.contains(.preformatted)
        var i = start
        while i < end {
            let space = spaceLength(text, i, end)
            if space > 0 {
                if isPreformatted, text[i] == 0x0A {
                    pendingBreaks += 1
                    if pendingBreaks >= 2 { flush() }
                }
                spaceNode = node
                spaceOffset = i + space - 1 - start
                inWord = false
                i += space
                continue
            }
            if let length = unseenLength(text, i, end) {
                i += length
                continue
            }
            i = addWord(node, text, i, end, start, isLinked, level.isBold)
        }
    }

    /// Appends one word and what stands before it; returns where it ends.
    private mutating func addWord(
        _ node: Int, _ text: [UInt8], _ from: Int, _ end: Int, _ nodeStart: Int, _ isLinked: Bool, _ isBold: Bool
    ) -> Int {
        var block = current ?? newBlock()
        let isNewWord = !inWord
        let isFirst = block.start == Int32(result.text.count)
        if !isFirst, pendingBreaks > 0 {
            result.text.append(0x0A)
        } else if !isFirst, spaceNode >= 0 {
            result.text.append(0x20)
            extendRun(&block, result.text.count - 1, 1, spaceNode, spaceOffset)
        }
        spaceNode = -1
        pendingBreaks = 0
        var i = from
        let wordStart = result.text.count
        while i < end, spaceLength(text, i, end) == 0, unseenLength(text, i, end) == nil {
            let byte = text[i]
            if byte >= 0xE3, byte <= 0xE9, isIdeograph(text, i, end) { wideLetters += 1 }
            if byte == 0xE3, i + 2 < end, text[i + 1] == 0x80, text[i + 2] == 0x82 { block.sentences += 1 }
            result.text.append(byte)
            i += 1
        }
        extendRun(&block, wordStart, result.text.count - wordStart, node, from - nodeStart)
        inWord = true
        var gained: Int32 = isNewWord ? 1 : 0
        if wideLetters >= 2 {
            gained += Int32(wideLetters / 2)
            wideLetters %= 2
        }
        block.words += gained
        if isLinked { block.linkedWords += gained }
        if isBold { block.boldWords += gained }
        if endsSentence(Int(block.start)) { block.sentences += 1 }
        block.end = Int32(result.text.count)
        current = block
        return i
    }

    private mutating func newBlock() -> PageBlock {
        let at = Int32(result.text.count)
        let runs = Int32(result.runs.count)
        let level = levels[levels.count - 1]
        pendingBreaks = 0
        return PageBlock(
            element: level.element, start: at, end: at, firstRun: runs, endRun: runs, setting: level.setting)
    }

    private mutating func extendRun(_ block: inout PageBlock, _ start: Int, _ count: Int, _ node: Int, _ offset: Int) {
        if block.endRun > block.firstRun {
            let last = result.runs.count - 1
            let run = result.runs[last]
            if run.node == Int32(node), Int(run.start + run.count) == start, Int(run.offset + run.count) == offset {
                result.runs[last].count += Int32(count)
                return
            }
        }
        result.runs.append(.init(start: Int32(start), count: Int32(count), node: Int32(node), offset: Int32(offset)))
        block.endRun = Int32(result.runs.count)
    }

    /// Whether the text so far closes a sentence, closing quotes and brackets aside.
    private func endsSentence(_ blockStart: Int) -> Bool {
        var i = result.text.count - 1
        while i > blockStart {
            let before = result.text[i - 1]
            switch result.text[i] {
            case 0x22, 0x27, 0x29, 0x5D: i -= 1
            case 0x9D where before == 0x80, 0x99 where before == 0x80: i -= 3
            case 0xBB where before == 0xC2: i -= 2
            case 0x21, 0x3F: return true
            // An initial ends none.
            case 0x2E: return i - blockStart >= 2 && before > 0x20 && result.text[i - 2] > 0x20
            case 0xA6 where before == 0x80: return true
            default: return false
            }
        }
        return false
    }

    private mutating func flush() {
        spaceNode = -1
        pendingBreaks = 0
        inWord = false
        guard let block = current else { return }
        current = nil
        if block.end > block.start { result.blocks.append(block) }
    }
}

/// The length of a white space character, with the spaces of typography and the no-break space; 0 for anything else.
@inline(__always)
func spaceLength(_ text: [UInt8], _ i: Int, _ end: Int) -> Int {
    let byte = text[i]
    if byte <= 0x20 { return 1 }
    if byte == 0xC2, i + 1 < end, text[i + 1] == 0xA0 { return 2 }
    guard byte == 0xE2 || byte == 0xE3, i + 2 < end, text[i + 1] == 0x80 else { return 0 }
    let last = text[i + 2]
    if byte == 0xE3 { return last == 0x80 ? 3 : 0 }
    return (last >= 0x80 && last <= 0x8A) || last == 0xA8 || last == 0xA9 || last == 0xAF ? 3 : 0
}

/// The length of a character that shows nothing: soft hyphen, zero-width space and joiners, byte order mark.
@inline(__always)
func unseenLength(_ text: [UInt8], _ i: Int, _ end: Int) -> Int? {
    let byte = text[i]
    if byte == 0xC2, i + 1 < end, text[i + 1] == 0xAD { return 2 }
    if byte == 0xE2, i + 2 < end, text[i + 1] == 0x80, text[i + 2] >= 0x8B, text[i + 2] <= 0x8F { return 3 }
    if byte == 0xE2, i + 2 < end, text[i + 1] == 0x81, text[i + 2] == 0xA0 { return 3 }
    if byte == 0xEF, i + 2 < end, text[i + 1] == 0xBB, text[i + 2] == 0xBF { return 3 }
    return nil
}

/// Han and kana: scripts that put no space between words.
@inline(__always)
private func isIdeograph(_ text: [UInt8], _ i: Int, _ end: Int) -> Bool {
    guard i + 1 < end else { return false }
    return text[i] != 0xE3 || text[i + 1] >= 0x81
}

/// Whether `bytes` hold `word`.
func contains(_ bytes: [UInt8], _ word: StaticString) -> Bool {
    word.withUTF8Buffer { letters in
        guard let first = letters.first, bytes.count >= letters.count else { return false }
        var i = 0
        while i + letters.count <= bytes.count {
            if bytes[i] == first, bytes[i..<i + letters.count].elementsEqual(letters) { return true }
            i += 1
        }
        return false
    }
}
