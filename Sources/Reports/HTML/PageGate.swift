import Vocabulary

/// Tells a page whose text is kept behind a subscription or a script.
struct PageGate {
    private(set) var cautions: Set<ReportCaution> = []
    /// Why a page without an article has none.
    private(set) var fault: ReportFault = .noText(detail: "a page without running text")

    private static let subscriptionPhrases: [StaticString] = [
        "subscribe to continue", "to continue reading", "subscribe to read", "already a subscriber",
        "for subscribers only",
        "this article is for subscribers", "sign in to read", "log in to read", "to read the full story",
        "exclusivo para suscriptores", "contenido exclusivo", "para seguir leyendo", "para continuar leyendo",
        "suscríbete para leer", "suscríbete para seguir", "solo para suscriptores", "inicia sesión para leer",
        "ya eres suscriptor", "ya soy suscriptor",
    ]
    private static let scriptPhrases: [StaticString] = [
        "enable javascript", "javascript is required", "javascript is disabled", "requires javascript",
        "turn on javascript",
        "activa javascript", "habilita javascript", "active javascript", "habilite javascript", "necesita javascript",
    ]

    init(_ tree: PageTree, _ article: ArticleFinder, _ metadata: PageMetadata) {
        let isDeclaredClosed = metadata.article.isFree == false
        let isLocked = metadata.property(["article:content_tier"])?.lowercased() == "locked"
        let isShort = article.words < 160
        guard isShort || isDeclaredClosed else { return }
        let text = Self.outside(article)
        let asksToSubscribe = Self.subscriptionPhrases.contains { contains(text, $0) }
        if (isDeclaredClosed || isLocked || asksToSubscribe) && isShort || isDeclaredClosed && asksToSubscribe {
            cautions.insert(.paywalled)
        }
        let asksForScripts = Self.scriptPhrases.contains { contains(text, $0) }
        let scripts = tree.nodes.count { $0.tag == .script }
        if article.words < 25, asksForScripts || scripts >= 2 && article.page.blocks.count < 12 {
            cautions.insert(.scriptOnly)
            if article.body.isEmpty { fault = .scriptOnly }
        } else if article.body.isEmpty, asksToSubscribe || isDeclaredClosed {
            fault = .noText(detail: "the page says that its text is for subscribers")
        }
    }

    /// The short pieces of a page that are not its article, in small letters.
    private static func outside(_ article: ArticleFinder) -> [UInt8] {
        let kept = Set(article.body)
        var text: [UInt8] = []
        for (index, block) in article.page.blocks.enumerated() where block.words <= 60 && text.count < 20_000 {
            if article.words >= 400, kept.contains(index) { continue }
            text += article.page.text(block).map(lowered)
            text.append(0x0A)
        }
        return text
    }
}
