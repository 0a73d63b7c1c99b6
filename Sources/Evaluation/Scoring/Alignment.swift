import Vocabulary

/// Pairs what the gold and our reading say about one report, one to one, best evidence first.
struct Alignment {
    let gold: ReadingForm
    let ours: ReadingForm
    /// The gold's entity ids to ours.
    private(set) var entities: [String: String] = [:]
    /// The gold's event numbers to ours.
    private(set) var events: [Int: Int] = [:]

    init(gold: ReadingForm, ours: ReadingForm) {
        self.gold = gold
        self.ours = ours
        entities = Self.pairEntities(gold.entities ?? [], ours.entities ?? [])
        events = pairEvents()
    }

    /// An entity counts as the same when it is of the same kind, a mention overlaps and a name agrees; people without
    /// a name when a mention covers mostly the same words.
    private static func pairEntities(_ gold: [ReadingForm.Entity], _ ours: [ReadingForm.Entity]) -> [String: String] {
        let ourNames = ours.map { NameFolding.names($0.name, aliases: $0.aliases ?? []) }
        let ourSpans = ours.map(spans)
        var scored: [(score: Int, gold: String, ours: String)] = []
        for g in gold {
            let (kind, places) = (Kind(type: g.type), spans(g))
            let names = NameFolding.names(g.name, aliases: g.aliases ?? [])
            for (i, o) in ours.enumerated() where Kind(type: o.type) == kind {
                var (shared, near) = (0, false)
                for a in places {
                    for b in ourSpans[i] {
                        let common = a.overlap(b)
                        if common > 0 { near = true }
                        if 2 * common > max(a.length, b.length) { shared += 1 }
                    }
                }
                let named = kind != .people && !names.isDisjoint(with: ourNames[i])
                if (named && near) || (kind == .people && shared > 0) {
                    scored.append((10 * (named ? 1 : 0) + shared, g.id, o.id))
                }
            }
        }
        var (pairs, used): ([String: String], Set<String>) = ([:], [])
        for (_, g, o) in scored.sortedStably(by: { $0.score > $1.score }) where pairs[g] == nil && !used.contains(o) {
            pairs[g] = o
            used.insert(o)
        }
        return pairs
    }

    /// An event counts as the same when it is of the same type and is told in the same place, or shares two arguments.
    private func pairEvents() -> [Int: Int] {
        var scored: [(score: Int, gold: Int, ours: Int)] = []
        for (i, g) in (gold.events ?? []).enumerated() {
            let (evidence, trigger) = (Bounds(g.evidence), Bounds(g.trigger))
            for (j, o) in (ours.events ?? []).enumerated() where g.type == o.type {
                let hits = argumentPairs(g, o).count
                let place = Bounds(o.evidence)
                let near = evidence.overlap(place) > 0 || trigger.overlap(place) > 0
                if near || hits >= 2 { scored.append((2 * hits + (near ? 1 : 0), i, j)) }
            }
        }
        var (pairs, used): ([Int: Int], Set<Int>) = ([:], [])
        for (_, i, j) in scored.sortedStably(by: { $0.score > $1.score }) where pairs[i] == nil && !used.contains(j) {
            pairs[i] = j
            used.insert(j)
        }
        return pairs
    }

    /// Numbers of the gold event's arguments, with those of ours that are the same.
    func argumentPairs(_ gold: ReadingForm.Event, _ ours: ReadingForm.Event) -> [Int: Int] {
        var (pairs, used): ([Int: Int], Set<Int>) = ([:], [])
        for (i, g) in (gold.arguments ?? []).enumerated() {
            for (j, o) in (ours.arguments ?? []).enumerated()
            where !used.contains(j) && g.role == o.role && isSame(g, o) {
                pairs[i] = j
                used.insert(j)
                break
            }
        }
        return pairs
    }

    private func isSame(_ gold: ReadingForm.Argument, _ ours: ReadingForm.Argument) -> Bool {
        if let entity = gold.entity, !entity.isEmpty {
            guard let other = ours.entity, !other.isEmpty else { return false }
            return entities[entity] == other
        }
        let (a, b) = (NameFolding.words(gold.text), NameFolding.words(ours.text))
        let common = a.intersection(b).count
        return common > 0 && 4 * common >= a.count + b.count
    }
}

/// What counts as the same kind of entity.
private enum Kind {
    case person, people, body, place

    init?(type: String) {
        switch EntityType(rawValue: type) {
        case .person: self = .person
        case .people: self = .people
        case .organization, .publicBody, .company: self = .body
        case .country, .place: self = .place
        case nil: return nil
        }
    }
}

private func spans(_ entity: ReadingForm.Entity) -> [Bounds] {
    (entity.mentions ?? []).map { Bounds(start: $0.start ?? -1, end: $0.end ?? -1) }
}

extension Array {
    /// Sorts so that elements of equal rank keep their order.
    fileprivate func sortedStably(by precedes: (Element, Element) -> Bool) -> [Element] {
        enumerated().sorted { a, b in
            if precedes(a.element, b.element) { return true }
            if precedes(b.element, a.element) { return false }
            return a.offset < b.offset
        }.map(\.element)
    }
}
