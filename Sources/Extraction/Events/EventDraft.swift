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
        /// Whether no word of the clause names the filler: a dropped subject or a clitic was taken for what the text is about.
        package var isInferred = false
    }

    package var type: EventType
    package var label: String
    package var modality: Modality = .asserted
    package var polarity: Polarity = .positive
    /// The token that heads the words that tell it.
    package var trigger: Int
    package var triggerSpan: Span
    package var termLabels: [String] = []
    package var termSpans: [Span] = []
    /// Who says each term, where it is not the report.
    package var termSpeakers: [[Participant]] = []
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

extension EventDraft {
    /// The entities in a role, by index.
    package func entities(_ role: Role) -> [Int] {
        arguments.compactMap {
            guard $0.role == role, case .entity(let end) = $0.filler else { return nil }
            return end.entity
        }
    }

    /// The phrases in a role.
    package func texts(_ role: Role) -> [Span] {
        arguments.compactMap {
            guard $0.role == role, case .text(let span) = $0.filler else { return nil }
            return span
        }
    }

    package func has(_ role: Role) -> Bool { arguments.contains { $0.role == role } }

    /// Whether every list of roles has at least one that is filled.
    package func fulfils(_ requirements: [[Role]]) -> Bool {
        requirements.allSatisfy { either in either.contains(where: has) }
    }
}

extension EventType {
    /// The roles that tell two events of this type apart.
    var principals: [Role] {
        switch self {
        case .death, .attack, .kidnapping: [.victim]
        case .designation, .tariff: [.target]
        case .agreement, .meeting: [.party]
        case .request, .assurance, .authorization, .opposition: [.agent]
        case .seizure: [.object]
        default: [.person]
        }
    }
}
