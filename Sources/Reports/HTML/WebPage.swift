public import Vocabulary

/// A page of the web, as saved or fetched.
public enum WebPage {
    /// In bytes; longer pages are refused.
    public static let limit = 64 * 1_048_576
    /// Free words under which a page without an article is looked at for reasons.
    private static let fewWords = 25

    /// The page's article.
    public static func report(_ intake: Intake) throws(ReportFault) -> Report {
        guard intake.bytes.contains(where: { !isMarkupSpace($0) }) else { throw .empty }
        guard intake.bytes.count <= limit else { throw .tooLarge(limit: limit) }
        let tables = ReportTables.shipped
        let decoded = tables.charsets.decode(
            intake.bytes, header: intake.mediaType, declared: CharsetFinder.declaration)
        let tree = PageParser.tree(of: decoded.text, tables.references)
        var metadata = PageMetadata(tree, tables, address: intake.address)
        let blocks = BlockCollector.blocks(tree, tables.vocabulary)
        let article = ArticleFinder(tree, blocks, metadata, tables.phrases)
        let gate = PageGate(tree, article, metadata)
        guard !article.body.isEmpty else { throw gate.fault }
        metadata.takeVisibleDate(tree, article.page, headline: article.headline, body: article.body, tables)
        let assembly = PageAssembly(article, tree)
        var cautions = gate.cautions
        if decoded.replaced > 0 { cautions.insert(.replacedBytes) }
        if tree.isTruncated { cautions.insert(.truncated) }
        if article.isUncertain { cautions.insert(.uncertainBody) }
        return report(intake, metadata, article, assembly, cautions)
    }

    private static func report(
        _ intake: Intake, _ metadata: PageMetadata, _ article: ArticleFinder, _ assembly: PageAssembly,
        _ cautions: Set<ReportCaution>
    ) -> Report {
        var facts = intake.given
        var basis: [ReportFact: FactBasis] = [:]
        facts.note(&basis)
        func fill<Value>(_ path: WritableKeyPath<GivenFacts, Value?>, _ fact: ReportFact, _ found: Found<Value>?) {
            guard facts[keyPath: path] == nil, let found else { return }
            facts[keyPath: path] = found.value
            basis[fact] = found.basis
        }
        let shown = article.headline.map {
            Found(value: article.page.string(article.page.blocks[$0]).singleSpaced, basis: .visibleText)
        }
        fill(\.title, .title, shown ?? metadata.titles.first)
        fill(\.published, .published, metadata.published)
        fill(\.author, .author, metadata.authors)
        fill(\.publisher, .publisher, metadata.publisher)
        fill(\.url, .url, metadata.url)
        fill(\.language, .language, metadata.language)
        if facts.language == nil {
            (facts.language, basis[.language]) = (LanguageGuess(assembly.text).code ?? "und", .detected)
        }
        if metadata.updated != nil { basis[.updated] = metadata.updated?.basis }
        return Report(
            id: intake.id, title: facts.title, publisher: facts.publisher, published: facts.published,
            language: facts.language ?? "und", url: facts.url, text: assembly.text, author: facts.author,
            updated: metadata.updated?.value, paragraphs: assembly.paragraphs, origin: assembly.origin, basis: basis,
            cautions: ReportCaution.allCases.filter(cautions.contains))
    }
}

extension LanguageGuess {
    /// The code of the language, whether it is read here or not; nil when it could not be told.
    var code: String? {
        switch self {
        case .readable(let code): code
        case .other(let code): code
        case .noWords: nil
        }
    }
}
