/// Finds lasting ties between entities: kinship, leadership, membership, office, nationality, seat.
package struct RelationFinder: Sendable {
    let lexicon: Lexicon

    package init(lexicon: Lexicon) { self.lexicon = lexicon }

    package func find(in syntax: Syntax, mentions: MentionMap, times: [TimeExpression]) -> [RelationDraft] {
        let scene = TieScene(syntax: syntax, mentions: mentions, lexicon: lexicon)
        var ledger = RelationLedger()
        let roles = BorneNounFinder(scene: scene).nouns()
        NounTies(scene: scene).find(roles, &ledger)
        KinshipTies(scene: scene).find(roles, &ledger)
        FrameTies(scene: scene).find(&ledger)
        MutualTies(scene: scene).find(&ledger)
        BodyTies(scene: scene).find(&ledger)
        ResidenceTies(scene: scene).find(roles, &ledger)
        NationalityTies(scene: scene).find(roles, &ledger)
        OfficeTies(scene: scene).find(roles, &ledger)
        return ledger.relations()
    }
}
