/// Finds the names of an index that may be like a name: those that share words, or words alike, of enough rarity.
struct CandidateSearch: Sendable {
    private let index: NameIndex
    /// What each name has gathered, and the query word that last gave.
    private var gathered: [Float]
    private var lastWord: [Int32]
    private var touched: [Int32] = []
    private var wordNumber: Int32 = 0
    private(set) var expansion: Expansion
    private var found: [(rank: Float, name: Int32)] = []
    private var result: [Int] = []

    /// The most candidates that are compared in full.
    static let most = 64
    /// The least part of a query's rarity, or of a name's, that must be found.
    static let queryPart: Float = 0.45, namePart: Float = 0.75

    init(_ index: NameIndex, _ tables: NameTables) {
        self.index = index
        gathered = [Float](repeating: 0, count: index.count)
        lastWord = [Int32](repeating: 0, count: index.count)
        expansion = Expansion(index, tables)
    }

    /// The numbers of the candidates, likeliest first.
    mutating func find(_ query: FormView) -> [Int] {
        for name in touched { gathered[Int(name)] = 0 }
        touched.removeAll(keepingCapacity: true)
        expansion.expand(query)
        let total = expansion.terms.reduce(Float(0)) { $0 + ($1.isExtra ? 0 : $1.bits) }
        let needed = total * Self.queryPart
        var rest = expansion.terms.reduce(Float(0)) { $0 + $1.bits }
        let postings = index.image.rows(.postings, as: UInt32.self)
        let tokens = index.image.rows(.tokens, as: TokenRow.self)
        // Rare words first: by the time the common ones come, most names can no longer gather enough.
        for term in expansion.terms.sorted(by: { ($1.bits, $0.first) < ($0.bits, $1.first) }) {
            wordNumber &+= 1
            let mayAdd = rest >= needed
            for match in expansion.matches[term.first..<term.end] {
                let gain = match.likeness.value * term.bits
                let token = Int(match.token)
                for place in Int(tokens[token].postings)..<Int(tokens[token + 1].postings) {
                    let name = Int(postings[place])
                    if lastWord[name] == wordNumber { continue }
                    if gathered[name] == 0 {
                        guard mayAdd else { continue }
                        touched.append(Int32(name))
                    }
                    lastWord[name] = wordNumber
                    gathered[name] += gain
                }
            }
            rest -= term.bits
        }
        return rank(needed)
    }

    private mutating func rank(_ needed: Float) -> [Int] {
        let rows = index.image.rows(.names, as: NameRow.self)
        found.removeAll(keepingCapacity: true)
        for name in touched {
            let gain = gathered[Int(name)]
            let bits = rows[Int(name)].bits
            guard gain >= needed || gain >= bits * Self.namePart else { continue }
            found.append((gain - 0.25 * max(0, bits - gain), name))
        }
        if found.count > Self.most {
            found.sort { ($1.rank, $0.name) < ($0.rank, $1.name) }
            found.removeLast(found.count - Self.most)
        } else {
            found.sort { ($1.rank, $0.name) < ($0.rank, $1.name) }
        }
        result.removeAll(keepingCapacity: true)
        for candidate in found { result.append(Int(candidate.name)) }
        return result
    }
}
