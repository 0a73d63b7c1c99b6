package import Vocabulary

/// One way to say that something happened: the words that trigger it and what their grammar means.
package struct Frame: Sendable {
    /// What triggers the frame.
    package enum Trigger: Sendable, Hashable {
        case verb, noun
        /// Fixed words: "on the run".
        case phrase([String])
    }

    /// A place in the clause.
    package enum Position: Hashable, Sendable {
        case subject, object, indirect, agent, complement, possessor, modifier
        /// The clause itself, from its verb on.
        case predicate
        case preposition(String)
    }

    /// What fills a place.
    package struct Filling: Sendable {
        package var role: Role
        package var types: Set<EntityType>
    }

    /// A word that must stand in a place for the frame to apply.
    package struct Condition: Sendable {
        package var position: Position
        /// Lemmas or lower-cased forms; any of them.
        package var words: Set<String>
    }

    package var event: EventType
    package var label: String
    package var trigger: Trigger
    package var lemma: String
    package var particle: String?
    /// nil when both voices will do.
    package var voice: Clause.Voice?
    package var conditions: [Condition]
    package var fillings: [Position: [Filling]]
    /// At least one of these roles must be filled; empty when none is needed.
    package var requires: [[Role]]
    /// Whether the words tell it only where the report has told of such an event before ("the third, sent in January").
    package var leans: Bool
    /// Whether the act itself is a threat, a plan…: overrides `asserted` where nothing else says otherwise.
    package var modality: Modality?
    package var polarity: Polarity
    /// The legal word that it adds to `terms`; nil when it is none.
    package var term: String?
    /// The order in the files; earlier wins between equals.
    package var rank: Int
}
