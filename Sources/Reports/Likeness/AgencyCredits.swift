public import Vocabulary

/// A news agency that a report names as where it has its text from.
public struct AgencyCredit: Sendable, Hashable {
    /// The agency's common name: `Associated Press`.
    public var agency: String
    /// The words that credit it; nil where the byline does.
    public var span: Span?

    public init(agency: String, span: Span?) {
        self.agency = agency
        self.span = span
    }
}

/// Finds the agencies behind a report: in its byline, in the brackets of its dateline, in a line of credit.
public struct AgencyCredits: Sendable {
    /// Spelling in words of small letters → agency.
    private let agencies: [(words: [UInt8], name: String)]

    /// Those that come with the program.
    public static let shipped = AgencyCredits(table: String(decoding: PackageResources.agencies_tsv, as: UTF8.self))

    private static let creditLines = [
        "with information from", "with reporting by", "with reporting from", "reporting by",
        "contributed to this report",
        "material from", "source:", "con información de", "con informacion de", "con datos de", "información de",
        "fuente:",
        "agencia", "agencies", "agencias", "wire services",
    ]

    /// - Parameter table: rows of agency, tab, spelling; lines that begin with `#` are notes.
    init(table: some StringProtocol) {
        agencies = table.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
            let cells = line.split(separator: "\t")
            return cells.count == 2 ? (Array(cells[1].lowercased().utf8), String(cells[0])) : nil
        }
    }

    /// Each agency once, in the order of the agencies' table.
    public func credits(in report: Report) -> [AgencyCredit] {
        var found: [String: AgencyCredit] = [:]
        for name in [report.author, report.publisher] {
            guard let name else { continue }
            for agency in named(Array(name.utf8), 0..<name.utf8.count) {
                found[agency.name] = AgencyCredit(agency: agency.name, span: nil)
            }
        }
        for range in Self.places(in: report) {
            for agency in named(report.text, range) where found[agency.name] == nil {
                found[agency.name] = AgencyCredit(agency: agency.name, span: agency.span)
            }
        }
        var names: [String] = []
        for agency in agencies where !names.contains(agency.name) { names.append(agency.name) }
        return names.compactMap { found[$0] }
    }

    /// Where a credit can stand: brackets early in the first paragraphs, and short lines of credit near the end.
    private static func places(in report: Report) -> [Range<Int>] {
        let text = report.text
        var lines: [Range<Int>] = []
        var start = 0
        for (index, byte) in (text + [0x0A]).enumerated() where byte == 0x0A {
            if index > start { lines.append(start..<index) }
            start = index + 1
        }
        var places: [Range<Int>] = []
        for line in lines.prefix(6) {
            let head = line.lowerBound..<min(line.upperBound, line.lowerBound + 120)
            if let open = text[head].firstIndex(of: 0x28), let close = text[open..<head.upperBound].firstIndex(of: 0x29)
            {
                places.append(open + 1..<close)
            }
            // `WASHINGTON, AP —`
            if let dash = dash(text, head), dash - line.lowerBound <= 60 { places.append(line.lowerBound..<dash) }
        }
        for line in lines.suffix(5) where line.count <= 300 {
            let small = String(decoding: text[line].map(lowered), as: UTF8.self)
            if creditLines.contains(where: small.contains) { places.append(line) }
        }
        return places
    }

    private static func dash(_ text: [UInt8], _ range: Range<Int>) -> Int? {
        var i = range.lowerBound
        while i + 2 < range.upperBound {
            if text[i] == 0xE2, text[i + 1] == 0x80, text[i + 2] == 0x93 || text[i + 2] == 0x94 { return i }
            if text[i] == 0x20, text[i + 1] == 0x2D, text[i + 2] == 0x20 || text[i + 2] == 0x2D { return i }
            i += 1
        }
        return nil
    }

    /// The agencies whose spelling stands in a range as whole words; short spellings only in capitals.
    private func named(_ text: [UInt8], _ range: Range<Int>) -> [(name: String, span: Span)] {
        var found: [(name: String, span: Span)] = []
        for agency in agencies {
            var i = range.lowerBound
            while i + agency.words.count <= range.upperBound {
                let end = i + agency.words.count
                if lowered(text[i]) == agency.words[0],
                    text[i..<end].elementsEqual(agency.words, by: { lowered($0) == $1 }),
                    isEdge(text, i - 1, range), isEdge(text, end, range),
                    agency.words.count > 4 || text[i..<end].allSatisfy({ !(0x61...0x7A).contains($0) })
                {
                    found.append((agency.name, Span(i, end)))
                    break
                }
                i += 1
            }
        }
        return found
    }

    private func isEdge(_ text: [UInt8], _ i: Int, _ range: Range<Int>) -> Bool {
        !range.contains(i) || !(isLetter(text[i]) || isDigit(text[i]) || text[i] >= 0x80)
    }
}
