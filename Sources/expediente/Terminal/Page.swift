/// Lines of text for a terminal of some width, wrapped between words.
struct Page {
    /// Columns.
    let width: Int
    let isColoured: Bool
    private(set) var text = ""

    init(width: Int, isColoured: Bool) {
        self.width = max(30, width)
        self.isColoured = isColoured
    }

    mutating func blankLine() { text += "\n" }

    /// A paragraph.
    /// - Parameters:
    ///   - lead: stands before the first line.
    ///   - indent: columns before each further line.
    mutating func paragraph(_ words: StyledText, lead: StyledText = StyledText(), indent: Int = 0) {
        var line = Line(isColoured: isColoured)
        for run in lead.runs { line.add(run.text, run.style) }
        for word in Self.words(of: words) {
            let space = line.wantsSpace && word.followsSpace ? 1 : 0
            if line.wantsSpace, word.followsSpace, line.width + space + word.width > width {
                text += line.text + "\n"
                line = Line(isColoured: isColoured)
                line.pad(to: indent)
            } else if space == 1 {
                line.add(" ", .plain)
            }
            for piece in word.pieces { line.add(piece.text, piece.style) }
            line.wantsSpace = true
        }
        text += line.text + "\n"
    }

    private struct Word {
        var pieces: [(text: String, style: StyledText.Style)] = []
        var followsSpace = true
        var width: Int { pieces.reduce(0) { $0 + DisplayText.width($1.text) } }
    }

    private struct Line {
        let isColoured: Bool
        var text = ""
        var width = 0
        /// Whether a word stands in it.
        var wantsSpace = false

        mutating func add(_ piece: String, _ style: StyledText.Style) {
            width += DisplayText.width(piece)
            if isColoured, let code = style.code { text += code + piece + "\u{1B}[0m" } else { text += piece }
        }

        mutating func pad(to column: Int) {
            if width < column { add(String(repeating: " ", count: column - width), .plain) }
        }
    }

    /// Divides at spaces; pieces of different style that touch are one word.
    private static func words(of styled: StyledText) -> [Word] {
        var words: [Word] = []
        var word = Word()
        for run in styled.runs {
            for (i, part) in run.text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
                if i > 0 {
                    if !word.pieces.isEmpty { words.append(word) }
                    word = Word()
                }
                if !part.isEmpty { word.pieces.append((String(part), run.style)) }
            }
        }
        if !word.pieces.isEmpty { words.append(word) }
        return words
    }
}
