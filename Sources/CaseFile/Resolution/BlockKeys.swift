internal import Names
internal import Vocabulary

/// Under which keys the things of a report wait for their like. Things that share no key are never compared.
///
/// How narrow a key is follows from fixed tables alone: a rare surname needs but the given name's first letter beside
/// it, a common one the whole given name, so that no key gathers a large part of a case.
struct BlockKeys {
    let tables: CaseTables
    let outline: ReportOutline

    func all() -> [BlockKey] {
        var keys: [BlockKey] = []
        for entity in outline.entities {
            let member = Cluster.Member(report: outline.report, thing: entity.id)
            for key in waiting(of(entity), member) { keys.append(BlockKey(key: key, member: member, kind: .entity)) }
        }
        for event in outline.events {
            let member = Cluster.Member(report: outline.report, thing: event.id)
            for key in waiting(of(event), member) { keys.append(BlockKey(key: key, member: member, kind: .event)) }
        }
        return keys
    }

    /// Whatever can be like nothing else waits alone.
    private func waiting(_ keys: Set<String>, _ member: Cluster.Member) -> [String] {
        keys.isEmpty ? ["= \(member.report) \(member.thing)"] : keys.sorted()
    }

    // MARK: Entities

    func of(_ entity: EntityOutline) -> Set<String> {
        if let form = entity.form { return person(entity, form) }
        var keys: Set<String> = []
        if let key = entity.key { keys.insert(key) }
        switch entity.type {
        case .organization, .company, .publicBody:
            for acronym in entity.acronyms { keys.insert("a:" + acronym) }
            let words = tables.distinctiveWords(of: entity.name)
            // One word that tells it apart, the first in the alphabet of those that are longest.
            if let word = words.sorted().max(by: { $0.utf8.count < $1.utf8.count }) { keys.insert("o:" + word) }
        default: break
        }
        return keys
    }

    private func person(_ entity: EntityOutline, _ form: PersonForm) -> Set<String> {
        var keys: Set<String> = []
        let strong = entity.clues.filter { $0.kind <= .group }
        switch form.shape {
        case .full:
            guard let paternal = form.paternal, let given = form.given.first else { break }
            keys.insert(surnameKey(paternal, given))
            if let maternal = form.maternal { keys.insert("ss:\(paternal) \(maternal)") }
            for clue in strong { keys.insert("s:\(paternal)|\(clue.key)") }
        case .surnames:
            if form.words.count > 1 { keys.insert("ss:" + form.text) }
            for word in form.words.prefix(1) { for clue in strong { keys.insert("s:\(word)|\(clue.key)") } }
        case .given:
            for clue in strong where clue.kind != .nickname { keys.insert("f:\(form.text)|\(clue.key)") }
        case .privacy:
            for clue in entity.clues where clue.kind <= .event { keys.insert("v:\(form.text)|\(clue.key)") }
        case .nickname: break
        }
        for nickname in entity.nicknames { keys.formUnion(nicknameKeys(nickname, entity)) }
        return keys
    }

    private func surnameKey(_ paternal: String, _ given: String) -> String {
        let isCommon = tables.names.frequencies[Array(paternal.utf8)].surname >= 300
        return "p:\(paternal) \(isCommon ? given : String(given.prefix(1)))"
    }

    /// A nickname that many bear needs the group beside it.
    private func nicknameKeys(_ nickname: String, _ entity: EntityOutline) -> [String] {
        let words = nickname.split(separator: " ").map(String.init)
        guard words.allSatisfy({ tables.commonNicknames.contains($0) }) else { return ["k:" + nickname] }
        return entity.clues.filter { $0.kind == .group || $0.kind == .kin }.map { "k:\(nickname)|\($0.key)" }
    }

    // MARK: Events

    func of(_ event: EventOutline) -> Set<String> {
        var keys: Set<String> = []
        let type = event.type.rawValue
        let months = Self.months(event.when)
        for id in event.mains + (event.mains.isEmpty ? event.agents : []) {
            guard let entity = outline.entity(id) else { continue }
            if entity.form != nil {
                for key in of(entity) where !key.hasPrefix("s:") { keys.insert("\(type)|\(key)") }
            } else if let key = entity.key ?? of(entity).min() {
                for month in months { keys.insert("\(type)|\(key)|\(month)") }
            }
        }
        for count in event.counts where count >= 5 {
            if event.type == .transfer {
                keys.insert("\(type)|n\(count)")
            } else {
                for month in months { keys.insert("\(type)|n\(count)|\(month)") }
            }
        }
        for origin in event.origins {
            for destination in event.destinations {
                for month in months { keys.insert("\(type)|\(origin)>\(destination)|\(month)") }
            }
        }
        if let when = event.when, when.precision == .day {
            for place in event.places.compactMap({ outline.entity($0)?.key }) where place.hasPrefix("l:") {
                // The day after as well: reports differ by a day where the sun is elsewhere.
                keys.insert("\(type)|\(place)|\(when.start.iso)")
                keys.insert("\(type)|\(place)|\(when.start.adding(days: 1).iso)")
            }
        }
        return keys
    }

    /// The months of a short interval; none for a long one, which says too little.
    private static func months(_ when: CalendarInterval?) -> [String] {
        guard let when, when.end.ordinal - when.start.ordinal <= 100 else { return [] }
        var months: [String] = []
        var day = when.start
        while day <= when.end {
            months.append(String(day.iso.prefix(7)))
            guard let first = CalendarDay(day.year, day.month, 1) else { break }
            day = first.adding(months: 1)
        }
        return months
    }
}
