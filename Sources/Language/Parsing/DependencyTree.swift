/// The heads of a document's tokens and how far each subtree reaches.
package struct DependencyTree {
    package private(set) var heads: [Int32]
    private var leftEdge: [Int32] = []
    private var rightEdge: [Int32] = []

    package init(heads: [Int32]) { self.heads = heads }

    /// Sets the edges, over and over until no arc crosses a sentence; trees with crossing arcs need several rounds, of
    /// which spaCy makes at most twelve.
    package mutating func relax() {
        leftEdge = heads.indices.map { Int32($0) }
        rightEdge = leftEdge
        for _ in 0..<12 {
            for token in heads.indices { widen(token) }
            for token in heads.indices.reversed() { widen(token) }
            if headsAreWithinSentences() { return }
        }
    }

    @inline(__always)
    private mutating func widen(_ token: Int) {
        let head = Int(heads[token])
        if leftEdge[token] < leftEdge[head] { leftEdge[head] = leftEdge[token] }
        if rightEdge[token] > rightEdge[head] { rightEdge[head] = rightEdge[token] }
    }

    /// Which tokens start a sentence: the left edges of the roots.
    package func sentenceStarts() -> [Bool] {
        var starts = [Bool](repeating: false, count: heads.count)
        for token in heads.indices where heads[token] == token { starts[Int(leftEdge[token])] = true }
        return starts
    }

    /// spaCy's own check, which looks at the last token of a document as if it began a sentence.
    private func headsAreWithinSentences() -> Bool {
        let starts = sentenceStarts()
        var start = 0
        for token in heads.indices where token > 0 && starts[token] || token == heads.count - 1 {
            for inner in start..<token where heads[inner] < start || heads[inner] > token { return false }
            start = token
        }
        return true
    }

    /// Attaches tokens with lifted labels to where they belong: the first token with the named label below their head,
    /// nearest level first, from left to right.
    package mutating func deprojectivise(
        _ labels: inout [UInt16], lifted: [UInt16: (own: UInt16, head: UInt16)], isSpace: (Int) -> Bool
    ) {
        let children = ChildLists(heads: heads)
        var moved: [Int32: [Int32]] = [:]
        for token in heads.indices {
            guard let target = lifted[labels[token]] else { continue }
            let head = findHead(token, target.head, labels, children, moved, isSpace)
            if head != heads[token] {
                heads[token] = head
                moved[head, default: []].append(Int32(token))
            }
            labels[token] = target.own
        }
    }

    /// Tokens looked at for one arc at most; beyond it the head stays.
    private static let mostVisited = 1 << 16

    private func findHead(
        _ token: Int, _ label: UInt16, _ labels: [UInt16], _ children: ChildLists, _ moved: [Int32: [Int32]],
        _ isSpace: (Int) -> Bool
    ) -> Int32 {
        var queue = [heads[token]]
        var at = 0
        var visited = 0
        while at < queue.count, visited < Self.mostVisited {
            let parent = queue[at]
            at += 1
            var below = children.children(of: parent)
            if let extra = moved[parent] { below = ArraySlice((below + extra).sorted()) }
            visited += below.count
            for child in below {
                // Children that went elsewhere, and those that came from beyond the old edges, are not seen.
                guard heads[Int(child)] == parent, child != parent, child >= leftEdge[Int(parent)],
                    child <= rightEdge[Int(parent)], !isSpace(Int(child)), child != token
                else { continue }
                if labels[Int(child)] == label { return child }
                queue.append(child)
            }
        }
        return heads[token]
    }
}

/// The children of every token, in the order of the text.
struct ChildLists {
    private var starts: [Int32]
    private var items: [Int32]

    init(heads: [Int32]) {
        starts = [Int32](repeating: 0, count: heads.count + 1)
        for (token, head) in heads.enumerated() where head != token { starts[Int(head) + 1] += 1 }
        for token in heads.indices { starts[token + 1] += starts[token] }
        items = [Int32](repeating: 0, count: Int(starts[heads.count]))
        var next = starts
        for (token, head) in heads.enumerated() where head != token {
            items[Int(next[Int(head)])] = Int32(token)
            next[Int(head)] += 1
        }
    }

    func children(of token: Int32) -> ArraySlice<Int32> {
        items[Int(starts[Int(token)])..<Int(starts[Int(token) + 1])]
    }
}
