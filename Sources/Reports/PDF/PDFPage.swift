/// A page of a PDF, as pdftotext lays it out.
struct PDFPage {
    struct Line {
        /// Bytes of the page's text.
        var range: Range<Int>
        var left: Double
        var right: Double
        var top: Double
        var bottom: Double
        /// Which of the page's blocks it stands in.
        var block: Int

        var height: Double { bottom - top }
    }

    var height: Double
    /// Words apart by spaces, lines by line ends, in the order in which they are read.
    var text: [UInt8] = []
    var lines: [Line] = []

    /// All pages of pdftotext's XHTML, and its meta elements.
    static func pages(_ tree: PageTree, _ references: CharacterReferences) -> (
        pages: [PDFPage], facts: [String: String]
    ) {
        var pages: [PDFPage] = []
        var facts: [String: String] = [:]
        var block = 0
        var node = 1
        while node < tree.nodes.count {
            guard tree.tag(node) == .other else {
                node += 1
                continue
            }
            let name = String(decoding: tree.source[tree.nameRange(node)], as: UTF8.self)
            switch name {
            case "title": facts["title"] = String(decoding: tree.plainText(node), as: UTF8.self).trimmed
            case "meta":
                if let key = tree.value(node, .name, references), let value = tree.value(node, .content, references) {
                    facts[key.lowercased()] = value
                }
            case "page": pages.append(PDFPage(height: number(tree, node, "height") ?? 0))
            case "block": block += 1
            case "line" where !pages.isEmpty: pages[pages.count - 1].add(tree, node, block)
            default: break
            }
            node += 1
        }
        return (pages, facts)
    }

    private mutating func add(_ tree: PageTree, _ node: Int, _ block: Int) {
        let start = text.count
        var child = node + 1
        while child < tree.end(node) {
            if tree.tag(child) == .other {
                let word = tree.plainText(child)
                if !word.isEmpty {
                    if text.count > start { text.append(0x20) }
                    text += word
                }
            }
            child = tree.end(child)
        }
        guard text.count > start else { return }
        lines.append(
            Line(
                range: start..<text.count, left: Self.number(tree, node, "xMin") ?? 0,
                right: Self.number(tree, node, "xMax") ?? 0, top: Self.number(tree, node, "yMin") ?? 0,
                bottom: Self.number(tree, node, "yMax") ?? 0, block: block))
        text.append(0x0A)
    }

    /// A number among an element's attributes, which the tree does not keep: it is read from the tag itself.
    private static func number(_ tree: PageTree, _ node: Int, _ name: StaticString) -> Double? {
        let start = tree.nameRange(node).upperBound
        var end = start
        while end < tree.source.count, tree.source[end] != 0x3E { end += 1 }
        let tag = Array(tree.source[start..<end])
        let letters = name.withUTF8Buffer { Array($0) } + [0x3D, 0x22]
        var i = 0
        while i + letters.count < tag.count {
            if tag[i] == letters[0], tag[i..<i + letters.count].elementsEqual(letters) {
                let digits = tag[(i + letters.count)...].prefix { $0 != 0x22 }
                return Double(String(decoding: digits, as: UTF8.self))
            }
            i += 1
        }
        return nil
    }
}
