import Vocabulary

/// A Markdown text's blocks, by their lines.
struct MarkdownBlocks {
    struct Block {
        var kind: Paragraph.Kind
        /// The lines' content without their marks.
        var lines: [Range<Int>]
    }

    private let text: [UInt8]
    private var blocks: [Block] = []
    private var open: Block?
    private var isInFence = false

    static func blocks(_ text: [UInt8], from start: Int) -> [Block] {
        var reader = MarkdownBlocks(text: text)
        var i = start
        while i < text.count {
            let line = i
            while i < text.count, text[i] != 0x0A { i += 1 }
            var end = i
            if end > line, text[end - 1] == 0x0D { end -= 1 }
            reader.take(line..<end)
            i += 1
        }
        reader.close()
        return reader.blocks
    }

    private init(text: [UInt8]) { self.text = text }

    private mutating func close() {
        if let block = open { blocks.append(block) }
        open = nil
    }

    private mutating func take(_ line: Range<Int>) {
        var start = line.lowerBound
        while start < line.upperBound, text[start] == 0x20 || text[start] == 0x09 { start += 1 }
        let content = start..<line.upperBound
        if begins(content, "```") || begins(content, "~~~") {
            close()
            isInFence.toggle()
            return
        }
        if isInFence {
            if !content.isEmpty { add(.body, content, continues: true) }
            return
        }
        guard !content.isEmpty else { return close() }
        if let heading = heading(content) {
            close()
            blocks.append(heading)
        } else if isRule(content) {
            takeRule(content)
        } else if text[start] == 0x3E {
            var inner = start + 1
            while inner < line.upperBound, text[inner] == 0x20 || text[inner] == 0x3E { inner += 1 }
            if inner >= line.upperBound {
                close()
            } else {
                add(.quote, inner..<line.upperBound, continues: open?.kind == .quote)
            }
        } else if let item = item(content) {
            add(.listItem, item, continues: false)
        } else if text[start] == 0x7C {
            takeRow(content)
        } else {
            add(open?.kind ?? .body, content, continues: open != nil)
        }
    }

    private mutating func add(_ kind: Paragraph.Kind, _ line: Range<Int>, continues: Bool) {
        if !continues || open == nil {
            close()
            open = Block(kind: kind, lines: [])
        }
        open?.lines.append(line)
    }

    private func begins(_ line: Range<Int>, _ mark: StaticString) -> Bool {
        guard line.count >= mark.utf8CodeUnitCount else { return false }
        return mark.withUTF8Buffer { text[line.lowerBound..<line.lowerBound + $0.count].elementsEqual($0) }
    }

    /// `## Heading ##`
    private func heading(_ line: Range<Int>) -> Block? {
        var i = line.lowerBound
        while i < line.upperBound, text[i] == 0x23 { i += 1 }
        let level = i - line.lowerBound
        guard (1...6).contains(level), i < line.upperBound, text[i] == 0x20 else { return nil }
        var end = line.upperBound
        while end > i, text[end - 1] == 0x23 || text[end - 1] == 0x20 { end -= 1 }
        return Block(kind: level == 1 ? .headline : .subhead, lines: [(i + 1)..<max(i + 1, end)])
    }

    /// A line of hyphens, equals signs, asterisks: a heading's underline or a rule.
    private func isRule(_ line: Range<Int>) -> Bool {
        guard let mark = text[line].first, [0x2D, 0x3D, 0x2A, 0x5F].contains(mark) else { return false }
        return line.count >= 3 && text[line].allSatisfy { $0 == mark || $0 == 0x20 }
    }

    private mutating func takeRule(_ line: Range<Int>) {
        let mark = text[line.lowerBound]
        if let block = open, block.kind == .body, block.lines.count == 1, mark == 0x3D || mark == 0x2D {
            open?.kind = mark == 0x3D ? .headline : .subhead
        }
        close()
    }

    /// `- item`, `1. item`
    private func item(_ line: Range<Int>) -> Range<Int>? {
        var i = line.lowerBound
        if [0x2D, 0x2A, 0x2B].contains(text[i]) {
            i += 1
        } else {
            while i < line.upperBound, isDigit(text[i]), i - line.lowerBound < 3 { i += 1 }
            guard i > line.lowerBound, i < line.upperBound, text[i] == 0x2E || text[i] == 0x29 else { return nil }
            i += 1
        }
        guard i < line.upperBound, text[i] == 0x20 else { return nil }
        return (i + 1)..<line.upperBound
    }

    private mutating func takeRow(_ line: Range<Int>) {
        if text[line].allSatisfy({ [0x7C, 0x2D, 0x3A, 0x20].contains($0) }) { return }
        close()
        let cells = text[line].split(separator: 0x7C).map { cell in
            var cell = cell
            while let first = cell.first, first <= 0x20 { cell.removeFirst() }
            while let last = cell.last, last <= 0x20 { cell.removeLast() }
            return cell.startIndex..<cell.endIndex
        }
        blocks.append(Block(kind: .tableRow, lines: cells))
    }
}
