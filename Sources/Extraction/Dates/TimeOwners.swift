/// Says which triggers and predicates each expression of time hangs on.
struct TimeOwners {
    let syntax: Syntax
    let times: [TimeExpression]
    let table: TimeTable
    /// The tokens that tell events.
    let triggers: Set<Int>

    init(syntax: Syntax, times: [TimeExpression], table: TimeTable, triggers: Set<Int>) {
        self.syntax = syntax
        self.times = times
        self.table = table
        self.triggers = triggers
    }

    /// Nearest first.
    func owners(of index: Int) -> [Int] {
        let time = times[index]
        if let other = time.dates { return owners(of: time, explained: other) }
        guard time.relation.datesEvents else { return [] }
        if let beside = beside(time) { return beside }
        if let occurrence = occurrence(before: time) { return occurrence }
        var found = climb(from: time.head)
        if let accusing = found.first, let deeds = deeds(accusing, time) {
            found = deeds + found.dropFirst()
        } else if let last = found.last, !triggers.contains(last), let deed = embedding(last) {
            found.append(deed)
        }
        if time.relation == .by, let predicate = found.first, isNegated(predicate) { return [] }
        return found
    }

    private func owners(of time: TimeExpression, explained other: Int) -> [Int] {
        var found = [other]
        if syntax.dep[other] == .acl, triggers.contains(syntax.head[other]) { found.append(syntax.head[other]) }
        if syntax.pos[other] != .noun {
            found += syntax.children(other).filter {
                [.nsubj, .nsubjPass, .obj].contains(syntax.dep[$0]) && triggers.contains($0)
            }
        }
        let next = time.tokens.upperBound
        let isHinged = next < syntax.count && (syntax.dep[next] == .mark || syntax.dep[next] == .case)
        // "on March 3, when he was arrested" dates its own verb, too.
        return isHinged || time.relation == .until ? found : found + climb(from: time.head)
    }

    /// "homicide … that occurred on July 19", "por hechos ocurridos el 27 de septiembre": the nearest deed before has the
    /// time, however the parse hangs the participle.
    private func occurrence(before time: TimeExpression) -> [Int]? {
        let sentence = syntax.sentences[syntax.sentence[time.head]].tokens
        var place = time.tokens.lowerBound - 1
        var found: Int?
        while place > sentence.lowerBound, time.tokens.lowerBound - place <= 12, syntax.lower[place] != ";" {
            if table.occurrences.contains(syntax.lemma[place]) || table.occurrences.contains(syntax.lower[place]) {
                found = place
                break
            }
            if syntax.pos[place] == .verb || triggers.contains(place) { return nil }
            place -= 1
        }
        guard let participle = found, !triggers.contains(participle) else { return nil }
        place -= 1
        while place >= sentence.lowerBound, participle - place <= 25, syntax.lower[place] != ";" {
            if triggers.contains(place) { return syntax.pos[place] == .noun ? [participle, place] : nil }
            place -= 1
        }
        return nil
    }

    /// What the expression stands right beside, where the parse hangs it on no other trigger: "his capture in October
    /// 2021" on the noun, "comparezca hoy" on the verb.
    private func beside(_ time: TimeExpression) -> [Int]? {
        let parsed = climb(from: time.head)
        if let first = parsed.first, triggers.contains(first) { return nil }
        var place = time.tokens.lowerBound - 1
        if place >= 0, triggers.contains(place), syntax.pos[place] == .verb,
            syntax.sentence[place] == syntax.sentence[time.head]
        {
            return [place] + parsed
        }
        var hasPreposition = false
        while place > 0, syntax.pos[place] == .det || syntax.pos[place] == .adp || syntax.pos[place] == .punct,
            time.tokens.lowerBound - place <= 3
        {
            if syntax.pos[place] == .adp { hasPreposition = true }
            if syntax.pos[place] == .punct, syntax.lower[place] != "," { return nil }
            place -= 1
        }
        guard hasPreposition, place >= 0, triggers.contains(place), syntax.pos[place] == .noun,
            syntax.sentence[place] == syntax.sentence[time.head]
        else { return nil }
        return [place] + parsed
    }

    /// "On March 3, 2015, he is accused of shooting": the time is that of the deed, not of the accusation.
    private func deeds(_ accusing: Int, _ time: TimeExpression) -> [Int]? {
        guard table.accusing.contains(syntax.lemma[accusing]), time.tokens.upperBound <= accusing,
            syntax.children(accusing).contains(where: { table.presentCopulas.contains(syntax.lower[$0]) })
        else { return nil }
        let heads = syntax.children(accusing).filter {
            $0 > accusing && [.advcl, .acl, .xcomp, .ccomp, .obl].contains(syntax.dep[$0])
        }
        return heads.flatMap { syntax.coordinated($0) }
    }

    /// "charged with killing him after crashing a car on Friday": what led to a deed told in passing has its time.
    private func embedding(_ predicate: Int) -> Int? {
        var node = predicate
        for _ in 0..<4 {
            guard syntax.dep[node] == .advcl || syntax.dep[node] == .xcomp else { return nil }
            node = syntax.head[node]
            if triggers.contains(node) {
                let isEmbedded = [.advcl, .acl, .xcomp].contains(syntax.dep[node])
                return isEmbedded && syntax.pos[node] == .verb ? node : nil
            }
        }
        return nil
    }

