/// For each word of a query, the words of an index that are like it.
struct Expansion: Sendable {
    /// A word of the query, or neighbouring ones written together.
    struct Term: Sendable {
        var bits: Float
        /// Half-open range in `matches`.
        var first: Int
        var end: Int
        /// Words written together: not part of the query's own rarity.
        var isExtra = false
    }

    struct Match: Sendable {
        var token: UInt32
        var likeness: UnitLikeness
    }

    private(set) var terms: [Term] = []
    private(set) var matches: [Match] = []
    /// The same, for the comparison with candidates.
    private(set) var sheet: LikenessSheet

    private let index: NameIndex
    private let families: FamilyTable
    private let width: Int
    private let sieveShift: UInt32
    private var tokens: [UInt32] = []
    private var memory = ExpansionMemory()

    init(_ index: NameIndex, _ tables: NameTables) {
        self.index = index
        families = tables.families
        sheet = LikenessSheet(tokenCount: index.wordCount)
        let count = index.image.rows(.buckets, as: UInt32.self).count - 1
        width = count > 0 ? count.trailingZeroBitCount : 0
        let bits = index.image.rows(.sieve, as: UInt8.self).count * 8
        sieveShift = bits > 0 ? UInt32(32 - bits.trailingZeroBitCount) : 0
    }

    mutating func expand(_ query: FormView) {
        terms.removeAll(keepingCapacity: true)
        matches.removeAll(keepingCapacity: true)
        sheet.clear()
        for index in 0..<min(query.units.count, Alignment.most) {
            let unit = query.units[index]
            if unit.isShort && query.kind == .person { continue }
            let isIdle = unit.role == .honorific && query.units.count > 1
            expand(unit, query)
            guard let term = terms.last else { continue }
            for match in matches[term.first..<term.end] { sheet.note(index, match.token, match.likeness) }
            // Honorifics are compared, but nobody is looked for by them.
            if isIdle { terms.removeLast() }
        }
        joined(query)
    }

    private mutating func expand(_ unit: NameUnit, _ query: FormView) {
        if let known = memory.find(unit, query) {
            let first = matches.count
            matches.append(contentsOf: memory.matches(known))
            terms.append(Term(bits: memory.bits(known), first: first, end: matches.count))
            return
        }
        search(unit, query)
        if let term = terms.last { memory.keep(matches[term.first..<term.end], bits: term.bits) }
    }

    private mutating func search(_ unit: NameUnit, _ query: FormView) {
        let word = query.word(unit)
        let isExact = !unit.traits.isDisjoint(with: [.number, .syllabic, .initial])
        tokens.removeAll(keepingCapacity: true)
        Clue.ofLetters(word, reach: isExact ? 0 : Clue.reach(word.count), query.kind) { look($0) }
        if unit.concept != 0 { look(Clue.ofConcept(unit.concept)) }
        if !isExact {
            Clue.ofKey(query.key(unit), hash: unit.keyHash, query.kind) { look($0) }
            unit.forEachFamily { look(Clue.ofFamily($0, query.kind)) }
            if unit.traits.contains(.vowelless) { look(Clue.ofSkeleton(unit.skeleton, query.kind)) }
            if unit.prefix > 0 { Clue.ofLetters(query.wordWithParticles(unit), reach: 0, query.kind) { look($0) } }
            if word.count > 6, word[0] == 0x61, word[1] == 0x62, word[2] == 0x64 {
                Clue.ofLetters(UnsafeBufferPointer(rebasing: word[3...]), reach: 0, query.kind) { look($0) }
            }
        }
        verify(unit, query)
    }

    /// Gathers the tokens that a hint leads to.
    private mutating func look(_ hash: UInt32) {
        let buckets = index.image.rows(.buckets, as: UInt32.self)
        guard width > 0 else { return }
        // Most hints lead nowhere; the sieve is small enough to stay in the processor's cache.
        let bit = Int(hash >> sieveShift)
        guard index.image.rows(.sieve, as: UInt8.self)[bit >> 3] & (1 << UInt8(bit & 7)) != 0 else { return }
        let bucket = Int(hash >> UInt32(32 - width))
        let rows = index.image.rows(.clues, as: ClueRow.self)
        for place in Int(buckets[bucket])..<Int(buckets[bucket + 1]) where rows[place].hash == hash {
            let token = rows[place].token
            if !tokens.contains(token) { tokens.append(token) }
        }
    }

    /// Keeps the gathered tokens that are like the word, the likest first.
    private mutating func verify(_ unit: NameUnit, _ query: FormView) {
        let rows = index.image.rows(.tokens, as: TokenRow.self)
        let units = index.image.rows(.units, as: NameUnit.self)
        let words = index.image.rows(.words, as: UInt8.self)
        let listed = FormView(
            kind: query.kind, custom: .western, units: units, letters: index.image.rows(.letters, as: UInt8.self),
            hasExplicitSurname: false, legalForm: 0)
        let first = matches.count
        var bits = unit.bits
        var own = unit
        if query.kind == .person { own.role = .given }
        for token in tokens {
            let row = rows[Int(token)]
            guard row.unit != .max else {
                // Two words that the list writes apart.
                let start = Int(row.letters)
                if words[start..<(start + Int(row.count))].elementsEqual(query.word(unit)) {
                    matches.append(Match(token: token, likeness: UnitLikeness(value: 1, kind: .joined)))
                }
                continue
            }
            var other = units[Int(row.unit)]
            if query.kind == .person { other.role = .given }
            let likeness = UnitLikeness.between(own, other, query, listed, families)
            guard likeness.value >= UnitLikeness.least else { continue }
            // The list knows better how common its own words are.
            if likeness.kind == .same { bits = min(bits, row.bits) }
            matches.append(Match(token: token, likeness: likeness))
        }
        matches[first...].sort { ($1.likeness.value, $0.token) < ($0.likeness.value, $1.token) }
        terms.append(Term(bits: bits, first: first, end: matches.count))
    }

    /// Neighbouring words of the query that the list writes as one.
    private mutating func joined(_ query: FormView) {
        guard query.units.count > 1 else { return }
        let rows = index.image.rows(.tokens, as: TokenRow.self)
        let words = index.image.rows(.words, as: UInt8.self)
        var letters: [UInt8] = []
        for start in 0..<min(query.units.count - 1, Alignment.most) {
            letters.removeAll(keepingCapacity: true)
            letters += query.word(query.units[start])
            var bits = query.units[start].bits
            for next in (start + 1)..<min(start + 3, query.units.count) {
                letters += query.wordWithParticles(query.units[next])
                bits += query.units[next].bits
                guard letters.count >= 5, letters.count <= 32 else { continue }
                tokens.removeAll(keepingCapacity: true)
                letters.withUnsafeBufferPointer { Clue.ofLetters($0, reach: 0, query.kind) { look($0) } }
                let first = matches.count
                for token in tokens {
                    let row = rows[Int(token)]
                    let place = Int(row.letters)
                    let word = UnsafeBufferPointer(rebasing: words[place..<(place + Int(row.count))])
                    if letters.elementsEqual(word) {
                        matches.append(Match(token: token, likeness: UnitLikeness(value: 1, kind: .joined)))
                    }
                }
                if matches.count > first {
                    terms.append(Term(bits: bits, first: first, end: matches.count, isExtra: true))
                }
            }
        }
    }
}
