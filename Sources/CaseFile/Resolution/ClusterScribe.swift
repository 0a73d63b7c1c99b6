internal import Foundation
internal import Names
internal import Vocabulary

/// Writes the outcome of a component's resolution as rows.
struct ClusterScribe {
    let tables: CaseTables
    let rulings: Rulings
    let sources: Sources
    let outlines: [String: ReportOutline]
    let component: String

    /// A name that depends on what the members are, not on the numbers that a reading gives them.
    static func name(
        of members: [Cluster.Member], _ kind: Cluster.Kind, _ outlines: [String: ReportOutline], _ prefix: String
    ) -> String {
        let places = members.map { member -> String in
            guard let outline = outlines[member.report] else { return member.report }
            switch kind {
            case .entity:
                guard let entity = outline.entity(member.thing) else { return member.report }
                // Two of one name at one place are told apart by their order.
                let twins = outline.entities.filter {
                    $0.type == entity.type && $0.spans.first == entity.spans.first && $0.name == entity.name
                }
                let place = "\(entity.spans.first?.start ?? 0) \(entity.spans.first?.end ?? 0) \(entity.type.rawValue)"
                let number = twins.firstIndex { $0.id == entity.id } ?? 0
                return "\(member.report) \(place) \(entity.name) \(number)"
            case .event:
                guard let event = outline.events.first(where: { $0.id == member.thing }) else { return member.report }
                let twins = outline.events.filter { $0.type == event.type && $0.trigger == event.trigger }
                let number = twins.firstIndex { $0.id == event.id } ?? 0
                return "\(member.report) \(event.trigger.start) \(event.type.rawValue) \(number)"
            }
        }
        return prefix + SHA256.hexadecimal(of: Array((places.min() ?? "").utf8)).prefix(12)
    }

    // MARK: Entities

    func entities(_ clustering: EntityClustering) -> [Cluster] {
        var clusters = clustering.profiles.map(entity)
        let first = clusters
        for question in clustering.questions {
            clusters[question.one].ask(first[question.two], question.score, question.reasons)
            clusters[question.two].ask(first[question.one], question.score, question.reasons)
        }
        return clusters.map(\.cluster).sorted { $0.id < $1.id }
    }

    private func entity(_ profile: Profile) -> Draft {
        let members = profile.members.sorted()
        let type = Self.most(profile.outlines.map(\.type.rawValue))
        var note = ClusterNote()
        note.names = names(profile)
        note.links = profile.links.map(Self.link).sorted { ($0.one, $0.two) < ($1.one, $1.two) }
        let folded = Set((profile.outlines.map(\.name) + profile.outlines.flatMap(\.nicknames)).map(Fold.key)).sorted()
        let id = Self.name(of: members, .entity, outlines, "n-")
        var cluster = Cluster(
            id: id, kind: .entity, type: type, component: component, layer: layer(members), name: title(profile),
            foldedNames: folded, reports: Set(members.map(\.report)).count,
            mentions: profile.outlines.reduce(0) { $0 + $1.spans.count },
            independentSources: sources.count(Set(members.map(\.report))), members: members)
        finish(&cluster, &note)
        return Draft(cluster: cluster, note: note)
    }

    private func names(_ profile: Profile) -> [ClusterNote.Name] {
        var reports: [String: [String: Set<String>]] = [:]
        for ((member, outline), language) in zip(zip(profile.members, profile.outlines), profile.languages) {
            reports[outline.name, default: [:]][language, default: []].insert(member.report)
        }
        return reports.flatMap { name, languages in
            languages.map { ClusterNote.Name(text: name, language: $0.key, reports: $0.value.count) }
        }.sorted { ($1.reports, $0.text, $0.language) < ($0.reports, $1.text, $1.language) }
    }

    /// The fullest name; among those the one that most reports use, in the spelling with accents.
    private func title(_ profile: Profile) -> String {
        var uses: [String: Int] = [:]
        for outline in profile.outlines { uses[outline.name, default: 0] += 1 }
        func rank(_ outline: EntityOutline) -> (Int, Int, Int, Int) {
            let name = outline.name
            let isPlain =
                !name.contains("“") && !name.contains("‘") && !name.contains("\"") && name != name.uppercased()
            let words = outline.form.map { $0.shape == .full ? $0.words.count : 0 } ?? 0
            return (words, isPlain ? 1 : 0, uses[name] ?? 0, name.utf8.count - name.unicodeScalars.count)
        }
        return profile.outlines.max { a, b in
            let (x, y) = (rank(a), rank(b))
            return x == y ? a.name > b.name : x < y
        }?.name ?? ""
    }

