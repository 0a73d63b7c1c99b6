extension PageTree {
    /// The XPath of every node asked for, in the tree that a browser would build without its comments' help:
    /// `/html[1]/body[1]/div[2]/p[1]/text()[1]`. Elements that HTML does not know are counted among all (`*[3]`).
    package func paths(of wanted: [Int]) -> [String] {
        var ranks: [Int: Int] = [:]
        var rankedParents = Set<Int>()
        var cache: [Int: [UInt8]] = [:]
        return wanted.map { node in
            var at = node
            while at > 0, rankedParents.insert(parent(at)).inserted {
                rank(childrenOf: parent(at), into: &ranks)
                at = parent(at)
            }
            return String(decoding: path(of: node, ranks, &cache), as: UTF8.self)
        }
    }

    private func path(of node: Int, _ ranks: [Int: Int], _ cache: inout [Int: [UInt8]]) -> [UInt8] {
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
            case let known: path += Tag.spellings[Int(known.rawValue)].utf8
            }
            path.append(UInt8(ascii: "["))
            path += String(ranks[step] ?? 1).utf8
            path.append(UInt8(ascii: "]"))
            // Deep pages would fill memory with copies of long paths.
            if tag(step).rawValue >= Tag.other.rawValue, path.count < 400 { cache[step] = path }
        }
        return path
    }

    /// Notes for each child its number, from 1, among its siblings of the same kind; for elements that HTML does not
    /// know, among all elements. First children of their kind are left out.
    private func rank(childrenOf parent: Int, into ranks: inout [Int: Int]) {
        var counts = [Int](repeating: 0, count: Tag.allCases.count)
        var elements = 0
        var child = parent + 1
        while child < end(parent) {
            let kind = tag(child) == .rawText ? Tag.text : tag(child)
            if kind != .text { elements += 1 }
            counts[Int(kind.rawValue)] += 1
            let rank = kind == .other ? elements : counts[Int(kind.rawValue)]
            if rank > 1 { ranks[child] = rank }
            child = end(child)
        }
    }

    /// The node that a path of `paths(of:)` names; nil where there is none.
    package func node(at path: String) -> Int? {
        let all = Array(0..<nodes.count)
        return paths(of: all).firstIndex(of: path)
    }
}
