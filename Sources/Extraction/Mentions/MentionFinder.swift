/// Finds what stands for entities in a report, and which mentions stand for the same entity.
package struct MentionFinder: Sendable {
    let lexicon: Lexicon

    package init(lexicon: Lexicon) { self.lexicon = lexicon }

    package func find(in syntax: Syntax, times: [TimeExpression]) -> MentionMap { MentionMap(tokens: syntax.count) }
}
