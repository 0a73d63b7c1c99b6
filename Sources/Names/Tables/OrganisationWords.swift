/// Words that many organisations bear, and what they are worth when two names are compared.
package struct OrganisationWords: Sendable {
    package enum Class: String, Sendable {
        /// Says little: group, holding, international.
        case generic
        /// A line of business or a kind of body: bank, shipping, cartel.
        case activity
        case place
        case number
        /// Marks a name out, but many organisations choose it: Horizon, Sol, Phoenix.
        case common
        /// Dropped: of, the, de, y.
        case filler
    }

    package struct Word: Sendable {
        /// The same for a word and its translations; never 0.
        package var concept: UInt16
        package var kind: Class
        /// Share among the names of organisations, parts per million.
        package var share: Int32
    }

    private var keys = ByteKeyMap(capacity: 2_048)
    private var words: [Word] = []

    init() throws(NamesError) {
        var concept: UInt16 = 0
        try TableFile("organisation-words").rows(columns: 4) { fields in
            guard let kind = Class(rawValue: String(decoding: fields[1], as: UTF8.self)) else { return }
            concept += 1
            let share: Int32 = [60_000, 60_000, 12_000, 3_000][min(3, fields[2].decimal)]
            for word in fields[3].words {
                let number = word.withUnsafeBufferPointer { keys.insert($0) }
                if number == words.count { words.append(Word(concept: concept, kind: kind, share: share)) }
            }
        }
    }

    package func find(_ key: UnsafeBufferPointer<UInt8>) -> Word? {
        guard let number = keys.find(key) else { return nil }
        return words[number]
    }
}
