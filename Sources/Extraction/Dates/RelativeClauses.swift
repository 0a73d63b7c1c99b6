/// Points an expression at the verb of the clause that explains it: "until last February, *when he was expelled*".
struct RelativeClauses {
    let text: TimeText
    let syntax: Syntax
    let scanned: [ScannedTime]

    init(text: TimeText, syntax: Syntax, scanned: [ScannedTime]) {
        self.text = text
        self.syntax = syntax
        self.scanned = scanned
    }

    func point(_ found: inout [TimeExpression]) {
        for index in found.indices where found[index].dates == nil && scanned[index].hinge == nil {
            let next = text.skip(sign: ",", scanned[index].range.upperBound)
            guard text.has(.when, next) else { continue }
            let word = text.lastTokens[next]
            let sentence = syntax.sentences[syntax.sentence[found[index].head]].tokens
            guard sentence.contains(word) else { continue }
            let head = syntax.head[word]
            let isVerb = head > word && syntax.pos[head] != .noun && sentence.contains(head)
            let verb = isVerb ? head : ((word + 1)..<sentence.upperBound).first { syntax.pos[$0] == .verb }
            found[index].dates = verb
        }
    }
}
