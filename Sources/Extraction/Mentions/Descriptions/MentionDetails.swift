import Vocabulary

/// What a report tells of the people it names beside their names: age, birth, numbers of dockets; who belongs to a set.
struct MentionDetails {
    let tokens: NameTokens
    let tables: NameTables
    private var syntax: Syntax { tokens.syntax }

    init(tokens: NameTokens, tables: NameTables) {
        self.tokens = tokens
        self.tables = tables
    }

    func fill(_ map: inout MentionMap, ages: AgeFinder, times: [TimeExpression]) {
        for index in map.mentions.indices where map.mentions[index].kind == .name {
            let mention = map.mentions[index]
            guard map.entities[mention.entity].type == .person else { continue }
            if map.entities[mention.entity].age == nil, !isInRow(mention, map) {
                map.entities[mention.entity].age = ages.age(near: mention.tokens)
            }
            if let number = identifier(behind: mention.tokens.upperBound) {
                let quote = Quote(syntax.string(number), number)
                if !map.entities[mention.entity].identifiers.contains(quote) {
                    map.entities[mention.entity].identifiers.append(quote)
                }
            }
        }
        for time in times where time.relation == .birth {
            guard let when = time.when, let entity = person(before: time.tokens.lowerBound, map) else { continue }
            if map.entities[entity].born == nil { map.entities[entity].born = when }
        }
        fillMembers(&map)
        fillApposed(&map)
    }

    /// "Álvaro Noé y Remigio, de 40 años": an age behind a row belongs to its last name.
    private func isInRow(_ mention: MentionMap.Mention, _ map: MentionMap) -> Bool {
        let end = mention.tokens.upperBound
        guard end + 1 < syntax.count, tables.words.contains(syntax.lower[end], "and") else { return false }
        return map.mention(at: end + 1)?.kind == .name
    }

    private func person(before token: Int, _ map: MentionMap) -> Int? {
        let part = syntax.sentences[syntax.sentence[token]].part
        let mention = map.mentions.last { mention in
            mention.kind == .name && mention.tokens.upperBound <= token && map.entities[mention.entity].type == .person
        }
        guard let mention, syntax.sentences[syntax.sentence[mention.head]].part == part,
            token - mention.tokens.upperBound < 25
        else { return nil }
        return mention.entity
    }

    /// "Lorenzo Castellanos, RIF098892,": letters and digits behind a comma.
    private func identifier(behind end: Int) -> Span? {
        guard end + 1 < syntax.count, syntax.lower[end] == "," || syntax.lower[end] == "(" else { return nil }
        var token = end + 1
        while token < min(end + 4, syntax.count),
            tables.words.contains(syntax.lower[token], "identifier")
                || ["no", "no.", "number", "#", "núm", "núm.", "."].contains(syntax.lower[token])
        {
            token += 1
        }
        guard token < syntax.count, tokens.shape[token] == .code || (token > end + 1 && tokens.shape[token] == .number)
        else { return nil }
        let digits = syntax.lower[token].filter(\.isNumber).count
        return digits >= 4 ? syntax.span(token) : nil
    }

    // MARK: Members

    /// "29 inmates, among them X and Y": the names behind the words that open the list.
    private func fillMembers(_ map: inout MentionMap) {
        for sentence in syntax.sentences {
            for token in sentence.tokens {
                let length = max(
                    tables.words.phrase("inclusion", at: token, in: syntax.lower, limit: sentence.tokens.upperBound),
                    tables.words.contains(syntax.lower[token], "inclusion") ? 1 : 0)
                guard length > 0, let set = set(before: token, from: sentence.tokens.lowerBound, map) else { continue }
                for member in row(from: token + length, limit: sentence.tokens.upperBound, map)
                where fits(member, set, map) && !map.entities[set].members.contains(member) {
                    map.entities[set].members.append(member)
                }
            }
        }
    }

    /// "two Dubai firms, A and B": as many names in apposition as the set has members are its members, and all of them.
    private func fillApposed(_ map: inout MentionMap) {
        for mention in map.mentions where mention.kind == .description {
            let set = map.entities[mention.entity]
            guard set.type == .people, let count = set.count, count > 1, set.members.isEmpty else { continue }
            let names = syntax.children(mention.head, .appos).flatMap { syntax.coordinated($0) }
                .compactMap { map.mention(headedBy: $0) }.filter { $0.kind == .name }.map(\.entity)
            guard names.count == count, names.allSatisfy({ fits($0, mention.entity, map) }) else { continue }
            map.entities[mention.entity].members = names
            map.entities[mention.entity].isImplicit = true
        }
    }

    private func set(before token: Int, from floor: Int, _ map: MentionMap) -> Int? {
        map.mentions.last { mention in
            mention.tokens.lowerBound >= floor && mention.tokens.upperBound <= token
                && map.entities[mention.entity].type == .people && !map.entities[mention.entity].isImplicit
                && map.entities[mention.entity].count != 1
        }?.entity
    }

    private func row(from start: Int, limit: Int, _ map: MentionMap) -> [Int] {
        var found: [Int] = []
        var token = start
        while token < limit {
            if syntax.pos[token] == .verb || syntax.lower[token] == ";" && found.isEmpty { break }
            if let mention = map.mention(at: token), mention.kind == .name, mention.tokens.lowerBound == token {
                found.append(mention.entity)
                token = mention.tokens.upperBound
            } else {
                token += 1
            }
        }
        return found
    }

    private func fits(_ member: Int, _ set: Int, _ map: MentionMap) -> Bool {
        let word = FoldedName(map.entities[set].name).words
        let isBodies = word.contains { tables.people.phrases[String($0)]?.category == .bodies }
        switch map.entities[member].type {
        case .person: return !isBodies
        case .organization, .company: return isBodies
        default: return false
        }
    }
}
