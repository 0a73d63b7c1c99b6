/// One piece of a tokenizer exception: `can't` is `ca` and `n't`.
struct SpecialPiece: Sendable, Hashable {
    let text: [UInt8]
    /// The id of the exception's own norm; nil leaves the norm to the vocabulary.
    let norm: UInt64?
}

/// The rules of a tokenizer, from the pipeline's `tokenizer` file.
package struct TokenRules: Sendable {
    let prefix: Pattern?
    let suffix: Pattern?
    let infix: Pattern?
    let tokenMatch: Pattern?
    let urlMatch: Pattern?
    /// The texts of the exceptions, numbered; `pieces` has what each is cut into.
    private(set) var specials = ByteKeyTable()
    private(set) var pieces: [[SpecialPiece]] = []
    private(set) var longestSpecial = 0
    /// Exceptions that the affix rules would cut, as sequences of tokens.
    private(set) var sequences = TokenSequences()

    init(path: String, identifiers: StringIdentifiers) throws(LanguageError) {
        let bytes = try FileBytes.read(path)
        let root: MessagePackValue
        do {
            root = try MessagePackReader.read(bytes[...])
        } catch {
            throw .malformed(path: path, problem: error.problem)
        }
        prefix = try Self.pattern(root, "prefix_search", path)
        suffix = try Self.pattern(root, "suffix_search", path)
        infix = try Self.pattern(root, "infix_finditer", path)
        tokenMatch = try Self.pattern(root, "token_match", path)
        urlMatch = try Self.pattern(root, "url_match", path)
        guard let exceptions = root["exceptions"]?.table else {
            throw .malformed(path: path, problem: "it has no table of exceptions")
        }
        for (key, value) in exceptions {
            guard let text = key.string, let list = value.list else {
                throw .malformed(path: path, problem: "an exception is not a text with a list of pieces")
            }
            try add(text, list, path: path, identifiers: identifiers)
        }
        addSequences(fasterHeuristics: root["faster_heuristics"]?.bool ?? true)
    }

    private static func pattern(_ root: MessagePackValue, _ key: String, _ path: String) throws(LanguageError)
        -> Pattern?
    {
        guard let value = root[key], !value.isNone else { return nil }
        guard let text = value.string else { throw .malformed(path: path, problem: "\(key) is not a text") }
        return text.isEmpty ? nil : try Pattern(text, what: "the pattern \(key) of the tokenizer")
    }

    /// The numbers of ORTH and NORM in spaCy.
    private static let orth = 65
    private static let norm = 67

    private mutating func add(
        _ text: String, _ list: [MessagePackValue], path: String, identifiers: StringIdentifiers
    ) throws(LanguageError) {
        var own: [SpecialPiece] = []
        for item in list {
            var orth: String?
            var norm: String?
            for (key, value) in item.table ?? [] {
                if key.int == Self.orth { orth = value.string }
                if key.int == Self.norm { norm = value.string }
            }
            guard let orth, !orth.isEmpty else {
                throw .malformed(path: path, problem: "a piece of the exception “\(text)” has no text")
            }
            own.append(SpecialPiece(text: [UInt8](orth.utf8), norm: norm.map { identifiers.identifier($0) }))
        }
        guard Array(own.map(\.text).joined()) == Array(text.utf8), !own.isEmpty else {
            throw .malformed(path: path, problem: "the pieces of the exception “\(text)” do not make its text")
        }
        let number = specials.insert(text)
        if number < pieces.count { pieces[number] = own } else { pieces.append(own) }
        longestSpecial = max(longestSpecial, text.utf8.count)
    }

    private mutating func addSequences(fasterHeuristics: Bool) {
        let matcher = PatternMatcher()
        for number in 0..<specials.count {
            let text = specials.withKey(number) { [UInt8]($0) }
            text.withUnsafeBufferPointer { text in
                let isCut =
                    !fasterHeuristics || text.contains(0x20)
                    || [prefix, suffix, infix].contains { $0.map { matcher.matches($0, text) } ?? false }
                guard isCut else { return }
                var tokens: [[UInt8]] = []
                WhiteSpace.chunks(text) { chunk, _ in
                    cut(text.part(chunk), withSpecials: false, matcher) { range in
                        tokens.append(
                            [UInt8](text[chunk.lowerBound + range.lowerBound..<chunk.lowerBound + range.upperBound]))
                    } special: { _, _ in
                    }
                }
                sequences.insert(tokens)
            }
        }
    }

    /// The number of the exception with this text, -1 when there is none.
    func special(_ text: Bytes) -> Int {
        guard text.count <= longestSpecial else { return -1 }
        return specials.find(text)
    }
}

/// Sequences of tokens that together are a tokenizer exception, as a tree.
struct TokenSequences: Sendable {
    /// The texts that occur in sequences.
    private(set) var texts = ByteKeyTable()
    private struct Edge: Hashable, Sendable {
        let node: Int32
        let text: Int32
    }
    private var edges: [Edge: Int32] = [:]
    private var isEnd: [Bool] = [false]

    mutating func insert(_ tokens: [[UInt8]]) {
        guard !tokens.isEmpty else { return }
        var node: Int32 = 0
        for token in tokens {
            let text = Int32(token.withUnsafeBufferPointer { texts.insert($0) })
            let edge = Edge(node: node, text: text)
            if let next = edges[edge] {
                node = next
            } else {
                isEnd.append(false)
                edges[edge] = Int32(isEnd.count - 1)
                node = Int32(isEnd.count - 1)
            }
        }
        isEnd[Int(node)] = true
    }

    /// The node after `node` along a text (a number of `texts`), and whether a sequence ends there.
    @inline(__always)
    func step(_ node: Int32, _ text: Int32) -> (node: Int32, isEnd: Bool)? {
        guard text >= 0, let next = edges[Edge(node: node, text: text)] else { return nil }
        return (next, isEnd[Int(next)])
    }
}
