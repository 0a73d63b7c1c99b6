import Vocabulary

/// Collects relations: never of an entity to itself, each tie once, in its clearest telling.
struct RelationLedger {
    private struct Key: Hashable {
        let type: RelationType
        let first: Int
        let second: Int
    }

    private struct Entry {
        var draft: RelationDraft
        /// How plainly the words say it.
        var clarity: Int
    }

    private var entries: [Key: Entry] = [:]
    private var order: [Key] = []

    private static func key(_ draft: RelationDraft) -> Key {
        let (a, b) = (draft.from.entity, draft.to.entity)
        return draft.type.isSymmetric && b < a
            ? Key(type: draft.type, first: b, second: a) : Key(type: draft.type, first: a, second: b)
    }

    mutating func add(_ draft: RelationDraft, clarity: Int) {
        guard draft.from.entity != draft.to.entity else { return }
        let key = Self.key(draft)
        guard let known = entries[key] else {
            entries[key] = Entry(draft: draft, clarity: clarity)
            order.append(key)
            return
        }
        // A tie that is anywhere only alleged, or over, is not given as a fact.
        let modality = Self.careful(known.draft.modality, draft.modality)
        if clarity > known.clarity { entries[key] = Entry(draft: draft, clarity: clarity) }
        entries[key]?.draft.modality = modality
    }

    private static func careful(_ a: Modality, _ b: Modality) -> Modality {
        if a == .asserted || b == .asserted { return a == .asserted ? b : a }
        return a == .alleged || b == .alleged ? .alleged : a
    }

    func relations(_ type: RelationType, from entity: Int) -> [RelationDraft] {
        order.filter { $0.type == type && $0.first == entity }.compactMap { entries[$0]?.draft }
    }

    /// Those that another says better left out: who leads a group is not also given as its member.
    func relations() -> [RelationDraft] {
        order.compactMap { key in
            guard let draft = entries[key]?.draft else { return nil }
            let stronger: [RelationType]
            switch key.type {
            case .memberOf: stronger = [.leads, .partOf]
            case .worksFor: stronger = [.holdsOffice, .leads]
            case .alliedWith: stronger = [.partOf, .memberOf, .leads]
            case .associateOf: stronger = [.familyOf]
            default: stronger = []
            }
            for type in stronger {
                let same = Key(type: type, first: key.first, second: key.second)
                let turned = Key(type: type, first: key.second, second: key.first)
                if entries[same] != nil || (key.type.isSymmetric && entries[turned] != nil) { return nil }
            }
            return draft
        }
    }
}
