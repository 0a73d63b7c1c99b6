import Vocabulary

/// Finds who bears a noun: the name before or behind it, the subject that it is said of, or the phrase itself.
struct BearerFinder {
    let scene: TieScene
    private let antecedents: AntecedentFinder

    init(scene: TieScene) {
        self.scene = scene
        antecedents = AntecedentFinder(scene: scene)
    }

    private var syntax: Syntax { scene.syntax }

    /// - Parameter earlier: the nouns of the sentence whose bearers are known already, in text order.
    func bearers(of phrase: NounPhrase, types: Set<EntityType>, earlier: [ResolvedNoun] = []) -> Bearers {
        let isPlural = scene.isPlural(phrase.head) && !phrase.isPartitive
        if let title = phrase.title {
            let ends = following(from: title, types: types, isPlural: isPlural)
            if !ends.isEmpty { return Bearers(ends: ends, link: .title) }
        }
        if isArgument(phrase.head), let found = behindComma(phrase, types: types, isPlural: isPlural, byTree: true) {
            return found
        }
        // "X, a guerrilla, and his wife, Y": what has an owner begins a phrase of its own.
        if phrase.slots.contains(where: { $0.kind == .possessive }),
            let found = behindComma(phrase, types: types, isPlural: isPlural)
        {
            return found
        }
        if let found = coordinated(phrase, types: types, earlier: earlier) { return found }
        if let found = preceding(phrase, types: types, isPlural: isPlural) { return found }
        if let found = behindComma(phrase, types: types, isPlural: isPlural) { return found }
        if let found = predicate(phrase, types: types, isPlural: isPlural) { return found }
        if let found = treeApposition(phrase, types: types) { return found }
        if let own = scene.mentions.mention(headedBy: phrase.head), types.contains(scene.type(own)),
            own.kind != .name, !isPredicative(phrase)
        {
            return Bearers(ends: [scene.end(own)], link: .own)
        }
        return .none
    }

    /// Whether the noun only says something of another: "is not known to be a member", "described as a leader".
    private func isPredicative(_ phrase: NounPhrase) -> Bool {
        syntax.child(phrase.head, .cop) != nil
            || phrase.start > 0 && scene.tables.standing.asWords.contains(syntax.lower[phrase.start - 1])
    }

    // MARK: Names behind the noun

    /// The name that begins at a token and, for a plural, those in a row with it.
    private func following(from token: Int, types: Set<EntityType>, isPlural: Bool) -> [RelationDraft.End] {
        let limit = scene.sentence(of: token).upperBound
        var found: [RelationDraft.End] = []
        var next = token
        while next < limit, let mention = scene.spots.beginning(at: next, kinds: [.name]),
            types.contains(scene.type(mention))
        {
            if !found.contains(where: { $0.entity == mention.entity }) { found.append(scene.end(mention)) }
            guard isPlural else { break }
            next = mention.tokens.upperBound
            var separators = 0
            while next < limit, separators < 3,
                scene.isComma(next) || scene.tables.standing.conjunctions.contains(syntax.lower[next])
            {
                next += 1
                separators += 1
            }
            if separators == 0 { break }
        }
        return found
    }

    /// "Mexico's attorney general, Alejandro Gertz Manero, said": the name stands between commas behind the noun.
    private func behindComma(
        _ phrase: NounPhrase, types: Set<EntityType>, isPlural: Bool, byTree: Bool = false
    ) -> Bearers? {
        let limit = scene.sentence(of: phrase.head).upperBound
        var token = phrase.end
        guard token + 1 < limit, scene.isComma(token) || scene.isDash(token) || syntax.lower[token] == ":" else {
            return nil
        }
        token += 1
        guard let name = nameOrTitledName(at: token, limit: limit, types: types), !isTarget(name, of: phrase) else {
            return nil
        }
        let ends = following(from: name.tokens.lowerBound, types: types, isPlural: isPlural)
        guard !ends.isEmpty, hangs(name, on: phrase) || !byTree && isApposition(name, of: phrase, limit: limit) else {
            return nil
        }
        return Bearers(ends: ends, link: .apposition)
    }

    /// A name behind a comma may be another name of the entity before it: "brother of X, “The Lord of the Skies”".
    private func isTarget(_ name: MentionMap.Mention, of phrase: NounPhrase) -> Bool {
        phrase.slots.contains { slot in
            scene.mentions.standing(at: slot.token, syntax: syntax).contains { $0.entity == name.entity }
        }
    }

