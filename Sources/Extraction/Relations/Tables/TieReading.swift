package import Vocabulary

/// What a word says of two entities, given their types: one line of a class in `ties.yaml`.
package struct TieReading: Sendable {
    package let relation: RelationType
    package let from: Set<EntityType>
    package let to: Set<EntityType>
    /// The modality that the word itself brings ("founder" is over, "linked to" is an allegation).
    package let modality: Modality?
    /// Whether the second end found is the relation's `from`.
    package let isReversed: Bool

    init(_ node: LexiconNode) throws(LexiconError) {
        try node.onlyKeys(["relation", "from", "to", "modality", "reversed"])
        relation = try Self.value(of: node.required("relation"), "a type of relation")
        from = try Self.types(node.required("from"))
        to = try Self.types(node.required("to"))
        if let mode = node["modality"] {
            modality = try Self.value(of: mode, "a modality") as Modality
        } else {
            modality = nil
        }
        isReversed = try node["reversed"]?.text() == "true"
    }

    private static func value<Value: RawRepresentable & CaseIterable>(
        of node: LexiconNode, _ what: String
    ) throws(LexiconError) -> Value where Value.RawValue == String {
        let text = try node.text()
        guard let value = Value(rawValue: text) else {
            let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw node.wrong("'\(text)' is not \(what); known are \(known)")
        }
        return value
    }

    private static func types(_ node: LexiconNode) throws(LexiconError) -> Set<EntityType> {
        var found = Set<EntityType>()
        for item in try node.list() { found.insert(try value(of: item, "a type of entity")) }
        return found
    }
}
