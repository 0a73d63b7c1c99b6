import Vocabulary

/// The mentions of a report by the token at which they begin and end, the longest first.
struct MentionSpots {
    private let beginning: [Int: [Int]]
    private let ending: [Int: [Int]]
    private let mentions: MentionMap

    init(_ mentions: MentionMap, tokens: Int) {
        self.mentions = mentions
        var beginning: [Int: [Int]] = [:]
        var ending: [Int: [Int]] = [:]
        for (index, mention) in mentions.mentions.enumerated() where !mention.tokens.isEmpty {
            beginning[mention.tokens.lowerBound, default: []].append(index)
            ending[mention.tokens.upperBound - 1, default: []].append(index)
        }
        func longest(_ a: Int, _ b: Int) -> Bool {
            let (x, y) = (mentions.mentions[a].tokens.count, mentions.mentions[b].tokens.count)
            return x == y ? a < b : x > y
        }
        self.beginning = beginning.mapValues { $0.sorted(by: longest) }
        self.ending = ending.mapValues { $0.sorted(by: longest) }
    }

    /// The longest mention that begins at a token.
    func beginning(at token: Int, kinds: Set<MentionMap.Kind>? = nil) -> MentionMap.Mention? {
        first(beginning[token], kinds)
    }

    /// The longest mention whose last token this is.
    func ending(at token: Int, kinds: Set<MentionMap.Kind>? = nil) -> MentionMap.Mention? {
        first(ending[token], kinds)
    }

    private func first(_ indices: [Int]?, _ kinds: Set<MentionMap.Kind>?) -> MentionMap.Mention? {
        for index in indices ?? [] {
            let mention = mentions.mentions[index]
            if kinds?.contains(mention.kind) ?? true { return mention }
        }
        return nil
    }
}
