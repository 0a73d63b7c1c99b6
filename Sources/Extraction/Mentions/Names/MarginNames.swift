import Vocabulary

/// Names in datelines ("MEXICO CITY (Agency) —"), bylines and lines that name the source.
struct MarginNames {
    let scanner: NameScanner
    private var tokens: NameTokens { scanner.tokens }
    private var tables: NameTables { scanner.tables }
    private var lower: [String] { scanner.syntax.lower }

    init(scanner: NameScanner) { self.scanner = scanner }

    func scan() -> [FoundName] {
        var found: [FoundName] = []
        for part in scanner.syntax.parts {
            switch part.kind {
            case .dateline: dateline(part.tokens, into: &found)
            case .source: source(part.tokens, into: &found)
            default: break
            }
        }
        return found
    }

    private func dateline(_ part: Range<Int>, into found: inout [FoundName]) {
        var token = part.lowerBound
        var isAgency = false
        while token < part.upperBound {
            if lower[token] == "(" { isAgency = true }
            if lower[token] == ")" { isAgency = false }
            guard tokens.isCapital(token), !isDate(token) else {
                token += 1
                continue
            }
            let end = capitals(from: token, limit: part.upperBound)
            if isAgency {
                found.append(FoundName(tokens: token..<end, type: .organization, weight: 90))
            } else {
                found.append(place(token..<end))
            }
            token = end
        }
    }

    private func place(_ range: Range<Int>) -> FoundName {
        var name = FoundName(tokens: range, type: .place, weight: 80)
        name.isDateline = true
        if let entry = tables.places.phrases.longest(tokens.fold, from: range.lowerBound, limit: range.upperBound),
            entry.end == range.upperBound
        {
            name.country = entry.value.country
        } else if let entry = tables.places.abbreviations[scanner.syntax.string(range)] {
            name.country = entry.country
        } else if let country = tables.countries.phrases.longest(
            tokens.fold, from: range.lowerBound, limit: range.upperBound), country.end == range.upperBound
        {
            name.type = .country
            name.country = country.value.code
        }
        return name
    }

    private func source(_ part: Range<Int>, into found: inout [FoundName]) {
        guard let first = part.first else { return }
        let isByline = tables.words.contains(lower[first], "byline")
        var token = first + 1
        while token < part.upperBound {
            guard tokens.isCapital(token) else {
                token += 1
                continue
            }
            let end = capitals(from: token, limit: part.upperBound)
            if isByline {
                if found.last?.tokens.lowerBound ?? -1 < first, end - token > 1 {
                    found.append(FoundName(tokens: token..<end, type: .person, weight: 80))
                }
            } else {
                found.append(FoundName(tokens: token..<end, type: .organization, weight: 80))
            }
            token = end
        }
    }

    private func capitals(from start: Int, limit: Int) -> Int {
        var end = start + 1
        while end < limit {
            if tokens.isCapital(end), !isDate(end) {
                end += 1
            } else if end + 1 < limit, tokens.isCapital(end + 1), !isDate(end + 1),
                tables.words.contains(lower[end], "particle") || lower[end] == "of" || lower[end] == "-"
            {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    private func isDate(_ token: Int) -> Bool {
        tables.words.contains(lower[token], "month") || tables.words.contains(lower[token], "weekday")
            || tables.words.contains(lower[token], "article")
    }
}
