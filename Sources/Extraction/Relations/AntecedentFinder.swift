import Vocabulary

/// Walks back from a phrase in apposition to the name that it belongs to, over aliases, ages, other appositions
/// and what they contain. A finite verb or a semicolon ends the walk.
struct AntecedentFinder {
    let scene: TieScene

    private static let reach = 45

    private var syntax: Syntax { scene.syntax }

    /// - Parameters:
    ///   - start: the first token of the phrase; a comma, bracket or dash must stand before it.
    ///   - strict: whether the nearest name must do, whatever its type.
    func names(
        before start: Int, types: Set<EntityType>, isPlural: Bool, strict: Bool = false
    ) -> [RelationDraft.End]? {
        let floor = scene.sentence(of: start).lowerBound
        var token = start - 1
        guard token > floor else { return nil }
        while token > floor, scene.isQuote(token) { token -= 1 }
        if scene.tables.standing.conjunctions.contains(syntax.lower[token]) {
            // "A, B and associates of C" lists them.
            guard !isPlural else { return nil }
            token = past(conjunction: token, floor)
        }
        guard token > floor, scene.isComma(token) || scene.isDash(token) || ["(", ":"].contains(syntax.lower[token])
        else { return nil }
        guard let nearest = walk(from: token - 1, floor: floor, types: types, strict: strict) else { return nil }
        guard isPlural else { return [scene.end(nearest)] }
        return row(endingWith: nearest, floor: floor, types: types)
    }

    /// The comma before "and": "X, de 72 años y fundador de …", "X, detenido en …, y socio de …".
    private func past(conjunction: Int, _ floor: Int) -> Int {
        var token = conjunction - 1
        while token > floor,
            syntax.pos[token] == .num || syntax.pos[token] == .adp
                || scene.tables.standing.fillers.contains(syntax.lower[token])
        {
            token -= 1
        }
        return scene.isComma(token) ? token : floor
    }

    /// The name before "whom", "a quien".
    func name(ofRelativeBefore verb: Int, types: Set<EntityType>) -> [RelationDraft.End]? {
        let floor = scene.sentence(of: verb).lowerBound
        for token in (max(floor, verb - 5)..<verb).reversed()
        where scene.lexicon.grammar.relativePronouns.contains(syntax.lower[token]) {
            var before = token - 1
            while before > floor, syntax.pos[before] == .adp || scene.isComma(before) { before -= 1 }
            return walk(from: before, floor: floor, types: types).map { [scene.end($0)] }
        }
        return nil
    }

    /// The name that a relative pronoun stands for; nil for any other word.
    func name(ofRelative token: Int, types: Set<EntityType>) -> [RelationDraft.End]? {
        guard scene.lexicon.grammar.relativePronouns.contains(syntax.lower[token]) else { return nil }
        let floor = scene.sentence(of: token).lowerBound
        var before = token - 1
        while before > floor, syntax.pos[before] == .adp || scene.isComma(before) { before -= 1 }
        return walk(from: before, floor: floor, types: types).map { [scene.end($0)] }
    }

    private func walk(
        from start: Int, floor: Int, types: Set<EntityType>, strict: Bool = false
    ) -> MentionMap.Mention? {
        var token = start
        var steps = 0
        while token >= floor, steps < Self.reach {
            steps += 1
            if let mention = mention(endingAt: token) {
                if types.contains(scene.type(mention)) { return mention }
                if strict { return nil }
                token = mention.tokens.lowerBound - 1
                continue
            }
            guard mayPass(token) else { return nil }
            token -= 1
        }
        return nil
    }

    private func mention(endingAt token: Int) -> MentionMap.Mention? {
        if let mention = scene.spots.ending(at: token, kinds: [.name, .description]) { return mention }
        // A mention that takes the closing bracket or quote along, or a name cut otherwise than expected.
        if let inner = scene.mentions.mention(at: token), inner.kind == .name { return inner }
        return nil
    }

    private func mayPass(_ token: Int) -> Bool {
        if syntax.lower[token] == ";" { return false }
        return !scene.isFiniteVerb(token)
    }

    /// All the names in a row that ends with one: "A, B and C".
    func row(
        endingWith last: MentionMap.Mention, floor: Int, types: Set<EntityType>
    ) -> [RelationDraft.End] {
        var found = [scene.end(last)]
        var token = last.tokens.lowerBound - 1
        while token > floor {
            var separators = 0
            while token > floor, separators < 8, isBetweenNames(token) {
                separators += 1
                token -= 1
            }
            guard separators > 0, let mention = mention(endingAt: token), types.contains(scene.type(mention)) else {
                break
            }
            if !found.contains(where: { $0.entity == mention.entity }) { found.insert(scene.end(mention), at: 0) }
            token = mention.tokens.lowerBound - 1
        }
        return found
    }

    private func isBetweenNames(_ token: Int) -> Bool {
        scene.isComma(token) || scene.isQuote(token) || syntax.lower[token] == ";"
            || scene.tables.standing.conjunctions.contains(syntax.lower[token])
            || scene.tables.standing.aliases.contains(syntax.lower[token]) || syntax.pos[token] == .adp
    }
}
