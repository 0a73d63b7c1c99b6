internal import Names
internal import Vocabulary

/// Makes one of the persons, groups, bodies and places of a component that are the same.
///
/// The likest pair comes first; what a report tells apart stays apart; whoever has gained a clue is compared again. All
/// orders are by content, so that the order of filing does not show.
struct EntityClustering {
    /// From here on two things are proposed as one.
    static let proposal: Float = 0.8
    /// From here on a person is asked.
    static let question: Float = 0.66

    let tables: CaseTables
    let rulings: Rulings
    private var persons: PersonLikeness
    private(set) var profiles: [Profile]
    /// Pairs that are not alike enough to be proposed, by their positions in `profiles`.
    private(set) var questions: [(one: Int, two: Int, score: Float, reasons: [String])] = []

    init(_ profiles: [Profile], _ tables: CaseTables, _ rulings: Rulings) {
        self.tables = tables
        self.rulings = rulings
        persons = PersonLikeness(tables)
        self.profiles = profiles.sorted { $0.first < $1.first }
    }

    mutating func run() {
        joinMerged()
        joinEqual()
        while joinLikest() {}
    }

    /// What people have merged.
    private mutating func joinMerged() {
        let merges = rulings.merges
        join { $0.members.flatMap { merges[$0] ?? [] }.map { ($0.id, Float(1), $0.words) } }
    }

    /// What is the same by its key or by its whole name, told by no clue to be different.
    private mutating func joinEqual() {
        let tables = tables
        join { profile in
            guard let outline = profile.outlines.first else { return [] }
            if let key = outline.key { return [(key, 0.95, "both are “\(outline.name)” by the tables")] }
            if let form = outline.form {
                guard form.shape == .full, form.bits >= 15 else { return [] }
                return [("n:\(form.text) \(form.suffix)", 0.95, "same name “\(outline.name)”")]
            }
            return tables.distinctiveWords(of: outline.name).isEmpty
                ? [] : [("o:" + BodyTable.plain(outline.name), 0.9, "same name “\(outline.name)”")]
        }
    }

    /// Joins what shares a label; each joins the first that fits.
    private mutating func join(by labels: (Profile) -> [(label: String, score: Float, words: String)]) {
        var heads: [String: [Int]] = [:]
        var result: [Profile] = []
        for profile in profiles {
            var joined: Int?
            for (label, score, words) in labels(profile) {
                for head in heads[label] ?? [] where joined == nil {
                    if score < 1, !canJoin(result[head], profile) { continue }
                    let link = Profile.Link(
                        one: result[head].first, two: profile.first, score: score, reasons: [words])
                    result[head].absorb(profile, link)
                    joined = head
                }
            }
            let place = joined ?? result.count
            if joined == nil { result.append(profile) }
            for (label, _, _) in labels(profile) where heads[label]?.contains(place) != true {
                heads[label, default: []].append(place)
            }
        }
        profiles = result
    }

    private func canJoin(_ a: Profile, _ b: Profile) -> Bool {
        !a.isBornApart(b) && !rulings.areSplit(a.members, b.members)
    }

    // MARK: By likeness

    private mutating func joinLikest() -> Bool {
        var pairs: [(one: Int, two: Int, score: Float, reasons: [String])] = []
        for (one, two) in candidates() {
            guard let (score, reasons) = likeness(profiles[one], profiles[two]) else { continue }
            pairs.append((one, two, score, reasons))
        }
        pairs.sort { ($1.score, $0.one, $0.two) < ($0.score, $1.one, $1.two) }
        var used: Set<Int> = [], gone: Set<Int> = []
        for pair in pairs where pair.score >= Self.proposal {
            guard !used.contains(pair.one), !used.contains(pair.two) else { continue }
            used.formUnion([pair.one, pair.two])
            gone.insert(pair.two)
            let link = Profile.Link(
                one: profiles[pair.one].first, two: profiles[pair.two].first, score: pair.score, reasons: pair.reasons)
            profiles[pair.one].absorb(profiles[pair.two], link)
        }
        if gone.isEmpty {
            questions = pairs.filter {
                $0.score >= Self.question && !rulings.isDismissed(profiles[$0.one].members, profiles[$0.two].members)
            }
            return false
        }
        profiles = profiles.enumerated().filter { !gone.contains($0.offset) }.map(\.element)
        return true
    }

