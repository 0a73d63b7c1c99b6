/// The numbers that spaCy gives to strings: a built-in symbol has a small number, any other string its hash.
package struct StringIdentifiers: Sendable {
    private let symbols: ByteKeyTable
    private let numbers: [UInt64]

    /// The symbols of spaCy, from the resource `symbols.tsv`.
    package static let spaCy = StringIdentifiers(table: TabTable(PackageResources.symbols_tsv))

    init(table: TabTable) {
        var symbols = ByteKeyTable(capacity: table.rows.count)
        var numbers: [UInt64] = []
        for row in table.rows where row.count == 2 {
            guard let number = UInt64(row[1]), symbols.insert(row[0]) == numbers.count else { continue }
            numbers.append(number)
        }
        self.symbols = symbols
        self.numbers = numbers
    }

    package func identifier(_ text: Bytes) -> UInt64 {
        if text.isEmpty { return 0 }
        let hash = Murmur.identifier(text)
        if text.count <= 32 {
            let symbol = symbols.find(text, hash: hash)
            if symbol >= 0 { return numbers[symbol] }
        }
        return hash
    }

    package func identifier(_ text: String) -> UInt64 {
        var text = text
        return text.withUTF8 { identifier($0) }
    }

    func identifier(_ text: [UInt8]) -> UInt64 { text.withUnsafeBufferPointer { identifier($0) } }
}

/// A table of the room's resources: tab-separated columns, one row a line, lines that start with `#` are remarks.
struct TabTable {
    let rows: [[String]]

    init(_ bytes: [UInt8]) {
        rows = bytes.split(separator: 0x0a).compactMap { line in
            if line.first == UInt8(ascii: "#") { return nil }
            return line.split(separator: 0x09, omittingEmptySubsequences: false).map {
                String(decoding: $0, as: UTF8.self)
            }
        }
    }
}
