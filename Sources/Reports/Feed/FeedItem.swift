/// An entry of a feed: RSS 0.9 to 2.0, RDF, Atom.
package struct FeedItem: Sendable {
    package var title: String?
    /// The address of the report it announces.
    package var link: String?
    /// What the feed calls it, the same however often the feed is read.
    package var identity: String?
    var published: String?
    var updated: String?
    var author: String?
    /// The node that holds the fullest text.
    var content: Int?
    /// Whether that is markup written as text.
    var isEscaped = true
    /// Whether the feed means it as the whole text.
    var isWhole = false
    var node: Int
}

/// A feed, taken apart.
package struct Feed: Sendable {
    package private(set) var title: String?
    package private(set) var language: String?
    package private(set) var items: [FeedItem] = []
    let tree: PageTree
    private static let mostItems = 5_000

    /// - Parameter text: the feed in UTF-8.
    init(_ text: [UInt8], _ references: CharacterReferences) throws(ReportFault) {
        tree = PageParser.tree(of: text, as: .xml, references)
        var node = 1
        var isFeed = false
        while node < tree.nodes.count, items.count < Self.mostItems {
            guard tree.tag(node) == .other else {
                node += 1
                continue
            }
            switch name(node) {
            case "rss", "feed", "rdf:rdf", "channel":
                isFeed = true
                if let code = tree.value(node, .lang, references) { language = code }
                node += 1
            case "title" where title == nil && items.isEmpty:
                title = self.text(of: node)
                node = tree.end(node)
            case "language", "dc:language":
                language = self.text(of: node)
                node = tree.end(node)
            case "item", "entry":
                items.append(item(node, references))
                node = tree.end(node)
            default: node += 1
            }
        }
        guard isFeed else { throw .damaged(form: "feed", detail: "neither RSS nor Atom stands in it") }
    }

    private func name(_ node: Int) -> String {
        String(decoding: tree.source[tree.nameRange(node)].map(lowered), as: UTF8.self)
    }

    private func text(of node: Int) -> String? {
        let text = String(decoding: tree.plainText(node), as: UTF8.self).singleSpaced
        return text.isEmpty ? nil : text
    }

    private func item(_ node: Int, _ references: CharacterReferences) -> FeedItem {
        var item = FeedItem(node: node)
        var child = node + 1
        var rank = 0
        func offer(_ content: Int, _ newRank: Int, isWhole: Bool, isEscaped: Bool = true) {
            guard newRank > rank, !tree.plainText(content).allSatisfy(isMarkupSpace) else { return }
            (item.content, item.isWhole, item.isEscaped, rank) = (content, isWhole, isEscaped, newRank)
        }
        while child < tree.end(node) {
            if tree.tag(child) == .other {
                switch name(child) {
                case "title": item.title = item.title ?? text(of: child)
                case "link": takeLink(child, &item, references)
                case "guid", "id":
                    item.identity = item.identity ?? text(of: child)
                case "pubdate", "published", "dc:date", "issued", "dcterms:issued":
                    item.published = item.published ?? text(of: child)
                case "updated", "modified", "dcterms:modified": item.updated = item.updated ?? text(of: child)
                case "author", "dc:creator", "itunes:author": item.author = item.author ?? author(child)
                case "content:encoded": offer(child, 4, isWhole: true)
                case "content":
                    let isXHTML = tree.value(child, .type, is: "xhtml")
                    offer(child, 3, isWhole: true, isEscaped: !isXHTML)
                case "description", "summary":
                    offer(child, 1, isWhole: false, isEscaped: !tree.value(child, .type, is: "xhtml"))
                default: break
                }
            }
            child = tree.end(child)
        }
        if item.link == nil, let identity = item.identity, identity.hasPrefix("http") { item.link = identity }
        return item
    }

    /// RSS writes the address as text, Atom as an attribute of the link of relation `alternate`.
    private func takeLink(_ node: Int, _ item: inout FeedItem, _ references: CharacterReferences) {
        if let address = tree.value(node, .href, references) {
            let relation = tree.value(node, .rel, references) ?? "alternate"
            if relation == "alternate" { item.link = item.link ?? address.trimmed }
        } else if let address = text(of: node) {
            item.link = item.link ?? address
        }
    }

    /// Atom has the name in an element of its own.
    private func author(_ node: Int) -> String? {
        var child = node + 1
        while child < tree.end(node) {
            if tree.tag(child) == .other, name(child) == "name" { return text(of: child) }
            child = tree.end(child)
        }
        return text(of: node)
    }
}
