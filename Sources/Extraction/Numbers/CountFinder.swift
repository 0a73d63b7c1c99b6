package import Vocabulary

/// Says how many a noun phrase stands for.
package struct CountFinder: Sendable {
    let syntax: Syntax
    let numbers: Numbers
    let lexicon: Lexicon

    package init(syntax: Syntax, numbers: Numbers, lexicon: Lexicon) {
        self.syntax = syntax
        self.numbers = numbers
        self.lexicon = lexicon
    }

    /// The number that a noun phrase gives for itself: "26 alleged members", "a group of 26", "five of the 37" (5),
    /// "one of them" (1), "X and 28 others" (29 when asked at "others" with `named` 1).
    /// - Parameters:
    ///   - head: the noun (or the number that stands for one) that heads the phrase.
    ///   - named: how many coordinated names stand before "and 28 others".
    package func count(of head: Int, named: Int = 0) -> Quantity? { nil }

    /// 1 for a singular noun with an indefinite article: "a sheriff's deputy", "un agente".
    package func one(of head: Int) -> Quantity? { nil }

    /// The sum over a coordination: "three men and a woman" (4), "Jesús “A” and Faustino “N”" (2);
    /// nil when a member gives no number.
    /// - Parameter isName: whether a token heads the name of one person or thing.
    package func total(of head: Int, isName: (Int) -> Bool) -> Quantity? { nil }

    /// The age that stands beside a name: "Tahiri, 44,", "the 75-year-old Zambada", "Caro Quintero, de 72 años".
    package func age(near name: Range<Int>) -> Quantity? { nil }
}
