/// Given names and the gender that bears them; frequent surnames.
struct GivenNames: Sendable {
    private var genders: [String: Gender] = [:]
    private let surnames: Set<String>

    init(census: [TableFile.Row], world: [TableFile.Row], surnames: [TableFile.Row]) {
        self.surnames = Set(surnames.lazy.map { $0[0] })
        genders.reserveCapacity(census.count + 2000)
        for row in census { genders[row[0]] = Gender(row[1]) }
        for row in world {
            for name in row[1].split(separator: " ") where genders[String(name)] == nil {
                genders[String(name)] = Gender(row[0])
            }
        }
    }

    /// nil when the word is not known as a given name.
    func gender(of folded: String) -> Gender? { genders[folded] }

    func isSurname(_ folded: String) -> Bool { surnames.contains(folded) }
}

/// What a word says of the gender of the person it stands for.
enum Gender: Sendable {
    case masculine, feminine, unknown

    init(_ letter: String) {
        switch letter {
        case "m": self = .masculine
        case "f": self = .feminine
        default: self = .unknown
        }
    }

    func agrees(with other: Gender) -> Bool { self == .unknown || other == .unknown || self == other }
}
