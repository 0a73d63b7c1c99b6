import Vocabulary

/// People of the name book: full names first, then the short ones that recall them.
extension NameBook {
    /// The folded words of a person's name, the nickname inside it left out, the shared surname added.
    func personWords(_ index: Int) -> [String] {
        let name = names[index]
        var words: [String] = []
        for token in name.tokens {
            if name.nickname?.contains(token) == true { continue }
            let word = tokens.fold[token]
            if word.isEmpty || tokens.isPossessive(token) { continue }
            words.append(contentsOf: word.split(separator: " ").map(String.init))
        }
        if let completion = name.completion {
            words += FoldedName.fold(completion).split(separator: " ").map(String.init)
        }
        return words
    }

    mutating func enterPeople() {
        let nicknames = Set(
            names.compactMap { name in
                name.nickname.map { FoldedName(syntax.string($0)).key }
                    ?? (name.sameAs == nil || name.type != .person ? nil : FoldedName(syntax.string(name.tokens)).key)
            })
        for index in names.indices {
            guard names[index].type == .person, names[index].form == .name, entryOf[index] < 0 else { continue }
            let words = personWords(index)
            guard words.count >= 2, !nicknames.contains(FoldedName(text(index)).key) else { continue }
            let entry = person(like: words, index) ?? openPerson(index, words)
            if entryOf[index] < 0 { enter(index, into: entry) }
            if words.count > entries[entry].words.count { entries[entry].words = words }
            describe(entry, by: index, words)
        }
    }

    /// Aliases join those whose they are; a name of one word that has an alias is a name in full.
    mutating func enterAliases() {
        let owners = Set(names.compactMap(\.sameAs))
        for index in names.indices {
            guard names[index].type == .person, names[index].form == .name, entryOf[index] < 0,
                owners.contains(names[index].tokens.lowerBound)
            else { continue }
            let words = personWords(index)
            let entry = recalled(by: words, at: index) ?? openPerson(index, words)
            if entryOf[index] < 0 { enter(index, into: entry) }
            describe(entry, by: index, words)
        }
        for index in names.indices where names[index].type == .person && names[index].sameAs != nil {
            guard let entry = owner(of: index) else { continue }
            enter(index, into: entry)
            entries[entry].nicknames.insert(FoldedName(text(index)).key)
        }
    }

    /// "the Treviño Morales brothers": a family is no person, but its name completes given names.
    mutating func dropFamilies() {
        for index in names.indices where names[index].type == .person && names[index].form == .name {
            let range = names[index].tokens
            let word = range.upperBound < syntax.count ? syntax.lower[range.upperBound] : ""
            let before = range.lowerBound > 0 ? syntax.lower[range.lowerBound - 1] : ""
            guard tables.words.contains(word, "family-behind") || tables.words.contains(before, "family-before"),
                tables.given.gender(of: tokens.fold[range.lowerBound]) == nil
            else { continue }
            families.append(text(index))
            names[index].type = nil
        }
    }

    private mutating func openPerson(_ index: Int, _ words: [String]) -> Int {
        let entry = open(index, type: .person)
        entries[entry].words = words
        return entry
    }

    private mutating func describe(_ entry: Int, by index: Int, _ words: [String]) {
        if let nickname = names[index].nickname {
            entries[entry].nicknames.insert(FoldedName(syntax.string(nickname)).key)
        }
        guard entries[entry].gender == .unknown else { return }
        if let title = names[index].title, title.gender != .unknown {
            entries[entry].gender = title.gender
        } else if let gender = words.first.flatMap({ tables.given.gender(of: $0) }) {
            entries[entry].gender = gender
        }
    }

    /// An entry whose full name this is, or of which one name is the other made shorter.
    private func person(like words: [String], _ index: Int) -> Int? {
        let nickname = names[index].nickname.map { FoldedName(syntax.string($0)).key }
        return entries.indices.last { entry in
            let known = entries[entry]
            guard known.type == .person, !known.words.isEmpty else { return false }
            if known.words == words { return true }
            let (short, full) = words.count <= known.words.count ? (words, known.words) : (known.words, words)
            guard isInOrder(short, full), agreesOnSuffix(short, full) else { return false }
            // "Joaquín “El Chapo” Guzmán" is not short for "Joaquín Guzmán López".
            let shortNicknames = words.count <= known.words.count ? Set([nickname].compactMap(\.self)) : known.nicknames
            let fullNicknames = words.count <= known.words.count ? known.nicknames : Set([nickname].compactMap(\.self))
            return shortNicknames.isSubset(of: fullNicknames)
        }
    }

    /// "Julio César Chávez" and "Julio César Chávez Jr." are two.
    private func agreesOnSuffix(_ short: [String], _ full: [String]) -> Bool {
        guard let last = full.last, tables.words.contains(last, "suffix"), short.first == full.first else {
            return true
        }
        return short.last == last
    }

    func isInOrder(_ short: [String], _ full: [String]) -> Bool {
        var next = 0
        for word in short {
            while next < full.count, !stands(word, for: full[next]) { next += 1 }
            if next == full.count { return false }
            next += 1
        }
        return true
    }

