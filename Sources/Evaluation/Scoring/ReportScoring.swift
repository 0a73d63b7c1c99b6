public import Vocabulary

extension GoldReport {
    /// Holds a reading against the gold.
    ///
    /// A missing reading counts as one that says nothing, and so does one whose spans do not repeat the text.
    public func score(_ reading: ReadingForm?) -> ReportScore {
        let faults = reading.map { SpanCheck(text: text).faults(in: $0) } ?? 0
        let ours = faults == 0 ? reading : nil
        let empty = ReadingForm(report: self.reading.report)
        var scoring = ReportScoring(gold: self.reading, ours: ours ?? empty)
        scoring.scorecard.reports = 1
        if reading == nil { scoring.scorecard.missing = [id] }
        scoring.scoreEntities()
        scoring.scoreRelations()
        scoring.scoreEvents()
        return ReportScore(
            key: key, scorecard: scoring.scorecard, differences: scoring.sortedDifferences, faults: faults,
            entityPairs: scoring.alignment.entities, eventPairs: scoring.alignment.events,
            relationPairs: scoring.relationPairs)
    }
}

/// The counting of one report.
struct ReportScoring {
    let gold: ReadingForm
    let ours: ReadingForm
    let alignment: Alignment
    var scorecard = Scorecard()
    var differences: [Difference] = []
    var relationPairs: [Int: Int] = [:]

    init(gold: ReadingForm, ours: ReadingForm) {
        self.gold = gold
        self.ours = ours
        alignment = Alignment(gold: gold, ours: ours)
    }

    var sortedDifferences: [Difference] {
        differences.sorted {
            ($0.kind.rawValue, $0.matter, $0.type, $0.what, $0.place?.lowerBound ?? -1)
                < ($1.kind.rawValue, $1.matter, $1.type, $1.what, $1.place?.lowerBound ?? -1)
        }
    }

    mutating func note(_ kind: Difference.Kind, _ matter: String, _ type: String, _ what: String, at place: Range<Int>?)
    {
        differences.append(Difference(kind: kind, matter: matter, type: type, what: what, place: place))
    }

    /// Entities with a name, and whether their type agrees where they are paired.
    mutating func scoreEntities() {
        let named = (gold.entities ?? []).filter { $0.type != EntityType.people.rawValue }
        let ourNamed = (ours.entities ?? []).filter { $0.type != EntityType.people.rawValue }
        let pairs = alignment.entities
        let hits = named.filter { pairs[$0.id] != nil }
        scorecard.add(.entities, hit: hits.count, gold: named.count, ours: ourNamed.count)
        let typeOf = Dictionary((ours.entities ?? []).map { ($0.id, $0.type) }, uniquingKeysWith: { $1 })
        for entity in hits {
            let ourType = pairs[entity.id].flatMap { typeOf[$0] } ?? ""
            scorecard.add(.entityType, hit: ourType == entity.type, gold: true, ours: true)
            if ourType != entity.type {
                note(
                    .differs, "entity type", entity.type, "\(entity.name ?? ""): ours \(ourType)", at: entity.firstPlace
                )
            }
        }
        for entity in named where pairs[entity.id] == nil {
            note(.missed, "entity", entity.type, entity.name ?? "", at: entity.firstPlace)
        }
        let paired = Set(pairs.values)
        for entity in ourNamed where !paired.contains(entity.id) {
            note(.extra, "entity", entity.type, entity.name ?? "", at: entity.firstPlace)
        }
    }

    /// What makes two relations the same: the type and, in the gold's ids, both ends.
    private struct RelationKey: Hashable {
        let type: String
        let from: String
        let to: String

        init?(_ relation: ReadingForm.Relation, _ toGold: (String) -> String?) {
            guard let from = toGold(relation.from), let to = toGold(relation.to) else { return nil }
            let isSymmetric = RelationType(rawValue: relation.type)?.isSymmetric ?? false
            type = relation.type
            (self.from, self.to) = isSymmetric && to < from ? (to, from) : (from, to)
        }
    }

    mutating func scoreRelations() {
        let toGold = Dictionary(alignment.entities.map { ($0.value, $0.key) }, uniquingKeysWith: { $1 })
        let goldIDs = Set((gold.entities ?? []).map(\.id))
        let (goldRelations, ourRelations) = (gold.relations ?? [], ours.relations ?? [])
        var (keyed, ourKeyed): ([RelationKey: Int], [RelationKey: Int]) = ([:], [:])
        for (i, relation) in goldRelations.enumerated() {
            if let key = RelationKey(relation, { goldIDs.contains($0) ? $0 : nil }) { keyed[key] = i }
        }
        for (j, relation) in ourRelations.enumerated() {
            if let key = RelationKey(relation, { toGold[$0] }) {
                ourKeyed[key] = j
            } else {
                note(.extra, "relation", relation.type, ours.ends(of: relation), at: relation.evidence?.range)
            }
        }
        var common = 0
        for (key, i) in keyed {
            let relation = goldRelations[i]
            scorecard.add(
                type: "relation \(key.type)", hit: ourKeyed[key] != nil, gold: true, ours: ourKeyed[key] != nil)
            guard let j = ourKeyed[key] else {
                note(.missed, "relation", key.type, gold.ends(of: relation), at: relation.evidence?.range)
                continue
            }
            common += 1
            relationPairs[i] = j
            if key.type == RelationType.familyOf.rawValue { scoreKinship(relation, ourRelations[j]) }
        }
        for (key, j) in ourKeyed where keyed[key] == nil {
            scorecard.add(type: "relation \(key.type)", hit: false, gold: false, ours: true)
            let relation = ourRelations[j]
            note(.extra, "relation", key.type, ours.ends(of: relation), at: relation.evidence?.range)
        }
        scorecard.add(.relations, hit: common, gold: keyed.count, ours: ourRelations.count)
    }

    private mutating func scoreKinship(_ relation: ReadingForm.Relation, _ our: ReadingForm.Relation) {
        let same = NameFolding.fold(relation.label) == NameFolding.fold(our.label)
        scorecard.add(.kinshipLabel, hit: same, gold: true, ours: true)
        if !same {
            let what = "\(gold.ends(of: relation)): \(relation.label ?? "none"), ours \(our.label ?? "none")"
            note(.differs, "kinship label", relation.type, what, at: relation.evidence?.range)
        }
    }
}

extension ReadingForm {
    /// The name of an entity, or its id where it has none.
    func name(of id: String) -> String { entities?.first { $0.id == id }?.name ?? id }

    func ends(of relation: Relation) -> String { "\(name(of: relation.from)) → \(name(of: relation.to))" }
}

extension ReadingForm.Entity {
    var firstPlace: Range<Int>? { mentions?.first?.range }
}

extension ReadingForm.Words {
    /// nil when the offsets are no range.
    var range: Range<Int>? {
        guard let start, let end, start < end else { return nil }
        return start..<end
    }
}
