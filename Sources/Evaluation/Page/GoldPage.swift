public import Vocabulary

/// One page, without anything from elsewhere, that shows report by report what the gold says and what we say.
///
/// Hits are green, misses red, extras amber, each also told by a sign and a word, so that the colours are not needed.
public struct GoldPage {
    /// A report with both readings and what came of holding them against each other.
    public struct Entry {
        let comparison: Comparison
        let score: ReportScore

        public init(gold: GoldReport, ours: ReadingForm?, score: ReportScore) {
            comparison = Comparison(gold: gold, ours: score.faults == 0 ? ours : nil, score: score)
            self.score = score
        }
    }

    private let entries: [Entry]
    private let scorecard: Scorecard

    public init(_ entries: [Entry], scorecard: Scorecard) {
        self.entries = entries
        self.scorecard = scorecard
    }

    /// HTML, UTF-8.
    public var html: String {
        var html = Markup()
        html.raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        html.raw("<meta name=\"viewport\" content=\"width=device-width\"><title>Gold and readings</title><style>\n")
        html.raw(String(decoding: PackageResources.page_css, as: UTF8.self))
        html.raw("</style></head>\n<body><h1>Gold and readings</h1>\n")
        writeKey(to: &html)
        writeFigures(to: &html)
        html.raw("<nav><h2>Reports</h2><ol>")
        for (i, entry) in entries.enumerated() {
            html.raw("<li><a href=\"#r\(i)\">")
            html.text(entry.score.key)
            html.raw("</a> <span class=\"faint\">\(Scorecard.shown(entry.score.scorecard[.facts].f1))</span></li>")
        }
        html.raw("</ol></nav>\n")
        for (i, entry) in entries.enumerated() {
            html.raw("<section><h2 id=\"r\(i)\">")
            html.text(entry.score.key)
            html.raw("</h2>\n")
            if entry.score.faults > 0 {
                html.raw("<p>\(entry.score.faults) spans do not repeat their text; the reading counts as none.</p>")
            }
            entry.comparison.write(to: &html)
            html.raw("</section>\n")
        }
        html.raw("</body></html>\n")
        return html.string
    }

    private func writeKey(to html: inout Markup) {
        html.raw("<p class=\"key\"><span class=\"hit-words\">✓ in both</span>")
        html.raw("<span class=\"missed-words\">✗ missed: only in the gold</span>")
        html.raw("<span class=\"extra-words\">+ extra: only in ours</span></p>\n<p class=\"key\">")
        for type in ["Person", "People", "Organization", "PublicBody", "Company", "Country", "Place"] {
            html.raw("<span><mark class=\"\(type)\">\(type)</mark></span>")
        }
        html.raw("<span><mark class=\"trigger\">trigger of an event</mark></span></p>\n")
    }

    private func writeFigures(to html: inout Markup) {
        html.raw(
            "<table class=\"figures\"><tr><th></th><th>precision</th><th>recall</th><th>F1</th><th>gold</th><th>ours</th></tr>"
        )
        for row in Row.allCases {
            let tally = scorecard[row]
            html.raw("<tr><td>\(row.rawValue)</td>")
            for figure in [tally.precision, tally.recall, tally.f1] { html.raw("<td>\(Scorecard.shown(figure))</td>") }
            html.raw("<td>\(tally.gold)</td><td>\(tally.ours)</td></tr>")
        }
        html.raw("</table>\n")
    }
}

/// HTML as it is written; what comes from reports goes through `text`.
struct Markup {
    private(set) var string = ""

    /// Our own markup.
    mutating func raw(_ markup: String) { string += markup }

    /// Foreign words, escaped.
    mutating func text(_ words: String) {
        for character in words.unicodeScalars {
            switch character {
            case "&": string += "&amp;"
            case "<": string += "&lt;"
            case ">": string += "&gt;"
            case "\"": string += "&quot;"
            default: string.unicodeScalars.append(character)
            }
        }
    }
}
