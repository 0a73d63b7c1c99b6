package import Vocabulary

/// Finds the age that stands beside a name.
package struct AgeFinder: Sendable {
    let syntax: Syntax
    let numbers: Numbers
    let times: [TimeExpression]
    private let reader: NumberReader
    private let dated: Set<Int>

    package init(syntax: Syntax, numbers: Numbers, times: [TimeExpression], lexicon: Lexicon) {
        self.syntax = syntax
        self.numbers = numbers
        self.times = times
        reader = NumberReader(table: lexicon.numbers)
        dated = Set(times.flatMap(\.tokens))
    }

    private var atoms: [Atom] { numbers.atoms }
    private var words: NumberTable.AgeWords { reader.table.age }

    /// "Tahiri, 44,", "Barron (44)", "the 75-year-old Zambada", "Caro Quintero, de 72 años", "Salazar, aged 38"
    package func age(near name: Range<Int>) -> Quantity? {
        guard !name.isEmpty, name.upperBound <= syntax.count else { return nil }
        let start = numbers.firstAtom[name.lowerBound]
        let end = numbers.firstAtom[name.upperBound]
        for i in stride(from: start, through: max(0, start - 6), by: -1) where i < atoms.count {
            if atoms[i].kind == .border { break }
            if let age = compound(at: i), age.end <= end { return age.quantity }
        }
        let limit = sentenceEnd(name.lowerBound)
        var i = end
        while i < min(atoms.count, end + 18), atoms[i].token < limit, atoms[i].kind != .border {
            if let age = compound(at: i) ?? spelled(at: i) ?? bare(at: i) { return age.quantity }
            let token = atoms[i].token
            // Another person's age may follow a verb or the next name.
            if syntax.pos[token] == .verb, i > end + 1, !isAliasVerb(i) { break }
            if atoms[i].text == ";" { break }
            i += 1
        }
        return nil
    }

    private func sentenceEnd(_ token: Int) -> Int { syntax.sentences[syntax.sentence[token]].tokens.upperBound }

    /// "also known as", "conocido como" stand between a name and its age.
    private func isAliasVerb(_ i: Int) -> Bool {
        i + 1 < atoms.count && words.aliasMarks.contains(atoms[i + 1].text)
    }

    /// "38-year-old"
    private func compound(at i: Int) -> (quantity: Quantity, end: Int)? {
        guard let read = value(at: i) else { return nil }
        var k = read.range.upperBound
        if k < atoms.count, atoms[k].text == "-" { k += 1 }
        guard k < atoms.count, words.time.contains(atoms[k].text) else { return nil }
        k += 1
        if k < atoms.count, atoms[k].text == "-" { k += 1 }
        guard k < atoms.count, words.old.contains(atoms[k].text) else { return nil }
        return quantity(read, end: k + 1)
    }

    /// "de 72 años", "(72 años)", ", 72 years old"
    private func spelled(at i: Int) -> (quantity: Quantity, end: Int)? {
        guard i > 0, words.before.contains(atoms[i - 1].text), let read = value(at: i) else { return nil }
        let next = read.range.upperBound
        guard next < atoms.count, words.time.contains(atoms[next].text) else { return nil }
        let old = next + 1 < atoms.count && words.old.contains(atoms[next + 1].text)
        guard old || words.needsNoOld else { return nil }
        // "una pena de 20 años de cárcel" is no age.
        if next + 2 < atoms.count, words.before.contains(atoms[next + 1].text), atoms[next + 1].kind == .word,
            !words.oldAfter.contains(atoms[next + 2].text)
        {
            return nil
        }
        return quantity(read, end: next + 1)
    }

    /// ", 44," and "aged 44"
    private func bare(at i: Int) -> (quantity: Quantity, end: Int)? {
        guard i > 0, atoms[i].kind == .number, let read = value(at: i), read.range.count == 1 else { return nil }
        let before = atoms[i - 1].text
        let isOpened = [",", "(", "”", "’", "\"", "'", "»"].contains(before)
        guard isOpened || words.marks.contains(before) else { return nil }
        let next = i + 1 < atoms.count ? atoms[i + 1].text : "."
        guard [",", ")", ";", ".", "\n"].contains(next) || words.closers.contains(next) else { return nil }
        return quantity(read, end: i + 1)
    }

    private func value(at i: Int) -> NumberReader.Reading? {
        guard i < atoms.count, !dated.contains(atoms[i].token), let read = reader.read(at: i, in: atoms),
            let value = read.value, !read.isOrdinal, (1...110).contains(value)
        else { return nil }
        return read
    }

    private func quantity(_ read: NumberReader.Reading, end: Int) -> (quantity: Quantity, end: Int)? {
        guard let value = read.value else { return nil }
        return (Quantity(value, span: NumberFinder.span(of: read.range, atoms)), end)
    }
}
