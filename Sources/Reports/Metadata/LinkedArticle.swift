/// What a page's JSON-LD says of its article (schema.org).
struct LinkedArticle: Sendable {
    var headline: String?
    var published: String?
    var modified: String?
    var authors: [String] = []
    var publisher: String?
    var language: String?
    var url: String?
    /// The article's text as the publisher gives it to machines.
    var body: String?
    var isFree: Bool?
    /// Whether an object of an article's type was found; facts of a mere page are weaker.
    var isArticle = false

    private static let articleTypes: Set<String> = [
        "Article", "NewsArticle", "BlogPosting", "Report", "ReportageNewsArticle", "AnalysisNewsArticle",
        "BackgroundNewsArticle", "OpinionNewsArticle", "ReviewNewsArticle", "TechArticle", "ScholarlyArticle",
        "LiveBlogPosting", "SocialMediaPosting", "AdvertiserContentArticle", "MedicalScholarlyArticle",
        "SatiricalArticle",
        "AskPublicNewsArticle", "NewsMediaArticle", "PressRelease",
    ]

    /// - Parameter documents: the page's JSON-LD, in the order of the page.
    init(_ documents: [LooseJSON]) {
        var objects: [LooseJSON] = []
        for document in documents { Self.flatten(document, into: &objects, 0) }
        let named = Dictionary(
            objects.compactMap { object in object["@id"]?.text.map { ($0, object) } },
            uniquingKeysWith: { first, _ in first })
        let articles = objects.filter { Self.has($0, Self.articleTypes) }
        isArticle = !articles.isEmpty
        let article = articles.max { Self.fullness($0) < Self.fullness($1) }
        for object in [article].compactMap({ $0 }) + objects.filter({ Self.has($0, ["WebPage", "ItemPage"]) }) {
            take(object, named)
        }
        if publisher == nil {
            publisher = objects.first { Self.has($0, ["NewsMediaOrganization", "Organization"]) }?["name"]?.text
        }
    }

    private static func fullness(_ object: LooseJSON) -> Int {
        ["headline", "datePublished", "author", "articleBody", "publisher"].reduce(0) {
            $0 + (object[$1] == nil ? 0 : 1)
        }
    }

    private static func has(_ object: LooseJSON, _ types: Set<String>) -> Bool {
        guard let type = object["@type"] else { return false }
        return type.elements.contains { element in
            guard let text = element.text else { return false }
            return types.contains(String(text.split(separator: "/").last ?? Substring(text)))
        }
    }

    private static func flatten(_ value: LooseJSON, into objects: inout [LooseJSON], _ depth: Int) {
        guard depth < 6, objects.count < 500 else { return }
        switch value {
        case .array(let elements): for element in elements { flatten(element, into: &objects, depth + 1) }
        case .object(let members):
            if value["@type"] != nil { objects.append(value) }
            for member in members where ["@graph", "mainEntity", "mainEntityOfPage"].contains(member.name) {
                flatten(member.value, into: &objects, depth + 1)
            }
        default: break
        }
    }

    private mutating func take(_ object: LooseJSON, _ named: [String: LooseJSON]) {
        func name(_ value: LooseJSON) -> String? {
            value.text ?? value["@id"]?.text.flatMap { named[$0] }?.text
        }
        headline = headline ?? object["headline"]?.text ?? object["name"]?.text
        published = published ?? object["datePublished"]?.text ?? object["dateCreated"]?.text
        modified = modified ?? object["dateModified"]?.text
        if authors.isEmpty, let author = object["author"] ?? object["creator"] {
            authors = author.elements.compactMap(name)
        }
        publisher = publisher ?? object["publisher"].flatMap { $0.elements.lazy.compactMap(name).first }
        language = language ?? object["inLanguage"]?.text
        url = url ?? object["url"]?.text ?? object["mainEntityOfPage"].flatMap { $0["@id"]?.text ?? $0.text }
        body = body ?? object["articleBody"]?.text
        if isFree == nil, let free = object["isAccessibleForFree"]?.text?.lowercased() { isFree = free != "false" }
    }
}
