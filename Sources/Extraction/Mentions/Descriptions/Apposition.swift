import Vocabulary

/// Finds the name that a noun phrase stands beside or is said of: "X, leader of Y", "the governor, X", "X is a lawyer".
struct Apposition {
    let tokens: NameTokens
    let tables: NameTables
    private var syntax: Syntax { tokens.syntax }

    init(tokens: NameTokens, tables: NameTables) {
        self.tokens = tokens
        self.tables = tables
    }

    /// The entity that the phrase describes; nil when it stands for somebody of its own.
    func entity(of phrase: Phrase, in map: MentionMap) -> Int? {
        if let entity = byTree(phrase, map) { return entity }
        if let entity = behindName(phrase, map) ?? beforeName(phrase, map) { return entity }
        return copular(phrase, map)
    }

    private func fits(_ phrase: Phrase, _ mention: MentionMap.Mention, _ map: MentionMap) -> Bool {
        guard mention.kind == .name else { return false }
        switch (phrase.noun, map.entities[mention.entity].type) {
        case (.person(let noun), .person):
            return !phrase.isPlural && noun.category != .bodies && noun.category != .group
        case (.person(let noun), .organization), (.person(let noun), .company), (.person(let noun), .publicBody):
            return noun.category == .bodies && !phrase.isPlural
        case (.body(let head), .organization), (.body(let head), .company), (.body(let head), .publicBody):
            return !head.isPlural
        default: return false
        }
    }

    private func byTree(_ phrase: Phrase, _ map: MentionMap) -> Int? {
        // "X, his brother Y": the name that follows the noun is the one it describes.
        if let named = byNameBehind(phrase, map) { return named }
        if syntax.dep[phrase.head] == .appos, let mention = map.mention(at: syntax.head[phrase.head]),
            fits(phrase, mention, map), !phrase.tokens.contains(mention.head), gap(mention.tokens.upperBound, phrase)
        {
            return mention.entity
        }
        for child in syntax.children(phrase.head) where syntax.dep[child] == .appos || syntax.dep[child] == .flat {
            if let mention = map.mention(at: child), fits(phrase, mention, map),
                mention.tokens.lowerBound > phrase.head,
                syntax.children(child, .conj).isEmpty
            {
                return mention.entity
            }
        }
        return nil
    }

    /// The noun as a modifier of the name, or the name as one of the noun: "DEA agent Enrique Camarena".
    private func byNameBehind(_ phrase: Phrase, _ map: MentionMap) -> Int? {
        let next = phrase.tokens.upperBound
        guard next < syntax.count, let mention = map.mention(at: next), mention.tokens.lowerBound == next,
            fits(phrase, mention, map), syntax.sentence[next] == syntax.sentence[phrase.head]
        else { return nil }
        return mention.entity
    }

    /// Whether only aliases, ages and marks lie between a name and the phrase, and no verb.
    private func gap(_ end: Int, _ phrase: Phrase) -> Bool {
        guard end <= phrase.tokens.lowerBound else { return true }
        return (end..<phrase.tokens.lowerBound).allSatisfy {
            syntax.pos[$0] != .verb || tables.words.contains(syntax.lower[$0], "known-as")
        }
    }

    /// "Salazar, 38, a mechanic": a comma before the phrase and a name before the comma.
    private func behindName(_ phrase: Phrase, _ map: MentionMap) -> Int? {
        switch syntax.dep[phrase.head] {
        case .nsubj, .nsubjPass, .obj, .obl, .agent, .nmod, .iobj: return nil
        default: break
        }
        var token = phrase.tokens.lowerBound - 1
        let floor = syntax.sentences[syntax.sentence[phrase.head]].tokens.lowerBound
        while token >= floor,
            tables.words.contains(syntax.lower[token], "article") || syntax.pos[token] == .det
                || syntax.pos[token] == .adv || syntax.pos[token] == .adj
        {
            token -= 1
        }
        guard token > floor, [",", "(", "—", "–"].contains(syntax.lower[token]) else { return nil }
        token -= 1
        if token > floor, tokens.shape[token] == .number, syntax.lower[token - 1] == "," { token -= 2 }
        while token > floor, tokens.isCloseQuote(token) || syntax.lower[token] == "," || syntax.lower[token] == ")" {
            token -= 1
        }
        guard let mention = map.mention(at: token), fits(phrase, mention, map) else { return nil }
        return mention.entity
    }

    /// "a ministry spokeswoman, Hou Lanying, told": a name between commas behind the phrase.
    private func beforeName(_ phrase: Phrase, _ map: MentionMap) -> Int? {
        let end = phrase.full.upperBound
        guard end + 1 < syntax.count, syntax.lower[end] == ",",
            syntax.sentence[end + 1] == syntax.sentence[phrase.head],
            let mention = map.mention(at: end + 1), mention.tokens.lowerBound == end + 1, fits(phrase, mention, map)
        else { return nil }
        let behind = mention.tokens.upperBound
        let isClosed =
            behind >= syntax.count || [",", ".", ")", ";", "—"].contains(syntax.lower[behind])
            || tokens.isOpenQuote(behind)
        let hangs =
            syntax.dep[mention.head] == .appos || syntax.head[mention.head] == phrase.head
            || syntax.isInside(mention.head, subtreeOf: phrase.head)
        // "The cousin, X, known as Y, is": at the start of a clause the comma parts nothing else.
        let isAndBehind = behind + 1 < syntax.count && tables.words.contains(syntax.lower[behind + 1], "and")
        let opens = phrase.pointsBack && [.nsubj, .nsubjPass, .root].contains(syntax.dep[phrase.head]) && !isAndBehind
        return isClosed && (hangs || opens) && syntax.children(mention.head, .conj).isEmpty ? mention.entity : nil
    }

    /// "Salazar is a fugitive", "who is also the brother-in-law": said of the subject.
    private func copular(_ phrase: Phrase, _ map: MentionMap) -> Int? {
        guard syntax.children(phrase.head).contains(where: { syntax.dep[$0] == .cop }), !phrase.isPlural,
            !syntax.children(phrase.head).contains(where: { syntax.dep[$0] == .neg }),
            let subject = syntax.child(phrase.head, .nsubj),
            let mention = map.mention(headedBy: subject) ?? map.mention(at: subject)
        else { return nil }
        let type = map.entities[mention.entity].type
        switch phrase.noun {
        case .person(let noun):
            return type == .person && noun.category != .bodies && noun.category != .group ? mention.entity : nil
        case .body: return type == .organization || type == .company || type == .publicBody ? mention.entity : nil
        case .bare: return nil
        }
    }
}
