internal import Vocabulary

/// How far two reports speak of one happening.
struct EventLikeness {
    /// An event with those who take part in it.
    struct Account {
        var member: Cluster.Member
        var event: EventOutline
        var mains: [EntityOutline]
        var agents: [EntityOutline]
        var recipients: [EntityOutline]
        var places: [EntityOutline]
    }

    enum Verdict {
        /// They cannot be one.
        case apart
        case alike(Float, [String])
    }

    /// How the times of two accounts stand to each other.
    private enum Time { case unknown, same, overlapping, near, apart }

    private var persons: PersonLikeness

    init(_ tables: CaseTables) { persons = PersonLikeness(tables) }

    mutating func compare(_ a: Account, _ b: Account) -> Verdict {
        let (x, y) = (a.event, b.event)
        guard x.type == y.type, x.polarity == y.polarity, Self.isOutlookShared(x, y) else { return .apart }
        let time = Self.time(x.when, y.when)
        if time == .apart { return .apart }
        let shared = sharedNames(a.mains, b.mains)
        switch x.type {
        case .transfer: return transfer(a, b, time, shared)
        case .tariff, .authorization, .agreement, .meeting, .request, .assurance, .opposition:
            return politics(a, b, time, shared)
        default: return fate(a, b, time, shared)
        }
    }

    /// What has happened, or is said to have, is another thing than what is planned or feared.
    private static func isOutlookShared(_ x: EventOutline, _ y: EventOutline) -> Bool {
        func group(_ modality: Modality) -> Int {
            switch modality {
            case .asserted, .alleged, .former: 0
            case .planned: 1
            case .possible: 2
            case .threatened: 3
            }
        }
        return group(x.modality) == group(y.modality)
    }

    private static func time(_ x: CalendarInterval?, _ y: CalendarInterval?) -> Time {
        guard let x, let y else { return .unknown }
        if x == y, x.precision == .day { return .same }
        if x.start <= y.end, y.start <= x.end { return .overlapping }
        let gap = max(x.start.ordinal - y.end.ordinal, y.start.ordinal - x.end.ordinal)
        return gap <= 3 ? .near : .apart
    }

    // MARK: Kinds of events

    private func transfer(_ a: Account, _ b: Account, _ time: Time, _ shared: [String]) -> Verdict {
        let (x, y) = (a.event, b.event)
        func disagree(_ one: Set<String>, _ two: Set<String>) -> Bool {
            !one.isEmpty && !two.isEmpty && one.isDisjoint(with: two)
        }
        if disagree(x.origins, y.origins) || disagree(x.destinations, y.destinations) { return .apart }
        let isSameWay = !x.destinations.isDisjoint(with: y.destinations)
        let names = shared.isEmpty ? [] : ["the same people: " + shared.joined(separator: ", ")]
        if !x.counts.isEmpty, !y.counts.isEmpty {
            if let count = x.counts.intersection(y.counts).min() {
                let reasons = ["the same number: \(count)"] + names + Self.words(time)
                if !shared.isEmpty || time == .same || (time == .overlapping && isSameWay) {
                    return .alike(0.95, reasons)
                }
                return .alike(count >= 10 && isSameWay ? 0.82 : 0.7, reasons)
            }
            let (most, least) = (
                max(x.counts.max() ?? 0, y.counts.max() ?? 0), min(x.counts.min() ?? 0, y.counts.min() ?? 0)
            )
            guard least * 3 >= most * 2, time == .same || !shared.isEmpty && time == .overlapping else { return .apart }
            return .alike(
                0.84, names + Self.words(time) + ["numbers differ: \(least) and \(most)"])
        }
        if !shared.isEmpty {
            if time == .same || time == .overlapping { return .alike(0.92, names + Self.words(time)) }
            let isAlone = x.counts.isEmpty && y.counts.isEmpty
            return .alike(time == .near || isAlone ? 0.82 : 0.7, names + Self.words(time))
        }
        let isUnnamed = a.mains.isEmpty || b.mains.isEmpty
        let isShort = [x.when, y.when].allSatisfy { $0.map { $0.end.ordinal - $0.start.ordinal < 31 } ?? false }
        guard isUnnamed, isSameWay, !x.origins.isDisjoint(with: y.origins), isShort else { return .alike(0.2, []) }
        return .alike(time == .same ? 0.86 : 0.81, ["the same way"] + Self.words(time))
    }

