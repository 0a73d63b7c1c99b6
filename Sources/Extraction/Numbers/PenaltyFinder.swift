/// Finds punishments: terms of prison, life, death.
struct PenaltyFinder {
    struct Found {
        /// The words of the punishment.
        var whole: Range<Int>
        /// Of these, the ones that say how long.
        var number: Range<Int>
    }

    let atoms: [Atom]
    let reader: NumberReader
    private var words: NumberTable.PenaltyWords { reader.table.penalty }

    init(atoms: [Atom], reader: NumberReader) {
        self.atoms = atoms
        self.reader = reader
    }

    /// In text order, none inside another.
    func find() -> [Found] {
        var found: [Found] = []
        var i = 0
        while i < atoms.count {
            if let next = term(at: i) ?? fixed(at: i) {
                var whole = next.whole
                let before = words.before.length(before: whole.lowerBound, in: atoms)
                whole = max(whole.lowerBound - before, found.last?.whole.upperBound ?? 0)..<whole.upperBound
                found.append(Found(whole: whole, number: next.number))
                i = whole.upperBound
            } else {
                i += 1
            }
        }
        return found
    }

    /// "life in prison", "cadena perpetua"
    private func fixed(at start: Int) -> Found? {
        let length = words.fixed.length(at: start, in: atoms)
        guard length > 0 else { return nil }
        if length == 1, !words.lifeAfter.isEmpty {
            guard start > 0, words.lifeAfter.contains(atoms[start - 1].text) else { return nil }
            let next = start + 1 < atoms.count ? atoms[start + 1] : nil
            // "faces life as a fugitive", "of life in the city"
            if let next, next.kind == .word, words.parole.length(at: start + 1, in: atoms) == 0, next.text != "and" {
                return nil
            }
        }
        var end = start + length
        end += words.parole.length(at: end, in: atoms)
        return Found(whole: start..<end, number: start..<start)
    }

    /// "21-year sentence", "24 years, eight months in custody", "55 años de prisión"
    private func term(at start: Int) -> Found? {
        guard let first = time(at: start) else { return nil }
        var end = first
        for _ in 0..<2 {
            guard let next = afterJoiner(end), let more = time(at: next) else { break }
            end = more
        }
        let number = start..<end
        let afterWord =
            words.after.length(before: start, in: atoms) > 0
            || words.after.length(before: start - words.before.length(before: start, in: atoms), in: atoms) > 0
        var isPenalty = afterWord
        var last = end
        let life = lifeEnd(last)
        if life > last {
            last = life
            isPenalty = true
        }
        let tail = words.tails.length(at: last, in: atoms)
        if tail > 0 {
            last += tail
            isPenalty = true
        }
        let parole = words.parole.length(at: last, in: atoms)
        if parole > 0 {
            last += parole
            isPenalty = true
        }
        if !isPenalty, let noun = nounEnd(end) {
            last = noun
            isPenalty = true
        }
        if !isPenalty, isSentenced(before: start) { isPenalty = true }
        return isPenalty ? Found(whole: start..<last, number: number) : nil
    }

    /// Past "years-to-life".
    private func lifeEnd(_ end: Int) -> Int {
        guard end + 3 < atoms.count, atoms[end].text == "-", atoms[end + 2].text == "-" else { return end }
        return words.fixed.length(at: end + 3, in: atoms) > 0 ? end + 4 : end
    }

    /// Past a number and a unit of time, "-" between them or not.
    private func time(at start: Int) -> Int? {
        guard start < atoms.count, atoms[start].kind == .number || atoms[start].kind == .word,
            let read = reader.read(at: start, in: atoms), read.value != nil, !read.isOrdinal
        else { return nil }
        var i = read.range.upperBound
        if i < atoms.count, atoms[i].text == "-" { i += 1 }
        guard i < atoms.count, words.time.contains(atoms[i].text) else { return nil }
        // "38-year-old"
        if i + 1 < atoms.count, atoms[i + 1].text == "-", i + 2 < atoms.count,
            reader.table.age.old.contains(atoms[i + 2].text)
        {
            return nil
        }
        return i + 1
    }

    private func afterJoiner(_ end: Int) -> Int? {
        guard end < atoms.count, reader.table.joiners.contains(atoms[end].text) || atoms[end].text == "," else {
            return nil
        }
        return end + 1
    }

    /// Past the noun in "21-year federal prison sentence".
    private func nounEnd(_ end: Int) -> Int? {
        var i = end
        while i < atoms.count, i < end + 4, words.adjectives.contains(atoms[i].text),
            !(words.nouns.contains(atoms[i].text) && !hasNoun(after: i))
        {
            i += 1
        }
        guard i < atoms.count, words.nouns.contains(atoms[i].text) else { return nil }
        return i + 1
    }

    private func hasNoun(after i: Int) -> Bool { i + 1 < atoms.count && words.nouns.contains(atoms[i + 1].text) }

    /// "sentenced to 45 years", "sentenced in Brooklyn to 45 years", "serving 45 years"
    private func isSentenced(before start: Int) -> Bool {
        let place = start - words.before.length(before: start, in: atoms) - 1
        guard place >= 1 else { return false }
        if words.timeAfter.contains(atoms[place].text) { return true }
        guard words.to.contains(atoms[place].text) else { return false }
        for i in stride(from: place - 1, through: max(0, place - 6), by: -1) {
            if atoms[i].kind == .border { return false }
            if words.verbs.contains(atoms[i].text) { return true }
        }
        return false
    }
}
