/// What the words of one query are to the words of an index, as far as they are alike: filled once a search, read for
/// every candidate.
package struct LikenessSheet: Sendable {
    /// Row of each token of the index; -1 for tokens that are like no word of the query.
    private var rowOf: [Int32]
    private var tokens: [UInt32] = []
    private var values: [UnitLikeness] = []

    init(tokenCount: Int) { rowOf = [Int32](repeating: -1, count: tokenCount) }

    mutating func clear() {
        for token in tokens { rowOf[Int(token)] = -1 }
        tokens.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
    }

    /// Notes how alike a unit of the query and a token are.
    mutating func note(_ unit: Int, _ token: UInt32, _ likeness: UnitLikeness) {
        guard unit < Alignment.most else { return }
        var row = rowOf[Int(token)]
        if row < 0 {
            row = Int32(tokens.count)
            rowOf[Int(token)] = row
            tokens.append(token)
            values.append(contentsOf: repeatElement(.none, count: Alignment.most))
        }
        values[Int(row) * Alignment.most + unit] = likeness
    }

    @inline(__always)
    func likeness(_ unit: Int, _ token: UInt32) -> UnitLikeness {
        let row = rowOf[Int(token)]
        return row < 0 ? .none : values[Int(row) * Alignment.most + unit]
    }
}
