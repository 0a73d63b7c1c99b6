package import Vocabulary

/// Words of a report that say when.
package struct TimeExpression: Sendable, Hashable {
    package var tokens: Range<Int>
    package var span: Span
    /// nil when the words say when but nothing resolves them (no date to count from).
    package var when: When?
    /// The token that heads it in the tree.
    package var head: Int

    package init(tokens: Range<Int>, span: Span, when: When?, head: Int) {
        self.tokens = tokens
        self.span = span
        self.when = when
        self.head = head
    }
}
