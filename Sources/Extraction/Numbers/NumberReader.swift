package import Vocabulary

/// Reads one number, in digits, in words or mixed, where a run of atoms has it.
package struct NumberReader: Sendable {
    package struct Reading: Sendable, Hashable {
        /// Atoms, without the words of the bound.
        package var range: Range<Int>
        /// nil for fractions and for "dozens", "several".
        package var value: Int?
        package var isOrdinal = false
        /// "a dozen", "una veintena": counted by the set.
        package var isSet = false
        package var isVague = false
        package var hasDigits = false
    }

    let table: NumberTable

    package init(table: NumberTable) { self.table = table }

    /// The number that starts at an atom.
    package func read(at start: Int, in atoms: [Atom]) -> Reading? {
        guard start < atoms.count else { return nil }
        switch atoms[start].kind {
        case .number: return digits(at: start, atoms)
        case .word: return words(at: start, atoms)
        default: return nil
        }
    }

    // MARK: Digits

    private func digits(at start: Int, _ atoms: [Atom]) -> Reading? {
        let next = start + 1
        if next < atoms.count, atoms[next].kind == .word, atoms[next].start == atoms[start].end {
            if table.ordinalEndings.contains(atoms[next].text), let value = Int(atoms[start].text) {
                return Reading(range: start..<(start + 2), value: value, isOrdinal: true, hasDigits: true)
            }
            // "RIF098892", "9mm": no number of things; "5m", "15mdd" are sums.
            return nil
        }
        if start > 0, atoms[start - 1].kind == .word, atoms[start - 1].end == atoms[start].start { return nil }
        var end = next
        guard var value = decimal(atoms[start].text) else { return nil }
        while end < atoms.count, let factor = table.multipliers[atoms[end].text] {
            value *= Double(factor)
            end += 1
        }
        // "1 millón 300 mil"
        if end > next, end < atoms.count, atoms[end].kind == .number, let rest = digits(at: end, atoms),
            let more = rest.value, rest.range.count > 1, Double(more) < value
        {
            value += Double(more)
            end = rest.range.upperBound
        }
        return Reading(range: start..<end, value: whole(value), hasDigits: true)
    }

    private func whole(_ value: Double) -> Int? {
        value >= 0 && value < 1e15 && value == value.rounded() ? Int(value) : nil
    }

    /// The value of digits with separators, as the language writes them.
    package func decimal(_ text: String) -> Double? {
        let groups = text.split(whereSeparator: { $0 == "." || $0 == "," })
        let signs = text.filter { $0 == "." || $0 == "," }
        guard let lastSign = signs.last else { return Double(text) }
        let inThrees = groups.dropFirst().allSatisfy { $0.count == 3 } && (groups.first?.count ?? 9) <= 3
        let joined = groups.joined()
        if Set(signs).count == 1 {
            if signs.count > 1 { return inThrees ? Double(joined) : nil }
            let canGroup = inThrees && groups.first != "0"
            let grouping = table.usesDecimalComma ? canGroup : canGroup && lastSign == ","
            if grouping { return Double(joined) }
            return Double("\(groups[0]).\(groups[1])")
        }
        guard let last = groups.last else { return nil }
        return Double("\(groups.dropLast().joined()).\(last)")
    }

    // MARK: Words

    private func words(at start: Int, _ atoms: [Atom]) -> Reading? {
        let first = atoms[start].text
        if table.vague.contains(first) { return Reading(range: start..<(start + 1), value: nil, isVague: true) }
        if table.both.contains(first) { return Reading(range: start..<(start + 1), value: 2) }
        if let value = table.ordinals[first] {
            return Reading(range: start..<(start + 1), value: value, isOrdinal: true)
        }
        var sum = Sum()
        var i = start
        var end = start
        if table.articles.contains(first) {
            guard start + 1 < atoms.count,
                table.sets[atoms[start + 1].text] != nil || table.multipliers[atoms[start + 1].text] != nil
            else { return nil }
            sum.current = 1
            sum.step = 0
            i += 1
        }
        while i < atoms.count {
            let text = atoms[i].text
            if atoms[i].kind == .number, sum.total > 0, sum.current == 0, let value = Int(text), value < 1000 {
                sum.current = value
                sum.step = 0
            } else if let ordinal = table.ordinals[text], sum.step == 10, ordinal < 10 {
                let value = sum.total + sum.current + ordinal
                return Reading(range: start..<(i + 1), value: value, isOrdinal: true)
            } else if let factor = table.sets[text] {
                let value = (sum.total + max(sum.current, 1)) * factor
                return Reading(range: start..<(i + 1), value: value, isSet: true)
            } else if !sum.take(text, table) {
                // A joiner belongs to the number only when a number's part follows.
                let follows = i + 1 < atoms.count ? atoms[i + 1].text : ""
                guard end > start, table.joiners.contains(text), sum.canContinue(with: follows, table) else { break }
                i += 1
                continue
            }
            i += 1
            end = i
        }
        guard end > start else { return nil }
        return Reading(range: start..<end, value: sum.total + sum.current)
    }

    /// A number in words while it is read; each part must be smaller than the one before.
    private struct Sum {
        var total = 0
        var current = 0
        /// Size of the last part: 1 unit, 10 tens, 100 hundreds, 1000 and more multiplier.
        var step = 10_000

        mutating func take(_ word: String, _ table: NumberTable) -> Bool {
            if let value = table.units[word], step > 1, step != 10 || value < 10 {
                current += value
                step = 1
            } else if let value = table.tens[word], step > 10 {
                current += value
                step = 10
            } else if let value = table.hundreds[word], step > 100 {
                current += value
                step = 100
            } else if let factor = table.multipliers[word] {
                if factor == 100 {
                    guard step <= 10, current > 0, current < 100 else { return false }
                    current *= 100
                    step = 100
                } else {
                    guard current > 0 || (total == 0 && step == 10_000) || step == 1000 else { return false }
                    if current == 0 && total > 0 {
                        total *= factor
                    } else {
                        total += max(current, 1) * factor
                    }
                    current = 0
                    step = 1000
                }
            } else {
                return false
            }
            return true
        }

        func canContinue(with word: String, _ table: NumberTable) -> Bool {
            if step == 10, let ordinal = table.ordinals[word], ordinal < 10 { return true }
            var copy = self
            guard step == 10 || step == 100 || step == 1000, table.multipliers[word] == nil else { return false }
            return copy.take(word, table)
        }
    }
}

extension NumberReader {
    /// How a number is bounded by the words before it, and where those words start.
    package func bound(before start: Int, in atoms: [Atom]) -> (bound: Quantity.Bound, start: Int) {
        let least = table.atLeast.length(before: start, in: atoms)
        let about = table.about.length(before: start, in: atoms)
        if about > least { return (.about, start - about) }
        if least > 0 { return (.atLeast, start - least) }
        return (.exact, start)
    }
}
