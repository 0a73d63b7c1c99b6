/// Finds sums of money: a number with a sign of currency before it or a word for one behind.
struct AmountFinder {
    let atoms: [Atom]
    let reader: NumberReader
    private var table: NumberTable { reader.table }

    init(atoms: [Atom], reader: NumberReader) {
        self.atoms = atoms
        self.reader = reader
    }

    /// Runs of atoms in text order, none inside another.
    func find() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var i = 0
        while i < atoms.count {
            if let range = amount(at: i) {
                let bound = table.sumBounds.length(before: range.lowerBound, in: atoms)
                let low = max(range.lowerBound - bound, found.last?.upperBound ?? 0)
                found.append(low..<range.upperBound)
                i = range.upperBound
            } else {
                i += 1
            }
        }
        return found
    }

    private func amount(at start: Int) -> Range<Int>? {
        if let first = signEnd(at: start), let end = number(at: first)?.end {
            return start..<tail(from: end)
        }
        guard atoms[start].kind == .number || atoms[start].kind == .word, let (end, isSum) = number(at: start)
        else { return nil }
        let last = tail(from: end)
        return last > end || isSum ? start..<last : nil
    }

    /// Past a sign of currency ("$", "US$", "R$").
    private func signEnd(at start: Int) -> Int? {
        var i = start
        if atoms[i].kind == .word, i + 1 < atoms.count, atoms[i + 1].start == atoms[i].end, atoms[i].text.count <= 3 {
            i += 1
        }
        guard atoms[i].kind == .sign, table.currencySigns.contains(atoms[i].text) else { return nil }
        return i + 1
    }

    /// Past a number; `isSum` when its ending is one of sums ("15mdd").
    private func number(at start: Int) -> (end: Int, isSum: Bool)? {
        guard start < atoms.count else { return nil }
        if atoms[start].kind == .number {
            var end = start + 1
            if end < atoms.count, atoms[end].kind == .word {
                let joined = atoms[end].start == atoms[start].end
                let isCurrency = atoms[end].text.count == 3
                if let factor = table.sumEndings[atoms[end].text], joined || isCurrency {
                    return (end + 1, isCurrency && factor >= 1_000_000)
                }
                if joined { return nil }
            }
            while end < atoms.count, table.multipliers[atoms[end].text] != nil { end += 1 }
            if end < atoms.count, let whole = reader.read(at: start, in: atoms) {
                end = max(end, whole.range.upperBound)
            }
            return (end, false)
        }
        guard let read = reader.read(at: start, in: atoms), !read.isOrdinal else { return nil }
        return (read.range.upperBound, false)
    }

    /// Past the words of currency behind a number: "dollars", "de pesos", "U.S. dollars".
    private func tail(from end: Int) -> Int {
        var i = end
        if i < atoms.count, table.groupPrepositions.contains(atoms[i].text) { i += 1 }
        var steps = 0
        while i < atoms.count, steps < 5,
            table.currencyAdjectives.contains(atoms[i].text) || atoms[i].text == "."
                || atoms[i].text.count == 1
                    && atoms[i].isCapitalised
        {
            i += 1
            steps += 1
        }
        guard i < atoms.count, atoms[i].kind == .word, table.currencyWords.contains(atoms[i].text) else { return end }
        return i + 1
    }
}
