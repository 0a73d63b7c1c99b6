import Vocabulary

/// Whom a verb without a subject is about, in a language that leaves subjects out: the subject of the sentence before.
struct UnsaidSubject {
    let scene: TieScene

    private var syntax: Syntax { scene.syntax }

    func topic(for verb: Int, _ types: Set<EntityType>) -> RelationDraft.End? {
        let sentence = syntax.sentence[verb]
        guard scene.tables.standing.dropsSubjects, sentence > 0, isTop(verb), isThirdPerson(verb),
            syntax.sentences[sentence].part == syntax.sentences[sentence - 1].part
                || isParagraph(sentence) && isParagraph(sentence - 1)
        else { return nil }
        for token in syntax.sentences[sentence - 1].tokens
        where [.nsubj, .nsubjPass].contains(syntax.dep[token]) {
            if let end = scene.ends(at: token, types: types).first { return end }
        }
        return nil
    }

    private func isParagraph(_ sentence: Int) -> Bool {
        syntax.parts[syntax.sentences[sentence].part].kind == .paragraph
    }

    private func isTop(_ verb: Int) -> Bool {
        let first = syntax.firstConjunct(verb)
        return syntax.isRoot(first) && syntax.child(first, .nsubj) == nil && syntax.child(first, .expl) == nil
    }

    private func isThirdPerson(_ verb: Int) -> Bool {
        let person = syntax.feature("Person", verb)
        return person == nil || person == "3"
    }
}
