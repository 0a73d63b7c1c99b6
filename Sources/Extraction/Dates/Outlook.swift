/// Says whether the verb over an expression speaks of what is to come.
struct Outlook {
    let syntax: Syntax
    let table: TimeTable

    init(syntax: Syntax, table: TimeTable) {
        self.syntax = syntax
        self.table = table
    }

    private enum Answer { case ahead, present, back, unknown }

    /// Whether what stands at a token looks ahead of the report; a verb in the present does, too ("the trial begins
    /// on Monday").
    func looksAhead(from token: Int) -> Bool { look(from: token, present: true) }

    /// The same, but a verb in the present is not enough.
    func isComing(_ token: Int) -> Bool { look(from: token, present: false) }

    private func look(from token: Int, present: Bool) -> Bool {
        if isAheadWordBeside(token) { return true }
        var node = token
        for _ in 0..<10 {
            let parent = syntax.head[node]
            guard parent != node else { return false }
            switch answer(at: parent) {
            case .ahead: return true
            // The present says nothing of what hangs on a noun below: "marks the second transfer after one in May".
            case .present: return present && node == token
            case .back: return false
            case .unknown: node = parent
            }
        }
        return false
    }

    /// "a hearing set for June 21", "prevista para el lunes": the word stands right before the preposition.
    private func isAheadWordBeside(_ token: Int) -> Bool {
        for index in stride(from: token, through: max(0, token - 4), by: -1)
        where table.aheadPrepositions.contains(syntax.lower[index]) && index > 0 {
            let word = syntax.lower[index - 1]
            return table.aheadWithPreposition.contains(word) || table.aheadWords.contains(word)
        }
        return false
    }

    private func answer(at node: Int) -> Answer {
        if table.aheadWords.contains(syntax.lower[node]) { return .ahead }
        let auxiliaries = syntax.children(node).filter {
            [.aux, .auxPass, .cop, .mark].contains(syntax.dep[$0]) || syntax.pos[$0] == .aux
        }
        let hasPerfect = auxiliaries.contains { table.perfectAuxiliaries.contains(syntax.lower[$0]) }
        if !hasPerfect, auxiliaries.contains(where: { table.futureAuxiliaries.contains(syntax.lower[$0]) }) {
            return .ahead
        }
        if hasPerfect { return .back }
        let finite = [node] + auxiliaries
        if finite.contains(where: { isFuture($0) }) { return .ahead }
        if let governor = infinitiveGovernor(of: node, auxiliaries) {
            if table.aheadVerbs.contains(syntax.lemma[governor]) || table.aheadWords.contains(syntax.lower[governor])
                || table.aheadWithPreposition.contains(syntax.lower[governor])
            {
                return .ahead
            }
            return .unknown
        }
        if finite.contains(where: { isPast($0) }) { return .back }
        if finite.contains(where: { isPresent($0) }) {
            let part = syntax.parts[syntax.sentences[syntax.sentence[node]].part]
            return part.kind == .headline || part.kind == .subhead ? .back : .present
        }
        // A participle behind its noun: "arrested on Tuesday".
        let isParticiple = syntax.tag(node) == "VBN" || syntax.feature("VerbForm", node) == "Part"
        if isParticiple, auxiliaries.isEmpty { return .back }
        return .unknown
    }

    /// The word that an infinitive hangs on; a root infinitive ("to be sentenced Friday") hangs on itself.
    private func infinitiveGovernor(of node: Int, _ auxiliaries: [Int]) -> Int? {
        let hasTo =
            auxiliaries.contains { syntax.tag($0) == "TO" }
            || syntax.children(node).contains { syntax.tag($0) == "TO" }
        let isSpanishInfinitive =
            syntax.feature("VerbForm", node) == "Inf"
            || auxiliaries.contains { syntax.feature("VerbForm", $0) == "Inf" }
        guard hasTo || isSpanishInfinitive && syntax.language != "en" else { return nil }
        return syntax.head[node]
    }

    private func isFuture(_ token: Int) -> Bool {
        if syntax.feature("Tense", token) == "Fut" { return true }
        guard syntax.feature("VerbForm", token) == "Fin" else { return false }
        let mood = syntax.feature("Mood", token)
        return mood == "Cnd" || mood == "Sub" && syntax.feature("Tense", token) == "Pres"
    }

    private func isPast(_ token: Int) -> Bool {
        let tag = syntax.tag(token)
        if tag == "VBD" { return true }
        guard syntax.feature("VerbForm", token) == "Fin", let tense = syntax.feature("Tense", token) else {
            return false
        }
        return tense == "Past" || tense == "Imp"
    }

    private func isPresent(_ token: Int) -> Bool {
        let tag = syntax.tag(token)
        if tag == "VBZ" || tag == "VBP" { return true }
        return syntax.feature("VerbForm", token) == "Fin" && syntax.feature("Tense", token) == "Pres"
            && syntax.feature("Mood", token) == "Ind"
    }
}