    // MARK: Events

    func events(_ clustering: EventClustering) -> [Cluster] {
        var clusters = clustering.groups.enumerated().map { event($0.element, clustering.links[$0.offset]) }
        let first = clusters
        for question in clustering.questions {
            clusters[question.one].ask(first[question.two], question.score, question.reasons)
            clusters[question.two].ask(first[question.one], question.score, question.reasons)
        }
        return clusters.map(\.cluster).sorted { $0.id < $1.id }
    }

    private func event(_ accounts: [EventLikeness.Account], _ links: [Profile.Link]) -> Draft {
        let members = accounts.map(\.member).sorted()
        let labels = accounts.map(\.event.label)
        let event = accounts[0].event
        let names = accounts.flatMap { $0.mains + $0.agents }.map(\.name)
        var note = ClusterNote()
        note.links = links.map(Self.link).sorted { ($0.one, $0.two) < ($1.one, $1.two) }
        let reports = Set(members.map(\.report))
        var cluster = Cluster(
            id: Self.name(of: members, .event, outlines, "v-"), kind: .event, type: event.type.rawValue,
            component: component, layer: layer(members), name: Self.most(labels),
            foldedNames: Set(names.map(Fold.key)).sorted(), when: Self.when(accounts.compactMap(\.event.when)),
            reports: reports.count, mentions: members.count, independentSources: sources.count(reports),
            members: members)
        finish(&cluster, &note)
        return Draft(cluster: cluster, note: note)
    }

    /// The most exact interval; among those the one most often given, then the first.
    static func when(_ all: [CalendarInterval]) -> CalendarInterval? {
        func length(_ interval: CalendarInterval) -> Int { interval.end.ordinal - interval.start.ordinal }
        guard let shortest = all.map(length).min() else { return nil }
        var uses: [CalendarInterval: Int] = [:]
        for interval in all where length(interval) == shortest { uses[interval, default: 0] += 1 }
        return uses.max { ($0.value, $1.key.start) < ($1.value, $0.key.start) }?.key
    }

    // MARK: Both

    private func layer(_ members: [Cluster.Member]) -> Cluster.Layer {
        members.contains { rulings.confirmed.contains($0) } ? .confirmed : .proposed
    }

    private func finish(_ cluster: inout Cluster, _ note: inout ClusterNote) {
        if let name = cluster.members.lazy.compactMap({ rulings.names[$0] }).first {
            cluster.name = name
            note.isRenamed = true
            cluster.foldedNames = Set(cluster.foldedNames + [Fold.key(name)]).sorted()
        }
        note.isDismissed = cluster.members.contains { rulings.hidden.contains($0) }
        var seen: Set<ClusterNote.Correction> = []
        note.corrections = cluster.members.flatMap { rulings.corrections[$0] ?? [] }.filter { seen.insert($0).inserted }
    }

    private static func link(_ link: Profile.Link) -> ClusterNote.Link {
        let ends = [link.one, link.two].sorted().map { "\($0.report)/\($0.thing)" }
        return ClusterNote.Link(
            one: ends[0], two: ends[1], score: (Double(link.score) * 100).rounded() / 100, reasons: link.reasons)
    }

    /// The most frequent; among equals the first in the alphabet.
    private static func most(_ words: [String]) -> String {
        var uses: [String: Int] = [:]
        for word in words { uses[word, default: 0] += 1 }
        return uses.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
    }

    /// A row whose note still grows.
    struct Draft {
        private let row: Cluster
        private var note: ClusterNote

        init(cluster: Cluster, note: ClusterNote) {
            row = cluster
            self.note = note
        }

        mutating func ask(_ other: Draft, _ score: Float, _ reasons: [String]) {
            note.questions.append(
                ClusterNote.Question(
                    cluster: other.row.id, name: other.row.name, score: (Double(score) * 100).rounded() / 100,
                    reasons: reasons))
        }

        var cluster: Cluster {
            var row = row
            row.json = note.json
            return row
        }
    }
}

extension ClusterNote {
    /// Members in the order of the alphabet.
    var json: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { Array($0) } ?? []
    }

    /// An empty note where there is none, or it cannot be read.
    public init(of cluster: Cluster) {
        self = (try? JSONDecoder().decode(ClusterNote.self, from: Data(cluster.json))) ?? ClusterNote()
    }
}
