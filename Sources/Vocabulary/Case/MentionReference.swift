/// Points at a thing in a report by its words, so that it can be found again when the report has been read anew.
public struct MentionReference: Sendable, Hashable, Comparable {
    /// The digest of the report's kept bytes.
    public var report: String
    /// A mention of an entity, the trigger of an event, the evidence of a relation: bytes of the report's text.
    public var span: Span
    /// The raw value of an `EntityType`, an `EventType` or a `RelationType`; no two of them are alike.
    public var type: String

    public init(report: String, span: Span, type: String) {
        self.report = report
        self.span = span
        self.type = type
    }

    public static func < (a: MentionReference, b: MentionReference) -> Bool {
        (a.report, a.span, a.type) < (b.report, b.span, b.type)
    }
}

extension Reading {
    /// The id of the entity, event or relation that a reference points at: the one with exactly that span and type.
    /// nil where a newer reading has none such.
    public func thing(at reference: MentionReference) -> String? {
        if EntityType(rawValue: reference.type) != nil {
            return entities.first { $0.type.rawValue == reference.type && $0.mentions.contains(reference.span) }?.id
        }
        if EventType(rawValue: reference.type) != nil {
            return events.first { $0.type.rawValue == reference.type && $0.trigger == reference.span }?.id
        }
        return relations.first { $0.type.rawValue == reference.type && $0.evidence == reference.span }?.id
    }
}
