/// Names that stand for one another: each row of the table is a family, and a name may belong to several.
package struct FamilyTable: Sendable {
    private var keys = ByteKeyMap(capacity: 2_048)
    private var families: [[UInt16]] = []
    /// How many families there are.
    package private(set) var count = 0

    init(_ name: String) throws(NamesError) {
        // The formal name heads one family however often the table lists it.
        var heads: [[UInt8]: UInt16] = [:]
        try TableFile(name).rows(columns: 2) { fields in
            let head = Array(fields[0])
            let family = heads[head] ?? UInt16(heads.count)
            heads[head] = family
            for word in fields[0].words + fields[1].words {
                let number = word.withUnsafeBufferPointer { keys.insert($0) }
                if number == families.count { families.append([]) }
                if !families[number].contains(family) { families[number].append(family) }
            }
        }
        count = heads.count
    }

    /// The families of a folded name, usually none or one.
    package func families(_ key: UnsafeBufferPointer<UInt8>) -> [UInt16] {
        guard let number = keys.find(key) else { return [] }
        return families[number]
    }
}
