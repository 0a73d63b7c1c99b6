/// The distinct words of an index under construction, kinds kept apart, and the names that bear them.
struct TokenTable {
    private(set) var rows: [TokenRow] = []
    /// The words: a byte for the kind, then the letters.
    private(set) var keys = ByteKeyMap(capacity: 65_536)
    private var bearers: [[UInt32]] = []
    /// How many entries bear the word, and the last of them.
    private var entryCounts: [UInt32] = []
    private var lastEntry: [UInt32] = []
    private var kindEntries: [UInt32] = [0, 0]
    private var kindLast: [UInt32] = [.max, .max]
    private var key: [UInt8] = []

    private mutating func number(_ kind: NameForm.Kind) -> Int {
        let number = keys.insert(key)
        if number == rows.count {
            rows.append(TokenRow())
            bearers.append([])
            entryCounts.append(0)
            lastEntry.append(.max)
        }
        return number
    }

    /// Notes that a name bears a word; returns the word's number.
    mutating func note(
        _ word: UnsafeBufferPointer<UInt8>, _ kind: NameForm.Kind, bits: Float, unit: Int, name: UInt32, entry: UInt32
    ) -> Int {
        key.removeAll(keepingCapacity: true)
        key.append(kind.rawValue)
        key.append(contentsOf: word)
        let number = number(kind)
        if rows[number].unit == .max {
            rows[number].unit = UInt32(unit)
            rows[number].bits = bits
        }
        if bearers[number].last != name { bearers[number].append(name) }
        if lastEntry[number] != entry {
            lastEntry[number] = entry
            entryCounts[number] += 1
        }
        if kindLast[Int(kind.rawValue)] != entry {
            kindLast[Int(kind.rawValue)] = entry
            kindEntries[Int(kind.rawValue)] += 1
        }
        return number
    }

    /// Notes neighbouring words as if written together: RamiMakhlouf.
    mutating func noteJoined(_ view: FormView, name: UInt32) {
        for index in view.units.indices.dropLast() {
            let one = view.units[index], two = view.units[index + 1]
            if one.traits.contains(.number) || two.traits.contains(.number) { continue }
            key.removeAll(keepingCapacity: true)
            key.append(view.kind.rawValue)
            key.append(contentsOf: view.word(one))
            key.append(contentsOf: view.wordWithParticles(two))
            guard key.count >= 6 else { continue }
            let number = number(view.kind)
            if bearers[number].last != name { bearers[number].append(name) }
        }
    }

    /// Sets the rarity of words that four entries or more bear to what the list says, when that is less rare.
    mutating func weigh() {
        for number in rows.indices where entryCounts[number] >= 4 {
            let kind = Int(keys.key(number).first ?? 0)
            let share = Int32(Double(entryCounts[number]) * 1e6 / Double(max(1_000, kindEntries[kind])))
            rows[number].bits = max(kind == 0 ? 4.5 : 3, min(rows[number].bits, NameForm.bits(share: share)))
        }
    }

    /// The rows with their places, and all postings.
    func layOut() -> ([TokenRow], [UInt32]) {
        var rows = rows
        var postings: [UInt32] = []
        for number in rows.indices {
            rows[number].postings = UInt32(postings.count)
            rows[number].letters = UInt32(keys.ends[number]) + 1
            rows[number].count = UInt32(keys.ends[number + 1] - keys.ends[number]) - 1
            postings += bearers[number]
        }
        rows.append(TokenRow(postings: UInt32(postings.count)))
        return (rows, postings)
    }
}
