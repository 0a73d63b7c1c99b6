/// The folded words of one name and where each stood: the first step of every parse, reusable without allocation.
package struct NameWords: Sendable {
    /// One word: letters and digits between separators.
    package struct Word: Hashable, Sendable {
        /// Half-open range in `NameWords.bytes`.
        package var start: Int32
        package var end: Int32
        /// Half-open range of UTF-8 bytes in the name as written.
        package var sourceStart: Int32
        package var sourceEnd: Int32
        package var traits: Traits

        package var count: Int { Int(end - start) }
    }

    /// What surrounds a word or how it is written.
    package struct Traits: OptionSet, Hashable, Sendable {
        package let rawValue: UInt16
        package init(rawValue: UInt16) { self.rawValue = rawValue }

        /// Between quotation marks.
        package static let quoted = Traits(rawValue: 1)
        /// Between brackets.
        package static let bracketed = Traits(rawValue: 2)
        /// A comma stands before it.
        package static let afterComma = Traits(rawValue: 4)
        /// A hyphen joins it to the word before.
        package static let afterHyphen = Traits(rawValue: 8)
        /// A full stop follows it.
        package static let dotted = Traits(rawValue: 16)
        /// Two letters or more, all capitals.
        package static let capitals = Traits(rawValue: 32)
        /// Nothing but a full stop or an ampersand stands between it and the word before: `A.B.`
        package static let afterDot = Traits(rawValue: 64)
        /// Written in a script that is neither Latin nor Cyrillic.
        package static let foreign = Traits(rawValue: 128)
        /// Begins a quotation or bracket.
        package static let opens = Traits(rawValue: 256)
        /// An apostrophe stood inside.
        package static let apostrophe = Traits(rawValue: 512)
        /// Begins with a capital letter.
        package static let initialCapital = Traits(rawValue: 1024)
        /// An ampersand or a plus sign, read as "and".
        package static let ampersand = Traits(rawValue: 2048)
        /// Written in a script of syllables or of words: Han, Hangul, Kana.
        package static let syllabic = Traits(rawValue: 8192)
        /// Ends in an apostrophe and an s.
        package static let possessive = Traits(rawValue: 16384)
        /// A slash stands before it.
        package static let afterSlash = Traits(rawValue: 4096)
    }

    /// The folded letters of all words, without separators.
    package private(set) var bytes: [UInt8] = []
    package private(set) var words: [Word] = []

    package var count: Int { words.count }

    package init() {}

    /// Replaces the words by those of a name.
    package mutating func read(_ text: String) {
        var text = text
        text.withUTF8 { read($0) }
    }

    /// Replaces the words by those of a name in UTF-8; ill-formed bytes part words.
    package mutating func read(_ source: UnsafeBufferPointer<UInt8>) {
        bytes.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
        var scanner = WordScanner(source: source)
        while scanner.position < source.count { scanner.step(&bytes, &words) }
        scanner.finishWord(&bytes, &words)
    }
}
