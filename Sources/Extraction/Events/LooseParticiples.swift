import Vocabulary

/// Finds whom a participle between commas is said of: "X, alias Y, acusado de …", "X, esposa de Z, detenida en …".
///
/// The parse hangs such participles on whatever stands nearest; the noun phrase before the comma tells better.
struct LooseParticiples {
    let syntax: Syntax
    let mentions: MentionMap

    /// The participants before the comma, or nil when the participle stands otherwise.
    func bearers(of token: Int, types: Set<EntityType>) -> [RelationDraft.End]? {
        let floor = syntax.sentences[syntax.sentence[token]].tokens.lowerBound
        var before = token - 1
        while before > floor, syntax.pos[before] == .adv { before -= 1 }
        guard before > floor, syntax.lower[before] == "," else { return nil }
        before -= 1
        while before > floor, Self.closing.contains(syntax.lower[before]) { before -= 1 }
        var node = before
        var found: [RelationDraft.End]?
        for _ in 0..<8 {
            let ends = mentions.standing(at: node, syntax: syntax).filter { fits($0, token, types) }
            if !ends.isEmpty { found = ends }
            guard !syntax.isRoot(node), syntax.head[node] < token, syntax.head[node] >= floor else { break }
            switch syntax.dep[node] {
            case .flat, .compound, .appos, .det, .amod, .cc, .punct: break
            case .nmod:
                // "el abogado de X, acusado de …" says it of X, unless the noun itself explains a name.
                if found != nil, syntax.dep[syntax.head[node]] != .appos { return found }
            default: return found
            }
            node = syntax.head[node]
        }
        return found
    }

    private static let closing: Set<String> = ["”", "\"", "»", "’", "'", ")"]

    private func fits(_ end: RelationDraft.End, _ participle: Int, _ types: Set<EntityType>) -> Bool {
        let entity = mentions.entities[end.entity]
        guard types.contains(entity.type) else { return false }
        let isPlural = syntax.feature("Number", participle) == "Plur"
        return entity.type == .people ? isPlural == ((entity.count ?? 2) > 1) : !isPlural
    }
}
