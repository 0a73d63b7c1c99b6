import Vocabulary

/// Who wrote a page, and who published it.
extension PageMetadata {
    mutating func takeNames(_ tree: PageTree, _ tables: ReportTables) {
        let named = article.authors.compactMap { Self.name(tables.references.resolved($0), tables) }
        if !named.isEmpty {
            authors = Found(value: named.joined(separator: ", "), basis: .linkedData)
        } else if let author = property(["article:author", "og:article:author"]).flatMap({ Self.name($0, tables) }) {
            authors = Found(value: author, basis: .openGraph)
        } else if let author = property([
            "author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl", "dc.contributor",
            "citation_author",
        ]).flatMap({ Self.name($0, tables) }) {
            authors = Found(value: author, basis: .meta)
        } else if let node = microdata.first(where: { $0.name == "author" })?.node,
            let author = Self.name(String(decoding: tree.plainText(node).prefix(200), as: UTF8.self), tables)
        {
            authors = Found(value: author, basis: .microdata)
        }
        if let name = article.publisher?.singleSpaced, !name.isEmpty {
            publisher = Found(value: tables.references.resolved(name), basis: .linkedData)
        } else if let name = property(["og:site_name"]) {
            publisher = Found(value: name.singleSpaced, basis: .openGraph)
        } else if let name = property(["dc.publisher", "dcterms.publisher", "application-name", "citation_publisher"]) {
            publisher = Found(value: name.singleSpaced, basis: .meta)
        }
    }

    /// Names that only readers are told: a byline near the headline; the site behind the headline in the page's
    /// title, else the host of its address.
    mutating func takeShownNames(_ tree: PageTree, _ article: ArticleFinder, _ tables: ReportTables, title: String?) {
        if authors == nil, let author = byline(article, tables) { authors = Found(value: author, basis: .visibleText) }
        guard publisher == nil else { return }
        if let node = titleNode, let title,
            let name = Self.siteName(String(decoding: tree.plainText(node), as: UTF8.self).singleSpaced, after: title)
        {
            publisher = Found(value: name, basis: .meta)
        } else if let host = url.flatMap({ Self.host($0.value) }) {
            publisher = Found(value: host, basis: .address)
        }
    }

    /// A short line before the article, or right after it, that begins with “By”.
    private func byline(_ article: ArticleFinder, _ tables: ReportTables) -> String? {
        guard let first = article.body.first, let last = article.body.last else { return nil }
        let blocks = article.page.blocks
        let start = max(0, (article.headline ?? first) - 2)
        let places = Array(start..<max(start, first)) + Array(last..<min(blocks.count, last + 3))
        for index in places where blocks[index].words <= 20 {
            let text = article.page.string(blocks[index])
            guard Self.bylineOpenings.contains(where: { text.lowercased().hasPrefix($0) }) else { continue }
            if let name = Self.name(text, tables) { return name }
        }
        return nil
    }

    private static let bylineOpenings = ["by ", "by: ", "por ", "por: ", "von ", "par "]

    /// A name as it is written: without the “By” before it and the day or the rank after it; nil for what is no name.
    static func name(_ text: String, _ tables: ReportTables) -> String? {
        var name = text.singleSpaced
        let small = name.lowercased()
        if let opening = bylineOpenings.first(where: small.hasPrefix) { name = String(name.dropFirst(opening.count)) }
        if let digit = name.firstIndex(where: { ("0"..."9").contains($0) }) {
            var words = name[..<digit].split(separator: " ")
            // One month at the most: Mar and June are names as well.
            var months = 0
            while let last = words.last, isAside(String(last).lowercased(), tables, &months) { words.removeLast() }
            name = words.joined(separator: " ")
        }
        name = String(name.prefix { $0 != "|" && $0 != "•" && $0 != "·" }).trimmed
        while let last = name.last, ",;:-–—(".contains(last) { name = String(name.dropLast()).trimmed }
        let length = name.utf8.count
        let isName =
            (2...160).contains(length) && !name.contains("://") && !name.hasPrefix("@") && !name.hasPrefix("www.")
        return isName ? name : nil
    }

    /// A word between a name and a day.
    private static func isAside(_ word: String, _ tables: ReportTables, _ months: inout Int) -> Bool {
        let letters = word.filter { $0.isLetter }
        if tables.months.number(letters) != nil {
            months += 1
            return months == 1
        }
        return letters.isEmpty
            || ["on", "at", "published", "posted", "updated", "el", "publicado", "actualizado"].contains(letters)
    }

    /// `The Harbour Post` of `Nine handed over | The Harbour Post`.
    static func siteName(_ pageTitle: String, after headline: String) -> String? {
        for separator in [" | ", " - ", " – ", " — ", " · ", " :: ", " » "] {
            let parts = pageTitle.components(apartBy: separator)
            guard parts.count > 1, let site = parts.last, site.utf8.count <= 60 else { continue }
            let rest = parts.dropLast().joined(separator: separator)
            let (before, shown) = (
                TitleFolding.fold(Array(rest.utf8)[...]), TitleFolding.fold(Array(headline.utf8)[...])
            )
            if !before.isEmpty, before.starts(with: shown.prefix(24)) || shown.starts(with: before.prefix(24)) {
                return site
            }
        }
        return nil
    }

    /// `harbour.example` of `https://www.harbour.example/2025/nine`.
    static func host(_ address: String) -> String? {
        guard let start = address.firstRange(of: "://")?.upperBound else { return nil }
        let host = address[start...].prefix { $0 != "/" && $0 != ":" && $0 != "?" && $0 != "#" }
        let name = host.lowercased().hasPrefix("www.") ? host.dropFirst(4) : host
        return name.contains(".") ? name.lowercased() : nil
    }
}

extension String {
    /// Its parts between a separator.
    func components(apartBy separator: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}
