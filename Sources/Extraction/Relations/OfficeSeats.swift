import Vocabulary

/// Finds the state or body that an office belongs to.
struct OfficeSeats {
    enum Seat {
        case entity(RelationDraft.End)
        /// It belongs to a place or a group: no office of state.
        case elsewhere
        case unsaid
    }

    let scene: TieScene
    private let countries: CountriesOfReport
    /// The public bodies of the report with the folded words of each of their names.
    private let bodies: [Body]

    private struct Body {
        let entity: Int
        let words: [String]
    }

    init(scene: TieScene) {
        self.scene = scene
        countries = CountriesOfReport(scene: scene)
        bodies = scene.mentions.entities.enumerated().filter { $1.type == .publicBody }.flatMap { index, entity in
            ([entity.name] + entity.aliases).map { Body(entity: index, words: FoldedName($0).words.map(String.init)) }
        }
    }

    private var syntax: Syntax { scene.syntax }
    private var table: OfficeTable { scene.tables.offices }

    /// What the phrase itself says, or a body of the report that bears the office's own words.
    func seat(of role: BorneNoun, _ meaning: RoleWord) -> Seat {
        if let body = body(named: role, meaning) { return .entity(body) }
        var place = false
        for slot in role.phrase.slots {
            if case .preposition(let word) = slot.kind, !meaning.prepositions.contains(word) { continue }
            for end in scene.mentions.participants(at: slot.token, syntax: syntax) {
                switch scene.type(end) {
                case .country, .publicBody: return .entity(end)
                case .place, .organization, .company: place = true
                case .person, .people: break
                }
            }
        }
        return place || namesPlace(role) ? .elsewhere : .unsaid
    }

    /// A place in the portfolio that is no mention of its own: "Seguridad Pública de Tabasco".
    private func namesPlace(_ role: BorneNoun) -> Bool {
        portfolioTokens(of: role).contains { token in
            syntax.pos[token] == .propn && token > 0
                && scene.tables.standing.ofWords.contains(scene.preposition(token - 1))
                && scene.lexicon.names.places.phrases[FoldedName.fold(syntax.string(token))] != nil
        }
    }

    /// The words that say what the office is for: "Treasury" in "Treasury Secretary", "Seguridad" in "secretario de
    /// Seguridad"; folded.
    func portfolio(of role: BorneNoun) -> [String] {
        portfolioTokens(of: role).map { FoldedName.fold(syntax.string($0)) }.filter { !$0.isEmpty }
    }

    func portfolioTokens(of role: BorneNoun) -> [Int] {
        var tokens: [Int]
        if scene.tables.placesCompoundsBefore {
            tokens = role.phrase.modifiers.filter { syntax.pos[$0] == .noun || syntax.pos[$0] == .propn }
            tokens += role.phrase.slots.flatMap(\.vias)
        } else {
            tokens = []
        }
        let start = role.phrase.words.upperBound
        var token = start
        let limit = min(role.phrase.end + 4, scene.sentence(of: role.phrase.head).upperBound)
        if token < limit, scene.tables.standing.ofWords.contains(scene.preposition(token)) {
            token += 1
            while token < limit, syntax.pos[token] != .punct, !scene.isFiniteVerb(token),
                mayName(token)
            {
                if [.noun, .propn, .adj].contains(syntax.pos[token]) { tokens.append(token) }
                token += 1
            }
        }
        return tokens.sorted()
    }

    /// Whether a word may be part of a portfolio: none of a country, place or person.
    private func mayName(_ token: Int) -> Bool {
        guard let mention = scene.mentions.mention(at: token), mention.kind == .name else { return true }
        return [.publicBody, .organization].contains(scene.type(mention))
    }

