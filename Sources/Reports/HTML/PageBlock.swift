/// A stretch of a page's text that stands on lines of its own: a paragraph, a heading, an item, a cell.
package struct PageBlock: Sendable {
    /// Where a block stands, by the elements around it.
    package struct Setting: OptionSet, Sendable, Hashable {
        package let rawValue: UInt32
        package init(rawValue: UInt32) { self.rawValue = rawValue }

        static let paragraph = Setting(rawValue: 1 << 0)
        static let heading = Setting(rawValue: 1 << 1)
        static let listItem = Setting(rawValue: 1 << 2)
        static let quote = Setting(rawValue: 1 << 3)
        static let cell = Setting(rawValue: 1 << 4)
        static let preformatted = Setting(rawValue: 1 << 5)
        static let figure = Setting(rawValue: 1 << 6)
        static let caption = Setting(rawValue: 1 << 7)
        static let navigation = Setting(rawValue: 1 << 8)
        static let aside = Setting(rawValue: 1 << 9)
        static let pageHeader = Setting(rawValue: 1 << 10)
        static let pageFooter = Setting(rawValue: 1 << 11)
        static let form = Setting(rawValue: 1 << 12)
        static let hidden = Setting(rawValue: 1 << 13)
        static let firstHeading = Setting(rawValue: 1 << 14)
        static let definition = Setting(rawValue: 1 << 15)
        static let time = Setting(rawValue: 1 << 16)
        static let address = Setting(rawValue: 1 << 17)
        static let head = Setting(rawValue: 1 << 18)
    }

    /// A run of its text that stands unbroken in one text node.
    package struct Run: Sendable {
        /// First byte in the blocks' text.
        var start: Int32
        var count: Int32
        var node: Int32
        /// First byte in the node's text.
        var offset: Int32
    }

    /// The innermost block element around it.
    package var element: Int32
    /// Its bytes in the blocks' text, white space made single.
    package var start: Int32
    package var end: Int32
    var firstRun: Int32
    var endRun: Int32
    /// Words, counted by white space; two characters of a script that has none count as a word.
    package var words: Int32 = 0
    package var linkedWords: Int32 = 0
    package var boldWords: Int32 = 0
    /// Ends of sentences.
    package var sentences: Int32 = 0
    package var setting: Setting
    package var marks: PageVocabulary.Marks = []

    package var freeWords: Int { Int(words - linkedWords) }
    /// 0…1.
    package var linkDensity: Double { words == 0 ? 0 : Double(linkedWords) / Double(words) }
    /// Whether it reads like running text: a sentence, or several lines of free words.
    package var readsLikeText: Bool {
        (sentences > 0 && freeWords >= 6 || freeWords >= 18) && linkDensity < 0.4 && !setting.contains(.heading)
    }
}

/// A block element with the blocks inside it.
package struct PageZone: Sendable {
    package var node: Int32
    var firstBlock: Int32
    var endBlock: Int32
    package var marks: PageVocabulary.Marks
    /// What the element itself adds to the setting of those around it.
    var own: PageBlock.Setting
    /// schema.org says that it is an article's text.
    var isArticleBody: Bool
}

/// All text that a page shows, in blocks.
package struct PageBlocks: Sendable {
    package internal(set) var text: [UInt8] = []
    package internal(set) var blocks: [PageBlock] = []
    package internal(set) var runs: [PageBlock.Run] = []
    package internal(set) var zones: [PageZone] = []

    package func text(_ block: PageBlock) -> ArraySlice<UInt8> { text[Int(block.start)..<Int(block.end)] }
    package func string(_ block: PageBlock) -> String { String(decoding: text(block), as: UTF8.self) }
}
