import Vocabulary

/// Finds other names that stand behind a name: ‘Name, alias “X”’, ‘Name (“X”)’, ‘Agency (ABC)’, ‘known as X and Y’.
struct AliasLinks {
    let scanner: NameScanner
    private var tokens: NameTokens { scanner.tokens }
    private var tables: NameTables { scanner.tables }
    private var lower: [String] { scanner.syntax.lower }

    /// An alias and the first token of the name that it belongs to.
    struct Link {
        let alias: Range<Int>
        let owner: Int
    }

    init(scanner: NameScanner) { self.scanner = scanner }

    /// The names with aliases linked to their owners: an alias that was read as another name is replaced.
    func linked(_ names: [FoundName]) -> [FoundName] {
        var links: [Link] = []
        for (index, name) in names.enumerated() where name.type != nil && tokens.zone[name.tokens.lowerBound] == .text {
            if let last = links.last, last.alias.overlaps(name.tokens) { continue }
            // The stop of "a.k.a." may end a sentence of the pipeline's.
            let part = scanner.syntax.sentences[scanner.syntax.sentence[name.tokens.lowerBound]].part
            let limit = scanner.syntax.parts[part].tokens.upperBound
            if let other = inverted(names, index, limit) {
                links.append(Link(alias: name.tokens, owner: other))
            } else if name.type == .person {
                personLinks(names, index, limit, &links)
            } else {
                bodyLinks(name, limit, &links)
            }
        }
        for link in opening(names) + described(names) where !links.contains(where: { $0.alias.overlaps(link.alias) }) {
            links.append(link)
        }
        let aliases = links.map(\.alias)
        var kept = names.filter { name in
            !aliases.contains { $0.overlaps(name.tokens) && $0.lowerBound <= name.tokens.lowerBound }
        }
        let owners = Dictionary(names.map { ($0.tokens.lowerBound, $0) }) { first, _ in first }
        for link in links {
            let type = owners[link.owner]?.type
            var alias = FoundName(
                tokens: link.alias, type: type, form: type == .person ? .quoted : .name, weight: 70)
            alias.sameAs = link.owner
            kept.append(alias)
        }
        return kept.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    // MARK: People

    private func personLinks(_ names: [FoundName], _ index: Int, _ limit: Int, _ links: inout [Link]) {
        let owner = names[index]
        var token = owner.tokens.upperBound
        // An age may stand between: "Saúl Cázares, 39, alias ...".
        if token + 2 < limit, lower[token] == ",", tokens.shape[token + 1] == .number, lower[token + 2] == "," {
            token += 2
        }
        var found = aliases(from: token, limit: limit, isMarked: false)
        if found.isEmpty, let marker = markerBehindApposition(token, limit) {
            found = aliases(from: marker, limit: limit, isMarked: false)
        }
        guard !found.isEmpty else { return }
        // "the brothers A and B, known as X and Y": one each.
        if found.count == 2, index > 0, names[index - 1].type == .person,
            names[index - 1].tokens.upperBound + 1 == owner.tokens.lowerBound,
            tables.words.contains(lower[names[index - 1].tokens.upperBound], "and")
        {
            links.append(Link(alias: found[0], owner: names[index - 1].tokens.lowerBound))
            links.append(Link(alias: found[1], owner: owner.tokens.lowerBound))
            return
        }
        links += found.map { Link(alias: $0, owner: owner.tokens.lowerBound) }
    }

    /// "Zhang, the Chinese broker known as “Brother Wang,”": the marker behind a phrase in apposition.
    private func markerBehindApposition(_ start: Int, _ limit: Int) -> Int? {
        guard start + 2 < limit, lower[start] == ",", tables.words.contains(lower[start + 1], "article") else {
            return nil
        }
        for token in start + 2..<min(limit, start + 9) {
            if tables.words.phrase("alias-phrase", at: token, in: lower, limit: limit) > 0 { return token }
            if tokens.shape[token] == .punctuation || scanner.syntax.pos[token] == .verb { return nil }
        }
        return nil
    }

    /// "Otoniel, as Úsuga is better known": this name is the alias of the next.
    private func inverted(_ names: [FoundName], _ index: Int, _ limit: Int) -> Int? {
        guard index + 1 < names.count, names[index + 1].type == .person else { return nil }
        let next = names[index + 1].tokens
        let end = names[index].tokens.upperBound
        guard end + 2 == next.lowerBound, lower[end] == ",", tables.words.contains(lower[end + 1], "as"),
            next.upperBound + 1 < limit
        else { return nil }
        let behind = lower[next.upperBound..<min(limit, next.upperBound + 4)]
        return behind.contains { tables.words.contains($0, "known-as") } ? next.lowerBound : nil
    }

    /// "Known as El Ratón, he answered": aliases that open a sentence are those of the person last spoken of.
    private func opening(_ names: [FoundName]) -> [Link] {
        var links: [Link] = []
        for sentence in scanner.syntax.sentences {
            let first = sentence.tokens.lowerBound
            guard tokens.zone[first] == .text, marker(at: first, limit: sentence.tokens.upperBound) != nil,
                let owner = names.last(where: {
                    $0.type == .person && $0.form == .name && $0.tokens.upperBound <= first && isSubject($0)
                })
            else { continue }
            for alias in aliases(from: first, limit: sentence.tokens.upperBound, isMarked: false) {
                links.append(Link(alias: alias, owner: owner.tokens.lowerBound))
            }
        }
        return links
    }

    /// "el exfuncionario, alias “Comandante H”": the alias of a person whom a noun takes up.
    private func described(_ names: [FoundName]) -> [Link] {
        var links: [Link] = []
        for sentence in scanner.syntax.sentences {
            for token in sentence.tokens where tokens.zone[token] == .text && token > sentence.tokens.lowerBound {
                guard marker(at: token, limit: sentence.tokens.upperBound) != nil else { continue }
                let before = lower[token - 1] == "," || lower[token - 1] == "(" ? token - 2 : token - 1
                guard before > sentence.tokens.lowerBound, let noun = tables.people.phrases[tokens.fold[before]],
                    !noun.isPlural, noun.category != .kin, tables.words.contains(lower[before - 1], "definite-article"),
                    let owner = names.last(where: {
                        $0.type == .person && $0.form == .name && $0.tokens.upperBound < before
                    })
                else { continue }
                for alias in aliases(from: token, limit: sentence.tokens.upperBound, isMarked: false) {
                    links.append(Link(alias: alias, owner: owner.tokens.lowerBound))
                }
            }
        }
        return links
    }

    private func isSubject(_ name: FoundName) -> Bool {
        let dependency = scanner.syntax.dep[
            scanner.syntax.firstConjunct(NameTree.head(of: name.tokens, scanner.syntax))]
        return dependency == .nsubj || dependency == .nsubjPass
    }

    /// The aliases that start here, behind an optional comma or bracket.
    private func aliases(from start: Int, limit: Int, isMarked: Bool) -> [Range<Int>] {
        var token = start
        var isMarked = isMarked
        if token < limit, lower[token] == "," || lower[token] == "(" || lower[token] == "—" { token += 1 }
        let opened = token > start
        if let behind = marker(at: token, limit: limit) {
            token = behind
            isMarked = true
        }
        guard isMarked || opened, let first = alias(at: token, limit: limit, isMarked: isMarked) else { return [] }
        var found = [first.name]
        token = first.end
        while isMarked, token < limit {
            var next = token
            if lower[next] == "," { next += 1 }
            if next < limit, tables.words.contains(lower[next], "and") || tables.words.contains(lower[next], "or") {
                next += 1
            }
            guard next > token,
                let more = alias(
                    at: next, limit: limit,
                    isMarked: tokens.isOpenQuote(next) || next == token + 1 && lower[token] != ",")
            else { break }
            if !tokens.isOpenQuote(next), lower[token] == "," { break }
            found.append(more.name)
            token = more.end
        }
        return found
    }

    /// Just past "alias", "a.k.a.", "also known as".
    private func marker(at token: Int, limit: Int) -> Int? {
        guard token < limit else { return nil }
        let length = tables.words.phrase("alias-phrase", at: token, in: lower, limit: limit)
        var end = length > 0 ? token + length : token
        if length == 0 {
            guard tables.words.contains(lower[token], "alias-word") else { return nil }
            end = token + 1
        }
        while end < limit, [":", "(", "."].contains(lower[end]) { end += 1 }
        return end
    }

    private func alias(at start: Int, limit: Int, isMarked: Bool) -> (name: Range<Int>, end: Int)? {
        guard start < limit else { return nil }
        if tokens.isOpenQuote(start), let close = tokens.closeQuote(after: start, limit: limit) {
            var end = close
            while end > start + 1, tokens.shape[end - 1] == .punctuation { end -= 1 }
            let content = start + 1..<end
            guard (1...6).contains(content.count), isMarked || isNickname(content) else { return nil }
            return (content, close + 1)
        }
        guard isMarked else { return nil }
        var token = start
        while token < limit, token < start + 2, tables.words.contains(lower[token], "nickname-article") { token += 1 }
        guard token < limit, tokens.isCapital(token) else { return nil }
        let end = scanner.endOfRun(from: token, limit: limit)
        return (start..<endOfNickname(token, end), endOfNickname(token, end))
    }

    /// A nickname without quotation marks ends before "and" and before a possessive.
    private func endOfNickname(_ start: Int, _ end: Int) -> Int {
        (start..<end).first { tables.words.contains(lower[$0], "and") || tokens.isPossessive($0) } ?? end
    }

    private func isNickname(_ content: Range<Int>) -> Bool {
        guard let last = content.last, tokens.isCapital(last) || tokens.shape[last] == .number else { return false }
        if content.count > 5 { return false }
        return content.allSatisfy {
            tokens.isCapital($0) || tokens.shape[$0] == .number || lower[$0] == "-"
                || tables.words.contains(lower[$0], "nickname-article") || tables.words.contains(lower[$0], "particle")
                || tables.words.contains(lower[$0], "connector")
        }
    }

    // MARK: Bodies, groups, places

    private func bodyLinks(_ owner: FoundName, _ limit: Int, _ links: inout [Link]) {
        guard owner.form == .name, owner.type != .country else { return }
        let end = owner.tokens.upperBound
        guard end + 1 < limit else { return }
        let first = owner.tokens.lowerBound
        if lower[end] == "(" {
            if let acronym = acronym(at: end + 1), end + 2 < limit, lower[end + 2] == ")" || lower[end + 2] == "," {
                links.append(Link(alias: acronym, owner: first))
            } else if let behind = marker(at: end + 1, limit: limit), let alias = plain(at: behind, limit: limit) {
                links.append(Link(alias: alias, owner: first))
            } else if tokens.shape[first] == .allCapitals, owner.tokens.count == 1,
                let full = plain(at: end + 1, limit: limit), full.upperBound < limit, lower[full.upperBound] == ")",
                isSpelled(by: full, acronym: tokens.fold[first])
            {
                links.append(Link(alias: full, owner: first))
            }
            return
        }
        guard lower[end] == "," else { return }
        if tables.words.contains(lower[end + 1], "or"), let acronym = acronym(at: end + 2) {
            links.append(Link(alias: acronym, owner: first))
        } else if let behind = marker(at: end + 1, limit: limit), let alias = plain(at: behind, limit: limit) {
            links.append(Link(alias: alias, owner: first))
        } else if tables.words.contains(lower[end + 1], "known-as") {
            // "known by its Spanish initials, CJNG"
            var token = end + 2
            while token < limit, token < end + 8, tokens.shape[token] != .allCapitals { token += 1 }
            if token < limit, tables.words.contains(lower[token - 1], "initials") || lower[token - 1] == ",",
                let acronym = acronym(at: token)
            {
                links.append(Link(alias: acronym, owner: first))
            }
        }
    }

    private func acronym(at token: Int) -> Range<Int>? {
        guard token < scanner.syntax.count else { return nil }
        let word = tokens.fold[token]
        guard (2...10).contains(word.utf8.count), tokens.isCapital(token), tokens.shape[token] != .initial else {
            return nil
        }
        if tables.countries.phrases[word] != nil || tables.places.phrases[word] != nil { return nil }
        return token..<token + 1
    }

    private func plain(at start: Int, limit: Int) -> Range<Int>? {
        var token = start
        while token < limit, tables.words.contains(lower[token], "article") || tokens.isOpenQuote(token) { token += 1 }
        guard token < limit, tokens.isCapital(token) else { return nil }
        return token..<scanner.endOfRun(from: token, limit: limit)
    }

    /// Whether the first letters of the words spell the acronym.
    private func isSpelled(by full: Range<Int>, acronym: String) -> Bool {
        let letters = full.filter { tokens.isCapital($0) }.compactMap { tokens.fold[$0].first }
        return letters.count >= 2 && String(letters) == acronym
    }
}