    func climb(from head: Int) -> [Int] {
        var found: [Int] = []
        var node = head
        if let before = attribute(head) { return before }
        for _ in 0..<32 {
            let parent = syntax.head[node]
            guard parent != node else { break }
            if triggers.contains(parent) {
                found.append(parent)
                // "agreed in a July 31 call": the verb happened when the call did.
                if isOccasion(parent) {
                    node = parent
                    continue
                }
                if let noun = antecedent(of: parent), triggers.contains(noun), isLight(parent) { found.append(noun) }
                break
            }
            if isPredicate(parent) {
                found.append(parent)
                guard let noun = antecedent(of: parent) else { break }
                found += told(noun, by: parent)
                // "in raids carried out between May 1 and 5": the verb above happened when they did.
                guard !triggers.contains(noun), isLight(parent), isOccasion(noun) else { break }
                node = noun
                continue
            }
            node = parent
        }
        return found
    }

    /// What a time before a noun dates ("the 2014 shooting death", "Tuesday's hearing"): that noun or the triggers in
    /// it, and no verb above unless the noun is an occasion. nil when the time stands elsewhere.
    private func attribute(_ head: Int) -> [Int]? {
        let noun = syntax.head[head]
        guard noun > head, syntax.pos[noun] == .noun || syntax.pos[noun] == .propn,
            [.compound, .nummod, .amod, .poss, .nmod].contains(syntax.dep[head])
        else { return nil }
        if triggers.contains(noun) { return nil }
        let within = ((head + 1)..<noun).filter { triggers.contains($0) && syntax.isInside($0, subtreeOf: noun) }
        if !within.isEmpty { return within }
        // A noun inside another: "a May 2 drug raid attack".
        if syntax.dep[noun] == .compound || syntax.dep[noun] == .nmod && syntax.head[noun] > noun { return nil }
        // "as a result of today's action": what is told of today happened today.
        if table.words[syntax.lower[head]]?.value == .day(0) { return nil }
        return isOccasion(noun) ? nil : []
    }

    /// The trigger that a noun is, or belongs to when its clause only says that something happened
    /// ("ataque a un bar ocurrido el 24 de noviembre").
    private func told(_ noun: Int, by predicate: Int) -> [Int] {
        if triggers.contains(noun) { return [noun] }
        guard isLight(predicate) else { return [] }
        var node = noun
        for _ in 0..<4 {
            guard syntax.dep[node] == .nmod || syntax.dep[node] == .obl || syntax.dep[node] == .flat else { return [] }
            node = syntax.head[node]
            if triggers.contains(node) { return syntax.pos[node] == .noun ? [node] : [] }
        }
        return []
    }

    /// The noun that a relative clause or participle belongs to.
    func antecedent(of predicate: Int) -> Int? {
        var node = predicate
        for _ in 0..<6 {
            let parent = syntax.head[node]
            guard parent != node else { break }
            switch syntax.dep[node] {
            case .acl, .relcl, .amod: return parent
            case .conj, .xcomp: node = parent
            default: return nounBefore(predicate)
            }
        }
        return nil
    }

    /// "the directive, reportedly signed by": the participle stands right behind the noun.
    private func nounBefore(_ participle: Int) -> Int? {
        guard syntax.tag(participle) == "VBN" || syntax.feature("VerbForm", participle) == "Part",
            !syntax.children(participle).contains(where: {
                [.aux, .auxPass, .nsubj, .nsubjPass].contains(syntax.dep[$0])
            })
        else { return nil }
        var place = participle - 1
        while place > 0, syntax.pos[place] == .adv || syntax.lower[place] == "," { place -= 1 }
        return place >= 0 && triggers.contains(place) && syntax.pos[place] == .noun ? place : nil
    }

    func isPredicate(_ token: Int) -> Bool {
        switch syntax.pos[token] {
        case .verb, .aux: return true
        case .adj, .noun, .x, .propn, .num, .adv, .pron:
            if syntax.children(token).contains(where: {
                [.nsubj, .nsubjPass, .aux, .auxPass, .cop, .csubj].contains(syntax.dep[$0])
            }) {
                return true
            }
            switch syntax.dep[token] {
            case .advcl, .acl, .relcl, .ccomp, .csubj: return true
            // Participles that the Spanish pipeline takes for adjectives: "prevista para el lunes".
            case .amod: return syntax.children(token).contains { syntax.dep[$0] == .obl }
            default: return false
            }
        default: return false
        }
    }

    func isLight(_ token: Int) -> Bool {
        table.lightVerbs.contains(syntax.lemma[token]) || table.aheadWords.contains(syntax.lower[token])
    }

    private func isOccasion(_ noun: Int) -> Bool {
        guard syntax.pos[noun] == .noun, syntax.dep[noun] == .obl || syntax.dep[noun] == .nmod,
            table.occasions.contains(syntax.lemma[noun]) || table.occasions.contains(syntax.lower[noun])
        else { return false }
        let governor = syntax.head[noun]
        return table.occasionPrepositions.contains(syntax.preposition(of: noun))
            || governor != noun && table.occasionLinks.contains(syntax.lower[governor])
    }

    private func isNegated(_ predicate: Int) -> Bool {
        syntax.children(predicate).contains { child in
            syntax.dep[child] == .neg || ["no", "not", "nunca", "never"].contains(syntax.lower[child])
                || syntax.children(child).contains {
                    ["no", "neither", "ningún", "ninguna"].contains(syntax.lower[$0])
                }
        }
    }
}
