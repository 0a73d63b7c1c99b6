import Vocabulary

/// The countries that a report names, with where it names them or a place that lies in them.
struct CountriesOfReport {
    /// Token and entity of each mention of a country, or of a place in one that is named too; in text order.
    let places: [(token: Int, entity: Int, isAdjective: Bool)]
    private let codes: [String: Int]
    private let counts: [Int: Double]

    init(scene: TieScene) {
        let names = scene.lexicon.names
        var codes: [String: Int] = [:]
        for (index, entity) in scene.mentions.entities.enumerated() where entity.type == .country {
            for name in [entity.name] + entity.aliases {
                let folded = FoldedName(name).key
                guard let code = (names.countries.phrases[folded] ?? names.countries.capitals[folded])?.code,
                    codes[code] == nil
                else { continue }
                codes[code] = index
            }
        }
        var places: [(token: Int, entity: Int, isAdjective: Bool)] = []
        var counts: [Int: Double] = [:]
        for mention in scene.mentions.mentions where mention.kind != .pronoun {
            switch scene.type(mention) {
            case .country:
                places.append((mention.head, mention.entity, mention.kind == .demonym))
                counts[mention.entity, default: 0] += 1
            case .place:
                let folded = FoldedName(scene.syntax.string(mention.span)).key
                guard let code = names.places.phrases[folded]?.country ?? names.countries.capitals[folded]?.code,
                    let entity = codes[code]
                else { continue }
                places.append((mention.head, entity, false))
                counts[entity, default: 0] += 0.5
            default: break
            }
        }
        self.codes = codes
        self.places = places
        self.counts = counts
    }

    func entity(ofCode code: String) -> Int? { codes[code] }

    /// The part of all mentions of countries and of places in them that each has.
    func shares() -> [Int: Double] {
        let total = counts.values.reduce(0, +)
        return counts.mapValues { $0 / total }
    }
}
