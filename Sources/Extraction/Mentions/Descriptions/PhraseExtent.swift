import Vocabulary

/// How far a noun phrase reaches around its noun.
struct PhraseExtent {
    let tokens: NameTokens
    let tables: NameTables
    let named: MentionMap
    private var syntax: Syntax { tokens.syntax }

    struct Extent {
        /// The noun with what stands before it, without determiner; with a generic noun also what it needs behind it.
        var short: Range<Int>
        var full: Range<Int>
        /// The token that possesses it.
        var owner: Int?
    }

    init(tokens: NameTokens, tables: NameTables, named: MentionMap) {
        self.tokens = tokens
        self.tables = tables
        self.named = named
    }

    func extent(_ head: Int, _ noun: Range<Int>) -> Extent {
        var owner: Int?
        var start = noun.lowerBound
        for child in syntax.children(head).reversed() where child < noun.lowerBound {
            switch syntax.dep[child] {
            case .amod, .compound, .nummod, .nmod, .flat, .advmod:
                let edge = syntax.leftEdge[child]
                guard syntax.rightEdge[child] >= start - 2, edge >= start - 8 else { continue }
                start = min(start, edge)
            case .poss:
                if syntax.pos[child] == .pron || isPersonal(child) {
                    owner = child
                } else if syntax.rightEdge[child] >= start - 2 {
                    start = min(start, syntax.leftEdge[child])
                }
            default: break
            }
        }
        // "off-duty", "high-ranking": a hyphen joins what stands before it.
        while start > 1, syntax.lower[start - 1] == "-", tokens.touchesPrevious(start - 1),
            tokens.touchesNext(start - 1)
        {
            start -= 2
        }
        // Numbers and adjectives that the parse hangs elsewhere: "otras ocho personas".
        while start > 0, syntax.sentence[start - 1] == syntax.sentence[head], named.covering[start - 1] < 0,
            syntax.pos[start - 1] == .num && syntax.head[start - 1] != start - 2
                || tables.words.contains(syntax.lower[start - 1], "others") && syntax.pos[start - 1] != .noun
        {
            start -= 1
        }
        start = trimmed(start, noun.lowerBound)
        if owner == nil, start > 0, tables.words.contains(syntax.lower[start - 1], "possessive") { owner = start - 1 }
        let short = start..<behindAdjectives(head, noun.upperBound)
        let full = short.lowerBound..<behind(head, short.upperBound)
        if isGeneric(short, noun), full.upperBound > short.upperBound, !namesWithin(short.upperBound..<full.upperBound)
        {
            return Extent(short: full, full: full, owner: owner)
        }
        return Extent(short: short, full: full, owner: owner)
    }

    /// A person, group or body that possesses; "sheriff’s deputy" has none.
    private func isPersonal(_ token: Int) -> Bool {
        guard let mention = named.mention(at: token) else { return false }
        return mention.kind == .name && named.entities[mention.entity].type != .place
    }

    /// Determiners, adverbs and marks at the start do not belong to the phrase.
    private func trimmed(_ start: Int, _ noun: Int) -> Int {
        var start = start
        while start < noun, !(start + 1 < noun && syntax.lower[start + 1] == "-" && tokens.touchesNext(start)) {
            let word = syntax.lower[start]
            let isNumber =
                syntax.pos[start] == .num || tokens.shape[start] == .number
                || tables.words.contains(word, "others")
            if isNumber || (named.covering[start] >= 0 && syntax.dep[start] != .det) { break }
            let isDropped =
                syntax.pos[start] == .det || syntax.pos[start] == .pron || tokens.shape[start] == .punctuation
                || tables.words.contains(word, "article") || tables.words.contains(word, "indefinite")
                || tables.words.contains(word, "possessive") || tables.words.contains(word, "before-number")
                || syntax.pos[start] == .adp || tokens.isPossessive(start)
            if !isDropped { break }
            start += 1
        }
        return start
    }

    /// Adjectives behind the noun, as in Spanish.
    private func behindAdjectives(_ head: Int, _ end: Int) -> Int {
        guard tables.language == "es" else { return end }
        var end = end
        while end < syntax.count, syntax.sentence[end] == syntax.sentence[head],
            syntax.pos[end] == .adj || syntax.dep[end] == .amod, syntax.head[end] == head || syntax.head[end] == end - 1
        {
            end += 1
        }
        // "juez de control", "red de robo de combustible": a noun without article belongs to the noun before it.
        while end + 1 < syntax.count, tables.words.contains(syntax.lower[end], "of"), syntax.pos[end + 1] == .noun,
            syntax.sentence[end + 1] == syntax.sentence[head], named.covering[end + 1] < 0,
            tables.people.phrases[tokens.fold[end + 1]] == nil, tables.heads.phrases[tokens.fold[end + 1]] == nil
        {
            end += 2
            while end < syntax.count, syntax.pos[end] == .adj, syntax.sentence[end] == syntax.sentence[head],
                named.covering[end] < 0, syntax.head[end] == end - 1
            {
                end += 1
            }
        }
        return end
    }

    /// What restricts the noun behind it: "of the Avenues gang", "who paid ransom to kidnappers".
    private func behind(_ head: Int, _ end: Int) -> Int {
        var reach = end
        for child in syntax.children(head) where child >= reach {
            switch syntax.dep[child] {
            case .nmod, .acl, .relcl, .obl:
                let first = syntax.leftEdge[child]
                // A time without a preposition: "convicted by a jury *Monday*".
                if syntax.dep[child] == .obl, syntax.preposition(of: child).isEmpty { return reach }
                guard first <= reach else { return reach }
                let last = syntax.rightEdge[child] + 1
                guard last - end <= 12 else { return reach }
                reach = max(reach, stop(reach, last))
            default:
                if child > reach { return reach }
            }
        }
        return reach
    }

    private func stop(_ start: Int, _ end: Int) -> Int {
        (start..<end).first { [",", ";", ":", "—", "(", "–"].contains(syntax.lower[$0]) || tokens.isOpenQuote($0) }
            ?? end
    }

    /// A noun that says too little by itself: "people held on charges", "the woman who called".
    private func isGeneric(_ short: Range<Int>, _ noun: Range<Int>) -> Bool {
        let isCounted = short.contains { syntax.pos[$0] == .num || tokens.shape[$0] == .number }
        guard short.count == noun.count + (isCounted ? 1 : 0) else { return false }
        return tables.people.phrases[tokens.fold[noun.upperBound - 1]].map {
            $0.category == .plain || tables.words.contains($0.word, "generic-person")
        } ?? false
    }

    private func namesWithin(_ range: Range<Int>) -> Bool { range.contains { named.covering[$0] >= 0 } }
}
