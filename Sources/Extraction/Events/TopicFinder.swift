import Vocabulary

/// Finds whom a clause without a subject is about: the subject of what was said before.
///
/// In a language that drops its pronouns a finite verb of the third person takes up the person or group that the
/// text is about; so does a clitic pronoun that nothing else resolves.
struct TopicFinder: Sendable {
    let syntax: Syntax
    let mentions: MentionMap
    /// How many sentences back a topic may lie.
    private let reach = 3

    init(syntax: Syntax, mentions: MentionMap) {
        self.syntax = syntax
        self.mentions = mentions
    }

    /// Whether a predicate is a finite verb of the third person, by itself or by its auxiliary.
    func isFinite(_ predicate: Int) -> Bool {
        let verbs = [predicate] + syntax.children(predicate).filter { [.aux, .auxPass, .cop].contains(syntax.dep[$0]) }
        return verbs.contains { syntax.feature("VerbForm", $0) == "Fin" && syntax.feature("Person", $0) != "1" }
    }

    /// "detuvimos", "hemos detenido": the one who speaks.
    func isFirstPerson(_ predicate: Int) -> Bool {
        let verbs = [predicate] + syntax.children(predicate).filter { [.aux, .auxPass, .cop].contains(syntax.dep[$0]) }
        return verbs.contains { syntax.feature("Person", $0) == "1" && syntax.pos[$0] != .pron }
    }

    func isPlural(_ predicate: Int) -> Bool {
        let verbs = syntax.children(predicate).filter { [.aux, .auxPass, .cop].contains(syntax.dep[$0]) } + [predicate]
        return verbs.contains { syntax.feature("Number", $0) == "Plur" && syntax.pos[$0] != .noun }
    }

    /// The topic before a token, of one of the types and of the wanted number; the words are those of its last mention.
    func topic(
        before token: Int, plural: Bool, types: Set<EntityType>, besides taken: Set<Int> = []
    ) -> RelationDraft.End? {
        let sentence = syntax.sentence[token]
        for back in 0...reach where sentence - back >= 0 {
            let tokens = syntax.sentences[sentence - back].tokens
            let limit = back == 0 ? tokens.lowerBound..<min(token, tokens.upperBound) : tokens
            if let found = best(in: limit, plural: plural, types: types, besides: taken) { return found }
        }
        return nil
    }

    private func best(
        in tokens: Range<Int>, plural: Bool, types: Set<EntityType>, besides taken: Set<Int>
    ) -> RelationDraft.End? {
        var found: (score: Int, end: RelationDraft.End)?
        for mention in mentions.mentions(in: tokens) where mention.kind != .demonym {
            let entity = mentions.entities[mention.entity]
            guard types.contains(entity.type), !taken.contains(mention.entity), agrees(mention, entity, plural: plural)
            else { continue }
            let score = prominence(mention)
            if score > 0, found == nil || score > (found?.score ?? 0) {
                found = (score, RelationDraft.End(entity: mention.entity, span: mention.span))
            }
        }
        return found?.end
    }

    private func agrees(_ mention: MentionMap.Mention, _ entity: MentionMap.Draft, plural: Bool) -> Bool {
        switch entity.type {
        case .people: plural == ((entity.count ?? 2) > 1)
        case .person: !plural
        default: !plural
        }
    }

    /// Subjects of main clauses before others, people before bodies.
    private func prominence(_ mention: MentionMap.Mention) -> Int {
        var score = 1
        let head = syntax.firstConjunct(mention.head)
        switch syntax.dep[head] {
        case .nsubj, .nsubjPass: score += syntax.isRoot(syntax.head[head]) ? 5 : 3
        case .root: score += 4
        case .obj, .iobj: score += 2
        case .poss, .nmod, .compound: score -= 1
        default: break
        }
        switch mentions.entities[mention.entity].type {
        case .person, .people: score += 2
        default: break
        }
        return score
    }
}
