import Vocabulary

/// Reads the phrase around a noun from the order of words and the mentions in it, not from the tree: lists of names
/// with their roles are what the parsers get wrong.
struct NounPhraseReader {
    let scene: TieScene

    private var syntax: Syntax { scene.syntax }

    func phrase(_ words: Range<Int>) -> NounPhrase {
        let head = words.first { !words.contains(syntax.head[$0]) || syntax.isRoot($0) } ?? words.lowerBound
        var phrase = NounPhrase(words: words, head: head, start: words.lowerBound, end: words.upperBound)
        // "U.S. attorney"
        if let country = scene.spots.beginning(at: words.lowerBound, kinds: [.name]), scene.type(country) == .country,
            country.tokens.upperBound < words.upperBound
        {
            phrase.slots.append(.init(kind: .compound, token: country.head, vias: []))
        }
        readLeft(&phrase)
        readRight(&phrase)
        return phrase
    }

    // MARK: Before the noun

    private func readLeft(_ phrase: inout NounPhrase) {
        let floor = scene.sentence(of: phrase.head).lowerBound
        var token = phrase.words.lowerBound - 1
        var isBeyondOwner = false
        while token >= floor {
            if scene.isPossessiveMark(token), token > floor {
                let owner = scene.spots.ending(at: token - 1) ?? scene.mentions.mention(at: token - 1)
                if let owner {
                    phrase.slots.append(.init(kind: .possessive, token: owner.head, vias: []))
                    token = owner.tokens.lowerBound - 1
                } else {
                    token -= 2
                }
                isBeyondOwner = true
                continue
            }
            if syntax.lower[token] == ")", let open = bracket(closedAt: token, floor: floor) {
                token = open - 1
                continue
            }
            if let mention = scene.spots.ending(at: token, kinds: [.name, .demonym]), !isBeyondOwner {
                let type = scene.type(mention)
                if mention.kind == .demonym {
                    phrase.slots.append(.init(kind: .nationality, token: mention.head, vias: []))
                } else if scene.tables.placesCompoundsBefore, type != .person, type != .people {
                    phrase.slots.append(.init(kind: .compound, token: mention.head, vias: []))
                } else {
                    break
                }
                token = mention.tokens.lowerBound - 1
                continue
            }
            guard belongsBefore(token, floor: floor) else { break }
            if isArticle(token) {
                token -= 1
                break
            }
            if scene.isPossessiveWord(token) {
                phrase.slots.append(.init(kind: .possessive, token: token, vias: []))
            } else if !isBeyondOwner {
                phrase.modifiers.append(token)
            }
            token -= 1
        }
        phrase.start = token + 1
        takePartitive(&phrase, floor: floor)
    }

    /// "a", "the", "el": nothing before it belongs to the phrase.
    private func isArticle(_ token: Int) -> Bool {
        syntax.pos[token] == .det && !scene.isPossessiveWord(token)
    }

    private func belongsBefore(_ token: Int, floor: Int) -> Bool {
        switch syntax.pos[token] {
        case .det, .num, .adj: return true
        case .pron: return scene.isPossessiveWord(token)
        case .verb: return scene.isParticiple(token) && syntax.dep[token] == .amod
        case .adv:
            return syntax.head[token] > token
                && (syntax.dep[token] == .advmod || syntax.dep[token] == .amod)
                && [.adj, .noun, .propn].contains(syntax.pos[syntax.head[token]])
        case .noun, .propn:
            return scene.tables.placesCompoundsBefore || scene.tables.standing.former.contains(syntax.lower[token])
        case .punct:
            guard syntax.lower[token] == "-", token > floor else { return false }
            return syntax.span(token - 1).end == syntax.span(token).start
        default: return scene.tables.standing.former.contains(syntax.lower[token])
        }
    }

    /// "Customs and Border Protection (CBP) officer": where the bracket around an acronym opens.
    private func bracket(closedAt token: Int, floor: Int) -> Int? {
        guard let name = scene.spots.ending(at: token - 1, kinds: [.name]) else { return nil }
        let open = name.tokens.lowerBound - 1
        return open > floor && syntax.lower[open] == "(" ? open : nil
    }