    /// Pairs that share a key, in order.
    private func candidates() -> [(Int, Int)] {
        var holders: [String: [Int]] = [:]
        for (position, profile) in profiles.enumerated() {
            for key in profile.keys { holders[key, default: []].append(position) }
        }
        var pairs: Set<[Int]> = []
        for positions in holders.values {
            for (rank, one) in positions.enumerated() {
                for two in positions[(rank + 1)...] { pairs.insert([one, two]) }
            }
        }
        return pairs.map { ($0[0], $0[1]) }.sorted { $0 < $1 }
    }

    /// nil when they cannot be one.
    private mutating func likeness(_ a: Profile, _ b: Profile) -> (Float, [String])? {
        guard let one = a.outlines.first, let two = b.outlines.first, (one.form == nil) == (two.form == nil),
            canJoin(a, b), !a.isToldApart(b)
        else { return nil }
        return one.form == nil ? bodies(a, b) : people(a, b)
    }

    private mutating func people(_ a: Profile, _ b: Profile) -> (Float, [String])? {
        var best: PersonLikeness.Verdict?
        for one in a.forms.sorted(by: { $0.text < $1.text }) {
            for two in b.forms.sorted(by: { $0.text < $1.text }) {
                let verdict = persons.compare(one, two)
                if verdict.isContradiction { return nil }
                if verdict.value > best?.value ?? 0 { best = verdict }
            }
        }
        guard let best else { return nil }
        var score = best.value
        var reasons = [best.reason]
        var gain: Float = 0
        for clue in a.clues.intersection(b.clues).sorted() {
            gain += clue.kind == .nickname && isCommon(clue.key) ? 0.12 : clue.kind.weight
            reasons.append(Self.words(clue))
        }
        score += min(gain, 0.35)
        for kind in [Clue.Kind.nickname, .nationality] {
            let mine = a.clues.filter { $0.kind == kind }, theirs = b.clues.filter { $0.kind == kind }
            guard !mine.isEmpty, !theirs.isEmpty, mine.isDisjoint(with: theirs) else { continue }
            score -= 0.05
            reasons.append("against it: different \(kind == .nickname ? "nicknames" : "nationalities")")
        }
        return (min(0.99, score), reasons)
    }

    private func isCommon(_ nickname: String) -> Bool {
        nickname.split(separator: " ").allSatisfy { tables.commonNicknames.contains(String($0)) }
    }

    private static func words(_ clue: Clue) -> String {
        switch clue.kind {
        case .nickname: "both called “\(clue.words)”"
        case .kin: "both kin of \(clue.words)"
        case .office: "both hold the office: \(clue.words)"
        case .group: "both with \(clue.words)"
        case .event: "both in: \(clue.words)"
        case .company: "both beside \(clue.words)"
        case .nationality: "same nationality: \(clue.words)"
        case .place: "same place: \(clue.words)"
        }
    }

    private func bodies(_ a: Profile, _ b: Profile) -> (Float, [String])? {
        let known = (Set(a.outlines.compactMap(\.key)), Set(b.outlines.compactMap(\.key)))
        if !known.0.isEmpty, !known.1.isEmpty, known.0.isDisjoint(with: known.1) { return nil }
        let kinds = Set((a.outlines + b.outlines).map(\.type))
        guard kinds.isDisjoint(with: [.country, .place]) else { return nil }
        let acronyms = Set(a.outlines.flatMap(\.acronyms)).intersection(b.outlines.flatMap(\.acronyms))
        if let acronym = acronyms.min() { return (0.85, ["both called \(acronym.uppercased())"]) }
        var best: Float = 0
        for one in Set(a.outlines.map(\.name)) {
            for two in Set(b.outlines.map(\.name)) {
                best = max(best, Float(tables.comparer.compare(one, two, as: .organisation).score))
            }
        }
        return best < 0.75 ? nil : (min(0.9, best - 0.05), ["names alike"])
    }
}
