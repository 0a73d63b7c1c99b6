import Names
import Vocabulary
import Watchlists

extension ScreeningQuery {
    /// A person, group, company or body of a report or a case; nil for what lists do not name.
    /// - Parameter others: its names beside the fullest.
    init?(_ type: EntityType, name: String, others: [String], id: String) {
        self.init(name, id: id)
        switch type {
        case .person:
            kind = .person
            // One word alone, a surname or a nickname, means too many.
            aliases = others.filter { $0.contains(" ") && !$0.hasPrefix("El ") && !$0.hasPrefix("La ") }
        case .organization, .company, .publicBody:
            kind = .organisation
            aliases = others
        case .people, .country, .place: return nil
        }
        bearers = Self.bearers(type.rawValue)
    }
}
