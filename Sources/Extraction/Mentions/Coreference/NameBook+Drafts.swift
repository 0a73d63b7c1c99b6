import Vocabulary

/// Turns the book's entries into drafts of entities and mentions.
extension NameBook {
    /// Adds every entry that names something to the map.
    /// - Returns: for each entry the index of its entity, or -1.
    func write(into map: inout MentionMap) -> [Int] {
        var entityOf = [Int](repeating: -1, count: entries.count)
        let order = entries.indices.filter { !entries[$0].names.isEmpty }
            .sorted { names[entries[$0].names[0]].tokens.lowerBound < names[entries[$1].names[0]].tokens.lowerBound }
        for index in order {
            let entry = entries[index]
            let (name, aliases) = called(entry)
            guard !name.isEmpty else { continue }
            var draft = MentionMap.Draft(type: entry.type, name: name)
            draft.aliases = aliases
            entityOf[index] = map.entities.count
            map.entities.append(draft)
            for named in entry.names {
                let found = names[named]
                map.mentions.append(
                    MentionMap.Mention(
                        tokens: found.tokens, span: syntax.span(found.tokens),
                        head: NameTree.head(of: found.tokens, syntax), kind: found.form == .demonym ? .demonym : .name,
                        entity: entityOf[index]))
            }
        }
        return entityOf
    }

    /// What the names tell of their bearers: gender, titles before the name.
    func profiles(_ entityOf: [Int]) -> [Int: Discourse.Profile] {
        var profiles: [Int: Discourse.Profile] = [:]
        for (index, entry) in entries.enumerated() where entityOf[index] >= 0 {
            var profile = Discourse.Profile()
            profile.gender = entry.gender
            for name in entry.names {
                if let title = names[name].title, !names[name].hasFormerTitle { profile.titles.insert(title.word) }
            }
            profiles[entityOf[index]] = profile
        }
        return profiles
    }

    /// The fullest form and the others, each once, in the order of the text.
    private func called(_ entry: Entry) -> (String, [String]) {
        var forms: [(text: String, rank: Int)] = []
        func add(_ text: String, _ rank: Int) {
            guard !forms.contains(where: { FoldedName($0.text) == FoldedName(text) }) else { return }
            forms.append((text, rank))
        }
        for index in entry.names {
            let name = names[index]
            let text = syntax.string(name.tokens)
            if entry.type == .person, name.form != .quoted {
                let words = personWords(index)
                if let completion = name.completion {
                    add(text + " " + completion, 10 * words.count)
                    add(text, 1)
                } else {
                    add(text, 10 * words.count + (name.nickname == nil ? 0 : 1))
                }
                if let nickname = name.nickname {
                    add(plain(name.tokens, without: nickname), 5)
                    add(syntax.string(nickname), 2)
                }
            } else if name.form == .demonym {
                add(text, -2)
            } else if name.form == .capital {
                add(text, -1)
            } else if name.form == .quoted {
                add(text, 0)
            } else {
                add(text, fullness(name.tokens, isHeadline: name.isHeadline))
            }
        }
        guard let best = forms.indices.max(by: { (forms[$0].rank, -$0) < (forms[$1].rank, -$1) }) else {
            return ("", [])
        }
        // A country that only its adjective names: the table tells its name.
        if forms[best].rank == -2, let code = entry.country, let name = tables.countries.canonical[code] {
            return (forms[best].text, forms.indices.filter { $0 != best }.map { forms[$0].text } + [name])
        }
        let others = forms.indices.filter { $0 != best && (forms[$0].rank > -2 || forms[best].rank == -2) }
        return (forms[best].text, others.filter { forms[$0].rank > -2 }.map { forms[$0].text })
    }

    /// Words count, an acronym less than a word.
    private func fullness(_ range: Range<Int>, isHeadline: Bool) -> Int {
        let words = range.filter { !tokens.fold[$0].isEmpty }
        if words.count == 1, tokens.shape[words[0]] == .allCapitals || tokens.shape[words[0]] == .initial { return 1 }
        return 2 + 2 * words.count - (isHeadline ? 1 : 0)
    }

    private func plain(_ range: Range<Int>, without nickname: Range<Int>) -> String {
        let before = syntax.string(range.lowerBound..<max(range.lowerBound, nickname.lowerBound - 1))
        let after = syntax.string(min(range.upperBound, nickname.upperBound + 1)..<range.upperBound)
        return before + " " + after
    }
}
