package import Vocabulary

/// A number in digits or words.
package struct NumberExpression: Sendable, Hashable {
    package var tokens: Range<Int>
    package var span: Span
    /// nil when the words give no figure: "dozens", "several".
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
}

/// Finds numbers, sums of money and punishments.
package struct NumberFinder: Sendable {
    let lexicon: Lexicon

    package init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// - Parameter times: what is a date is no number.
    package func find(in syntax: Syntax, times: [TimeExpression]) -> Numbers {
        Numbers(numbers: [], amounts: [], penalties: [])
    }
}
