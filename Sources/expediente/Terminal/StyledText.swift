/// Words with how they are to look, to be wrapped for a terminal.
struct StyledText {
    enum Style {
        case plain, strong, faint
        /// A heading.
        case heading
        /// Words that say how sure something is.
        case caution

        /// The escape sequence that turns it on; nil for plain words.
        var code: String? {
            switch self {
            case .plain: nil
            case .strong: "\u{1B}[1m"
            case .faint: "\u{1B}[2m"
            case .heading: "\u{1B}[1;36m"
            case .caution: "\u{1B}[33m"
            }
        }
    }

    private(set) var runs: [(text: String, style: Style)] = []

    init() {}

    init(_ text: String, _ style: Style = .plain) { add(text, style) }

    var isEmpty: Bool { runs.allSatisfy { $0.text.isEmpty } }

    mutating func add(_ text: String, _ style: Style = .plain) {
        if !text.isEmpty { runs.append((text, style)) }
    }

    mutating func add(_ other: StyledText) { runs += other.runs }

    /// The text with spaces after it, so that it fills a column.
    func padded(to columns: Int) -> StyledText {
        var text = self
        let width = runs.reduce(0) { $0 + DisplayText.width($1.text) }
        text.add(String(repeating: " ", count: max(0, columns - width)))
        return text
    }

    /// Joins pieces.
    static func joined(_ pieces: [StyledText], by separator: String) -> StyledText {
        var text = StyledText()
        for (i, piece) in pieces.enumerated() {
            if i > 0 { text.add(separator) }
            text.add(piece)
        }
        return text
    }
}
