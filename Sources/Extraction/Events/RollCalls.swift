import Vocabulary

/// Finds the sentences that call the members of a set by name: "On the list: A, B and C", "Among them is A", "They were
/// identified as A and B", "The defendants are A and B", "The fifth man, A,".
struct RollCalls {
    let syntax: Syntax
    let mentions: MentionMap
    let grammar: GrammarTable

    let frames: FrameTable

    /// What the words before the names say of the set that they belong to.
    private struct Announcement {
        var set: Int?
        var types: Set<EventType>?
    }

    func all() -> [RollCall.Call] {
        var found: [RollCall.Call] = []
        for sentence in syntax.sentences where syntax.parts[sentence.part].kind == .paragraph {
            let tokens = sentence.tokens
            for token in tokens.dropFirst() {
                if let call = announcement(token, from: tokens.lowerBound) {
                    found += row(from: token + 1, limit: tokens.upperBound).map {
                        RollCall.Call(end: $0, set: call.set, types: call.types)
                    }
                }
                if let call = ordinal(at: token, limit: tokens.upperBound) { found.append(call) }
            }
        }
        return found
    }

    // MARK: Words that call

    /// What the words up to a token announce of the names behind it; nil when they announce none.
    private func announcement(_ token: Int, from start: Int) -> Announcement? {
        if syntax.lower[token] == ":" { return token - start <= 8 ? preface(start..<token) : nil }
        if grammar.naming.contains(syntax.lower[token]), grammar.identification.contains(syntax.lemma[token - 1]) {
            return identified(by: token - 1)
        }
        guard grammar.copulas.contains(syntax.lemma[token]), startsName(token + 1) else { return nil }
        if token - start <= 9, grammar.callOpeners.contains(syntax.lower[start]) || syntax.tag(start) == "VBN" {
            return preface(start..<token)
        }
        return set(endingAt: token).map { Announcement(set: $0) }
    }

    /// "On the list", "Among those held", "Also on board", "Among them": words without a finite verb that say of a set
    /// what was done to it, or that take one up.
    private func preface(_ tokens: Range<Int>) -> Announcement? {
        var found = Announcement()
        for token in tokens {
            if let mention = mentions.mention(at: token) {
                if mention.kind == .name { return nil }
                if mentions.entities[mention.entity].type == .people, mentions.entities[mention.entity].count != 1 {
                    found.set = mention.entity
                    continue
                }
            }
            switch syntax.pos[token] {
            case .aux, .sconj: return nil
            case .verb:
                guard ["VBN", "VBD"].contains(syntax.tag(token)) || syntax.feature("VerbForm", token) == "Part" else {
                    return nil
                }
                found.types = types(of: token)
                if found.types?.isEmpty ?? true { return nil }
            case .noun:
                if grammar.lists.contains(syntax.lemma[token]) {
                    found.types = [.designation]
                } else if grammar.vessels.contains(syntax.lemma[token]) {
                    found.types = [.transfer]
                } else {
                    return nil
                }
            default: break
            }
        }
        if found.types != nil { found.set = nil }
        return found.set == nil && found.types == nil ? nil : found
    }

    /// The events that a verb can tell, as far as sets have part in them.
    private func types(of verb: Int) -> Set<EventType> {
        let known = frames.verbs[syntax.lemma[verb]] ?? frames.verbs[syntax.lower[verb]] ?? []
        return Set(known.map(\.event)).intersection(RollCall.types)
    }

    /// "The defendants were identified as": the set that is the verb's subject.
    private func identified(by verb: Int) -> Announcement? {
        let subject = syntax.children(verb).first { [.nsubj, .nsubjPass].contains(syntax.dep[$0]) }
        guard let subject, let mention = mentions.mention(headedBy: subject), isSet(mention) else { return nil }
        return Announcement(set: mention.entity)
    }

    /// "The defendants are": a set just before the verb.
    private func set(endingAt token: Int) -> Int? {
        guard let mention = mentions.mention(at: token - 1), mention.tokens.upperBound == token, isSet(mention) else {
            return nil
        }
        return mention.entity
    }

    private func isSet(_ mention: MentionMap.Mention) -> Bool {
        let entity = mentions.entities[mention.entity]
        return entity.type == .people && entity.count != 1 && mention.kind != .name
    }

    private func startsName(_ token: Int) -> Bool {
        guard token < syntax.count, let mention = mentions.mention(at: token) else { return false }
        return mention.kind == .name && mention.tokens.lowerBound == token
    }

    /// "The fifth individual, A," and "a second, B,".
    private func ordinal(at token: Int, limit: Int) -> RollCall.Call? {
        guard let value = grammar.ordinals.firstIndex(of: syntax.lower[token]), value > 0 else { return nil }
        guard syntax.pos[token - 1] == .det else { return nil }
        var next = token + 1
        while next < min(token + 4, limit), [.noun, .adj].contains(syntax.pos[next]) {
            if grammar.harmed.contains(syntax.lemma[next]) { return nil }
            next += 1
        }
        guard next + 1 < limit, syntax.lower[next] == ",", startsName(next + 1),
            let mention = mentions.mention(at: next + 1), isMember(mention.entity)
        else { return nil }
        return RollCall.Call(end: .init(entity: mention.entity, span: mention.span), ordinal: value + 1)
    }

    // MARK: The names

    /// The people and bodies named from a token on, up to a verb or the end of the sentence.
    private func row(from start: Int, limit: Int) -> [RelationDraft.End] {
        var found: [RelationDraft.End] = []
        var token = start
        var type: EntityType?
        while token < limit {
            if [.verb, .aux].contains(syntax.pos[token]) || grammar.relativePronouns.contains(syntax.lower[token]) {
                break
            }
            if let mention = mentions.mention(at: token), mention.kind == .name, mention.tokens.lowerBound == token {
                let kind = mentions.entities[mention.entity].type
                let isAlike = type == nil || (kind == .person) == (type == .person)
                if isMember(mention.entity), isAlike, opensItem(token, start) {
                    type = kind
                    found.append(.init(entity: mention.entity, span: mention.span))
                }
                token = mention.tokens.upperBound
            } else {
                token += 1
            }
        }
        return found
    }

    private func isMember(_ entity: Int) -> Bool {
        [.person, .organization, .company].contains(mentions.entities[entity].type)
    }

    /// Whether a name stands where an item of a list begins, and not inside one ("A, a leader of *B*").
    private func opensItem(_ token: Int, _ start: Int) -> Bool {
        var before = token - 1
        while before >= start, syntax.pos[before] == .det { before -= 1 }
        return before < start || syntax.pos[before] == .punct || syntax.pos[before] == .cconj
    }
}
