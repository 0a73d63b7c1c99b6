import Vocabulary

/// A role noun where it stands in the report, with those who bear it.
struct BorneNoun {
    let phrase: NounPhrase
    let meanings: [RoleWord]
    let bearers: Bearers
    let standing: Standing

    var isSaidToBeOver: Bool { standing.isOver }

    var isOfficial: Bool { meanings.contains(where: \.isOfficial) }
}

/// Finds the role nouns of a report, sentence by sentence, with those who bear them.
struct BorneNounFinder {
    let scene: TieScene

    private var syntax: Syntax { scene.syntax }

    func nouns() -> [BorneNoun] {
        let phrases = NounPhraseReader(scene: scene)
        let bearerFinder = BearerFinder(scene: scene)
        let standings = StandingReader(scene: scene)
        var found: [BorneNoun] = []
        for sentence in scene.sentences {
            var resolved: [ResolvedNoun] = []
            var token = sentence.lowerBound
            while token < sentence.upperBound {
                guard
                    let match = scene.tables.roles.match(at: token, before: sentence.upperBound, in: syntax),
                    isNoun(match.words)
                else {
                    token += 1
                    continue
                }
                var phrase = phrases.phrase(match.words)
                if match.meanings.contains(where: { $0.kind == .tie("national") }) { takePreposition(&phrase) }
                let types = bearerTypes(match.meanings)
                let bearers = bearerFinder.bearers(of: phrase, types: types, earlier: resolved)
                let standing = standings.standing(of: phrase, bearers: bearers, isFormer: match.isFormer)
                found.append(BorneNoun(phrase: phrase, meanings: match.meanings, bearers: bearers, standing: standing))
                resolved.append(ResolvedNoun(phrase: phrase, bearers: bearers))
                token = match.words.upperBound
            }
        }
        return found
    }

    /// "X, de nacionalidad mexicana,": the phrase begins with its preposition.
    private func takePreposition(_ phrase: inout NounPhrase) {
        let token = phrase.start - 1
        guard token > scene.sentence(of: token + 1).lowerBound, syntax.pos[token] == .adp,
            scene.tables.standing.ofWords.contains(scene.preposition(token))
        else { return }
        phrase.start = token
    }

    private func bearerTypes(_ meanings: [RoleWord]) -> Set<EntityType> {
        var types = Set<EntityType>()
        for meaning in meanings {
            switch meaning.kind {
            case .tie(let name):
                for reading in scene.tables.classes[name] ?? [] {
                    types.formUnion(reading.isReversed ? reading.to : reading.from)
                }
            case .kinship, .office: types.formUnion([.person, .people])
            }
        }
        return types
    }

    /// Whether the words are a noun here: not inside a longer name, not a verb, not the modifier of another noun.
    private func isNoun(_ words: Range<Int>) -> Bool {
        let first = words.lowerBound
        let last = words.upperBound - 1
        if let cover = scene.mentions.mention(at: first), cover.kind == .name,
            cover.tokens.count >= words.count || !words.contains(cover.tokens.upperBound - 1)
        {
            let isTitle = scene.type(cover) == .person && cover.tokens.lowerBound == first
            if !isTitle || cover.tokens.upperBound == words.upperBound { return false }
        }
        let pos = syntax.pos[last]
        if pos == .verb || pos == .aux {
            // A noun that the tagger does not know is taken for a verb; an inflected verb has another lemma.
            let before = first - 1
            guard before >= 0,
                scene.isComma(before) || [.det, .adj].contains(syntax.pos[before])
                    || scene.tables.standing.asWords.contains(syntax.lower[before])
            else { return false }
        }
        // "in-chief": the second part of a compound word is none of its own.
        if first > 1, syntax.lower[first - 1] == "-", syntax.span(first - 1).end == syntax.span(first).start,
            !scene.tables.standing.former.contains(syntax.lower[first - 2])
        {
            return false
        }
        guard scene.tables.placesCompoundsBefore, last + 1 < scene.sentence(of: last).upperBound else { return true }
        let next = last + 1
        let isModifier =
            syntax.pos[next] == .noun && scene.spots.beginning(at: next, kinds: [.name]) == nil
            && [.compound, .amod, .nmod].contains(syntax.dep[last]) && syntax.head[last] > last
        if isModifier { return false }
        // "top-ranking", "leader-in-waiting"
        return !(syntax.lower[next] == "-" && syntax.span(next).start == syntax.span(last).end)
    }
}