    /// Whether the tree gives the noun a place in the clause of its own, and not in apposition to another.
    private func isArgument(_ token: Int) -> Bool {
        [.nsubj, .nsubjPass, .obj, .iobj, .obl, .nmod, .agent, .root].contains(syntax.dep[token])
    }

    private func hangs(_ name: MentionMap.Mention, on phrase: NounPhrase) -> Bool {
        syntax.isInside(name.head, subtreeOf: phrase.head)
            && [.appos, .flat, .compound, .nmod].contains(syntax.dep[name.head])
    }

    /// A name, or a name behind its own title: "the jurist Elena Baqueiro", "la peruana Rosmery Távara".
    private func nameOrTitledName(
        at start: Int, limit: Int, types: Set<EntityType>
    ) -> MentionMap.Mention? {
        var token = start
        while token < min(limit, start + 7) {
            if let name = scene.spots.beginning(at: token, kinds: [.name]), scene.type(name) == .person {
                return types.contains(.person) ? name : nil
            }
            if let name = scene.spots.beginning(at: token, kinds: [.name]), types.contains(scene.type(name)),
                (start..<token).allSatisfy({ syntax.pos[$0] == .det || scene.isQuote($0) })
            {
                return name
            }
            let isTitle =
                [.det, .adj, .noun, .propn, .num].contains(syntax.pos[token]) || scene.isQuote(token)
                || syntax.pos[token] == .adp
            guard isTitle else { return nil }
            token += 1
        }
        return nil
    }

    private func isApposition(_ name: MentionMap.Mention, of phrase: NounPhrase, limit: Int) -> Bool {
        // The parser gave the name to something else: commas on both sides still tell an apposition, unless the
        // phrase opens the sentence as an adverbial ("According to the president, X, ...").
        let isSubject = [.nsubj, .nsubjPass].contains(syntax.dep[name.head])
        let nounIsSubject = [.nsubj, .nsubjPass, .root, .obj, .appos, .conj].contains(syntax.dep[phrase.head])
        var close = name.tokens.upperBound
        while close < limit, scene.isQuote(close) { close += 1 }
        let isClosed =
            close >= limit || [",", ")", ".", ";", "(", ":"].contains(syntax.lower[close])
            || scene.tables.standing.aliases.contains(syntax.lower[close])
        if isSubject && !nounIsSubject { return isClosed && syntax.preposition(of: phrase.head).isEmpty }
        return isClosed || nounIsSubject
    }

    // MARK: Names before the noun

    private func preceding(_ phrase: NounPhrase, types: Set<EntityType>, isPlural: Bool) -> Bearers? {
        // One man is not in apposition to a set of people.
        let fitting = isPlural ? types : types.subtracting([.people])
        guard let found = antecedents.names(before: phrase.start, types: fitting, isPlural: isPlural) else {
            return nil
        }
        return Bearers(ends: found, link: .apposition)
    }

    /// "leader of A and brother of B": both are said of the same person.
    private func coordinated(_ phrase: NounPhrase, types: Set<EntityType>, earlier: [ResolvedNoun]) -> Bearers? {
        let floor = scene.sentence(of: phrase.head).lowerBound
        var token = phrase.start - 1
        // "and also", "y además"
        while token > floor, syntax.pos[token] == .adv { token -= 1 }
        guard token > floor, scene.tables.standing.conjunctions.contains(syntax.lower[token]) else { return nil }
        for role in earlier.reversed() where role.phrase.end <= token {
            let between = role.phrase.end..<token
            guard !between.contains(where: { scene.isFiniteVerb($0) || syntax.lower[$0] == ";" }) else { return nil }
            let ends = role.bearers.ends.filter { types.contains(scene.type($0)) }
            guard !ends.isEmpty, role.bearers.link != .own else { continue }
            if role.phrase.title != nil { continue }
            return Bearers(ends: ends, link: .coordination, verb: role.bearers.verb)
        }
        return nil
    }

    // MARK: Predicates

    private func predicate(_ phrase: NounPhrase, types: Set<EntityType>, isPlural: Bool) -> Bearers? {
        if let found = copular(phrase, types: types) { return found }
        return asPhrase(phrase, types: types, isPlural: isPlural)
    }