    /// "one of", "uno de los", "the first of".
    private func takePartitive(_ phrase: inout NounPhrase, floor: Int) {
        let standing = scene.tables.standing
        let preposition = phrase.start - 1
        guard preposition > floor, standing.ofWords.contains(scene.preposition(preposition)) else { return }
        guard standing.partitive.contains(syntax.lower[preposition - 1]) else { return }
        phrase.isPartitive = true
        phrase.start = preposition - 1
        if phrase.start > floor, syntax.pos[phrase.start - 1] == .det { phrase.start -= 1 }
    }

    // MARK: After the noun

    private func readRight(_ phrase: inout NounPhrase) {
        let limit = scene.sentence(of: phrase.head).upperBound
        var token = phrase.words.upperBound
        var vias: [Int] = []
        var isNearNoun = true
        while token < limit {
            if phrase.title == nil, let name = titled(at: token, &phrase) {
                token = name.tokens.upperBound
                vias = []
                isNearNoun = false
                continue
            }
            if isNearNoun, let mention = scene.spots.beginning(at: token, kinds: [.demonym]) {
                phrase.slots.append(.init(kind: .nationality, token: mention.head, vias: vias))
                token = mention.tokens.upperBound
            } else if isNearNoun, syntax.pos[token] == .adj, !scene.tables.placesCompoundsBefore {
                phrase.modifiers.append(token)
                token += 1
            } else if syntax.pos[token] == .adv, token + 1 < limit, syntax.pos[token + 1] == .adp,
                scene.tables.standing.ofWords.contains(scene.preposition(token + 1))
            {
                token += 1
            } else if syntax.pos[token] == .adp, !scene.isPossessiveMark(token),
                let object = object(after: token, limit: limit)
            {
                if let head = object.head {
                    phrase.slots.append(
                        .init(kind: .preposition(object.preposition), token: head, vias: vias + object.vias))
                } else {
                    vias += object.vias
                }
                token = object.end
                isNearNoun = object.head == nil
            } else {
                break
            }
        }
        phrase.end = token
    }

    /// The name that the noun stands before: a person's, or in "la célula Los Demonios" a group's.
    private func titled(at token: Int, _ phrase: inout NounPhrase) -> MentionMap.Mention? {
        var start = token
        if start < scene.syntax.count, scene.isQuote(start) { start += 1 }
        guard
            let name = scene.spots.beginning(at: token, kinds: [.name])
                ?? scene.spots.beginning(at: start, kinds: [.name]),
            ![.country, .place].contains(scene.type(name))
        else { return nil }
        phrase.title = name.tokens.lowerBound
        return name
    }

    private struct PrepositionalObject {
        var preposition: String
        /// The head of the entity's words; nil when only a common noun stands there.
        var head: Int?
        var vias: [Int]
        var end: Int
    }

    private func object(after adposition: Int, limit: Int) -> PrepositionalObject? {
        var token = adposition + 1
        var preposition = scene.preposition(adposition)
        if token < limit, syntax.pos[token] == .adp {
            preposition += " " + scene.preposition(token)
            token += 1
        }
        let found = PrepositionalObject(preposition: preposition, head: nil, vias: [], end: token)
        while token < limit {
            if let mention = scene.spots.beginning(at: token), mention.kind != .demonym {
                return finish(mention, found, limit: limit)
            }
            let pos = syntax.pos[token]
            let isNationality = scene.spots.beginning(at: token, kinds: [.demonym]) != nil
            guard isNationality || scene.isQuote(token) || [.det, .adj, .num].contains(pos) else { break }
            token += 1
        }
        guard token < limit, [.noun, .propn].contains(syntax.pos[token]) else { return nil }
        return finish(common: token, found, limit: limit)
    }

