internal import Names
internal import Vocabulary

/// Draws the outline of a report: names taken apart, bodies looked up, clues gathered.
struct OutlineBuilder {
    let tables: CaseTables
    let report: FiledReport
    private var reading: Reading { report.reading }
    private let entities: [EntityID: Entity]
    private var keys: [EntityID: String] = [:]

    init(_ report: FiledReport, _ tables: CaseTables) {
        self.report = report
        self.tables = tables
        entities = Dictionary(report.reading.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for entity in report.reading.entities { keys[entity.id] = key(of: entity) }
    }

    func outline() -> ReportOutline {
        var clues = relationClues()
        for event in reading.events { gather(event, &clues) }
        let outlines = reading.entities.compactMap { entity -> EntityOutline? in
            guard !entity.mentions.isEmpty, entity.type != .people else { return nil }
            return outline(entity, clues[entity.id] ?? [])
        }
        return ReportOutline(
            report: report.sha256, language: report.language, entities: outlines, events: reading.events.map(event))
    }

    // MARK: Entities

    private func outline(_ entity: Entity, _ clues: Set<Clue>) -> EntityOutline {
        var result = EntityOutline(
            id: entity.id, type: entity.type, name: entity.name, form: nil, nicknames: [], key: keys[entity.id],
            acronyms: [], clues: clues, born: born(entity), spans: entity.mentions)
        if entity.type == .person {
            let name = PersonName(parsing: entity.name, tables: tables.names)
            result.form = PersonForm(name, tables)
            result.nicknames = nicknames(of: entity, name)
            for nickname in result.nicknames {
                result.clues.insert(Clue(kind: .nickname, key: nickname, words: nickname))
            }
        } else {
            result.acronyms = ([entity.name] + entity.aliases).filter(Self.isAcronym).map(Fold.key).sorted()
        }
        return result
    }

    /// Nicknames without their articles, folded.
    private func nicknames(of entity: Entity, _ name: PersonName) -> [String] {
        var found = Set(name.nicknames.map { BodyTable.plain($0.map(\.key).joined(separator: " ")) })
        if result(isNickname: name) { found.insert(BodyTable.plain(entity.name)) }
        for alias in entity.aliases {
            let parsed = PersonName(parsing: alias, tables: tables.names)
            let plain = BodyTable.plain(alias)
            let isPart = parsed.core.allSatisfy { part in name.core.contains { $0.key == part.key } }
            if plain.isEmpty || isPart || (parsed.isShortForm(of: name) && !found.contains(plain)) { continue }
            found.insert(plain)
        }
        return found.filter { $0.utf8.count > 2 }.sorted()
    }

    private func result(isNickname name: PersonName) -> Bool { PersonForm(name, tables).shape == .nickname }

    private func born(_ entity: Entity) -> ClosedRange<Int>? {
        if let born = entity.born { return born.interval.start.year...born.interval.end.year }
        guard let age = entity.age, age.bound == .exact, let year = report.published?.year else { return nil }
        return (year - age.value - 1)...(year - age.value)
    }

    private static func isAcronym(_ name: String) -> Bool {
        let letters = name.unicodeScalars
        return letters.count >= 3 && letters.count <= 8 && letters.allSatisfy { $0.properties.isUppercase || $0 == "-" }
    }

    /// The same for the same body, group, country or place in both languages.
    private func key(of entity: Entity) -> String? {
        let names = [entity.name] + entity.aliases
        switch entity.type {
        case .person, .people: return nil
        case .country:
            return names.lazy.compactMap { tables.countries.code(of: $0) }.first.map { "c:" + $0 }
        case .place:
            let folded = BodyTable.plain(entity.name)
            return folded.isEmpty ? nil : "l:" + Fold.key(tables.places[folded] ?? folded)
        case .publicBody, .organization, .company:
            let looked = names.lazy.compactMap { name in
                entity.type == .publicBody ? tables.bodies.body(name) : tables.bodies.group(name)
            }
            if let known = looked.first { return known.key }
            if let other = tables.bodies.group(entity.name) ?? tables.bodies.body(entity.name) { return other.key }
            return nil
        }
    }

    // MARK: Clues

    private func relationClues() -> [EntityID: Set<Clue>] {
        var clues: [EntityID: Set<Clue>] = [:]
        for relation in reading.relations where relation.polarity == .positive {
            let (from, to) = (relation.from.entity, relation.to.entity)
            func add(_ kind: Clue.Kind, _ holder: EntityID, _ other: EntityID, _ prefix: String = "") {
                guard let named = entities[other], named.type != .people else { return }
                let key = identity(of: other)
                guard !key.isEmpty else { return }
                let words = prefix.isEmpty ? named.name : "\(prefix), \(named.name)"
                clues[holder, default: []].insert(
                    Clue(kind: kind, key: prefix.isEmpty ? key : "\(Fold.key(prefix))@\(key)", words: words))
            }
            switch relation.type {
            case .holdsOffice: add(.office, from, to, relation.label)
            case .leads, .memberOf: add(.group, from, to)
            case .worksFor: add(.company, from, to)
            case .familyOf, .associateOf:
                add(relation.type == .familyOf ? .kin : .company, from, to)
                add(relation.type == .familyOf ? .kin : .company, to, from)
            case .nationalOf: add(.nationality, from, to)
            case .basedIn: add(.place, from, to)
            case .partOf, .alliedWith, .rivalOf: break
            }
        }
        return clues
    }

    /// Under what name an entity is compared as a clue.
    func identity(of id: EntityID) -> String {
        if let key = keys[id] { return key }
        guard let entity = entities[id], entity.type != .people else { return "" }
        if entity.type != .person { return "o:" + BodyTable.plain(entity.name) }
        let form = PersonForm(PersonName(parsing: entity.name, tables: tables.names), tables)
        // The first given name and the first surname: other forms of a name mostly keep these.
        guard form.shape == .full, let given = form.given.first, let paternal = form.paternal else { return "" }
        return "p:\(given) \(paternal)"
    }

    /// Which happenings a person had a part in, by type and month.
    private func gather(_ event: Event, _ clues: inout [EntityID: Set<Clue>]) {
        guard let when = event.when?.interval, when.precision == .day || when.precision == .month else { return }
        let month = String(when.start.iso.prefix(7))
        for argument in event.arguments where [.person, .victim, .target].contains(argument.role) {
            guard case .entity(let participant) = argument.filler else { continue }
            clues[participant.entity, default: []].insert(
                Clue(kind: .event, key: "\(event.type.rawValue) \(month)", words: "\(event.label), \(month)"))
        }
    }

    // MARK: Events

    private func event(_ event: Event) -> EventOutline {
        func fillers(_ roles: Set<Role>) -> [EntityID] {
            var ids: [EntityID] = []
            for argument in event.arguments where roles.contains(argument.role) {
                guard case .entity(let participant) = argument.filler,
                    let entity = entities[participant.entity], entity.type != .people, !ids.contains(entity.id)
                else { continue }
                ids.append(entity.id)
            }
            return ids
        }
        func codes(_ role: Role) -> Set<String> {
            Set(fillers([role]).compactMap { keys[$0] }.filter { $0.hasPrefix("c:") })
        }
        var words: Set<String> = []
        for argument in event.arguments {
            guard case .text(let quote) = argument.filler else { continue }
            words.formUnion(Fold.key(quote.text).split(separator: " ").map(String.init).filter { $0.utf8.count > 3 })
        }
        var counts = Set(event.counts.filter { $0.bound == .exact }.map(\.value))
        if let count = event.count { counts.insert(count) }
        return EventOutline(
            id: event.id, type: event.type, label: event.label, modality: event.modality, polarity: event.polarity,
            mains: fillers([.person, .victim, .target, .party]), agents: fillers([.agent]),
            recipients: fillers([.recipient]), places: fillers([.place]), origins: codes(.origin),
            destinations: codes(.destination), words: words, counts: counts, when: event.when?.interval,
            trigger: event.trigger)
    }
}
