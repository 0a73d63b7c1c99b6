import Vocabulary

/// Tells a capital as a place ("in Washington") from a capital that stands for its government ("Washington says").
struct Metonymy {
    let tokens: NameTokens
    let tables: NameTables
    private var syntax: Syntax { tokens.syntax }

    func standsForGovernment(_ name: FoundName) -> Bool {
        let start = name.tokens.lowerBound
        if name.tokens.upperBound < syntax.count, syntax.lower[name.tokens.upperBound] == ",",
            name.tokens.upperBound + 1 < syntax.count,
            tables.places.abbreviations[syntax.string(name.tokens.upperBound + 1)] != nil
        {
            return false
        }
        if let word = wordBefore(start) {
            if tables.words.contains(word, "place-preposition") { return false }
            if tables.words.contains(word, "person-preposition") { return true }
        }
        if tokens.zone[start] != .text { return true }
        var head = NameTree.head(of: name.tokens, syntax)
        if syntax.dep[head] == .conj {
            head = syntax.firstConjunct(head)
            let preposition = syntax.preposition(of: head).split(separator: " ").last.map(String.init) ?? ""
            if tables.words.contains(preposition, "place-preposition") { return false }
        }
        switch syntax.dep[head] {
        case .nsubj, .nsubjPass, .agent, .iobj, .poss, .obj: return true
        case .obl, .nmod:
            let preposition = syntax.preposition(of: head)
            return tables.words.contains(preposition, "person-preposition")
        case .root, .parataxis, .ccomp, .appos: return false
        default: return syntax.preposition(of: head).isEmpty && syntax.pos[syntax.head[head]] == .verb
        }
    }

    private func wordBefore(_ token: Int) -> String? {
        guard token > 0, syntax.sentence[token - 1] == syntax.sentence[token] else { return nil }
        return syntax.lower[token - 1]
    }
}

/// Where a name hangs in the tree.
enum NameTree {
    /// The token of a run whose head lies outside it; the last one of several.
    static func head(of range: Range<Int>, _ syntax: Syntax) -> Int {
        range.last { !range.contains(syntax.head[$0]) || syntax.isRoot($0) } ?? range.upperBound - 1
    }
}
