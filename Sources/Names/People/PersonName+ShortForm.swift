extension PersonName {
    /// Whether this can be a shorter way to write `full` inside the same report.
    ///
    /// "Caro Quintero" and "Rafael Caro" are short for "Rafael Caro Quintero"; "Valencia" for "Abigael González
    /// Valencia"; "El Mencho" and "Mencho" for "Nemesio ‘El Mencho’ Oseguera"; "Beto Cruz" for "Alberto Cruz"; "N. Oseguera"
    /// for "Nemesio Oseguera". Every word of the short name must stand for a word of the full one, in the same order,
    /// and the short name must have fewer words or weaker ones (an initial, a pet form). Equal names are short forms
    /// of each other.
    public func isShortForm(of full: PersonName) -> Bool {
        let mine = core
        let nicknamesFit = nicknames.allSatisfy { full.bears($0) }
        if mine.isEmpty { return !nicknames.isEmpty && nicknamesFit }
        if full.bears(mine) || (tokens.count > mine.count && full.bears(tokens)) { return true }
        guard nicknamesFit || full.nicknames.isEmpty else { return false }
        let theirs = full.core
        guard !theirs.isEmpty, mine.count <= theirs.count else { return false }
        return inOrder(mine, theirs) || inverted(mine, theirs)
    }

    /// Whether a nickname of this name is made of these words, articles aside.
    private func bears(_ words: [NameToken]) -> Bool {
        let wanted = words.map(\.key).filter { !Self.articles.contains($0) }
        guard !wanted.isEmpty else { return false }
        return nicknames.contains { nickname in nickname.map(\.key).filter { !Self.articles.contains($0) } == wanted }
    }

    private static let articles: Set<String> = ["el", "la", "los", "las", "the"]

    private func inOrder(_ short: [NameToken], _ full: [NameToken]) -> Bool {
        var next = 0
        var agreed = false
        for token in short {
            while next < full.count && !token.standsFor(full[next]) { next += 1 }
            if next == full.count { return false }
            agreed = agreed || !token.isInitial
            next += 1
        }
        return agreed
    }

    /// A surname put first: "Oseguera Nemesio".
    private func inverted(_ short: [NameToken], _ full: [NameToken]) -> Bool {
        guard short.count > 1, short.count == full.count, let first = short.first else { return false }
        return inOrder(Array(short.dropFirst()) + [first], full)
    }
}

extension NameToken {
    /// Whether this word can stand for another in a name: the same, its initial, or its pet form.
    public func standsFor(_ other: NameToken) -> Bool {
        if key == other.key { return true }
        if isInitial || other.isInitial { return key.utf8.first == other.key.utf8.first }
        return part == .given && other.part == .given && !families.isEmpty
            && families.contains { other.families.contains($0) }
    }
}
