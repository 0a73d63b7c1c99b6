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
        if article.words < fewWords, let held = PageDataText.compose(tree, title: metadata.titles.first?.value) {
            return report(intake, metadata, article, held, [.takenFromPageData])
        }
        guard !article.body.isEmpty else { throw gate.fault }
        metadata.takeVisibleDate(tree, article.page, headline: article.headline, body: article.body, tables)
        let assembly = PageAssembly(article, tree)
        var cautions = gate.cautions
        if decoded.replaced > 0 { cautions.insert(.replacedBytes) }
        if tree.isTruncated { cautions.insert(.truncated) }
        if article.isUncertain { cautions.insert(.uncertainBody) }
        metadata.takeShownNames(tree, article, tables, title: shownTitle(article)?.value)
        let composition = Composition(assembly.text, assembly.paragraphs, assembly.origin)
        return report(intake, metadata, article, composition, cautions)
    }

    private static func report(
        _ intake: Intake, _ metadata: PageMetadata, _ article: ArticleFinder, _ text: Composition,
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
        fill(\.title, .title, shownTitle(article) ?? metadata.titles.first)
        fill(\.published, .published, metadata.published)
        fill(\.author, .author, metadata.authors)
        fill(\.publisher, .publisher, metadata.publisher)
        fill(\.url, .url, metadata.url)
        fill(\.language, .language, language(metadata, text.text, article.words))
        if metadata.updated != nil { basis[.updated] = metadata.updated?.basis }
        return Report(
            id: intake.id, title: facts.title, publisher: facts.publisher, published: facts.published,
            language: facts.language ?? "und", url: facts.url, text: text.text, author: facts.author,
            updated: metadata.updated?.value, paragraphs: text.paragraphs, origin: text.origin, basis: basis,
            cautions: ReportCaution.allCases.filter(cautions.contains))
    }
}

extension WebPage {
    private static func shownTitle(_ article: ArticleFinder) -> Found<String>? {
        article.headline.map {
            Found(value: article.page.string(article.page.blocks[$0]).singleSpaced, basis: .visibleText)
        }
    }

    /// What the page declares, unless its text is long enough to tell and says otherwise: sites keep the language of
    /// their template.
    private static func language(_ metadata: PageMetadata, _ text: [UInt8], _ words: Int) -> Found<String> {
        let guess = LanguageGuess(text).code
        if let declared = metadata.language, words < 60 || guess == nil || guess == declared.value { return declared }
        return Found(value: guess ?? "und", basis: .detected)
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
