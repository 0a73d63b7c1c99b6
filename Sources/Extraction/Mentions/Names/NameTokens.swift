import Language
import Vocabulary

/// The tokens of a report as the finding of names sees them: folded words, shapes, zones, what the pipeline says.
struct NameTokens {
    enum Shape: UInt8 {
        case lower, capital, allCapitals, initial, code, number, punctuation
    }

    /// How far capitals mean anything where a token stands.
    enum Zone: UInt8 {
        case text
        /// A headline in title case: every content word has a capital.
        case titleCase
        /// A line or lead-in set in capitals.
        case capitals
        /// A dateline, a byline, the line that names the source.
        case margin
    }

    /// What a name of the pipeline is, whatever its language calls it.
    enum Label: UInt8 {
        case person, organization, place, nationality, other
    }

    struct PipelineName {
        let tokens: Range<Int>
        let label: Label
    }

    let syntax: Syntax
    let words: WordClasses
    /// Folded characters of each token; "" for punctuation.
    let fold: [String]
    let shape: [Shape]
    let zone: [Zone]
    private let capital: [Bool]
    let pipelineNames: [PipelineName]
    /// For each token the pipeline's name that covers it, or -1.
    let pipelineName: [Int32]

    init(syntax: Syntax, words: WordClasses) {
        self.syntax = syntax
        self.words = words
        var cache: [String: String] = [:]
        fold = syntax.lower.map { word in
            if let known = cache[word] { return known }
            let folded = FoldedName.fold(word)
            cache[word] = folded
            return folded
        }
        let shape = (0..<syntax.count).map { Self.shape(syntax, $0) }
        self.shape = shape
        // Spanish writes months small: a capital makes them names ("El Mayo").
        let calendar = syntax.language == "es" ? [] : words.words("month").union(words.words("weekday"))
        let capitals = (0..<syntax.count).map { token in
            switch shape[token] {
            case .capital, .allCapitals: !calendar.contains(syntax.lower[token])
            case .initial: syntax.lower[token] != "i"
            case .code: true
            default: false
            }
        }
        capital = (0..<syntax.count).map { token in
            // "May Johnson", "August Vollmer": a month behind which a name goes on, of which the pipeline says so.
            capitals[token]
                || (calendar.contains(syntax.lower[token]) && shape[token] == .capital
                    && syntax.analysed.labels.entities[Int(syntax.analysed.entityLabels[token])].hasPrefix("PER")
                    && token + 1 < syntax.count && capitals[token + 1])
        }
        zone = Self.zones(syntax, shape, words)
        (pipelineNames, pipelineName) = Self.pipelineNames(syntax)
    }

    /// Whether the token is written as a name is; months and days of the week never count.
    func isCapital(_ token: Int) -> Bool { capital[token] }

    /// Whether no space parts the token from the next.
    func touchesNext(_ token: Int) -> Bool {
        token + 1 < syntax.count && syntax.analysed.ends[token] == syntax.analysed.starts[token + 1]
    }

    func label(_ token: Int) -> Label? {
        pipelineName[token] < 0 ? nil : pipelineNames[Int(pipelineName[token])].label
    }

    func isOpenQuote(_ token: Int) -> Bool {
        switch syntax.lower[token] {
        case "“", "‘", "«", "„": true
        case "\"", "'", "``": !touchesPrevious(token)
        default: false
        }
    }

    func isCloseQuote(_ token: Int) -> Bool {
        switch syntax.lower[token] {
        case "”", "’", "»", "''": true
        case "\"", "'": touchesPrevious(token)
        default: false
        }
    }

    /// The closing quote that answers the opening one at `open`, within `reach` tokens.
    func closeQuote(after open: Int, limit: Int, reach: Int = 9) -> Int? {
        var token = open + 1
        while token < limit, token <= open + reach {
            if isCloseQuote(token) { return token }
            token += 1
        }
        return nil
    }

    func touchesPrevious(_ token: Int) -> Bool { token > 0 && touchesNext(token - 1) }

    func isPossessive(_ token: Int) -> Bool {
        let word = syntax.lower[token]
        return word == "’s" || word == "'s" || ((word == "’" || word == "'") && syntax.tag(token) == "POS")
    }

    /// Whether the token opens a sentence, a quotation or an item, so that its capital says little.
    func opensSentence(_ token: Int) -> Bool {
        let sentence = syntax.sentences[syntax.sentence[token]]
        var before = token - 1
        while before >= sentence.tokens.lowerBound {
            if syntax.lower[before] == ":" { return true }
            if shape[before] != .punctuation { return false }
            before -= 1
        }
        return true
    }