    /// "X is the leader", "X became leader".
    private func copular(_ phrase: NounPhrase, types: Set<EntityType>) -> Bearers? {
        var node = phrase.head
        if phrase.isPartitive, !syntax.isRoot(node), syntax.head[node] >= phrase.start { node = syntax.head[node] }
        for _ in 0..<4 {
            if let copula = syntax.child(node, .cop) {
                var subjects = syntax.children(node).filter { [.nsubj, .nsubjPass].contains(syntax.dep[$0]) }
                if subjects.isEmpty { subjects = scene.clauses.clause(at: node).subjects }
                if subjects.isEmpty, !syntax.isRoot(node), [.relcl, .acl].contains(syntax.dep[node]) {
                    subjects = [syntax.head[node]]
                }
                if subjects.isEmpty, !syntax.isRoot(node), syntax.dep[node] == .conj {
                    subjects = scene.clauses.clause(at: syntax.head[node]).subjects
                }
                return said(of: subjects, types: types, verb: copula) ?? beside(copula, types: types)
            }
            guard !syntax.isRoot(node) else { return nil }
            let governor = syntax.head[node]
            if [.xcomp, .obj, .obl].contains(syntax.dep[node]),
                scene.tables.standing.linking.contains(syntax.lemma[governor])
            {
                return said(of: scene.clauses.clause(at: governor).subjects, types: types, verb: governor)
            }
            guard syntax.dep[node] == .conj, [.noun, .adj, .propn].contains(syntax.pos[governor]) else { return nil }
            node = governor
        }
        return nil
    }

    /// The name right before "is", where the parser lost the subject.
    private func beside(_ copula: Int, types: Set<EntityType>) -> Bearers? {
        guard copula > 0, let mention = scene.spots.ending(at: copula - 1), types.contains(scene.type(mention)) else {
            return nil
        }
        return Bearers(ends: [scene.end(mention)], link: .predicate, verb: copula)
    }

    /// "described as the leader", "served as secretary", "a quien se señala como cabecilla".
    private func asPhrase(_ phrase: NounPhrase, types: Set<EntityType>, isPlural: Bool) -> Bearers? {
        let standing = scene.tables.standing
        let floor = scene.sentence(of: phrase.head).lowerBound
        var mark = phrase.start - 1
        if mark > floor, standing.naming.contains(syntax.lower[mark]) { mark += 1 }
        guard mark > floor, mark == phrase.start || standing.asWords.contains(syntax.lower[mark]) else { return nil }
        guard let verb = (max(floor, mark - 9)..<mark).last(where: { syntax.pos[$0] == .verb || isNamed($0) }) else {
            return nil
        }
        let clause = scene.clauses.clause(at: verb)
        if clause.subjects.isEmpty, clause.voice == .active,
            standing.serving.contains(syntax.lemma[verb])
                || standing.serving.contains(syntax.lower[verb]),
            let topic = UnsaidSubject(scene: scene).topic(for: verb, types)
        {
            return Bearers(ends: [topic], link: .predicate, verb: verb)
        }
        let isServing = standing.serving.contains(syntax.lemma[verb]) && clause.voice != .passive
        let bearing = isServing || clause.voice == .passive ? clause.subjects : clause.objects
        if let found = said(of: bearing, types: types, verb: verb) { return found }
        if clause.voice != .active || isNamed(verb),
            let names = antecedents.names(before: verb, types: types, isPlural: isPlural)
        {
            return Bearers(ends: names, link: .predicate, verb: verb)
        }
        if let names = antecedents.name(ofRelativeBefore: verb, types: types) {
            return Bearers(ends: names, link: .predicate, verb: verb)
        }
        return nil
    }

    /// A participle that the tagger took for an adjective: "señalado como".
    private func isNamed(_ token: Int) -> Bool {
        scene.isParticiple(token)
            || scene.lexicon.modality.governors[syntax.lemma[token]] == .alleged && syntax.pos[token] != .noun
    }

    private func said(of tokens: [Int], types: Set<EntityType>, verb: Int) -> Bearers? {
        for token in tokens {
            let ends = scene.ends(at: token, types: types)
            if !ends.isEmpty { return Bearers(ends: ends, link: .predicate, verb: verb) }
            if let ends = antecedents.name(ofRelative: token, types: types) {
                return Bearers(ends: ends, link: .predicate, verb: verb)
            }
        }
        return nil
    }

    /// What the tree alone knows of.
    private func treeApposition(_ phrase: NounPhrase, types: Set<EntityType>) -> Bearers? {
        if syntax.dep[phrase.head] == .appos, syntax.head[phrase.head] < phrase.start,
            (syntax.head[phrase.head]..<phrase.start).allSatisfy({ !scene.isFiniteVerb($0) })
        {
            let ends = scene.ends(at: syntax.head[phrase.head], types: types)
            if let first = ends.first {
                return Bearers(ends: scene.isPlural(phrase.head) ? ends : [first], link: .apposition)
            }
        }
        return nil
    }
}
