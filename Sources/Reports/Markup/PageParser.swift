/// Bytes of markup to a tree: the tokens. `PageParser+Tree` has the rules by which elements open and close.
///
/// Follows the tokenizer of the HTML standard where pages in the wild can tell the difference. Any bytes give a tree;
/// time is linear in their number times the depth, which is bounded.
package struct PageParser {
    package enum Language: Sendable {
        case html
        /// Feeds: names keep their case, every element closes itself or is closed, no entity but XML's five is known.
        case xml
    }

    /// Bounds on what a hostile page can cost.
    package struct Limits: Sendable {
        package var depth = 400
        package var nodes = 3_000_000
        package init() {}
    }

    var tree: PageTree
    let references: CharacterReferences
    let limits: Limits
    let language: Language
    let traits = Tag.traits
    private let tagNames = Tag.names
    private let attributeNames = AttributeName.names
    /// Open elements, outermost first.
    var open: [Int32] = []
    var openTags: [Tag] = []
    var openParagraphs = 0
    var openLinks = 0
    var openForeign = 0
    /// Elements too deep to be kept, still open.
    var buried = 0
    var bodyIsOpen = false
    var headIsClosed = false
    /// Whether the last node is a text node that more text would continue.
    var textContinues = false

    package static func tree(
        of source: [UInt8], as language: Language = .html, _ references: CharacterReferences, limits: Limits = Limits()
    ) -> PageTree {
        var parser = PageParser(source, language, references, limits)
        parser.run()
        return parser.tree
    }

    private init(_ source: [UInt8], _ language: Language, _ references: CharacterReferences, _ limits: Limits) {
        tree = PageTree(source: source)
        self.references = references
        self.limits = limits
        self.language = language
        tree.nodes.reserveCapacity(source.count / 64 + 16)
        tree.text.reserveCapacity(source.count / 8)
        tree.nodes.append(.init(tag: .document, parent: -1, end: 1, first: 0, last: 0, position: 0))
        open = [0]
        openTags = [.document]
    }

    private mutating func run() {
        let source = tree.source
        let count = source.count
        var i = 0
        while i < count, tree.nodes.count < limits.nodes {
            if source[i] != 0x3C {
                let start = i
                while i < count, source[i] != 0x3C { i += 1 }
                addText(start, i)
                continue
            }
            guard i + 1 < count else {
                addText(i, count)
                break
            }
            let next = source[i + 1]
            if isLetter(next) {
                i = startTag(source, i)
            } else if next == 0x2F {
                i = endTag(source, i)
            } else if next == 0x21 {
                i = declaration(source, i)
            } else if next == 0x3F {
                i = after(0x3E, source, i)
                textContinues = false
            } else {
                addText(i, i + 1)
                i += 1
            }
        }
        tree.isTruncated = i < count
        while let last = open.popLast() { tree.nodes[Int(last)].end = Int32(tree.nodes.count) }
    }

    private func after(_ byte: UInt8, _ source: [UInt8], _ start: Int) -> Int {
        var i = start
        while i < source.count, source[i] != byte { i += 1 }
        return min(i + 1, source.count)
    }

    private mutating func declaration(_ source: [UInt8], _ start: Int) -> Int {
        textContinues = false
        if matches(source, start + 2, "--") { return endOfComment(source, start + 4) }
        if matches(source, start + 2, "[CDATA["), language == .xml || openForeign > 0 {
            var i = start + 9
            while i < source.count, !(source[i] == 0x5D && matches(source, i, "]]>")) { i += 1 }
            addVerbatim(start + 9, i)
            return min(i + 3, source.count)
        }
        if language == .xml { return endOfDoctype(source, start) }
        return after(0x3E, source, start)
    }

    /// A document type may hold declarations in square brackets; none of them is ever carried out.
    private func endOfDoctype(_ source: [UInt8], _ start: Int) -> Int {
        var i = start
        var brackets = 0
        while i < source.count {
            switch source[i] {
            case 0x5B: brackets += 1
            case 0x5D: brackets -= 1
            case 0x3E where brackets <= 0: return i + 1
            default: break
            }
            i += 1
        }
        return i
    }

    private func endOfComment(_ source: [UInt8], _ start: Int) -> Int {
        if start < source.count, source[start] == 0x3E { return start + 1 }
        var i = start
        while i < source.count {
            if source[i] == 0x3E, i >= start + 1, source[i - 1] == 0x2D, i < start + 2 || source[i - 2] == 0x2D {
                return i + 1
            }
            if source[i] == 0x3E, i >= start + 3, source[i - 1] == 0x21, source[i - 2] == 0x2D, source[i - 3] == 0x2D {
                return i + 1
            }
            i += 1
        }
        return i
    }

    func matches(_ source: [UInt8], _ start: Int, _ word: StaticString) -> Bool {
        guard start + word.utf8CodeUnitCount <= source.count else { return false }
        return word.withUTF8Buffer { letters in
            for (offset, letter) in letters.enumerated() where source[start + offset] != letter { return false }
            return true
        }
    }

    private mutating func startTag(_ source: [UInt8], _ start: Int) -> Int {
        var i = start + 1
        while i < source.count, !endsName(source[i]) { i += 1 }
        let tag = language == .html ? tagNames.value(source, start + 1, i) : .other
        let firstAttribute = tree.attributes.count
        var closesItself = false
        var seen: UInt32 = 0
        while i < source.count, source[i] != 0x3E {
            if source[i] == 0x2F {
                closesItself = i + 1 < source.count && source[i + 1] == 0x3E
                i += 1
            } else if isMarkupSpace(source[i]) {
                i += 1
            } else {
                i = attribute(source, i, &seen)
            }
        }
        i = min(i + 1, source.count)
        let isKept = openElement(tag, firstAttribute, start, closesItself)
        if language == .html, isKept || !tag.traits.isDisjoint(with: [.holdsRawText, .holdsOnlyText]) {
            i = heldText(tag, source, i, isKept)
        }
        return i
    }

    private mutating func attribute(_ source: [UInt8], _ start: Int, _ seen: inout UInt32) -> Int {
        var i = start + 1
        while i < source.count, source[i] != 0x3D, !endsName(source[i]) { i += 1 }
        let nameEnd = i
        while i < source.count, isMarkupSpace(source[i]) { i += 1 }
        var first = nameEnd
        var last = nameEnd
        if i < source.count, source[i] == 0x3D {
            i += 1
            while i < source.count, isMarkupSpace(source[i]) { i += 1 }
            if i < source.count, source[i] == 0x22 || source[i] == 0x27 {
                let quote = source[i]
                first = i + 1
                i = first
                while i < source.count, source[i] != quote { i += 1 }
                last = i
                i = min(i + 1, source.count)
            } else {
                first = i
                while i < source.count, source[i] != 0x3E, !isMarkupSpace(source[i]) { i += 1 }
                last = i
            }
        }
        let name = attributeNames.value(source, start, nameEnd)
        let bit: UInt32 = 1 << UInt32(name.rawValue)
        if name != .other, seen & bit == 0 {
            seen |= bit
            tree.attributes.append(.init(name: name, first: Int32(first), last: Int32(last)))
        }
        return i
    }

    /// Takes the content of an element that holds no markup up to its end tag.
    private mutating func heldText(_ tag: Tag, _ source: [UInt8], _ start: Int, _ isKept: Bool) -> Int {
        let isRaw = tag.traits.contains(.holdsRawText)
        guard isRaw || tag.traits.contains(.holdsOnlyText), openForeign == 0 || isRaw else { return start }
        let name = Array(Tag.spellings[Int(tag.rawValue)].utf8)
        var i = start
        while i < source.count {
            if source[i] == 0x3C, i + 1 < source.count, source[i + 1] == 0x2F, i + 2 + name.count <= source.count {
                var k = 0
                while k < name.count, lowered(source[i + 2 + k]) == name[k] { k += 1 }
                if k == name.count, i + 2 + k == source.count || endsName(source[i + 2 + k]) { break }
            }
            i += 1
        }
        if isKept {
            if isRaw { addRawText(start, i) } else { addText(start, i) }
        }
        return i
    }

    private mutating func endTag(_ source: [UInt8], _ start: Int) -> Int {
        textContinues = false
        guard start + 2 < source.count, isLetter(source[start + 2]) else { return after(0x3E, source, start) }
        var i = start + 2
        while i < source.count, !endsName(source[i]) { i += 1 }
        let tag = language == .html ? tagNames.value(source, start + 2, i) : .other
        let nameEnd = i
        i = after(0x3E, source, i)
        closeElement(tag, start + 2, nameEnd)
        return i
    }
}
