import Vocabulary

/// A report as the finders of relations see it: its grammar, its entities, the tables of its language.
struct TieScene {
    typealias End = RelationDraft.End

    let syntax: Syntax
    let mentions: MentionMap
    let spots: MentionSpots
    let lexicon: Lexicon
    let clauses: ClauseBuilder
    private let stretches: [Range<Int>]

    var tables: RelationTables { lexicon.relations }

    init(syntax: Syntax, mentions: MentionMap, lexicon: Lexicon) {
        self.syntax = syntax
        self.mentions = mentions
        self.lexicon = lexicon
        spots = MentionSpots(mentions, tokens: syntax.count)
        clauses = ClauseBuilder(syntax: syntax, grammar: lexicon.grammar)
        stretches = Self.stretches(syntax)
    }

    /// For each sentence the tokens of all that belong to it: a sentence that ends without a stop, or inside a
    /// bracket, goes on in the next.
    private static func stretches(_ syntax: Syntax) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var first = 0
        for (index, sentence) in syntax.sentences.enumerated() {
            let isLast = index + 1 == syntax.sentences.count
            let whole = syntax.sentences[first].tokens.lowerBound..<sentence.tokens.upperBound
            if !isLast, syntax.sentences[index + 1].part == sentence.part, whole.count < 400, isOpen(whole, syntax) {
                continue
            }
            for _ in first...index { found.append(whole) }
            first = index + 1
        }
        return found
    }

    private static func isOpen(_ tokens: Range<Int>, _ syntax: Syntax) -> Bool {
        var depth = 0
        for token in tokens {
            if syntax.lower[token] == "(" { depth += 1 }
            if syntax.lower[token] == ")" { depth -= 1 }
        }
        if depth > 0 { return true }
        guard let last = tokens.last(where: { !["”", "\"", "’", "»", ")"].contains(syntax.lower[$0]) }) else {
            return false
        }
        return [",", ";", "-"].contains(syntax.lower[last])
            || syntax.pos[last] != .punct && isNumberOrName(last, syntax)
    }

    private static func isNumberOrName(_ token: Int, _ syntax: Syntax) -> Bool {
        syntax.pos[token] == .num || syntax.pos[token] == .propn || syntax.pos[token] == .noun
    }

    /// The sentences, those that the parser parted in the middle made whole.
    var sentences: [Range<Int>] {
        stretches.enumerated().filter { $0 == 0 || stretches[$0 - 1] != $1 }.map(\.element)
    }

    func type(_ end: End) -> EntityType { mentions.entities[end.entity].type }

    func type(_ mention: MentionMap.Mention) -> EntityType { mentions.entities[mention.entity].type }

    func end(_ mention: MentionMap.Mention) -> End { End(entity: mention.entity, span: mention.span) }

    /// The tokens of the sentence that a token stands in; sentences that the parser parted in the middle are one.
    func sentence(of token: Int) -> Range<Int> { stretches[syntax.sentence[token]] }

    /// The entities that a noun phrase stands for, those of the wrong type left out.
    func ends(at token: Int, types: Set<EntityType>) -> [End] {
        mentions.participants(at: token, syntax: syntax).filter { types.contains(type($0)) }
    }

    /// Whether a noun stands for people.
    func isPersonNoun(_ token: Int) -> Bool {
        lexicon.names.people.phrases[FoldedName.fold(syntax.string(token))] != nil
    }

    /// Whether a noun stands for many people as one, or for groups: "delegation", "companies".
    func isSetNoun(_ token: Int) -> Bool {
        let known = lexicon.names.people.phrases[FoldedName.fold(syntax.string(token))]
        return known?.category == .bodies || known?.category == .group
    }

    func isPlural(_ token: Int) -> Bool {
        syntax.feature("Number", token) == "Plur" || ["NNS", "NNPS"].contains(syntax.tag(token))
    }

    /// A preposition without the article that grew together with it.
    func preposition(_ token: Int) -> String {
        tables.standing.contractions[syntax.lower[token]] ?? syntax.lower[token]
    }

    func isPossessiveMark(_ token: Int) -> Bool {
        guard token > 0, syntax.pos[token - 1].isNominal || mentions.mention(at: token - 1) != nil else { return false }
        return syntax.tag(token) == "POS"
            || (["'s", "’s", "'", "’"].contains(syntax.lower[token]) && syntax.dep[token] == .case)
    }

    /// Whether a determiner or pronoun says whose something is: "his", "whose", "su".
    func isPossessiveWord(_ token: Int) -> Bool {
        ["PRP$", "WP$"].contains(syntax.tag(token)) || syntax.feature("Poss", token) == "Yes"
            || (syntax.dep[token] == .poss && syntax.pos[token] != .propn && syntax.pos[token] != .noun)
    }

    func isParticiple(_ token: Int) -> Bool {
        ["VBN", "VBD"].contains(syntax.tag(token)) || syntax.feature("VerbForm", token) == "Part"
    }

    /// A verb with a subject of its own or tense: nothing is in apposition across it.
    func isFiniteVerb(_ token: Int) -> Bool {
        guard syntax.pos[token] == .verb || syntax.pos[token] == .aux else { return false }
        let form = syntax.feature("VerbForm", token)
        return form == nil || form == "Fin"
    }

    func isQuote(_ token: Int) -> Bool {
        ["“", "”", "\"", "'", "‘", "’", "«", "»", "``", "''"].contains(syntax.lower[token])
    }

    func isComma(_ token: Int) -> Bool { syntax.lower[token] == "," }

    func isDash(_ token: Int) -> Bool { ["—", "–", "--"].contains(syntax.lower[token]) }
}
