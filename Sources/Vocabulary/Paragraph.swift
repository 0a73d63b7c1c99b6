/// A stretch of a report's text with what it is on the page: a headline, a paragraph, a caption.
public struct Paragraph: Sendable, Hashable {
    /// What a paragraph is to its report.
    public enum Kind: String, Sendable, CaseIterable, Codable {
        case headline
        /// The summary that stands between headline and article.
        case standfirst
        /// A heading inside the article.
        case subhead
        /// Running text.
        case body
        /// Text set apart as someone's words.
        case quote
        case listItem = "list_item"
        /// A row of a table, cells apart by a tab.
        case tableRow = "table_row"
        /// Text below or beside a picture.
        case caption
    }

    public var kind: Kind
    /// Bytes of the report's text.
    public var span: Span

    public init(_ kind: Kind, _ span: Span) {
        self.kind = kind
        self.span = span
    }

    /// Whether it belongs to the article's own text, which headline, standfirst and captions surround.
    public var isRunningText: Bool {
        switch kind {
        case .headline, .standfirst, .caption: false
        case .subhead, .body, .quote, .listItem, .tableRow: true
        }
    }
}
