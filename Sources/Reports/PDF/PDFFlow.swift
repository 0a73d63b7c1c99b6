import Vocabulary

/// Lines of pages to paragraphs.
struct PDFFlow {
    private let pages: [PDFPage]
    private(set) var composition = Composition()
    private(set) var headline: String?
    /// Lines that stand at the same place of several pages and say the same but for numbers.
    private var runningHeads = Set<[UInt8]>()
    private var bodyHeight = 0.0
    private var isOpen = false
    private var openKind = Paragraph.Kind.body
    private var previous: PDFPage.Line?
    private var columnRight = 0.0
    private var wordIsCut = false

    init(_ pages: [PDFPage]) {
        self.pages = pages
        findRunningHeads()
        bodyHeight = Self.commonHeight(pages)
    }

    mutating func compose() {
        let title = titleLines()
        for (index, page) in pages.enumerated() {
            let place = "page \(index + 1)"
            var block = -1
            for (number, line) in page.lines.enumerated() where !isRunningHead(line, page) {
                let isTitle = index == 0 && title.contains(number)
                if line.block != block {
                    block = line.block
                    columnRight = page.lines.filter { $0.block == block }.map(\.right).max() ?? line.right
                }
                if !continues(line, page, isTitle: isTitle) {
                    finish()
                    composition.begin()
                    isOpen = true
                    openKind = isTitle ? .headline : line.height > bodyHeight * 1.15 ? .subhead : .body
                }
                append(line, page, place)
                previous = line
            }
        }
        finish()
    }

    private mutating func finish() {
        guard isOpen else { return }
        composition.end(openKind)
        if openKind == .headline, headline == nil, let span = composition.paragraphs.last?.span {
            headline = String(decoding: composition.text[span.start..<span.end], as: UTF8.self).singleSpaced
        }
        isOpen = false
        wordIsCut = false
        previous = nil
    }

    /// Adds a line; a hyphen at the end of the one before is taken out where a small letter follows.
    private mutating func append(_ line: PDFPage.Line, _ page: PDFPage, _ place: String) {
        if !wordIsCut { composition.join([0x20]) }
        var end = line.range.upperBound
        wordIsCut = false
        let text = page.text
        if text[end - 1] == 0x2D, end - 2 >= line.range.lowerBound, isLetter(text[end - 2]) || text[end - 2] >= 0x80,
            nextBeginsSmall(after: line, page)
        {
            end -= 1
            wordIsCut = true
        } else if end - 2 > line.range.lowerBound, text[end - 2] == 0xC2, text[end - 1] == 0xAD {
            end -= 2
            wordIsCut = true
        }
        composition.append(text[line.range.lowerBound..<end], place: place, offset: line.range.lowerBound)
    }

    private func nextBeginsSmall(after line: PDFPage.Line, _ page: PDFPage) -> Bool {
        guard
            let next = page.lines.first(where: {
                $0.range.lowerBound > line.range.lowerBound && !isRunningHead($0, page)
            })
        else { return true }
        let byte = page.text[next.range.lowerBound]
        return (0x61...0x7A).contains(byte) || byte == 0xC3
    }

    /// Whether a line goes on with the open paragraph.
    private func continues(_ line: PDFPage.Line, _ page: PDFPage, isTitle: Bool) -> Bool {
        guard isOpen, let before = previous else { return false }
        if isTitle != (openKind == .headline) { return false }
        if isTitle { return true }
        if abs(line.height - before.height) > bodyHeight * 0.2 { return false }
        let isSameBlock = line.block == before.block
        if isSameBlock {
            if line.top - before.bottom > before.height * 0.9 { return false }
            // An indent, or a line before it that ended early with a sentence, begins a paragraph.
            let endsEarly = before.right < columnRight - before.height * 4 && endsSentence()
            return !endsEarly && !(line.left > before.left + before.height * 0.8 && endsSentence())
        }
        // Over a column's or a page's end a sentence may go on.
        if openKind != .body || endsSentence() { return false }
        let first = page.text[line.range.lowerBound]
        return wordIsCut || (0x61...0x7A).contains(first) || first == 0xC3
    }

    private func endsSentence() -> Bool {
        var bytes = composition.text[...]
        while let last = bytes.last, [0x22, 0x27, 0x29, 0x5D, 0x9D, 0x99, 0xBB].contains(last) { bytes.removeLast() }
        guard let last = bytes.last else { return true }
        return [0x2E, 0x21, 0x3F, 0x3A].contains(last) || last == 0xA6
    }

    /// The largest lines of the upper part of the first page, where they are larger than the text.
    private func titleLines() -> Set<Int> {
        guard let page = pages.first else { return [] }
        let upper = page.lines.enumerated().filter {
            $0.element.top < page.height * 0.5 && !isRunningHead($0.element, page)
        }
        guard let largest = upper.map(\.element.height).max(), largest > bodyHeight * 1.2 else { return [] }
        guard let first = upper.first(where: { $0.element.height > largest * 0.95 }) else { return [] }
        var lines = Set([first.offset])
        var number = first.offset + 1
        while number < page.lines.count, abs(page.lines[number].height - largest) < largest * 0.08, lines.count < 6 {
            lines.insert(number)
            number += 1
        }
        return lines
    }

    /// The height that most bytes stand in.
    private static func commonHeight(_ pages: [PDFPage]) -> Double {
        var bytes: [Int: Int] = [:]
        for page in pages {
            for line in page.lines { bytes[Int(line.height * 2), default: 0] += line.range.count }
        }
        let most = bytes.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
        return Double(most?.key ?? 20) / 2
    }

    private mutating func findRunningHeads() {
        guard pages.count > 1 else { return }
        var counts: [[UInt8]: Int] = [:]
        for page in pages {
            var seen = Set<[UInt8]>()
            for line in page.lines where isAtEdge(line, page) { seen.insert(key(line, page)) }
            for key in seen { counts[key, default: 0] += 1 }
        }
        runningHeads = Set(counts.filter { $0.value >= 2 && $0.value * 3 >= pages.count }.keys)
    }

    private func isAtEdge(_ line: PDFPage.Line, _ page: PDFPage) -> Bool {
        line.bottom < page.height * 0.14 || line.top > page.height * 0.88
    }

    /// A line without its numbers and spaces.
    private func key(_ line: PDFPage.Line, _ page: PDFPage) -> [UInt8] {
        page.text[line.range].filter { !isDigit($0) && $0 > 0x20 }.map(lowered)
    }

    private func isRunningHead(_ line: PDFPage.Line, _ page: PDFPage) -> Bool {
        guard isAtEdge(line, page) else { return false }
        let key = key(line, page)
        // A bare number at the edge is the page's.
        return runningHeads.contains(key) || key.isEmpty || key == [0x2D, 0x2D] || key == [0x2F]
    }
}
