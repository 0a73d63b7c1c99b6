/// A report's atoms with what each can do in an expression of time; phrases of several words are one atom.
struct TimeText {
    private(set) var atoms: [Atom] = []
    private(set) var words: [TimeWord] = []
    let table: TimeTable
    let numbers: NumberReader

    init(_ sequence: AtomSequence, table: TimeTable, numbers: NumberReader) {
        self.table = table
        self.numbers = numbers
        let source = sequence.atoms
        atoms.reserveCapacity(source.count)
        words.reserveCapacity(source.count)
        var i = 0
        while i < source.count {
            let length = Self.phrase(at: i, source, table)
            if length > 1 {
                let last = source[i + length - 1]
                let text = source[i..<(i + length)].map(\.text).joined(separator: " ")
                atoms.append(
                    Atom(
                        kind: .word, text: text, start: source[i].start, end: last.end, token: source[i].token,
                        isCapitalised: source[i].isCapitalised))
                lastTokens.append(last.token)
                words.append(table.words[text] ?? TimeWord())
                i += length
                continue
            }
            atoms.append(source[i])
            lastTokens.append(source[i].token)
            words.append(source[i].kind == .word ? table.words[source[i].text] ?? TimeWord() : TimeWord())
            i += 1
        }
    }

    /// The last token of each atom.
    private(set) var lastTokens: [Int] = []

    private static func phrase(at start: Int, _ atoms: [Atom], _ table: TimeTable) -> Int {
        guard atoms[start].kind == .word, let phrases = table.phrases[atoms[start].text] else { return 1 }
        for words in phrases where start + words.count <= atoms.count {
            if words.indices.allSatisfy({ atoms[start + $0].text == words[$0] }) { return words.count }
        }
        return 1
    }

    var count: Int { atoms.count }

    func tokens(_ range: Range<Int>) -> Range<Int> {
        range.isEmpty ? 0..<0 : atoms[range.lowerBound].token..<(lastTokens[range.upperBound - 1] + 1)
    }

    // MARK: Questions about one place

    func has(_ role: TimeWord.Roles, _ i: Int) -> Bool {
        i >= 0 && i < words.count && !words[i].roles.isDisjoint(with: role)
    }

    func isSign(_ text: String, _ i: Int) -> Bool {
        i >= 0 && i < atoms.count && atoms[i].kind == .sign && atoms[i].text == text
    }

    func isWord(_ i: Int) -> Bool { i >= 0 && i < atoms.count && atoms[i].kind == .word }

    /// Whether no white space stands before an atom.
    func isJoined(_ i: Int) -> Bool { i > 0 && i < atoms.count && atoms[i].start == atoms[i - 1].end }

    /// Past an atom that has the role; the place itself when it has not.
    func skip(_ role: TimeWord.Roles, _ i: Int) -> Int { has(role, i) ? i + 1 : i }

    func skip(sign text: String, _ i: Int) -> Int { isSign(text, i) ? i + 1 : i }

    func month(_ i: Int) -> Int? {
        guard i >= 0, i < words.count, case .month(let month) = words[i].value, isSpelledRight(i) else { return nil }
        return month
    }

    func weekday(_ i: Int) -> Int? {
        guard i >= 0, i < words.count, case .weekday(let day) = words[i].value, isSpelledRight(i) else { return nil }
        return day
    }

    func unit(_ i: Int) -> TimeUnit? {
        guard i >= 0, i < words.count, case .unit(let unit) = words[i].value else { return nil }
        return unit
    }

    func day(_ i: Int) -> Int? {
        guard i >= 0, i < words.count, case .day(let offset) = words[i].value else { return nil }
        return offset
    }

    func season(_ i: Int) -> Int? {
        guard i >= 0, i < words.count, case .season(let season) = words[i].value else { return nil }
        return season
    }

    func isShort(_ i: Int) -> Bool { has(.isShort, i) }

    private func isSpelledRight(_ i: Int) -> Bool { !table.isCapitalised || atoms[i].isCapitalised }

    /// The day of a month: digits or an ordinal, not joined to other words; and the place past it.
    func dayNumber(_ i: Int) -> (day: Int, end: Int)? {
        guard i >= 0, i < atoms.count else { return nil }
        if atoms[i].kind == .number {
            guard atoms[i].text.count <= 2, let day = Int(atoms[i].text), (1...31).contains(day) else { return nil }
            let next = i + 1
            if isWord(next), isJoined(next) {
                guard numbers.table.ordinalEndings.contains(atoms[next].text) else { return nil }
                return (day, next + 1)
            }
            if isSign("%", next) || isSign("$", i - 1) { return nil }
            return (day, next)
        }
        guard isWord(i), let read = numbers.read(at: i, in: atoms), let day = read.value, (1...31).contains(day),
            read.isOrdinal || !table.isCapitalised
        else { return nil }
        return (day, read.range.upperBound)
    }

    /// A year in four digits.
    func year(_ i: Int) -> Int? {
        guard i >= 0, i < atoms.count, atoms[i].kind == .number, atoms[i].text.utf8.count == 4,
            let year = Int(atoms[i].text), (1700...2099).contains(year)
        else { return nil }
        if isWord(i + 1), isJoined(i + 1) { return nil }
        if isWord(i - 1), isJoined(i) { return nil }
        return year
    }

    /// A number of units: "two", "a", "más de tres"; and the place past it.
    func amount(_ i: Int) -> (value: Int?, end: Int)? {
        guard i >= 0, i < atoms.count else { return nil }
        if let read = numbers.read(at: i, in: atoms), !read.isOrdinal {
            return (read.isSet ? nil : read.value, read.range.upperBound)
        }
        if numbers.table.articles.contains(atoms[i].text) { return (1, i + 1) }
        return nil
    }
}
