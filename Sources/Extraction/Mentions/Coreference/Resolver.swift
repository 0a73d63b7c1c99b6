import Vocabulary

/// Gives every noun phrase and pronoun its entity, walking the report from its start.
struct Resolver {
    let tokens: NameTokens
    let tables: NameTables
    var map: MentionMap
    var discourse = Discourse()
    /// For each token the entity that a name or phrase around it stands for, or -1.
    var entityAt: [Int32]
    /// Whether the token stands inside quotation marks.
    let quoted: [Bool]
    let apposition: Apposition

    var syntax: Syntax { tokens.syntax }

    init(tokens: NameTokens, tables: NameTables, map: MentionMap) {
        self.tokens = tokens
        self.tables = tables
        self.map = map
        entityAt = map.covering.map { $0 < 0 ? -1 : Int32(map.mentions[Int($0)].entity) }
        quoted = Self.quotations(tokens)
        apposition = Apposition(tokens: tokens, tables: tables)
    }

    mutating func resolve(_ phrases: [Phrase]) {
        let phraseAt = Dictionary(phrases.map { ($0.head, $0) }) { first, _ in first }
        let names = map.mentions
        var next = 0
        for token in 0..<syntax.count {
            while next < names.count, names[next].tokens.upperBound - 1 <= token {
                if names[next].tokens.upperBound - 1 == token { name(names[next], names, next) }
                next += 1
            }
            if let phrase = phraseAt[token] {
                self.phrase(phrase)
            } else if entityAt[token] < 0 {
                pronoun(at: token)
            }
        }
        map.index()
    }

    private mutating func name(_ mention: MentionMap.Mention, _ names: [MentionMap.Mention], _ index: Int) {
        if mention.kind != .demonym { discourse.add(mention.entity, at: mention.head, in: syntax) }
        guard index > 0, mention.kind == .name else { return }
        // Names that stand in a row: "A and B", "A, B and C".
        var row = [mention.entity]
        var at = index
        while at > 0, names[at - 1].kind == .name, isRow(names[at - 1], names[at]) {
            row.insert(names[at - 1].entity, at: 0)
            at -= 1
        }
        let type = map.entities[mention.entity].type
        if row.count > 1, row.allSatisfy({ map.entities[$0].type == type }) {
            discourse.add(group: row, at: mention.head, in: syntax)
        }
    }

    private func isRow(_ first: MentionMap.Mention, _ second: MentionMap.Mention) -> Bool {
        let between = first.tokens.upperBound..<max(first.tokens.upperBound, second.tokens.lowerBound)
        guard !between.isEmpty, between.count <= 5 else { return false }
        return between.allSatisfy {
            syntax.lower[$0] == "," || tables.words.contains(syntax.lower[$0], "and") || tokens.shape[$0] == .number
        } && between.contains { syntax.lower[$0] == "," || tables.words.contains(syntax.lower[$0], "and") }
    }

    // MARK: Writing

    mutating func mention(
        _ range: Range<Int>, head: Int, _ kind: MentionMap.Kind, _ entity: Int
    ) {
        map.mentions.append(
            MentionMap.Mention(tokens: range, span: syntax.span(range), head: head, kind: kind, entity: entity))
        entityAt[head] = Int32(entity)
        discourse.add(entity, at: head, in: syntax)
    }

    mutating func open(_ phrase: Phrase, type: EntityType) -> Int {
        var draft = MentionMap.Draft(type: type, name: syntax.string(phrase.full))
        draft.count = type == .people ? phrase.count : nil
        draft.isTentative = true
        map.entities.append(draft)
        let entity = map.entities.count - 1
        var profile = Discourse.Profile()
        profile.word = phrase.word
        profile.modifiers = phrase.modifiers
        profile.isPlural = phrase.isPlural
        profile.category = phrase.person?.category
        profile.gender = phrase.person?.gender ?? .unknown
        discourse.profiles[entity] = profile
        mention(phrase.tokens, head: phrase.head, .description, entity)
        return entity
    }

    mutating func refer(_ phrase: Phrase, to entity: Int) {
        mention(phrase.tokens, head: phrase.head, .description, entity)
    }

    private static func quotations(_ tokens: NameTokens) -> [Bool] {
        var quoted = [Bool](repeating: false, count: tokens.syntax.count)
        for part in tokens.syntax.parts {
            var isInside = false
            for token in part.tokens {
                if isInside, tokens.isCloseQuote(token), tokens.syntax.lower[token] != "’" { isInside = false }
                quoted[token] = isInside
                if tokens.isOpenQuote(token), tokens.syntax.lower[token] != "‘" { isInside = true }
            }
        }
        return quoted
    }
}