    /// "Treasury Secretary" → "US Treasury"; "Orange County District Attorney" → the office of that name.
    private func body(named role: BorneNoun, _ meaning: RoleWord) -> RelationDraft.End? {
        let own = role.phrase.words.map { FoldedName.fold(syntax.string($0)) }
        let portfolio = portfolio(of: role)
        var best: Body?
        for body in bodies {
            let isPortfolio = !portfolio.isEmpty && covers(body.words, portfolio)
            let isTitle = own.count > 1 && covers(body.words, own) && coversPlace(body.words, role)
            guard isPortfolio || isTitle, body.words.count < best?.words.count ?? .max else { continue }
            best = body
        }
        guard let best else { return nil }
        return RelationDraft.End(entity: best.entity, span: syntax.span(role.phrase.words))
    }

    /// Whether the body's name has all the words of the portfolio, and little beside them.
    private func covers(_ words: [String], _ wanted: [String]) -> Bool {
        let content = wanted.filter { $0.count > 2 }
        return !content.isEmpty && content.allSatisfy(words.contains)
    }

    private func coversPlace(_ words: [String], _ role: BorneNoun) -> Bool {
        let places = role.phrase.slots.filter { $0.kind == .compound }.flatMap { slot -> [String] in
            scene.mentions.mention(headedBy: slot.token).map { mention in
                FoldedName(syntax.string(mention.span)).words.map(String.init)
            } ?? []
        }
        return !places.isEmpty && places.allSatisfy(words.contains)
    }

    // MARK: Titles without a country

    /// The country or government that the report makes clear for a name with a bare title.
    func carried(
        for bearer: RelationDraft.End, _ role: BorneNoun, _ meaning: RoleWord, taken: Set<Int>
    ) -> RelationDraft.End? {
        guard meaning.isCarried else { return nil }
        let span = syntax.span(role.phrase.words)
        if let government = government(of: bearer) { return RelationDraft.End(entity: government, span: span) }
        let holder = scene.mentions.entities[bearer.entity]
        for name in [holder.name] + holder.aliases {
            guard let code = table.heads[FoldedName(name)] else { continue }
            return countries.entity(ofCode: code).map { RelationDraft.End(entity: $0, span: span) }
        }
        return likeliest(role, meaning, taken: taken).map {
            RelationDraft.End(entity: $0, span: span)
        }
    }

    /// "the Trump administration" in a report that says "President Donald Trump".
    private func government(of bearer: RelationDraft.End) -> Int? {
        guard let surname = FoldedName(scene.mentions.entities[bearer.entity].name).words.last else { return nil }
        return scene.mentions.entities.indices.first { index in
            let entity = scene.mentions.entities[index]
            guard entity.type == .publicBody else { return false }
            let words = FoldedName(entity.name).words
            return words.contains(surname) && words.contains { table.governments.contains(String($0)) }
        }
    }

    /// Whether a quotation that holds the token ends before the title: what is said there is said to others.
    private func isQuoted(_ token: Int, before title: Int) -> Bool {
        (token..<title).contains { ["”", "»"].contains(syntax.lower[$0]) }
    }

    /// The country that speaks loudest: nearest before the title, named most, of the dateline, or the title's own.
    private func likeliest(_ role: BorneNoun, _ meaning: RoleWord, taken: Set<Int>) -> Int? {
        var scores = countries.shares()
        guard !scores.isEmpty else { return nil }
        let title = role.phrase.start
        let sentence = syntax.sentence[title]
        var nearest: Int?
        for (token, entity, isAdjective) in countries.places {
            let distance = sentence - syntax.sentence[token]
            if distance == 0, token < title, !isQuoted(token, before: title) {
                // "a Mexican delegation led by", but not "the U.S. capital".
                if !isAdjective || scene.isPersonNoun(syntax.head[token]) { nearest = entity }
                scores[entity, default: 0] += 0.15
            } else if distance == 1 {
                scores[entity, default: 0] += 0.1
            }
            if syntax.parts[syntax.sentences[syntax.sentence[token]].part].kind == .dateline {
                scores[entity, default: 0] += 0.3
            }
        }
        if let nearest { scores[nearest, default: 0] += 0.4 }
        if let guess = table.presumed[meaning.label], let entity = countries.entity(ofCode: guess.country) {
            scores[entity, default: 0] += guess.weight
        }
        return scores.filter { !taken.contains($0.key) }.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    }
}
