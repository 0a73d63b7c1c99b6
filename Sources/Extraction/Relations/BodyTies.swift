import Vocabulary

/// Bodies and groups that are part of others by their names alone ("the Treasury's Office of …"), and bodies with a
/// seat ("a federal court in Plano").
struct BodyTies {
    let scene: TieScene

    private var syntax: Syntax { scene.syntax }

    func find(_ ledger: inout RelationLedger) {
        for mention in scene.mentions.mentions where mention.kind == .name || mention.kind == .description {
            switch scene.type(mention) {
            case .publicBody:
                whole(of: mention, &ledger)
                seat(of: mention, &ledger)
            case .organization where mention.kind == .name: whole(of: mention, &ledger)
            default: break
            }
        }
    }

    private func whole(of part: MentionMap.Mention, _ ledger: inout RelationLedger) {
        guard let whole = owner(of: part) ?? possessorOf(part) ?? before(part), whole.entity != part.entity,
            scene.type(whole) == scene.type(part), whole.kind == .name
        else { return }
        ledger.add(
            RelationDraft(
                type: .partOf, label: "part", from: scene.end(part), to: scene.end(whole), trigger: part.head),
            clarity: Bearers.Link.apposition.rawValue)
    }

    /// "the FBI's Fugitive Task Force"
    private func owner(of part: MentionMap.Mention) -> MentionMap.Mention? {
        let mark = part.tokens.lowerBound - 1
        guard mark > 0, scene.isPossessiveMark(mark) else { return nil }
        return scene.spots.ending(at: mark - 1, kinds: [.name])
    }

    /// "Department of Justice – Office of International Affairs"
    private func before(_ part: MentionMap.Mention) -> MentionMap.Mention? {
        let dash = part.tokens.lowerBound - 1
        guard dash > 0, scene.isDash(dash), scene.type(part) == .publicBody,
            syntax.sentence[dash - 1] == syntax.sentence[part.head]
        else { return nil }
        return scene.spots.ending(at: dash - 1, kinds: [.name])
    }

    /// "OFAC del Departamento del Tesoro", "Los Mayos of the Pacific Cartel".
    private func possessorOf(_ part: MentionMap.Mention) -> MentionMap.Mention? {
        let limit = scene.sentence(of: part.head).upperBound
        var token = pastBracket(part.tokens.upperBound, limit)
        if token < limit, scene.isQuote(token) { token += 1 }
        if token + 1 < limit, scene.isComma(token) {
            // "elementos de A, de B y de C" is a list.
            guard scene.type(part) == .publicBody, !isBehindOf(part) else { return nil }
            token += 1
        }
        guard token < limit, scene.tables.standing.ofWords.contains(scene.preposition(token)) else { return nil }
        token += 1
        while token < limit, syntax.pos[token] == .det || scene.isQuote(token) {
            if let found = scene.spots.beginning(at: token, kinds: [.name]) { return found }
            token += 1
        }
        return token < limit ? scene.spots.beginning(at: token, kinds: [.name]) : nil
    }

    private func isBehindOf(_ part: MentionMap.Mention) -> Bool {
        var before = part.tokens.lowerBound - 1
        while before > 0, syntax.pos[before] == .det { before -= 1 }
        return before > 0 && scene.tables.standing.ofWords.contains(scene.preposition(before))
    }

    private func pastBracket(_ token: Int, _ limit: Int) -> Int {
        guard token < limit, syntax.lower[token] == "(" else { return token }
        var close = token + 1
        while close < limit, close < token + 9, syntax.lower[close] != ")" { close += 1 }
        return close < limit && syntax.lower[close] == ")" ? close + 1 : token
    }

    private func seat(of body: MentionMap.Mention, _ ledger: inout RelationLedger) {
        let head = body.tokens.filter { [.noun, .propn].contains(syntax.pos[$0]) }
        guard head.contains(where: { scene.tables.seated.contains(syntax.lemma[$0]) }) else { return }
        let limit = scene.sentence(of: body.head).upperBound
        let token = pastBracket(body.tokens.upperBound, limit)
        guard token + 1 < limit, scene.tables.standing.inside.contains(scene.preposition(token)),
            let place = scene.spots.beginning(at: token + 1, kinds: [.name]), scene.type(place) == .place
        else { return }
        ledger.add(
            RelationDraft(
                type: .basedIn, label: "in", from: scene.end(body), to: scene.end(place), trigger: body.head),
            clarity: Bearers.Link.apposition.rawValue)
    }
}
