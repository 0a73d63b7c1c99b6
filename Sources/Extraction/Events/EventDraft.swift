package import Vocabulary

/// An event as it is found, before entities have their ids.
package struct EventDraft: Sendable, Hashable {
    package typealias Participant = RelationDraft.End

    package enum Filler: Sendable, Hashable {
        case entity(Participant)
        case text(Span)
    }

    package struct Argument: Sendable, Hashable {
        package var role: Role
        package var filler: Filler
    }

    package var type: EventType
    package var label: String
    package var modality: Modality = .asserted
    package var polarity: Polarity = .positive
    /// The token that heads the words that tell it.
    package var trigger: Int
    package var triggerSpan: Span
    package var terms: [(label: String, span: Span)] { termLabels.indices.map { (termLabels[$0], termSpans[$0]) } }
    package var termLabels: [String] = []
    package var termSpans: [Span] = []
    package var arguments: [Argument] = []
    package var counts: [Quantity] = []
    package var when: When?
    package var attributedTo: [Participant] = []
    package var denied: Span?
    package var reason: Span?
    package var legalBasis: Span?
    package var series: Quantity?

    package init(type: EventType, label: String, trigger: Int, triggerSpan: Span) {
        self.type = type
        self.label = label
        self.trigger = trigger
        self.triggerSpan = triggerSpan
    }
}
