package import Vocabulary

/// A relation as it is found, before entities have their ids.
package struct RelationDraft: Sendable, Hashable {
    /// Index into `MentionMap.entities`, with the words that stand for it here.
    package struct End: Sendable, Hashable {
        package var entity: Int
        package var span: Span

        package init(entity: Int, span: Span) {
            self.entity = entity
            self.span = span
        }
    }

    package var type: RelationType
    package var label: String
    package var from: End
    package var to: End
    package var modality: Modality
    package var polarity: Polarity
    /// The token that states it: the noun "leader", the verb "heads".
    package var trigger: Int
    package var attributedTo: [End]

    package init(
        type: RelationType, label: String, from: End, to: End, modality: Modality = .asserted,
        polarity: Polarity = .positive, trigger: Int, attributedTo: [End] = []
    ) {
        self.type = type
        self.label = label
        self.from = from
        self.to = to
        self.modality = modality
        self.polarity = polarity
        self.trigger = trigger
        self.attributedTo = attributedTo
    }
}
