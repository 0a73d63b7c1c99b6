/// Finds lasting ties between entities: kinship, leadership, membership, office, nationality.
package struct RelationFinder: Sendable {
    let lexicon: Lexicon

    package init(lexicon: Lexicon) { self.lexicon = lexicon }

    package func find(in syntax: Syntax, mentions: MentionMap, times: [TimeExpression]) -> [RelationDraft] { [] }
}
