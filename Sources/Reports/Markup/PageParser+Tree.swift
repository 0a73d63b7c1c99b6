/// How elements open and close each other: the rules of the HTML standard's tree construction that pages depend on.
/// Formatting elements that overlap others are not cloned; a link that ends inside another element is noted instead.
extension PageParser {
    private var current: Tag { openTags[openTags.count - 1] }

    mutating func append(_ tag: Tag, _ first: Int, _ last: Int, _ position: Int) -> Int32 {
        let index = Int32(tree.nodes.count)
        tree.nodes.append(
            .init(
                tag: tag, parent: open[open.count - 1], end: index + 1, first: Int32(first), last: Int32(last),
                position: Int32(position)))
        return index
    }

    private mutating func push(_ index: Int32, _ tag: Tag) {
        open.append(index)
        openTags.append(tag)
        switch tag {
        case .p: openParagraphs += 1
        case .a: openLinks += 1
        case .svg, .math: openForeign += 1
        default: break
        }
    }

    private mutating func pop() {
        guard open.count > 1 else { return }
        tree.nodes[Int(open.removeLast())].end = Int32(tree.nodes.count)
        switch openTags.removeLast() {
        case .p: openParagraphs -= 1
        case .a: openLinks -= 1
        case .svg, .math: openForeign -= 1
        default: break
        }
    }

    private mutating func pop(through depth: Int) {
        while open.count > depth { pop() }
    }

    mutating func addText(_ start: Int, _ end: Int) {
        guard end > start else { return }
        if language == .html, !bodyIsOpen, current == .document || current == .html || current == .head {
            var i = start
            while i < end, isMarkupSpace(tree.source[i]) { i += 1 }
            if i == end { return }
            openBody(start)
        }
        let first = tree.text.count
        references.decode(tree.source, start, end, into: &tree.text)
        finishText(first, start)
    }

    mutating func addVerbatim(_ start: Int, _ end: Int) {
        let first = tree.text.count
        tree.text.append(contentsOf: tree.source[start..<max(start, min(end, tree.source.count))])
        finishText(first, start)
        textContinues = false
    }

    private mutating func finishText(_ first: Int, _ position: Int) {
        if textContinues {
            tree.nodes[tree.nodes.count - 1].last = Int32(tree.text.count)
        } else {
            _ = append(.text, first, tree.text.count, position)
            textContinues = true
        }
    }

    mutating func addRawText(_ start: Int, _ end: Int) {
        if end > start { _ = append(.rawText, start, end, start) }
        textContinues = false
    }

    private mutating func openBody(_ position: Int) {
        ensureHTML(position)
        while open.count > 2 { pop() }
        let none = tree.attributes.count
        push(append(.body, none, none, position), .body)
        bodyIsOpen = true
    }

    private mutating func ensureHTML(_ position: Int) {
        guard open.count == 1 else { return }
        let none = tree.attributes.count
        push(append(.html, none, none, position), .html)
    }

    /// - Returns: whether the element was opened and waits for its content.
    mutating func openElement(_ tag: Tag, _ firstAttribute: Int, _ position: Int, _ closesItself: Bool) -> Bool {
        textContinues = false
        if language == .xml { return insert(tag, firstAttribute, position, isVoid: closesItself) }
        switch tag {
        case .html, .head, .body: return openFrame(tag, firstAttribute, position)
        default: break
        }
        if !bodyIsOpen, current == .document || current == .html || current == .head {
            if traits[Int(tag.rawValue)].contains(.belongsToHead) {
                ensureHTML(position)
                if current == .html, !headIsClosed {
                    push(append(.head, firstAttribute, firstAttribute, position), .head)
                }
            } else {
                openBody(position)
            }
        }
        let kind = traits[Int(tag.rawValue)]
        if openForeign > 0 {
            if kind.contains(.closesParagraph) || tag == .img || tag == .span || tag == .br {
                while openForeign > 0 { pop() }
            } else if closesItself {
                return insert(tag, firstAttribute, position, isVoid: true)
            }
        }
        guard closeWhatEnds(before: tag, kind, position) else {
            tree.attributes.removeLast(tree.attributes.count - firstAttribute)
            return false
        }
        let first = max(firstAttribute, 0)
        return insert(tag, first, position, isVoid: kind.contains(.isVoid))
    }

    private mutating func insert(_ tag: Tag, _ first: Int, _ position: Int, isVoid: Bool) -> Bool {
        let index = append(tag, first, tree.attributes.count, position)
        if isVoid { return false }
        guard open.count < limits.depth else {
            buried += 1
            return false
        }
        push(index, tag)
        return true
    }

    private mutating func openFrame(_ tag: Tag, _ firstAttribute: Int, _ position: Int) -> Bool {
        switch tag {
        case .html where open.count == 1:
            push(append(.html, firstAttribute, tree.attributes.count, position), .html)
        case .head where !bodyIsOpen && !headIsClosed && current != .head:
            ensureHTML(position)
            if current == .html { push(append(.head, firstAttribute, tree.attributes.count, position), .head) }
        case .body where !bodyIsOpen:
            openBody(position)
            tree.nodes[tree.nodes.count - 1].first = Int32(firstAttribute)
            tree.nodes[tree.nodes.count - 1].last = Int32(tree.attributes.count)
        default:
            break
        }
        return true
    }

