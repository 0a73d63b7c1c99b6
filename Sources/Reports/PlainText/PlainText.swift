public import Vocabulary

/// A text as it stands in a file: the bytes are the report's text, but for a byte order mark.
public enum PlainText {
    public static func report(_ intake: Intake) throws(ReportFault) -> Report {
        let text = try checked(intake.bytes)
        var facts = intake.given
        var basis: [ReportFact: FactBasis] = [:]
        facts.note(&basis)
        if facts.title == nil, let headline = Headline.find(in: text) {
            (facts.title, basis[.title]) = (headline, .visibleText)
        }
        if facts.publisher == nil, let source = Footer.source(in: text) {
            (facts.publisher, basis[.publisher]) = (source, .visibleText)
        }
        if facts.language == nil { (facts.language, basis[.language]) = (try language(of: text), .detected) }
        return Report(
            id: intake.id, title: facts.title, publisher: facts.publisher, published: facts.published,
            language: facts.language ?? "", url: facts.url ?? intake.address, text: text, author: facts.author,
            basis: basis)
    }

    /// The code of the language, when it is one that can be read.
    private static func language(of text: [UInt8]) throws(ReportFault) -> String {
        switch LanguageGuess(text) {
        case .readable(let code): return code
        case .other(let code): throw .languageUnsupported(code)
        case .noWords: throw .noWords
        }
    }

    /// The text without a byte order mark, if it is text.
    private static func checked(_ bytes: [UInt8]) throws(ReportFault) -> [UInt8] {
        if let fault = encodingFault(in: bytes) { throw .notUTF8(offset: fault.lowerBound, bytes: Array(bytes[fault])) }
        if let nul = bytes.firstIndex(of: 0) { throw .nulByte(offset: nul) }
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
        guard text.contains(where: { !Headline.isWhiteSpace($0) }) else { throw .empty }
        return text
    }

    /// The bytes that are no UTF-8, the first of them.
    private static func encodingFault(in bytes: [UInt8]) -> Range<Int>? {
        do throws(Unicode.UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch { return error.byteOffsets }
    }
}

extension GivenFacts {
    /// Records that the facts that are there were given.
    func note(_ basis: inout [ReportFact: FactBasis]) {
        if title != nil { basis[.title] = .given }
        if publisher != nil { basis[.publisher] = .given }
        if published != nil { basis[.published] = .given }
        if language != nil { basis[.language] = .given }
        if url != nil { basis[.url] = .given }
        if author != nil { basis[.author] = .given }
    }
}
