/// Gathers names and lays them out as an index.
public struct NameIndexBuilder {
    private let tables: NameTables
    private var words = NameWords()
    private var form = NameForm()

    private var letters: [UInt8] = []
    private var units: [NameUnit] = []
    private var names: [NameRow] = []
    private var texts: [UInt8] = []
    private var tokens = TokenTable()

    public init(tables: NameTables) { self.tables = tables }

    /// Adds a name of an entry. A name that holds no letters is left out.
    ///
    /// - Parameters:
    ///   - entry: the bearer's number, given back with every hit.
    ///   - isWeak: an alias so broad that it is worth less than a name.
    public mutating func add(_ name: String, as kind: NameKind, entry: Int, isWeak: Bool = false) {
        words.read(name)
        switch kind {
        case .person:
            form.read(person: words, tables)
            append(name, entry, isWeak)
        case .organisation:
            for range in words.alternatives {
                form.read(organisation: words, range: range, tables)
                append(name, entry, isWeak)
            }
        case .unknown:
            form.read(person: words, tables)
            append(name, entry, isWeak)
            form.read(organisation: words, tables)
            append(name, entry, isWeak)
        }
    }

    private mutating func append(_ name: String, _ entry: Int, _ isWeak: Bool) {
        guard !form.units.isEmpty else { return }
        var row = NameRow()
        row.units = UInt32(units.count)
        row.unitCount = UInt8(min(form.units.count, 32))
        row.kind = form.kind.rawValue
        row.custom = form.custom.number
        row.traits = (form.hasExplicitSurname ? 1 : 0) | (isWeak ? 2 : 0)
        row.legalForm = form.legalForm
        row.entry = UInt32(entry)
        row.text = UInt32(texts.count)
        texts += name.utf8
        row.textCount = UInt32(texts.count) - row.text
        let number = UInt32(names.count)
        let shift = UInt32(letters.count)
        form.withView { view in
            for unit in view.units.prefix(32) {
                var moved = unit
                moved.start += shift
                moved.keyStart += shift
                moved.token = UInt32(
                    tokens.note(
                        view.word(unit), view.kind, bits: unit.bits, unit: units.count, name: number, entry: row.entry))
                units.append(moved)
            }
            tokens.noteJoined(view, name: number)
        }
        letters += form.letters
        names.append(row)
    }

    /// Lays everything out; rarity now also counts how many entries bear a word.
    public func finish() -> NameIndex {
        var units = units
        var names = names
        var tokens = tokens
        tokens.weigh()
        for index in units.indices where units[index].role != .honorific && !units[index].traits.contains(.initial) {
            units[index].bits = tokens.rows[Int(units[index].token)].bits
        }
        for index in names.indices {
            let row = names[index]
            names[index].bits = units[Int(row.units)..<(Int(row.units) + Int(row.unitCount))].reduce(0) { $0 + $1.bits }
        }
        let clues = ClueTable(tokens: tokens, units: units, letters: letters)
        let (rows, postings) = tokens.layOut()
        return NameIndex(
            image: .make([
                letters, Self.bytes(units), Self.bytes(names), texts, tokens.keys.letters, Self.bytes(rows),
                Self.bytes(postings), Self.bytes(clues.rows), Self.bytes(clues.buckets), clues.sieve,
            ]))
    }

    private static func bytes<Row>(_ rows: [Row]) -> [UInt8] { rows.withUnsafeBytes { Array($0) } }
}
