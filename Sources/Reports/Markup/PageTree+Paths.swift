extension PageTree {
    /// The XPath of every node asked for, in the tree that a browser would build without its comments' help:
    /// `/html[1]/body[1]/div[2]/p[1]/text()[1]`. Elements that HTML does not know are counted among all (`*[3]`).
    package func paths(of wanted: [Int]) -> [String] {
        let ranks = siblingRanks()
        var cache: [Int: [UInt8]] = [:]
        return wanted.map { String(decoding: path(of: $0, ranks, &cache), as: UTF8.self) }
    }

    private func path(of node: Int, _ ranks: [Int32], _ cache: inout [Int: [UInt8]]) -> [UInt8] {
        var chain: [Int] = []
        var at = node
        while at > 0, cache[at] == nil {
            chain.append(at)
            at = parent(at)
        }
        var path = cache[at] ?? []
        for step in chain.reversed() {
            path.append(UInt8(ascii: "/"))
            switch tag(step) {
            case .text, .rawText: path += "text()".utf8
            case .other: path.append(UInt8(ascii: "*"))
            case let known: path += String(describing: known).utf8
            }
            path.append(UInt8(ascii: "["))
            path += String(ranks[step]).utf8
            path.append(UInt8(ascii: "]"))
            if tag(step).rawValue >= Tag.other.rawValue, path.count < 400 { cache[step] = path }
        }
        return path
    }

    /// For each node its number, from 1, among its parent's children of the same kind; for elements that HTML does not
    /// know, among all elements.
    private func siblingRanks() -> [Int32] {
        var ranks = [Int32](repeating: 1, count: nodes.count)
        var counts: [UInt64: Int32] = [:]
        counts.reserveCapacity(nodes.count)
        var i = 1
        while i < nodes.count {
            let node = nodes[i]
            let parent = UInt64(node.parent) << 8
            let kind = node.tag == .rawText ? Tag.text : node.tag
            if kind != .text {
                let among = counts[parent | UInt64(Tag.other.rawValue), default: 0] + 1
                counts[parent | UInt64(Tag.other.rawValue)] = among
                ranks[i] = among
            }
            if kind != .other {
                let rank = counts[parent | UInt64(kind.rawValue), default: 0] + 1
                counts[parent | UInt64(kind.rawValue)] = rank
                ranks[i] = rank
            }
            i += 1
        }
        return ranks
    }

    /// The node that a path of `paths(of:)` names; nil where there is none.
    package func node(at path: String) -> Int? {
        let all = Array(0..<nodes.count)
        return paths(of: all).firstIndex(of: path)
    }
}
