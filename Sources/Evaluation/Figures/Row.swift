/// The rows of a scorecard, in the order in which they are shown.
public enum Row: String, Sendable, CaseIterable {
    case entities
    case entityType = "entity type"
    case relations
    case kinshipLabel = "kinship label"
    case events
    case eventArguments = "event arguments"
    case dates
    case counts
    case modality
    case notAsserted = "not asserted"
    case attribution
    /// All facts pooled: the figure to raise.
    case facts = "FACTS"

    /// Whether the row is part of FACTS.
    var isFact: Bool {
        switch self {
        case .entities, .relations, .kinshipLabel, .eventArguments, .dates, .counts, .notAsserted, .attribution: true
        case .entityType, .events, .modality, .facts: false
        }
    }
}
