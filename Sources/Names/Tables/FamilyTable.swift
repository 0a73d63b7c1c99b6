/// Names that stand for one another: each row of a table is a family, and a name may belong to several.
package struct FamilyTable: Sendable {
    /// Why the names of a family stand for one another.
    package enum Kind: Int, Sendable, CaseIterable {
        /// Spellings of one name.
        case spelling
        /// A name and its pet forms.
        case petForm
        /// One name in several languages.
        case equivalent

        fileprivate var file: String {
            switch self {
            case .spelling: "spellings"
            case .petForm: "hypocoristics"
            case .equivalent: "given-equivalents"
            }
        }
    }

    private var keys = ByteKeyMap(capacity: 4_096)
    private var families: [[UInt16]] = []
    /// First family number of each kind, and one past the last.
    private var firsts: [UInt16] = [1]

    init() throws(NamesError) {
        var next: UInt16 = 1
        for kind in Kind.allCases {
            // The formal name heads one family however often the table lists it.
            var heads: [[UInt8]: UInt16] = [:]
            try TableFile(kind.file).rows(columns: 2) { fields in
                let head = Array(fields[0])
                let family = heads[head] ?? next
                if family == next { next += 1 }
                heads[head] = family
                for word in fields[0].words + fields[1].words { note(word, family) }
            }
            firsts.append(next)
        }
    }

    private mutating func note(_ word: ArraySlice<UInt8>, _ family: UInt16) {
        let number = word.withUnsafeBufferPointer { keys.insert($0) }
        if number == families.count { families.append([]) }
        if !families[number].contains(family) { families[number].append(family) }
    }

    /// How many families there are, the unused number 0 included.
    package var count: Int { Int(firsts.last ?? 1) }

    /// The families of a folded name in ascending order, usually none or one.
    package func families(_ key: UnsafeBufferPointer<UInt8>) -> [UInt16] {
        guard let number = keys.find(key) else { return [] }
        return families[number]
    }

    package func kind(_ family: UInt16) -> Kind {
        family < firsts[1] ? .spelling : family < firsts[2] ? .petForm : .equivalent
    }
}
