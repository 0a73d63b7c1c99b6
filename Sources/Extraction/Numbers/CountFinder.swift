package import Vocabulary

/// Says how many a noun phrase stands for.
package struct CountFinder: Sendable {
    let syntax: Syntax
    let numbers: Numbers
    private let table: NumberTable

    package init(syntax: Syntax, numbers: Numbers, lexicon: Lexicon) {
        self.syntax = syntax
        self.numbers = numbers
        table = lexicon.numbers
    }

    /// The number that a noun phrase gives for itself: "26 alleged members", "a group of 26", "five of the 37" (5),
    /// "one of them" (1), "X and 28 others" (29 when asked at "others" with `named` 1).
    /// - Parameters:
    ///   - head: the noun (or the number that stands for one) that heads the phrase.
    ///   - named: how many coordinated names stand before "and 28 others".
    package func count(of head: Int, named: Int = 0) -> Quantity? {
        guard let number = figure(of: head), let value = number.value else { return nil }
        let others = named > 0 && isOther(head, number) ? named : 0
        return Quantity(value + others, number.bound, span: number.span)
    }

    /// The number of a part of what a noun stands for: 4 at "soldiers" in "four of our soldiers", 5 at "prisoners" in
    /// "five of the 37 prisoners".
    package func part(at head: Int) -> Quantity? {
        let governor = syntax.head[head]
        guard governor < head, syntax.dep[head] == .nmod || syntax.dep[head] == .obl,
            table.partPrepositions.contains(syntax.preposition(of: head)), let number = cardinal(at: governor),
            let value = number.value
        else { return nil }
        return Quantity(value, number.bound, span: number.span)
    }

    /// Whether a noun phrase counts those beside the ones named before: "28 others", "otras ocho personas".
    package func isOthers(_ head: Int) -> Bool {
        guard let number = figure(of: head) else { return false }
        return isOther(head, number)
    }

    /// 1 for a singular noun with an indefinite article: "a sheriff's deputy", "un agente".
    package func one(of head: Int) -> Quantity? {
        guard !isPlural(head),
            let article = syntax.children(head).first(where: {
                $0 < head && table.articles.contains(syntax.lower[$0])
            })
        else { return nil }
        return Quantity(1, span: syntax.span(article))
    }

    /// The sum over a coordination: "three men and a woman" (4), "Jesús “A” and Faustino “N”" (2);
    /// nil when a member gives no number.
    /// - Parameter isName: whether a token heads the name of one person or thing.
    package func total(of head: Int, isName: (Int) -> Bool) -> Quantity? {
        let members = syntax.coordinated(head)
        guard members.count > 1 else { return count(of: head) }
        var sum = 0
        var bound = Quantity.Bound.exact
        for member in members {
            if let quantity = count(of: member) ?? one(of: member) {
                sum += quantity.value
                if quantity.bound != .exact { bound = quantity.bound }
            } else if isName(member) {
                sum += 1
            } else {
                return nil
            }
        }
        let span = syntax.span(head).union(syntax.span(members.last ?? head))
        return Quantity(sum, bound, span: span)
    }

    // MARK: Where the figure stands

    private func figure(of head: Int) -> NumberExpression? {
        if let own = cardinal(at: head) { return own }
        if let set = table.pairs[syntax.lower[head]] {
            return NumberExpression(
                tokens: head..<(head + 1), span: syntax.span(head), value: set, bound: .exact, isOrdinal: false)
        }
        if let before = figure(before: head) { return before }
        if table.groupNouns.contains(syntax.lower[head]), let number = figure(ofGroup: head) { return number }
        return figure(bySumVerb: head)
    }

    private func cardinal(at token: Int) -> NumberExpression? {
        guard let number = numbers.number(at: token), !number.isOrdinal else { return nil }
        return number
    }

    /// "26 alleged high-ranking cartel members": the number before the noun's modifiers.
    private func figure(before head: Int) -> NumberExpression? {
        let first = syntax.sentences[syntax.sentence[head]].tokens.lowerBound
        var token = head - 1
        while token >= first, head - token < 16 {
            if let number = cardinal(at: token) { return counts(number, head) ? number : nil }
            guard isModifier(token, of: head) else { break }
            token -= 1
        }
        // "son 92 los delincuentes": the number stands between a verb of sums and the article.
        if token > first, syntax.pos[token] == .det, let number = cardinal(at: token - 1),
            number.tokens.lowerBound > first, table.sumVerbs.contains(syntax.lower[number.tokens.lowerBound - 1])
        {
            return number
        }
        return nil
    }

    private func isModifier(_ token: Int, of head: Int) -> Bool {
        switch syntax.pos[token] {
        case .adj, .adv: true
        case .noun, .propn, .verb, .x, .part: syntax.isInside(token, subtreeOf: head)
        case .punct, .sym: ["-", "\"", "“", "”", "‘", "’", "'"].contains(syntax.lower[token])
        default: table.otherWords.contains(syntax.lower[token])
        }
    }

    /// Whether the number is the noun's own and not that of a measure before it ("25 percent tariff").
    private func counts(_ number: NumberExpression, _ head: Int) -> Bool {
        let governors = number.tokens.map { syntax.head[$0] }.filter { !number.tokens.contains($0) }
        guard let governor = governors.last else { return true }
        if governor == head || governor < number.tokens.lowerBound || governor > head { return true }
        return syntax.pos[governor] != .noun && syntax.pos[governor] != .sym
    }

    /// "a group of 26 prisoners", "un total de 92"
    private func figure(ofGroup head: Int) -> NumberExpression? {
        var token = head + 1
        guard token + 1 < syntax.count, table.groupPrepositions.contains(syntax.lower[token]) else { return nil }
        token += 1
        let limit = min(syntax.sentences[syntax.sentence[head]].tokens.upperBound, head + 8)
        while token < limit {
            if let number = cardinal(at: token) { return number }
            // "a second group of alleged members: 26 prisoners"
            if syntax.lower[token] == ":", token + 1 < limit { return cardinal(at: token + 1) }
            guard token < head + 5 || syntax.pos[token] == .adj else { return nil }
            if syntax.pos[token] == .noun, token + 1 < limit, syntax.lower[token + 1] == ":" {
                token += 1
                continue
            }
            guard syntax.pos[token] != .noun, syntax.pos[token] != .verb, syntax.pos[token] != .punct else {
                return nil
            }
            token += 1
        }
        return nil
    }

    /// "the men number 26", "los extraditados suman 92"
    private func figure(bySumVerb head: Int) -> NumberExpression? {
        let verb = syntax.head[head]
        guard verb > head, syntax.dep[head] == .nsubj else { return nil }
        if let number = cardinal(at: verb), syntax.child(verb, .cop) != nil { return number }
        let isSum = table.sumVerbs.contains(syntax.lower[verb]) || table.sumVerbs.contains(syntax.lemma[verb])
        guard isSum, let number = cardinal(at: verb + 1) else { return nil }
        // "the first group, flown out in May, comprised 29 inmates"
        if table.groupNouns.contains(syntax.lower[head]) { return number }
        let next = number.tokens.upperBound
        let isCounted = next < syntax.count && (syntax.pos[next] == .noun || syntax.pos[next] == .adj)
        return isCounted ? nil : number
    }

    private func isOther(_ head: Int, _ number: NumberExpression) -> Bool {
        if table.otherWords.contains(syntax.lower[head]) { return true }
        let first = max(0, number.tokens.lowerBound - 1)
        let around = first..<max(first, head)
        return around.contains { table.otherWords.contains(syntax.lower[$0]) }
    }

    private func isPlural(_ head: Int) -> Bool {
        if let number = syntax.feature("Number", head) { return number == "Plur" }
        return syntax.tag(head).hasSuffix("S")
    }
}
