import Vocabulary

/// Fillers that stand outside the places of the clause itself.
extension RoleFiller {
    /// "a delegation led by X": who leads those that take part takes part.
    func leaders(of token: Int) -> [RelationDraft.End] {
        var found: [RelationDraft.End] = []
        for noun in syntax.coordinated(token) {
            for verb in syntax.children(noun, .acl) where grammar.leading.contains(syntax.lemma[verb]) {
                for agent in syntax.children(verb, .agent) {
                    found += mentions.participants(at: agent, syntax: syntax)
                }
            }
        }
        return found
    }

    /// "all property and interests in property of X are blocked": whose things they are, however deep.
    func owners(_ match: FrameMatcher.Match, _ found: [(Int, [Frame.Filling])]) -> [(Int, [Frame.Filling])] {
        guard match.frame.event == .seizure, let fillings = match.frame.fillings[.preposition("of")],
            let person = fillings.first(where: { $0.role == .person })
        else { return [] }
        var more: [(Int, [Frame.Filling])] = []
        var queue = (match.clause.voice == .passive ? match.clause.subjects : match.clause.objects)
            .flatMap { syntax.coordinated($0) }
        for _ in 0..<3 {
            var next: [Int] = []
            for token in queue {
                for child in syntax.children(token, .nmod) {
                    let isOwner = grammar.genitives.contains(syntax.preposition(of: child))
                    if isOwner, !mentions.participants(at: child, syntax: syntax).isEmpty {
                        more.append((child, [person]))
                    } else {
                        next += syntax.coordinated(child)
                    }
                }
            }
            queue = next
        }
        return more.filter { place in !found.contains { $0.0 == place.0 } }
    }

    /// "convicted by a jury of murder": the parse hangs on the jury what the verdict is about.
    func verdict(of agent: Int, _ frame: Frame) -> [(Int, [Frame.Filling])] {
        guard syntax.pos[agent] == .noun else { return [] }
        return syntax.children(agent, .nmod).flatMap { child -> [(Int, [Frame.Filling])] in
            let fillings = frame.fillings[.preposition(syntax.preposition(of: child))] ?? []
            let texts = fillings.filter { $0.role == .crime }
            return texts.isEmpty ? [] : [(child, texts)]
        }
    }

    /// "After a call with X, Y paused …", "Y agreed in talks with X": the one who acts took part in the meeting.
    func host(_ match: FrameMatcher.Match, _ found: [(Int, [Frame.Filling])]) -> [(Int, [Frame.Filling])] {
        guard match.clause.voice == .nominal, match.frame.event == .meeting, found.count == 1,
            let party = found[0].1.first(where: { $0.role == .party })
        else { return [] }
        let noun = match.clause.predicate
        guard !syntax.isRoot(noun), [.obl, .obj].contains(syntax.dep[noun]), found[0].0 > noun else { return [] }
        let clause = ClauseBuilder(syntax: syntax, grammar: grammar).clause(at: syntax.head[noun])
        guard clause.voice == .active else { return [] }
        return clause.subjects.map { ($0, [party]) }
    }
}
