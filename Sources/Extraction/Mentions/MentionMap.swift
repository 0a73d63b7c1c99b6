package import Vocabulary

/// Everything in a report that stands for an entity, and the entities that stand behind it.
///
/// Made by `MentionFinder` and `Coreference`; asked by relations, events and attribution.
package struct MentionMap: Sendable {
    package enum Kind: Sendable {
        /// A name, full or short, an acronym or a nickname.
        case name
        /// An adjective or noun of nationality that stands for its country.
        case demonym
        /// A noun phrase without a name: "26 alleged cartel members", "the group", "his wife".
        case description
        /// A personal, possessive, demonstrative or relative pronoun.
        case pronoun
    }

    package struct Mention: Sendable, Hashable {
        package var tokens: Range<Int>
        package var span: Span
        /// The token that heads it in the tree.
        package var head: Int
        package var kind: Kind
        /// Index into `entities`.
        package var entity: Int

        package init(tokens: Range<Int>, span: Span, head: Int, kind: Kind, entity: Int) {
            self.tokens = tokens
            self.span = span
            self.head = head
            self.kind = kind
            self.entity = entity
        }
    }

    package struct Draft: Sendable, Hashable {
        package var type: EntityType
        package var name: String
        package var aliases: [String]
        /// People: how many, when the report says so.
        package var count: Int?
        /// Indices into `mentions`, in text order.
        package var mentions: [Int]
        package var age: Quantity?
        package var born: When?
        package var identifiers: [Quote]
        /// People: whether the set stays out of the reading unless a relation or an event has it.
        package var isTentative: Bool
        /// People: the entities that are its named members ("among them X and Y").
        package var members: [Int]
        /// People: whether the set is nothing but its members ("the two men" after "A and B"); participants are they.
        package var isImplicit: Bool

        package init(type: EntityType, name: String) {
            self.type = type
            self.name = name
            aliases = []
            mentions = []
            identifiers = []
            isTentative = false
            members = []
            isImplicit = false
        }
    }

    /// In text order.
    package var mentions: [Mention]
    package var entities: [Draft]
    /// For each token the innermost mention that covers it, or -1.
    package var covering: [Int32]
    /// For each token the mention that it heads, or -1.
    package var headed: [Int32]

    package init(tokens: Int) {
        mentions = []
        entities = []
        covering = Array(repeating: -1, count: tokens)
        headed = Array(repeating: -1, count: tokens)
    }

    /// Sorts the mentions and brings everything that refers to them up to date.
    package mutating func index() {
        mentions.sort { a, b in
            (a.tokens.lowerBound, -a.tokens.upperBound, a.entity) < (
                b.tokens.lowerBound, -b.tokens.upperBound, b.entity
            )
        }
        for entity in entities.indices { entities[entity].mentions = [] }
        covering = Array(repeating: -1, count: covering.count)
        headed = Array(repeating: -1, count: headed.count)
        for (index, mention) in mentions.enumerated() {
            entities[mention.entity].mentions.append(index)
            // Wider mentions come first, so that inner ones overwrite them.
            for token in mention.tokens { covering[token] = Int32(index) }
            let rival = headed[mention.head]
            if rival < 0 || mentions[Int(rival)].tokens.count < mention.tokens.count {
                headed[mention.head] = Int32(index)
            }
        }
    }

    /// The mention that a token heads.
    package func mention(headedBy token: Int) -> Mention? {
        headed[token] >= 0 ? mentions[Int(headed[token])] : nil
    }

    /// The innermost mention that covers a token.
    package func mention(at token: Int) -> Mention? {
        covering[token] >= 0 ? mentions[Int(covering[token])] : nil
    }
}
