/// A fact about a report that its source states outside the running text.
public enum ReportFact: String, Sendable, CaseIterable, Codable {
    case title, published, updated, author, publisher, language, url
}

/// How a fact about a report was found, from the most to the least explicit.
public enum FactBasis: String, Sendable, CaseIterable, Codable {
    /// The user said so.
    case given
    /// A schema.org object in JSON-LD.
    case linkedData = "json-ld"
    /// Open Graph or article properties.
    case openGraph = "open-graph"
    /// Another meta or link element.
    case meta
    /// schema.org attributes on visible elements.
    case microdata
    /// A `time` element.
    case timeElement = "time-element"
    /// Words that the page shows.
    case visibleText = "visible-text"
    /// The address of the page.
    case address
    /// A header of the message, the feed or the file.
    case header
    /// Counted from the text.
    case detected
}

/// What a reader of the report must know about how complete it is.
public enum ReportCaution: String, Sendable, CaseIterable, Codable {
    /// The page says that the rest is for subscribers.
    case paywalled
    /// The page shows its text only when its scripts run.
    case scriptOnly = "script-only"
    /// The text comes from a block of page data and not from what the page shows.
    case takenFromPageData = "taken-from-page-data"
    /// Bytes that are no text in the declared character set were replaced.
    case replacedBytes = "replaced-bytes"
    /// A feed's announcement of a report, not the report.
    case summaryOnly = "summary-only"
    /// Cut at a limit.
    case truncated
    /// Rules and counting disagree about what the article is.
    case uncertainBody = "uncertain-body"
}