    /// Closes the elements that a start tag closes; false where the tag has no place and is dropped.
    private mutating func closeWhatEnds(before tag: Tag, _ kind: TagTraits, _ position: Int) -> Bool {
        if openParagraphs > 0, kind.contains(.closesParagraph) { closeParagraph() }
        switch tag {
        case .h1, .h2, .h3, .h4, .h5, .h6:
            if traits[Int(current.rawValue)].contains(.isHeading) { pop() }
        case .li: closeSibling([.li])
        case .dt, .dd: closeSibling([.dt, .dd])
        case .option where current == .option: pop()
        case .optgroup where current == .option || current == .optgroup: pop()
        case .a where openLinks > 0: closeInline(.a, 0, 0)
        case .caption, .colgroup, .thead, .tbody, .tfoot: return clearTable(to: [.table])
        case .tr:
            guard clearTable(to: [.table, .thead, .tbody, .tfoot]) else { return false }
            if current == .table { insertImplied(.tbody, position) }
        case .td, .th:
            guard clearTable(to: [.table, .thead, .tbody, .tfoot, .tr]) else { return false }
            if current == .table { insertImplied(.tbody, position) }
            if current != .tr { insertImplied(.tr, position) }
        default: break
        }
        return true
    }

    /// An element without a tag of its own. Attributes already read belong to the tag that implied it.
    private mutating func insertImplied(_ tag: Tag, _ position: Int) {
        push(append(tag, 0, 0, position), tag)
    }

    private mutating func clearTable(to tags: [Tag]) -> Bool {
        guard let table = openTags.lastIndex(of: .table) else { return false }
        while open.count > table + 1, !tags.contains(current) { pop() }
        return true
    }

    private mutating func closeParagraph() {
        var depth = openTags.count - 1
        while depth > 0 {
            let tag = openTags[depth]
            if tag == .p { return pop(through: depth) }
            if tag == .button || traits[Int(tag.rawValue)].contains(.isScope) { return }
            depth -= 1
        }
    }

    private mutating func closeSibling(_ tags: [Tag]) {
        var depth = openTags.count - 1
        while depth > 0 {
            let tag = openTags[depth]
            if tags.contains(tag) { return pop(through: depth) }
            if traits[Int(tag.rawValue)].contains(.isSpecial), tag != .address, tag != .div, tag != .p { return }
            depth -= 1
        }
    }

    /// - Parameters: `nameStart`, `nameEnd` bound the name in the source, for elements that HTML does not know.
    mutating func closeElement(_ tag: Tag, _ nameStart: Int, _ nameEnd: Int) {
        if buried > 0 {
            if !traits[Int(tag.rawValue)].contains(.isVoid) { buried -= 1 }
            return
        }
        guard language == .html else { return closeNamed(nameStart, nameEnd, stopsAtSpecial: false) }
        let kind = traits[Int(tag.rawValue)]
        switch tag {
        case .html, .body: break
        case .head:
            if !bodyIsOpen, openTags.contains(.head) {
                pop(through: 2)
                headIsClosed = true
            }
        case .br: _ = openElement(.br, tree.attributes.count, nameStart - 2, false)
        case .p: closeParagraph()
        case .other: closeNamed(nameStart, nameEnd, stopsAtSpecial: true)
        case .table, .tr, .td, .th, .thead, .tbody, .tfoot, .caption:
            closeBlock([.table, .template]) { $0 == tag }
        case _ where kind.contains(.isVoid): break
        case _ where kind.contains(.isHeading):
            closeBlock([]) { Tag.traits[Int($0.rawValue)].contains(.isHeading) }
        case _ where kind.contains(.isSpecial) || kind.contains(.belongsToHead): closeBlock([]) { $0 == tag }
        default: closeInline(tag, nameStart, nameEnd)
        }
    }

    /// Pops to the innermost open element that `matches`, unless a scope's edge comes first: any, or one of `edges`.
    private mutating func closeBlock(_ edges: [Tag], _ matches: (Tag) -> Bool) {
        var depth = openTags.count - 1
        while depth > 0 {
            let tag = openTags[depth]
            if matches(tag) { return pop(through: depth) }
            if edges.isEmpty ? traits[Int(tag.rawValue)].contains(.isScope) : edges.contains(tag) { return }
            depth -= 1
        }
    }

    private mutating func closeInline(_ tag: Tag, _ nameStart: Int, _ nameEnd: Int) {
        var depth = openTags.count - 1
        var crossesSpecial = false
        while depth > 0 {
            if openTags[depth] == tag {
                if !crossesSpecial { return pop(through: depth) }
                if tag == .a, tree.linkStops[open[depth]] == nil {
                    tree.linkStops[open[depth]] = Int32(tree.nodes.count)
                }
                return
            }
            let kind = traits[Int(openTags[depth].rawValue)]
            if kind.contains(.isScope) { return }
            if kind.contains(.isSpecial) { crossesSpecial = true }
            depth -= 1
        }
    }

    private mutating func closeNamed(_ nameStart: Int, _ nameEnd: Int, stopsAtSpecial: Bool) {
        var depth = openTags.count - 1
        while depth > 0 {
            if openTags[depth] == .other, hasName(Int(open[depth]), nameStart, nameEnd) { return pop(through: depth) }
            if stopsAtSpecial, traits[Int(openTags[depth].rawValue)].contains(.isSpecial) { return }
            depth -= 1
        }
    }

    private func hasName(_ node: Int, _ nameStart: Int, _ nameEnd: Int) -> Bool {
        let start = Int(tree.nodes[node].position) + 1
        let count = nameEnd - nameStart
        guard start + count < tree.source.count, endsName(tree.source[start + count]) else { return false }
        var i = 0
        while i < count {
            let (a, b) = (tree.source[start + i], tree.source[nameStart + i])
            if language == .html ? lowered(a) != lowered(b) : a != b { return false }
            i += 1
        }
        return true
    }
}
