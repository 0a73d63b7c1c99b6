/// All hints of an index's words, sorted by hash, with the places where the hash's leading bits change.
struct ClueTable {
    private(set) var rows: [ClueRow] = []
    /// Place of the first row of each value of the leading bits; one more at the end.
    private(set) var buckets: [UInt32] = []

    /// A bit for each value of more leading bits: set where there is a row.
    private(set) var sieve: [UInt8] = []

    init(tokens: TokenTable, units: [NameUnit], letters: [UInt8]) {
        var packed: [UInt64] = []
        packed.reserveCapacity(tokens.rows.count * 24)
        letters.withUnsafeBufferPointer { letters in
            tokens.keys.letters.withUnsafeBufferPointer { words in
                for (number, row) in tokens.rows.enumerated() {
                    let start = Int(tokens.keys.ends[number]), end = Int(tokens.keys.ends[number + 1])
                    let kind: NameForm.Kind = words[start] == 0 ? .person : .organisation
                    let word = UnsafeBufferPointer(rebasing: words[(start + 1)..<end])
                    let note = { (hash: UInt32) in packed.append(UInt64(hash) << 32 | UInt64(number)) }
                    guard row.unit != .max else {
                        Clue.ofLetters(word, reach: 0, kind, note)
                        continue
                    }
                    Self.clues(units[Int(row.unit)], word, letters, kind, note)
                }
            }
        }
        packed.sort()
        var width = 4
        while packed.count >> width > 2 && width < 24 { width += 1 }
        buckets = [UInt32](repeating: 0, count: (1 << width) + 1)
        rows.reserveCapacity(packed.count)
        var previous = UInt64.max
        for value in packed where value != previous {
            previous = value
            rows.append(ClueRow(hash: UInt32(value >> 32), token: UInt32(truncatingIfNeeded: value)))
            buckets[Int(value >> UInt64(64 - width)) + 1] = UInt32(rows.count)
        }
        var reach = 10
        while 1 << reach < rows.count * 12 && reach < 28 { reach += 1 }
        sieve = [UInt8](repeating: 0, count: 1 << (reach - 3))
        for row in rows {
            let bit = Int(row.hash >> UInt32(32 - reach))
            sieve[bit >> 3] |= 1 << UInt8(bit & 7)
        }
        for index in buckets.indices.dropFirst() where buckets[index] < buckets[index - 1] {
            buckets[index] = buckets[index - 1]
        }
    }

    private static func clues(
        _ unit: NameUnit, _ word: UnsafeBufferPointer<UInt8>, _ letters: UnsafeBufferPointer<UInt8>,
        _ kind: NameForm.Kind, _ note: (UInt32) -> Void
    ) {
        let isExact = !unit.traits.isDisjoint(with: [.number, .syllabic, .initial])
        Clue.ofLetters(word, reach: isExact ? 0 : Clue.reach(word.count), kind, note)
        if isExact && unit.concept == 0 { return }
        let key = UnsafeBufferPointer(rebasing: letters[Int(unit.keyStart)..<(Int(unit.keyStart) + Int(unit.keyCount))])
        Clue.ofKey(key, hash: unit.keyHash, kind, note)
        unit.forEachFamily { note(Clue.ofFamily($0, kind)) }
        if unit.concept != 0 { note(Clue.ofConcept(unit.concept)) }
        note(Clue.ofSkeleton(unit.skeleton, kind))
        if unit.prefix > 0 {
            let start = Int(unit.start)
            let whole = letters[start..<(start + Int(unit.prefix) + Int(unit.count))]
            Clue.ofLetters(UnsafeBufferPointer(rebasing: whole), reach: 0, kind, note)
        }
        if word.count > 6, word[0] == 0x61, word[1] == 0x62, word[2] == 0x64 {
            Clue.ofLetters(UnsafeBufferPointer(rebasing: word[3...]), reach: 0, kind, note)
        }
    }
}
