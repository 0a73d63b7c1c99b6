import Vocabulary

/// An article that a page holds only as data for its scripts: the `articleBody` of its JSON-LD.
enum PageDataText {
    /// Words from which on such a text is an article.
    private static let enoughWords = 60

    /// The article, each run with its place in the script's text; nil where the page has none.
    static func compose(_ tree: PageTree, title: String?) -> Composition? {
        guard let (node, range) = find(tree) else { return nil }
        let place = tree.paths(of: [node]).first ?? ""
        let base = Int(tree.nodes[node].first)
        var composition = Composition()
        if let title { composition.add(.headline, Array(title.utf8), 0..<title.utf8.count, place: "title") }
        composition.begin()
        var i = range.lowerBound
        var words = 0
        var wasSpace = true
        var isInTag = false
        while i < range.upperBound {
            let (bytes, next) = character(tree.source, i, range.upperBound)
            defer { i = next }
            if bytes == [0x3C] { isInTag = true }
            if isInTag || bytes == [0x0A] {
                if bytes == [0x3E] { isInTag = false }
                if !wasSpace || bytes == [0x0A] {
                    composition.end(.body)
                    composition.begin()
                    wasSpace = true
                }
                continue
            }
            let isSpace = bytes.count == 1 && bytes[0] <= 0x20
            if isSpace, wasSpace { continue }
            if wasSpace { words += 1 }
            wasSpace = isSpace
            composition.append(isSpace ? [0x20] : bytes, place: place, offset: i - base)
        }
        composition.end(.body)
        return words >= enoughWords ? composition : nil
    }

    /// The script and the bytes of the longest such text.
    private static func find(_ tree: PageTree) -> (node: Int, range: Range<Int>)? {
        var best: (node: Int, range: Range<Int>)?
        let key = Array("\"articleBody\"".utf8)
        for (node, element) in tree.nodes.enumerated() where element.tag == .rawText {
            guard tree.value(tree.parent(node), .type, is: "application/ld+json") else { continue }
            var i = Int(element.first)
            let end = Int(element.last)
            while i + key.count < end {
                guard tree.source[i] == 0x22, tree.source[i..<i + key.count].elementsEqual(key) else {
                    i += 1
                    continue
                }
                i += key.count
                while i < end, isMarkupSpace(tree.source[i]) || tree.source[i] == 0x3A { i += 1 }
                guard i < end, tree.source[i] == 0x22 else { continue }
                let start = i + 1
                i = start
                while i < end, tree.source[i] != 0x22 { i += tree.source[i] == 0x5C ? 2 : 1 }
                let range = start..<min(i, end)
                if range.count > best?.range.count ?? 0 { best = (node, range) }
            }
        }
        return best
    }

    /// One character of a JSON string, escapes resolved, and where the next one begins.
    private static func character(_ source: [UInt8], _ i: Int, _ end: Int) -> (bytes: [UInt8], next: Int) {
        guard source[i] == 0x5C, i + 1 < end else { return ([source[i]], i + 1) }
        switch source[i + 1] {
        case 0x6E, 0x72: return ([0x0A], i + 2)
        case 0x74: return ([0x20], i + 2)
        case 0x75:
            let literal = [0x22] + source[i..<min(i + 12, end)].prefix(isPair(source, i, end) ? 12 : 6) + [0x22]
            guard let value = LooseJSON(literal[...]), case .string(let text) = value else { return ([0x20], i + 2) }
            return (Array(text.utf8), min(end, i + (isPair(source, i, end) ? 12 : 6)))
        default: return ([source[i + 1]], i + 2)
        }
    }

    /// Whether two escapes together name one character beyond the first 65,536.
    private static func isPair(_ source: [UInt8], _ i: Int, _ end: Int) -> Bool {
        i + 12 <= end && (source[i + 2] | 0x20) == 0x64 && "89abAB".utf8.contains(source[i + 3])
            && source[i + 6] == 0x5C
    }
}
