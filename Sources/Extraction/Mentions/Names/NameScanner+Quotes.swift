import Vocabulary

/// Names in quotation marks: nicknames, and groups as Spanish reports quote them.
extension NameScanner {
    /// The quoted name that opens at a token; nil when the quotation is speech.
    func quotedName(at open: Int, limit: Int) -> FoundName? {
        guard let close = tokens.closeQuote(after: open, limit: limit) else { return nil }
        var end = close
        while end > open + 1, tokens.shape[end - 1] == .punctuation { end -= 1 }
        let content = open + 1..<end
        guard (1...6).contains(content.count), isName(content) else { return nil }
        var inner: [FoundName] = []
        parse(content, into: &inner)
        if inner.count == 1, inner[0].tokens == content, let type = inner[0].type, type != .person,
            inner[0].form == .name, type != .place
        {
            return inner[0]
        }
        if isGroup(content) { return FoundName(tokens: content, type: .organization, weight: 60) }
        return FoundName(tokens: content, type: .person, form: .quoted, weight: 20)
    }

    private func isName(_ content: Range<Int>) -> Bool {
        guard tokens.isCapital(content.upperBound - 1) || tokens.shape[content.upperBound - 1] == .number else {
            return false
        }
        return content.allSatisfy {
            tokens.isCapital($0) || tokens.shape[$0] == .number || lower[$0] == "-"
                || tables.words.contains(lower[$0], "nickname-article") || tables.words.contains(lower[$0], "particle")
        } && content.contains { tokens.isCapital($0) && tokens.shape[$0] != .initial }
    }

    /// "Los Totoys", "Las Chicas": a plural article makes a group.
    private func isGroup(_ content: Range<Int>) -> Bool {
        content.count > 1 && tables.words.contains(lower[content.lowerBound], "group-article")
    }
}
