/// How common a folded name is, as a given name and as a surname, where it is most common; and whose custom it follows.
package struct FrequencyTable: Sendable {
    /// The customs under which a name is borne.
    package struct Customs: OptionSet, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let spanish = Customs(rawValue: 1)
        package static let slavic = Customs(rawValue: 2)
        package static let arabic = Customs(rawValue: 4)
        package static let eastAsian = Customs(rawValue: 8)
        package static let western = Customs(rawValue: 16)

        init(letters: ArraySlice<UInt8>) {
            self = []
            for letter in letters {
                switch letter {
                case UInt8(ascii: "s"): insert(.spanish)
                case UInt8(ascii: "r"): insert(.slavic)
                case UInt8(ascii: "a"): insert(.arabic)
                case UInt8(ascii: "e"): insert(.eastAsian)
                default: insert(.western)
                }
            }
        }
    }

    /// Shares in parts per million, and customs.
    package struct Row: Sendable {
        package var given: Int32 = 0
        package var surname: Int32 = 0
        package var customs: Customs = []
    }

    private var keys = ByteKeyMap(capacity: 30_000)
    private var rows: [Row] = []

    init() throws(NamesError) {
        try TableFile("frequencies").rows(columns: 4) { fields in
            note(
                fields[0],
                .init(
                    given: Int32(fields[1].decimal), surname: Int32(fields[2].decimal),
                    customs: .init(letters: fields[3])))
        }
        try TableFile("general").rows(columns: 4) { fields in
            let share: Int32 = [20_000, 20_000, 4_000, 800][min(3, fields[2].decimal)]
            let use = fields[1].first ?? 0x62
            let row = Row(
                given: use == UInt8(ascii: "s") ? 0 : share, surname: use == UInt8(ascii: "g") ? 0 : share,
                customs: .init(letters: fields[3]))
            for word in fields[0].words { note(word, row) }
        }
    }

    private mutating func note(_ key: ArraySlice<UInt8>, _ row: Row) {
        let number = key.withUnsafeBufferPointer { keys.insert($0) }
        if number == rows.count { rows.append(Row()) }
        rows[number].given = max(rows[number].given, row.given)
        rows[number].surname = max(rows[number].surname, row.surname)
        rows[number].customs.formUnion(row.customs)
    }

    /// The row of a folded name; a row of zeros when it is unknown.
    package subscript(key: UnsafeBufferPointer<UInt8>) -> Row {
        guard let number = keys.find(key) else { return Row() }
        return rows[number]
    }

    package subscript(key: [UInt8]) -> Row { key.withUnsafeBufferPointer { self[$0] } }
}
