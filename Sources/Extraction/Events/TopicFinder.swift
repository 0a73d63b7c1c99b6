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

    private let given: GivenNames?
    /// Whom earlier events are about: what else is told without a subject is told of them first.
    var accused: Set<Int> = []

    init(syntax: Syntax, mentions: MentionMap, given: GivenNames? = nil) {
        self.syntax = syntax
        self.mentions = mentions
        self.given = given
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
        let gender = participleGender(token)
        for back in 0...reach where sentence - back >= 0 {
            let tokens = syntax.sentences[sentence - back].tokens
            let limit = back == 0 ? tokens.lowerBound..<min(token, tokens.upperBound) : tokens
            if let found = best(in: limit, plural: plural, gender: gender, types: types, besides: taken) {
                return found
            }
        }
        return nil
    }

    private func best(
        in tokens: Range<Int>, plural: Bool, gender: Gender, types: Set<EntityType>, besides taken: Set<Int>
    ) -> RelationDraft.End? {
        var found: (score: Int, end: RelationDraft.End)?
        for mention in mentions.mentions(in: tokens) where mention.kind != .demonym {
            let entity = mentions.entities[mention.entity]
            guard types.contains(entity.type), !taken.contains(mention.entity), agrees(mention, entity, plural: plural)
            else { continue }
            if !plural, !gender.agrees(with: self.gender(of: entity)) { continue }
            let score = prominence(mention) + (accused.contains(mention.entity) ? 4 : 0)
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

    /// What a participle or a clitic says of the gender of the one it stands for.
    private func participleGender(_ token: Int) -> Gender {
        let isPassive =
            syntax.feature("VerbForm", token) == "Part"
            && syntax.children(token).contains { syntax.dep[$0] != .conj && syntax.lemma[$0] == "ser" }
        guard isPassive || syntax.lower[token] == "lo" || syntax.lower[token] == "la" else { return .unknown }
        switch syntax.feature("Gender", token) {
        case "Masc": return .masculine
        case "Fem": return .feminine
        default: return .unknown
        }
    }

    private func gender(of entity: MentionMap.Draft) -> Gender {
        guard let given, entity.type == .person, let first = entity.name.split(separator: " ").first else {
            return .unknown
        }
        return given.gender(of: FoldedName.fold(String(first))) ?? .unknown
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