    // MARK: Shapes

    private static func shape(_ syntax: Syntax, _ token: Int) -> Shape {
        let span = syntax.span(token)
        var (upper, lower, digits, marks) = (0, 0, 0, 0)
        var firstIsUpper = false
        var isFirst = true
        for scalar in String(decoding: syntax.text[span.start..<span.end], as: UTF8.self).unicodeScalars {
            if scalar.isASCII {
                switch scalar.value {
                case 0x41...0x5A: upper += 1
                case 0x61...0x7A: lower += 1
                case 0x30...0x39: digits += 1
                default: marks += 1
                }
                if isFirst { firstIsUpper = (0x41...0x5A).contains(scalar.value) }
            } else if scalar.properties.isUppercase {
                upper += 1
                if isFirst { firstIsUpper = true }
            } else if scalar.properties.isAlphabetic {
                lower += 1
            } else {
                marks += 1
            }
            isFirst = false
        }
        if upper + lower == 0 { return digits > 0 ? .number : .punctuation }
        if upper > 0, digits > 0 { return lower <= 1 || firstIsUpper ? .code : .lower }
        if !firstIsUpper { return .lower }
        if lower > 0 { return .capital }
        if upper == 1 { return marks > 0 || span.count == 1 ? .initial : .capital }
        return .allCapitals
    }

    // MARK: Zones

    private static func zones(_ syntax: Syntax, _ shape: [Shape], _ words: WordClasses) -> [Zone] {
        var zone = [Zone](repeating: .text, count: shape.count)
        for part in syntax.parts {
            let tokens = part.tokens
            if part.kind == .dateline || part.kind == .source {
                for token in tokens { zone[token] = .margin }
                continue
            }
            if part.kind != .paragraph, isTitleCase(tokens, shape, syntax) {
                for token in tokens { zone[token] = .titleCase }
            }
            let lead = capitals(at: tokens, shape, syntax)
            for token in tokens.lowerBound..<lead { zone[token] = .capitals }
        }
        return zone
    }

    private static func isTitleCase(_ tokens: Range<Int>, _ shape: [Shape], _ syntax: Syntax) -> Bool {
        var (capitals, others) = (0, 0)
        for token in tokens.dropFirst() where syntax.span(token).count > 3 {
            switch shape[token] {
            case .capital, .allCapitals: capitals += 1
            case .lower: others += 1
            default: break
            }
        }
        return capitals >= 3 && capitals >= 3 * others
    }

    /// Where the capitals end with which a part starts; its start when they are only a name.
    private static func capitals(at tokens: Range<Int>, _ shape: [Shape], _ syntax: Syntax) -> Int {
        var end = tokens.lowerBound
        var count = 0
        while end < tokens.upperBound {
            switch shape[end] {
            case .allCapitals, .initial: count += 1
            case .number, .punctuation, .code: break
            case .capital, .lower:
                return count > 0 && end > tokens.lowerBound && endsLeadIn(end, tokens, syntax) ? end : tokens.lowerBound
            }
            if syntax.lower[end] == ":", count > 0 { return end }
            end += 1
        }
        return count > 0 ? end : tokens.lowerBound
    }

    private static func endsLeadIn(_ end: Int, _ tokens: Range<Int>, _ syntax: Syntax) -> Bool {
        syntax.lower[end - 1] == ":"
    }

    // MARK: The pipeline's names

    private static func pipelineNames(_ syntax: Syntax) -> ([PipelineName], [Int32]) {
        var found: [PipelineName] = []
        var covering = [Int32](repeating: -1, count: syntax.count)
        let labels = syntax.analysed.labels.entities.map(label)
        var token = 0
        while token < syntax.count {
            let index = Int(syntax.analysed.entityLabels[token])
            var end = token + 1
            while end < syntax.count, Int(syntax.analysed.entityLabels[end]) == index,
                !syntax.analysed.entityStarts[end]
            {
                end += 1
            }
            if index > 0, let label = labels[index] {
                for covered in token..<end { covering[covered] = Int32(found.count) }
                found.append(PipelineName(tokens: token..<end, label: label))
            }
            token = end
        }
        return (found, covering)
    }

    /// nil: numbers and dates are no names.
    private static func label(_ name: String) -> Label? {
        switch name {
        case "PERSON", "PER": .person
        case "ORG": .organization
        case "GPE", "LOC", "FAC": .place
        case "NORP": .nationality
        case "LAW", "EVENT", "PRODUCT", "WORK_OF_ART", "LANGUAGE", "MISC": .other
        default: nil
        }
    }
}
