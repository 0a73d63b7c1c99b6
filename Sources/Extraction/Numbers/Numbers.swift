package import Vocabulary

/// A number in digits or words.
package struct NumberExpression: Sendable, Hashable {
    /// Without the words of the bound.
    package var tokens: Range<Int>
    package var span: Span
    /// nil when the words give no figure: "dozens", "several", "more than two dozen".
    package var value: Int?
    package var bound: Quantity.Bound
    /// "second", "27th", "segunda".
    package var isOrdinal: Bool
}

/// A sum of money with the words around it that belong to it: "up to $5 million".
package struct AmountExpression: Sendable, Hashable {
    package var tokens: Range<Int>
    package var span: Span
}

/// A punishment: "21-year sentence", "life in prison", "cadena perpetua".
package struct PenaltyExpression: Sendable, Hashable {
    package var tokens: Range<Int>
    package var span: Span
}

/// The figures of a report, each kind in text order.
package struct Numbers: Sendable {
    package var numbers: [NumberExpression]
    package var amounts: [AmountExpression]
    package var penalties: [PenaltyExpression]
    /// For each token the number that covers it, or -1.
    private var covering: [Int32]
    let atoms: [Atom]
    /// For each token its first atom, or that of the next token that has one.
    let firstAtom: [Int]

    package init(
        numbers: [NumberExpression], amounts: [AmountExpression], penalties: [PenaltyExpression], tokens: Int,
        atoms: [Atom]
    ) {
        self.atoms = atoms
        var first = [Int](repeating: atoms.count, count: tokens + 1)
        for (index, atom) in atoms.enumerated().reversed() { first[atom.token] = index }
        for token in stride(from: tokens - 1, through: 0, by: -1) { first[token] = min(first[token], first[token + 1]) }
        firstAtom = first
        self.numbers = numbers
        self.amounts = amounts
        self.penalties = penalties
        covering = Array(repeating: -1, count: tokens)
        for (index, number) in numbers.enumerated() {
            for token in number.tokens { covering[token] = Int32(index) }
        }
    }

    package func number(at token: Int) -> NumberExpression? {
        covering.indices.contains(token) && covering[token] >= 0 ? numbers[Int(covering[token])] : nil
    }

    package func amounts(in tokens: Range<Int>) -> [AmountExpression] {
        amounts.filter { tokens.overlaps($0.tokens) }
    }

    package func penalties(in tokens: Range<Int>) -> [PenaltyExpression] {
        penalties.filter { tokens.overlaps($0.tokens) }
    }
}

/// Finds numbers, sums of money and punishments.
package struct NumberFinder: Sendable {
    let lexicon: Lexicon

    package init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// - Parameter times: what is a date is no number.
    package func find(in syntax: Syntax, times: [TimeExpression]) -> Numbers {
        let atoms = AtomSequence(syntax).atoms
        let reader = NumberReader(table: lexicon.numbers)
        let amounts = AmountFinder(atoms: atoms, reader: reader).find()
        let penalties = PenaltyFinder(atoms: atoms, reader: reader).find()
        var taken = [Bool](repeating: false, count: syntax.count)
        for time in times { for token in time.tokens { taken[token] = true } }
        for range in amounts + penalties.map(\.number) {
            for token in syntax.tokens(of: atoms[range]) { taken[token] = true }
        }
        var numbers: [NumberExpression] = []
        var i = 0
        while i < atoms.count {
            guard !taken[atoms[i].token], let read = reader.read(at: i, in: atoms) else {
                i += 1
                continue
            }
            numbers.append(expression(read, atoms, reader, syntax))
            i = max(i + 1, read.range.upperBound)
        }
        return Numbers(
            numbers: numbers,
            amounts: amounts.map {
                AmountExpression(tokens: syntax.tokens(of: atoms[$0]), span: Self.span(of: $0, atoms))
            },
            penalties: penalties.map {
                PenaltyExpression(tokens: syntax.tokens(of: atoms[$0.whole]), span: Self.span(of: $0.whole, atoms))
            },
            tokens: syntax.count, atoms: atoms)
    }

    private func expression(
        _ read: NumberReader.Reading, _ atoms: [Atom], _ reader: NumberReader, _ syntax: Syntax
    ) -> NumberExpression {
        var (bound, _) = reader.bound(before: read.range.lowerBound, in: atoms)
        var value = read.value
        if read.isSet {
            // "more than two dozen" is no figure; "a dozen" is about one.
            if bound == .atLeast { value = nil }
            if bound == .exact { bound = .about }
        }
        if read.isOrdinal { bound = .exact }
        return NumberExpression(
            tokens: syntax.tokens(of: atoms[read.range]), span: Self.span(of: read.range, atoms), value: value,
            bound: bound, isOrdinal: read.isOrdinal)
    }

    static func span(of range: Range<Int>, _ atoms: [Atom]) -> Span {
        Span(atoms[range.lowerBound].start, atoms[range.upperBound - 1].end)
    }
}
