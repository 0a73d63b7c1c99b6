package import Vocabulary

/// Finds the words that say when, and the calendar intervals that they mean.
package struct TimeFinder: Sendable {
    let lexicon: Lexicon

    package init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// The expressions in text order, none inside another.
    package func find(in syntax: Syntax, published: CalendarDay?) -> [TimeExpression] { [] }

    /// The date that the report gives for itself: "BRUSSELS, March 13, 2025 (Agency) -", "Fecha: 8 de julio de 2025".
    package func datelineDate(in syntax: Syntax) -> CalendarDay? { nil }
}