    /// Equal words, or an initial.
    private func stands(_ word: String, for full: String) -> Bool {
        word == full || (word.utf8.count == 1 && full.hasPrefix(word))
    }

    // MARK: Short names

    mutating func enterShortNames() {
        for index in names.indices where entryOf[index] < 0 {
            guard names[index].type != nil, names[index].type == .person || names[index].isWeak else { continue }
            let key = FoldedName(text(index)).key
            if let entry = entries.indices.first(where: { isNicknamed(entries[$0], key) }) {
                enter(index, into: entry)
                continue
            }
            let words = personWords(index)
            if let entry = recalled(by: words, at: index) {
                if names[index].isWeak { names[index].type = .person }
                enter(index, into: entry)
                meant[key] = entry
            } else if names[index].isWeak {
                continue
            } else if names[index].form == .quoted {
                guard isNickname(index) else { continue }
                let entry = open(index, type: .person)
                entries[entry].nicknames.insert(key)
            } else if let entry = keys["=" + key], entries[entry].type != .person {
                enter(index, into: entry)
            } else {
                if let family = families.last, words.count <= 2,
                    words.allSatisfy({ tables.given.gender(of: $0) != nil })
                {
                    names[index].completion = family
                }
                let entry = open(index, type: .person)
                entries[entry].words = personWords(index)
                describe(entry, by: index, words)
            }
        }
        moveSurnames()
    }

    /// "El Mencho", or "Petrica" for the nickname "Johan Petrica".
    private func isNicknamed(_ entry: Entry, _ key: String) -> Bool {
        if entry.nicknames.contains(key) { return true }
        return key.utf8.count > 3 && !key.contains(" ")
            && entry.nicknames.contains { $0.split(separator: " ").last.map(String.init) == key }
    }

    /// A quoted name without owner is a person's only where its words say so: "El Ingeniero", "alias ‘Tornillo’".
    private func isNickname(_ index: Int) -> Bool {
        let range = names[index].tokens
        if tables.words.contains(tokens.syntax.lower[range.lowerBound], "nickname-article"), range.count > 1 {
            return true
        }
        let before = range.lowerBound - 2
        guard before >= 0 else { return false }
        return tables.words.contains(syntax.lower[before], "alias-word")
            || tables.words.phrase("alias-phrase", endingAt: before + 1, in: syntax.lower, from: 0) > 0
            || tables.people.phrases[tokens.fold[before]] != nil
    }

    /// The person that a surname or given name recalls: the one named last before it, else the first behind it.
    func recalled(by words: [String], at index: Int) -> Int? {
        guard !words.isEmpty else { return nil }
        let token = names[index].tokens.lowerBound
        if let entry = meant[words.joined(separator: " ")] { return entry }
        // "His brother Joaquín": somebody new, unless the full name follows.
        let isIntroduced = words.count == 1 && isAfterKin(token) && tables.given.gender(of: words[0]) != nil
        var best: (rank: Int, distance: Int, entry: Int)?
        for (number, entry) in entries.enumerated() where entry.type == .person && entry.words.count > words.count {
            guard isInOrder(words, entry.words) else { continue }
            var rank = 2
            if words.count == 1 {
                guard let place = entry.words.firstIndex(of: words[0]) else { continue }
                rank = place == 0 ? 3 : (place == firstSurname(entry.words) || place == entry.words.count - 1 ? 1 : 2)
            }
            let before = entry.names.map { names[$0].tokens.lowerBound }.filter { $0 < token }.max()
            let after = entry.names.map { names[$0].tokens.lowerBound }.filter { $0 > token }.min()
            if isIntroduced, before != nil { continue }
            let distance = before.map { token - $0 } ?? after.map { $0 - token + 10_000 } ?? 100_000
            if best == nil || (rank, distance) < (best?.rank ?? 0, best?.distance ?? 0) {
                best = (rank, distance, number)
            }
        }
        return best?.entry
    }

    private func isAfterKin(_ token: Int) -> Bool {
        var before = token - 1
        if before >= 0, syntax.lower[before] == "," { before -= 1 }
        guard before >= 0 else { return false }
        return tables.people.phrases[tokens.fold[before]]?.category == .kin
    }

    private func firstSurname(_ words: [String]) -> Int {
        var place = 1
        while place < words.count - 1, tables.given.gender(of: words[place]) != nil { place += 1 }
        return place
    }

    /// "Guerrero", read as a place by itself, is the man of that name where nothing makes it a place.
    private mutating func moveSurnames() {
        for index in names.indices where names[index].type == .place && names[index].tokens.count == 1 {
            let token = names[index].tokens.lowerBound
            guard tokens.zone[token] == .text, !scanner.isAfterPlacePreposition(token), !names[index].isDateline,
                let entry = recalled(by: [tokens.fold[token]], at: index),
                entries[entry].words.dropFirst().contains(tokens.fold[token]), !followsComma(token)
            else { continue }
            let old = entryOf[index]
            if old >= 0 { entries[old].names.removeAll { $0 == index } }
            names[index].type = .person
            enter(index, into: entry)
        }
    }

    private func followsComma(_ token: Int) -> Bool {
        token > 0 && syntax.lower[token - 1] == ","
    }
}
