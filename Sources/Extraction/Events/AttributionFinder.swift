import Vocabulary

/// Finds who says what: the subject of a verb of saying over a clause, "according to X", a quotation that goes on.
package struct AttributionFinder: Sendable {
    typealias Speaker = RelationDraft.End

    let syntax: Syntax
    let mentions: MentionMap
    let table: AttributionTable
    let dropsSubjects: Bool
    private let topics: TopicFinder
    private let turns: [RelationDraft.End?]
    private let quoted: [Bool]

    package init(syntax: Syntax, mentions: MentionMap, table: AttributionTable, grammar: GrammarTable) {
        self.syntax = syntax
        self.mentions = mentions
        self.table = table
        dropsSubjects = grammar.dropsSubjects
        topics = TopicFinder(syntax: syntax, mentions: mentions)
        turns = SpeakerTurns(syntax: syntax, mentions: mentions).speakers
        quoted = Self.continuedQuotes(syntax)
    }

    /// Who says what is told at a token; empty when the report does in its own voice, or names nobody.
    package func speakers(at token: Int, isDeed: Bool = false) -> [RelationDraft.End] {
        if let found = governing(token, isDeed: isDeed), !found.isEmpty { return found }
        if let speaker = turns[syntax.sentences[syntax.sentence[token]].part] { return [speaker] }
        let sentence = syntax.sentence[token]
        // A sentence that begins inside a quotation has the speaker of the sentence before it.
        if quoted[sentence], sentence > 0 {
            let before = syntax.sentences[sentence - 1]
            for other in before.tokens where syntax.pos[other] == .verb && table.verbs.contains(syntax.lemma[other]) {
                let found = subjects(of: other)
                if !found.isEmpty { return found }
            }
        }
        return []
    }

    /// nil when nothing says who; an empty list when someone says it whom the report does not name.
    private func governing(_ token: Int, isDeed: Bool) -> [RelationDraft.End]? {
        var node = token
        var found: [RelationDraft.End]?
        for _ in 0..<24 {
            if let source = source(besides: node) { found = found ?? source }
            guard !syntax.isRoot(node) else { break }
            let governor = syntax.head[node]
            let saying = table.verbs.contains(syntax.lemma[governor]) && syntax.pos[governor] == .verb
            if saying, [.ccomp, .parataxis, .obj].contains(syntax.dep[node]), !isTold(node) {
                let speakers = subjects(of: governor)
                if !speakers.isEmpty { return speakers }
                found = found ?? []
            }
            if saying, syntax.dep[node] == .nsubjPass {
                let speakers = announcers(of: governor)
                if !speakers.isEmpty { return speakers }
            }
            if isDeed, table.accusing.contains(syntax.lemma[governor]), !isSubject(node) {
                let speakers = accusers(of: governor)
                if !speakers.isEmpty { return speakers }
            }
            node = governor
        }
        for child in syntax.children(token, .parataxis) where table.verbs.contains(syntax.lemma[child]) {
            let speakers = subjects(of: child)
            if !speakers.isEmpty { return speakers }
        }
        return found
    }

    private func isSubject(_ node: Int) -> Bool { [.nsubj, .nsubjPass, .agent].contains(syntax.dep[node]) }

    /// An object that is a person is told something, not said.
    private func isTold(_ node: Int) -> Bool {
        syntax.dep[node] == .obj && (mentions.mention(headedBy: node) != nil || syntax.pos[node] != .noun)
    }

    /// "according to X" beside a predicate.
    private func source(besides node: Int) -> [RelationDraft.End]? {
        for child in syntax.children(node) where [.obl, .nmod].contains(syntax.dep[child]) {
            guard table.prepositions.contains(syntax.preposition(of: child)) else { continue }
            return named(mentions.participants(at: child, syntax: syntax), head: child)
        }
        // "según informó X", "como confirmó X"
        for child in syntax.children(node)
        where syntax.dep[child] == .advcl && table.verbs.contains(syntax.lemma[child]) {
            let isSource = syntax.children(child).contains {
                $0 < child && (table.prepositions.contains(syntax.lower[$0]) || syntax.lower[$0] == "como")
            }
            if isSource, let subject = syntax.child(child, .nsubj) {
                return named(mentions.participants(at: subject, syntax: syntax), head: subject)
            }
        }
        for child in syntax.children(node) where syntax.dep[child] == .advcl || syntax.dep[child] == .advmod {
            guard syntax.lemma[child] == "accord" || syntax.lower[child] == "according" else { continue }
            for noun in syntax.children(child) where syntax.pos[noun].isNominal {
                return named(mentions.participants(at: noun, syntax: syntax), head: noun)
            }
        }
        return nil
    }

    private func subjects(of verb: Int) -> [RelationDraft.End] {
        var node = verb
        for _ in 0..<6 {
            let subjects = syntax.children(node).filter { [.nsubj, .agent].contains(syntax.dep[$0]) }
            if let subject = subjects.first {
                return named(mentions.participants(at: subject, syntax: syntax), head: subject)
            }
            switch syntax.dep[node] {
            case .conj, .advcl, .xcomp: node = syntax.head[node]
            case .acl, .relcl:
                let noun = syntax.head[node]
                return named(mentions.participants(at: noun, syntax: syntax), head: noun)
            default: return unspoken(verb)
            }
        }
        return []
    }

    /// The one the text is about, where the language drops its subjects.
    private func unspoken(_ verb: Int) -> [RelationDraft.End] {
        guard dropsSubjects, topics.isFinite(verb), !topics.isPlural(verb) else { return [] }
        let end = topics.topic(before: verb, plural: false, types: [.person, .publicBody, .organization])
        return end.map { [$0] } ?? []
    }

    /// "was confirmed by X", "was announced in a statement from X and Y".
    private func announcers(of verb: Int) -> [RelationDraft.End] {
        var found = syntax.children(verb, .agent).flatMap {
            named(mentions.participants(at: $0, syntax: syntax), head: $0)
        }
        for medium in syntax.children(verb, .obl) where mentions.mention(headedBy: medium) == nil {
            for source in syntax.children(medium, .nmod) + syntax.children(medium, .agent) {
                found += named(mentions.participants(at: source, syntax: syntax), head: source)
            }
        }
        return found
    }

    private func accusers(of verb: Int) -> [RelationDraft.End] {
        let passive =
            syntax.children(verb).contains { [.nsubjPass, .auxPass, .agent].contains(syntax.dep[$0]) }
            || syntax.dep[verb] == .acl
        if passive {
            return syntax.children(verb, .agent).flatMap {
                named(mentions.participants(at: $0, syntax: syntax), head: $0)
            }
        }
        return syntax.child(verb, .nsubj).map { named(mentions.participants(at: $0, syntax: syntax), head: $0) } ?? []
    }

    /// Those who can speak, "officials" and the like without a name of their own left out.
    private func named(_ participants: [RelationDraft.End], head: Int) -> [RelationDraft.End] {
        participants.filter { end in
            let entity = mentions.entities[end.entity]
            switch entity.type {
            case .place: return false
            case .people:
                let words = entity.name.lowercased().split(separator: " ")
                return words.count > 1 || !table.anonymous.contains(String(words.first ?? ""))
            default: return !table.anonymous.contains(entity.name.lowercased())
            }
        }
    }

    /// For each sentence whether it begins inside an open quotation.
    private static func continuedQuotes(_ syntax: Syntax) -> [Bool] {
        var inside = false
        var part = -1
        var found: [Bool] = []
        for sentence in syntax.sentences {
            if sentence.part != part { inside = false }
            part = sentence.part
            found.append(inside)
            for token in sentence.tokens {
                switch syntax.string(token) {
                case "“", "«": inside = true
                case "”", "»": inside = false
                case "\"": inside.toggle()
                default: break
                }
            }
        }
        return found
    }
}