    /// What befalls people: arrest, charge, death, sentence and so on.
    private func fate(_ a: Account, _ b: Account, _ time: Time, _ shared: [String]) -> Verdict {
        let (x, y) = (a.event, b.event)
        let isLabelled: Set<EventType> = [.sentence, .release, .charge, .designation, .crime]
        if isLabelled.contains(x.type), x.label != y.label { return .apart }
        if x.type == .seizure, shared.isEmpty, x.words.isDisjoint(with: y.words) { return .alike(0.2, []) }
        if shared.isEmpty { return unnamed(a, b, time) }
        var reasons = ["the same people: " + shared.joined(separator: ", ")] + Self.words(time)
        let fewest = max(1, min(a.mains.count, b.mains.count))
        var score: Float =
            switch time {
            case .same: 0.95
            case .overlapping: 0.86
            case .near: 0.8
            default: Self.unknownTime(x.type)
            }
        if time == .unknown, score < EntityClustering.proposal {
            let details = !x.words.isDisjoint(with: y.words)
            let surroundings = !sharedKeys(a.places, b.places).isEmpty || !sharedKeys(a.agents, b.agents).isEmpty
            if details { reasons.append("the same matter") }
            if surroundings { reasons.append("the same place or body") }
            if details || surroundings { score = 0.82 }
        }
        if Float(shared.count) / Float(fewest) < 0.5 { score -= 0.1 }
        if !x.counts.isEmpty, !y.counts.isEmpty, x.counts.isDisjoint(with: y.counts) {
            score -= time == .same ? 0.05 : 0.12
            reasons.append("against it: numbers differ")
        }
        return .alike(score, reasons)
    }

    /// What happens to a person once, or hardly more often, needs no date.
    private static func unknownTime(_ type: EventType) -> Float {
        switch type {
        case .death: 0.92
        case .conviction, .sentence, .designation, .kidnapping, .plea: 0.84
        case .arrest, .reward, .escape: 0.81
        default: 0.72
        }
    }

    private func unnamed(_ a: Account, _ b: Account, _ time: Time) -> Verdict {
        let (x, y) = (a.event, b.event)
        if !a.mains.isEmpty, !b.mains.isEmpty { return .apart }
        let places = sharedKeys(a.places, b.places).filter { $0.hasPrefix("l:") }
        let isCountShared = !x.counts.isDisjoint(with: y.counts)
        if !x.counts.isEmpty, !y.counts.isEmpty, !isCountShared { return .alike(0.3, []) }
        guard time == .same, !places.isEmpty || isCountShared else { return .alike(0.2, []) }
        guard isCountShared, !places.isEmpty || (x.counts.min() ?? 0) >= 5 else {
            return .alike(0.72, ["the same day and place"])
        }
        return .alike(0.84, ["the same day", "the same number"] + (places.isEmpty ? [] : ["the same place"]))
    }

    /// What states and bodies do: only close dates and the same parties make it one.
    private func politics(_ a: Account, _ b: Account, _ time: Time, _ shared: [String]) -> Verdict {
        guard time == .same || time == .overlapping, let x = a.event.when, let y = b.event.when else {
            return .alike(0.2, [])
        }
        let longest = max(x.end.ordinal - x.start.ordinal, y.end.ordinal - y.start.ordinal)
        guard longest <= 31 else { return .alike(0.3, []) }
        let agents = sharedKeys(a.agents, b.agents) + sharedNames(a.agents.filter { $0.form != nil }, b.agents)
        let recipients = sharedKeys(a.recipients, b.recipients)
        let isMatched =
            a.event.type == .agreement || a.event.type == .meeting
            ? shared.count >= 2
            : !agents.isEmpty && (!shared.isEmpty || !recipients.isEmpty)
                && (a.event.type == .tariff || !a.event.words.isDisjoint(with: b.event.words))
        guard isMatched else { return .alike(0.3, []) }
        return .alike(time == .same ? 0.88 : longest <= 7 ? 0.82 : 0.7, ["the same parties"] + Self.words(time))
    }

    // MARK: What is shared

    /// Names of those in `a` who are in `b` too.
    private func sharedNames(_ a: [EntityOutline], _ b: [EntityOutline]) -> [String] {
        var persons = persons
        return a.filter { mine in b.contains { Self.isSame(mine, $0, &persons) } }.map(\.name)
    }

    private static func isSame(_ a: EntityOutline, _ b: EntityOutline, _ persons: inout PersonLikeness) -> Bool {
        if let one = a.form, let two = b.form {
            let verdict = persons.compare(one, two)
            if verdict.isContradiction { return false }
            return verdict.value >= 0.7 || (verdict.value >= 0.5 && !Set(a.nicknames).isDisjoint(with: b.nicknames))
        }
        guard a.form == nil, b.form == nil else { return false }
        if let one = a.key, let two = b.key { return one == two }
        return BodyTable.plain(a.name) == BodyTable.plain(b.name)
            || !Set(a.acronyms).isDisjoint(with: b.acronyms)
    }

    private func sharedKeys(_ a: [EntityOutline], _ b: [EntityOutline]) -> [String] {
        Set(a.compactMap(\.key)).intersection(b.compactMap(\.key)).sorted()
    }

    private static func words(_ time: Time) -> [String] {
        switch time {
        case .same: ["the same day"]
        case .overlapping: ["dates that fit"]
        case .near: ["dates at most three days apart"]
        case .unknown: ["no date on one side"]
        case .apart: []
        }
    }
}
