import Vocabulary

/// A fact with the way it was found.
struct Found<Value: Sendable>: Sendable {
    var value: Value
    var basis: FactBasis
}

/// What a page says of itself outside its running text.
struct PageMetadata: Sendable {
    var titles: [Found<String>] = []
    var published: Found<CalendarDay>?
    var updated: Found<CalendarDay>?
    var authors: Found<String>?
    var publisher: Found<String>?
    var language: Found<String>?
    var url: Found<String>?
    var article: LinkedArticle
    /// Meta and property names in small letters, and their first content.
    private(set) var properties: [String: String] = [:]
    /// Nodes that the visible facts are looked up in.
    private(set) var timeNodes: [Int] = []
    private(set) var microdata: [(name: String, node: Int)] = []
    private(set) var titleNode: Int?
    private(set) var canonical: String?
    private(set) var htmlLanguage: String?

    /// - Parameter address: where the page came from, if known.
    init(_ tree: PageTree, _ tables: ReportTables, address: String?) {
        var documents: [LooseJSON] = []
        article = LinkedArticle([])
        var i = 1
        while i < tree.nodes.count {
            switch tree.tag(i) {
            case .html: htmlLanguage = tree.value(i, .lang, tables.references)
            case .meta: takeProperty(i, tree, tables)
            case .link: takeLink(i, tree, tables)
            case .title where titleNode == nil: titleNode = i
            case .time: timeNodes.append(i)
            case .script where tree.value(i, .type, is: "application/ld+json") && i + 1 < tree.end(i):
                let text = tree.nodes[i + 1]
                if let document = LooseJSON(tree.source[Int(text.first)..<Int(text.last)]) {
                    documents.append(document)
                }
            default: break
            }
            if let range = tree.rawValue(i, .itemprop), microdata.count < 500 {
                microdata.append((String(decoding: tree.source[range].prefix(60), as: UTF8.self).lowercased(), i))
            }
            i += 1
        }
        article = LinkedArticle(documents)
        takeTitles(tree, tables)
        takeNames(tree, tables)
        takeAddressAndLanguage(address)
        takeDates(tree, tables)
    }

    private mutating func takeProperty(_ node: Int, _ tree: PageTree, _ tables: ReportTables) {
        guard let content = tree.value(node, .content, tables.references), !content.isEmpty else { return }
        for attribute in [AttributeName.property, .name, .httpEquiv, .itemprop] {
            guard let range = tree.rawValue(node, attribute) else { continue }
            for word in tree.source[range].split(separator: 0x20) {
                let name = String(decoding: word.map(lowered), as: UTF8.self)
                if properties[name] == nil { properties[name] = content }
            }
        }
    }

    private mutating func takeLink(_ node: Int, _ tree: PageTree, _ tables: ReportTables) {
        guard canonical == nil, tree.value(node, .rel, is: "canonical") else { return }
        canonical = tree.value(node, .href, tables.references)
    }

    /// The first of several properties that is there.
    func property(_ names: [String]) -> String? {
        for name in names {
            if let value = properties[name]?.trimmed, !value.isEmpty { return value }
        }
        return nil
    }

    private mutating func takeTitles(_ tree: PageTree, _ tables: ReportTables) {
        func add(_ title: String?, _ basis: FactBasis) {
            guard let title, !title.trimmed.isEmpty else { return }
            titles.append(Found(value: tables.references.resolved(title).singleSpaced, basis: basis))
        }
        add(article.isArticle ? article.headline : nil, .linkedData)
        add(property(["og:title", "twitter:title"]), .openGraph)
        add(property(["dc.title", "dcterms.title", "sailthru.title", "parsely-title", "title", "headline"]), .meta)
        if let node = titleNode { add(String(decoding: tree.plainText(node), as: UTF8.self), .meta) }
    }

    private mutating func takeAddressAndLanguage(_ address: String?) {
        func isAddress(_ text: String?) -> Bool { text?.hasPrefix("http") ?? false }
        if isAddress(canonical), let canonical {
            url = Found(value: canonical.trimmed, basis: .meta)
        } else if let address = property(["og:url"]), isAddress(address) {
            url = Found(value: address, basis: .openGraph)
        } else if let address = article.url, isAddress(address) {
            url = Found(value: address, basis: .linkedData)
        } else if let address {
            url = Found(value: address, basis: .address)
        }
        if let tag = htmlLanguage, let code = Self.languageCode(tag) {
            language = Found(value: code, basis: .meta)
        } else if let tag = property(["content-language", "dc.language", "language"]), let code = Self.languageCode(tag)
        {
            language = Found(value: code, basis: .meta)
        } else if let tag = property(["og:locale"]), let code = Self.languageCode(tag) {
            language = Found(value: code, basis: .openGraph)
        } else if let tag = article.language, let code = Self.languageCode(tag) {
            language = Found(value: code, basis: .linkedData)
        }
    }

    /// `es` of `es-MX`, `es_ES`; nil for what is no language code.
    static func languageCode(_ tag: String) -> String? {
        let code = tag.trimmed.lowercased().prefix { $0 != "-" && $0 != "_" && $0 != "," }
        return (2...3).contains(code.utf8.count) && code.utf8.allSatisfy(isLetter) ? String(code) : nil
    }
}

extension String {
    /// Without the white space of ASCII at its ends.
    var trimmed: String {
        var view = utf8[...]
        while let first = view.first, first <= 0x20 { view.removeFirst() }
        while let last = view.last, last <= 0x20 { view.removeLast() }
        return view.count == utf8.count ? self : String(Substring(view))
    }

    /// Each stretch of white space as one space, none at the ends.
    var singleSpaced: String { split { $0.isWhitespace }.joined(separator: " ") }
}
