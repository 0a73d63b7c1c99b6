import Vocabulary

/// The shortest phrase of the report that says a crime, a penalty, a measure.
struct TextPhrase: Sendable {
    let syntax: Syntax
    /// Prepositions of time, place and reason, at which a phrase ends: "bribing inmates *at* the prison".
    let circumstances: Set<String>
    /// Longer phrases are cut here, counted in tokens.
    private let limit = 18

    init(syntax: Syntax, grammar: GrammarTable) {
        self.syntax = syntax
        circumstances = grammar.circumstances
    }

    /// The phrase of a noun: what stands before it without determiner, what belongs to it behind
    /// (of-phrases, infinitives), without relative clauses, appositions and coordinated nouns.
    /// - Parameter stop: a noun behind the head at whose phrase the text ends.
    func noun(_ head: Int, before stop: Int? = nil) -> Span {
        var first = head
        let left = syntax.leftEdge[head]
        if left < head {
            for token in (left..<head).reversed() {
                guard belongs(token, before: head) else { break }
                first = token
            }
        }
        while first < head, isSkippable(first) { first += 1 }
        var last = extend(head, from: first)
        // "concierto para delinquir", "asociación para importar cocaína"
        if last + 2 < syntax.count, syntax.language == "es", syntax.lower[last + 1] == "para",
            syntax.feature("VerbForm", last + 2) == "Inf"
        {
            last = extend(last + 2, from: first)
        }
        if let stop, stop > head {
            last = min(last, max(head, (stop < syntax.count ? min(stop, syntax.leftEdge[stop]) : stop) - 1))
        }
        return syntax.span(trim(first..<last + 1))
    }

    /// The phrase of a clause: from its verb (with "not"), or from its subject when it has its own, to its end.
    func clause(_ predicate: Int) -> Span {
        var first = predicate
        let own = syntax.children(predicate).filter { [.nsubj, .nsubjPass].contains(syntax.dep[$0]) }
        if let subject = own.first, subject < predicate {
            first = syntax.leftEdge[subject]
        } else {
            for child in syntax.children(predicate) where child < predicate {
                if syntax.dep[child] == .neg || (syntax.dep[child] == .auxPass && syntax.lower[child] != "to")
                    || syntax.dep[child] == .cop
                {
                    first = min(first, child)
                }
            }
            if first < predicate, syntax.children(predicate, .neg).isEmpty { first = predicate }
        }
        return syntax.span(trim(first..<extend(predicate, from: first) + 1))
    }

    /// The phrase of a verb with what follows it, its subject left out.
    func verb(_ predicate: Int) -> Span {
        syntax.span(trim(predicate..<extend(predicate, from: predicate) + 1))
    }

    private func belongs(_ token: Int, before head: Int) -> Bool {
        var node = token
        while syntax.head[node] != head {
            if syntax.isRoot(node) || node == head { return false }
            node = syntax.head[node]
        }
        switch syntax.dep[node] {
        case .case, .mark, .cc, .relcl, .appos, .conj, .nsubj, .nsubjPass, .cop, .aux, .auxPass, .advcl: return false
        case .punct: return syntax.lower[node] == "-" || syntax.lower[node] == "$" || isQuote(node)
        case .acl: return false
        default: return syntax.pos[token] != .space
        }
    }

    private func isQuote(_ token: Int) -> Bool {
        ["\"", "“", "”", "‘", "’", "'", "«", "»"].contains(syntax.lower[token])
    }

    private func isSkippable(_ token: Int) -> Bool {
        syntax.dep[token] == .det || syntax.dep[token] == .case || syntax.pos[token] == .det || isQuote(token)
            || (syntax.dep[token] == .poss && syntax.pos[token] == .pron)
    }

    /// The last token of the phrase.
    private func extend(_ head: Int, from first: Int) -> Int {
        var last = head
        for child in syntax.children(head) where child > head {
            switch syntax.dep[child] {
            case .relcl, .appos, .conj, .cc, .parataxis: return last
            case .advcl where syntax.pos[head] != .verb: return last
            case .obl, .nmod:
                if circumstances.contains(syntax.preposition(of: child)) { return last }
            case .punct:
                if isQuote(child) || syntax.lower[child] == "-" { continue }
                return last
            default: break
            }
            // A gap means that something else stands in between.
            let left = syntax.leftEdge[child]
            if left > last + 2 { return last }
            let end = extend(child, from: left)
            if end - first >= limit { return last }
            last = max(last, end)
        }
        return last
    }

    private func trim(_ tokens: Range<Int>) -> Range<Int> {
        var (low, high) = (tokens.lowerBound, tokens.upperBound)
        while high - low > 1, syntax.pos[high - 1] == .punct || syntax.pos[high - 1] == .space { high -= 1 }
        while high - low > 1, syntax.pos[low] == .space || (syntax.pos[low] == .punct && syntax.lower[low] != "$") {
            low += 1
        }
        return low..<high
    }
}
