import Vocabulary

/// The forms under which what a report has named may stand elsewhere in it: whole names, surnames, nicknames.
struct KnownForms {
    let table: PhraseTable<FoundName>

    init(scanner: NameScanner, names: [FoundName]) {
        var table = PhraseTable<FoundName>()
        let tokens = scanner.tokens
        for name in names where name.type != nil && name.form != .demonym {
            table.add(scanner.syntax.string(name.tokens), name)
            guard name.type == .person, name.form == .name, name.tokens.count > 1 else { continue }
            // Surnames and nicknames stand alone.
            let words = name.tokens.filter { tokens.isCapital($0) }
            for from in words.indices.dropFirst()
            where scanner.tables.given.gender(of: tokens.fold[words[from]]) == nil || from == words.count - 1 {
                table.add(scanner.syntax.string(words[from]..<name.tokens.upperBound), name)
                table.add(scanner.syntax.string(words[from]), name)
            }
            if let nickname = name.nickname { table.add(scanner.syntax.string(nickname), name) }
        }
        self.table = table
    }

    /// The forms that stand in running text where no name was found: the pipeline misses many a first word of a sentence.
    func echoes(in scanner: NameScanner, besides names: [FoundName]) -> [FoundName] {
        var covered = [Bool](repeating: false, count: scanner.syntax.count)
        for name in names { for token in name.tokens { covered[token] = true } }
        let tokens = scanner.tokens
        var found: [FoundName] = []
        for sentence in scanner.syntax.sentences {
            var token = sentence.tokens.lowerBound
            while token < sentence.tokens.upperBound {
                guard !covered[token], tokens.zone[token] == .text, tokens.isCapital(token),
                    let form = table.longest(tokens.fold, from: token, limit: sentence.tokens.upperBound),
                    scanner.allCapital(token, form.end), !(token..<form.end).contains(where: { covered[$0] }),
                    form.value.form != .capital, tokens.fold[token].utf8.count > 2
                else {
                    token += 1
                    continue
                }
                var echo = form.value
                echo.tokens = token..<form.end
                echo.nickname = nil
                echo.completion = nil
                echo.sameAs = nil
                echo.title = nil
                echo.inner = nil
                echo.isDateline = false
                if echo.type == .person, echo.form == .name || form.value.tokens.count > 1 { echo.form = .name }
                found.append(echo)
                token = form.end
            }
        }
        return found
    }
}
