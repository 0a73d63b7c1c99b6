/// What class and id attributes say of an element, by their words.
package struct PageVocabulary: Sendable {
    /// What an element seems to be.
    package struct Marks: OptionSet, Sendable, Hashable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        static let body = Marks(rawValue: 1)
        static let headline = Marks(rawValue: 2)
        static let standfirst = Marks(rawValue: 4)
        static let caption = Marks(rawValue: 8)
        /// Date, byline, section: no article where it is short.
        static let meta = Marks(rawValue: 16)
        static let boilerplate = Marks(rawValue: 32)
        static let comments = Marks(rawValue: 64)

        fileprivate init?(name: String) {
            switch name {
            case "body": self = .body
            case "headline": self = .headline
            case "standfirst": self = .standfirst
            case "caption": self = .caption
            case "meta": self = .meta
            case "boilerplate": self = .boilerplate
            case "comments": self = .comments
            default: return nil
            }
        }
    }

    private var keys = [UInt64](repeating: 0, count: 2048)
    private var marks = [Marks](repeating: [], count: 2048)
    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    /// - Parameter table: rows of mark, tab, words; lines that begin with `#` are notes.
    package init(table: some StringProtocol) {
        for line in table.split(separator: "\n") where !line.hasPrefix("#") {
            let cells = line.split(separator: "\t")
            guard cells.count == 2, let mark = Marks(name: String(cells[0])) else { continue }
            let letters = cells[1].utf8.filter { $0 != 0x20 }
            insert(letters.reduce(Self.seed) { Self.step($0, $1) }, mark)
        }
    }

    private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    private mutating func insert(_ hash: UInt64, _ mark: Marks) {
        var slot = Int(hash & 2047)
        while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & 2047 }
        keys[slot] = hash
        marks[slot].formUnion(mark)
    }

    private func find(_ hash: UInt64) -> Marks {
        var slot = Int(hash & 2047)
        while keys[slot] != 0 {
            if keys[slot] == hash { return marks[slot] }
            slot = (slot + 1) & 2047
        }
        return []
    }

    /// The marks of all words, and of all runs of up to four words, in one attribute value. Words end at anything
    /// that is no letter, and before a capital that follows a small letter.
    package func marks(_ bytes: [UInt8], _ range: Range<Int>) -> Marks {
        var result: Marks = []
        // Hashes of the runs that end at the word being read: of one word, two, three, four.
        var runs: (UInt64, UInt64, UInt64, UInt64) = (Self.seed, 0, 0, 0)
        var inWord = false
        var wasSmall = false
        var i = range.lowerBound
        func close() {
            result.formUnion(find(runs.0))
            if runs.1 != 0 { result.formUnion(find(runs.1)) }
            if runs.2 != 0 { result.formUnion(find(runs.2)) }
            if runs.3 != 0 { result.formUnion(find(runs.3)) }
            runs = (Self.seed, runs.0, runs.1, runs.2)
        }
        let stop = min(range.upperBound, range.lowerBound + 400)
        while i < stop {
            let byte = bytes[i]
            i += 1
            guard isLetter(byte) else {
                if inWord { close() }
                inWord = false
                wasSmall = false
                // A class or id of its own begins after a space: runs do not reach across.
                if byte == 0x20 { runs = (Self.seed, 0, 0, 0) }
                continue
            }
            let isCapital = byte < 0x61
            if isCapital, wasSmall, inWord { close() }
            inWord = true
            wasSmall = !isCapital
            let letter = byte | 0x20
            runs.0 = Self.step(runs.0, letter)
            if runs.1 != 0 { runs.1 = Self.step(runs.1, letter) }
            if runs.2 != 0 { runs.2 = Self.step(runs.2, letter) }
            if runs.3 != 0 { runs.3 = Self.step(runs.3, letter) }
        }
        if inWord { close() }
        return result
    }
}
