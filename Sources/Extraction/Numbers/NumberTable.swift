/// The words of a language for numbers, sums and terms of punishment: `numbers.yaml`.
package struct NumberTable: Sendable {
    init(_ file: LexiconFile) throws(LexiconError) {}
}
