import Vocabulary

/// A report's text as it is put together, paragraph by paragraph, with where each run comes from.
struct Composition {
    private(set) var text: [UInt8] = []
    private(set) var paragraphs: [Paragraph] = []
    private(set) var origin = OriginMap()
    private var places: [String: Int] = [:]
    private var start = 0

    var isEmpty: Bool { text.isEmpty }

    init() {}

    /// What is already whole.
    init(_ text: [UInt8], _ paragraphs: [Paragraph], _ origin: OriginMap) {
        (self.text, self.paragraphs, self.origin) = (text, paragraphs, origin)
    }

    /// Begins a paragraph, a blank line after what is there.
    mutating func begin() {
        if !text.isEmpty { text += [0x0A, 0x0A] }
        start = text.count
    }

    /// Ends the paragraph; one without text leaves no trace.
    mutating func end(_ kind: Paragraph.Kind) {
        if text.count > start {
            paragraphs.append(Paragraph(kind, Span(start, text.count)))
        } else {
            text.removeLast(min(2, text.count))
        }
    }

    /// Adds bytes that stand unbroken in a place.
    mutating func append(_ bytes: some Collection<UInt8>, place: String, offset: Int) {
        guard !bytes.isEmpty else { return }
        let index = places[place] ?? origin.places.count
        if index == origin.places.count {
            places[place] = index
            origin.places.append(place)
        }
        if let last = origin.runs.last, last.place == index, last.start + last.count == text.count,
            last.offset + last.count == offset
        {
            origin.runs[origin.runs.count - 1].count += bytes.count
        } else {
            origin.runs.append(.init(start: text.count, count: bytes.count, place: index, offset: offset))
        }
        text += bytes
    }

    /// Adds bytes of our own between runs: a space, a line end.
    mutating func join(_ bytes: [UInt8]) {
        if text.count > start { text += bytes }
    }

    /// A paragraph from a text, white space made single; returns false where it has none but white space.
    @discardableResult
    mutating func add(_ kind: Paragraph.Kind, _ source: [UInt8], _ range: Range<Int>, place: String) -> Bool {
        begin()
        var i = range.lowerBound
        var space: Int?
        while i < range.upperBound {
            let length = spaceLength(source, i, range.upperBound)
            if length > 0 {
                space = i + length - 1
                i += length
                continue
            }
            if let unseen = unseenLength(source, i, range.upperBound) {
                i += unseen
                continue
            }
            if let space, text.count > start { append([0x20], place: place, offset: space) }
            space = nil
            let first = i
            while i < range.upperBound, spaceLength(source, i, range.upperBound) == 0,
                unseenLength(source, i, range.upperBound) == nil
            {
                i += 1
            }
            append(source[first..<i], place: place, offset: first)
        }
        let isFilled = text.count > start
        end(kind)
        return isFilled
    }
}

extension Report {
    /// A report from what was put together, given facts first, then those that were found.
    init(
        _ intake: Intake, _ composition: Composition, found: GivenFacts, basis foundBasis: FactBasis,
        cautions: [ReportCaution] = []
    ) {
        var facts = intake.given
        var basis: [ReportFact: FactBasis] = [:]
        facts.note(&basis)
        func fill<Value>(_ path: WritableKeyPath<GivenFacts, Value?>, _ fact: ReportFact) {
            guard facts[keyPath: path] == nil, let value = found[keyPath: path] else { return }
            facts[keyPath: path] = value
            basis[fact] = foundBasis
        }
        fill(\.title, .title)
        fill(\.published, .published)
        fill(\.author, .author)
        fill(\.publisher, .publisher)
        fill(\.url, .url)
        fill(\.language, .language)
        if facts.language == nil {
            (facts.language, basis[.language]) = (LanguageGuess(composition.text).code ?? "und", .detected)
        }
        self.init(
            id: intake.id, title: facts.title, publisher: facts.publisher, published: facts.published,
            language: facts.language ?? "und", url: facts.url ?? intake.address, text: composition.text,
            author: facts.author, paragraphs: composition.paragraphs, origin: composition.origin, basis: basis,
            cautions: cautions)
    }
}