    /// An entity's words after a preposition, and the noun that they may only modify ("the Chapitos wing").
    private func finish(
        _ mention: MentionMap.Mention, _ begun: PrepositionalObject, limit: Int
    ) -> PrepositionalObject? {
        var found = begun
        var token = mention.tokens.upperBound
        if token < limit, scene.isQuote(token) { token += 1 }
        if token < limit, scene.isPossessiveMark(token) {
            // "of Mexico's president": the phrase goes on behind its owner.
            guard token + 1 < limit, [.noun, .propn, .adj].contains(syntax.pos[token + 1]) else { return nil }
            var noun = token + 1
            while noun < limit, syntax.pos[noun] == .adj { noun += 1 }
            guard noun < limit else { return nil }
            if let next = scene.spots.beginning(at: noun), next.kind != .demonym {
                return finish(next, begun, limit: limit)
            }
            return finish(common: noun, found, limit: limit)
        }
        if scene.tables.placesCompoundsBefore, token < limit, [.noun, .propn].contains(syntax.pos[token]),
            scene.spots.beginning(at: token) == nil, scene.type(mention) != .person
        {
            return finish(common: token, found, limit: limit, owner: mention)
        }
        if mention.kind == .description, token < limit,
            let name = scene.spots.beginning(at: token, kinds: [.name])
        {
            // "del canciller X", "del grupo “X”": the name is what the noun is called.
            return finish(name, begun, limit: limit)
        }
        found.head = mention.head
        found.end = pastCoordination(mention, from: pastBracket(token, limit), limit: limit)
        return found
    }

    private func finish(
        common noun: Int, _ begun: PrepositionalObject, limit: Int, owner: MentionMap.Mention? = nil
    ) -> PrepositionalObject? {
        var found = begun
        var last = noun
        if scene.tables.placesCompoundsBefore {
            while last + 1 < limit, [.noun, .propn].contains(syntax.pos[last + 1]),
                scene.spots.beginning(at: last + 1) == nil
            {
                last += 1
            }
        }
        var next = last + 1
        while next < limit, syntax.pos[next] == .adj || scene.isQuote(next),
            scene.spots.beginning(at: next, kinds: [.name]) == nil
        {
            next += 1
        }
        if next < limit, let name = scene.spots.beginning(at: next, kinds: [.name]) {
            // "of the drug lord X", "del grupo X": the name is what the noun is called.
            found.head = name.head
            found.end = pastCoordination(name, from: pastBracket(name.tokens.upperBound, limit), limit: limit)
            return found
        }
        let named = scene.mentions.participants(at: last, syntax: syntax)
        if !named.isEmpty, scene.mentions.mention(headedBy: last) != nil || owner == nil {
            found.head = last
        } else {
            found.vias.append(last)
            if let owner { found.head = owner.head }
        }
        found.end = found.head == nil ? pastPortfolio(last + 1, limit) : last + 1
        return found
    }

    /// "de Seguridad y Protección Ciudadana", "of Health and Human Services".
    private func pastPortfolio(_ token: Int, _ limit: Int) -> Int {
        var end = token
        while end + 1 < limit {
            if isCapital(end), scene.spots.beginning(at: end) == nil {
                end += 1
            } else if scene.tables.standing.conjunctions.contains(syntax.lower[end]), isCapital(end + 1),
                scene.spots.beginning(at: end + 1) == nil, isCapital(token - 1)
            {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    private func isCapital(_ token: Int) -> Bool {
        [.noun, .propn, .adj].contains(syntax.pos[token]) && syntax.string(token).first?.isUppercase ?? false
    }

    /// Past an acronym in brackets.
    private func pastBracket(_ token: Int, _ limit: Int) -> Int {
        guard token + 2 < limit, syntax.lower[token] == "(",
            let mention = scene.spots.beginning(at: token + 1, kinds: [.name])
        else { return token }
        let close = mention.tokens.upperBound
        return close < limit && syntax.lower[close] == ")" ? close + 1 : token
    }

    /// Past the names coordinated with one, where the tree and the order of words agree.
    private func pastCoordination(_ mention: MentionMap.Mention, from token: Int, limit: Int) -> Int {
        var end = token
        while end + 1 < limit, scene.tables.standing.conjunctions.contains(syntax.lower[end]) || scene.isComma(end) {
            var next = end + 1
            while next < limit, syntax.pos[next] == .det || scene.isQuote(next) { next += 1 }
            guard next < limit, let other = scene.spots.beginning(at: next, kinds: [.name]),
                scene.type(other) == scene.type(mention),
                syntax.coordinated(syntax.firstConjunct(mention.head)).contains(other.head)
            else { break }
            end = pastBracket(other.tokens.upperBound, limit)
        }
        return end
    }
}
