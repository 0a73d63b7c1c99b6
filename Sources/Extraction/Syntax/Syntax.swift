package import Language
package import Vocabulary

/// The grammar of a report: an analysed text as one dependency tree a sentence, in one style for all languages.
package struct Syntax: Sendable {
    /// A stretch of the report that was analysed by itself.
    package struct Part: Sendable, Hashable {
        package enum Kind: Sendable { case headline, subhead, dateline, paragraph, source }

        package var kind: Kind
        /// Bytes of the report.
        package var span: Span
        package var tokens: Range<Int>
    }

    package struct Sentence: Sendable, Hashable {
        /// Index into `parts`.
        package var part: Int
        package var tokens: Range<Int>
        /// Bytes of the report, without surrounding white space.
        package var span: Span
    }

    package let analysed: AnalysedText
    /// The report's text; `analysed.text` may differ from it in case only (a headline set in lower case).
    package let text: [UInt8]
    package let language: String
    package let parts: [Part]
    package let sentences: [Sentence]
    /// Lower-cased characters of each token.
    package let lower: [String]
    /// Lower-cased lemma of each token.
    package let lemma: [String]
    /// The infinitives of participles that the pipeline took for adjectives or nouns, by token.
    private let participles: [Int: String]
    package let pos: [PartOfSpeech]
    package let dep: [Dependency]
    /// Head token; a root is its own head.
    package let head: [Int]
    /// Sentence number of each token.
    package let sentence: [Int]
    /// First and last token of each token's subtree.
    package let leftEdge: [Int]
    package let rightEdge: [Int]
    private let childStart: [Int]
    private let childList: [Int]

    package var count: Int { head.count }

    /// - Parameters:
    ///   - analysed: the analysis of the report's text, each part by itself.
    ///   - text: the report's text as it stands.
    ///   - parts: the layout; `tokens` is filled in here.
    ///   - verbs: infinitives that are looked for; a form whose lemma is none of them gets the one it may belong to.
    package init(analysed: AnalysedText, text: [UInt8], parts layout: [Part], verbs: Set<String> = []) {
        self.analysed = analysed
        self.text = text
        language = analysed.labels.language
        let count = analysed.count
        let labels = analysed.labels
        pos = analysed.partsOfSpeech.map { PartOfSpeech(name: labels.partsOfSpeech[Int($0)]) }
        lower = (0..<count).map { analysed.string($0).lowercased() }
        let forms = VerbForms(
            analysed: analysed, lower: lower, pos: pos, lemmas: analysed.lemmas.map { $0.lowercased() }, verbs: verbs)
        (lemma, participles) = (forms.lemmas, forms.participles)
        let names = analysed.dependencies.map { labels.dependencies[Int($0)] }
        let rawHeads = analysed.heads.map(Int.init)
        var (heads, dependencies): ([Int], [Dependency])
        if names.contains(where: { $0 == "pobj" || $0 == "dobj" || $0 == "nsubjpass" }) || language == "en" {
            let tree = ClearNLP(
                heads: rawHeads, labels: names, nominal: pos.map(\.isNominal),
                copular: lemma.map { $0 == "be" || $0 == "'s" || $0 == "’s" })
            (heads, dependencies) = (tree.heads, tree.dependencies)
        } else {
            let tree = UniversalDependencies(
                heads: rawHeads, labels: names, pos: pos, lower: lower,
                morphologies: analysed.morphologies.map { labels.morphologies[Int($0)] }, personal: ["a", "al"])
            (heads, dependencies) = (tree.heads, tree.dependencies)
        }
        Self.separate(&heads, &dependencies, lower: lower)
        QuantityLists.mend(heads: &heads, dependencies: &dependencies, pos: pos)
        let bounds = Self.sentenceBounds(analysed)
        Self.cut(&heads, &dependencies, at: bounds)
        (head, dep) = (heads, dependencies)
        (childStart, childList) = Self.index(children: head)
        (leftEdge, rightEdge) = Self.edges(head: head)
        (parts, sentences, sentence) = Self.divide(analysed, text: text, layout: layout, bounds: bounds)
    }

    private static func index(children head: [Int]) -> ([Int], [Int]) {
        var start = [Int](repeating: 0, count: head.count + 1)
        for (token, parent) in head.enumerated() where parent != token { start[parent + 1] += 1 }
        for i in 0..<head.count { start[i + 1] += start[i] }
        var fill = start
        var list = [Int](repeating: 0, count: start[head.count])
        for (token, parent) in head.enumerated() where parent != token {
            list[fill[parent]] = token
            fill[parent] += 1
        }
        return (start, list)
    }

    private static func edges(head: [Int]) -> ([Int], [Int]) {
        var left = Array(head.indices)
        var right = left
        var changed = true
        var rounds = 0
        while changed && rounds < 64 {
            changed = false
            rounds += 1
            for token in head.indices where head[token] != token {
                let parent = head[token]
                if left[token] < left[parent] {
                    left[parent] = left[token]
                    changed = true
                }
                if right[token] > right[parent] {
                    right[parent] = right[token]
                    changed = true
                }
            }
        }
        return (left, right)
    }

    /// "He accused him of bribery; the judge denied it": a clause before a semicolon completes nothing behind it.
    private static func separate(_ heads: inout [Int], _ dependencies: inout [Dependency], lower: [String]) {
        for stop in lower.indices where lower[stop] == ";" {
            for token in max(0, stop - 60)..<stop where dependencies[token] == .ccomp && heads[token] > stop {
                dependencies[token] = .other
            }
        }
    }

    /// Longest sentence, in tokens; what runs on without a stop is taken in pieces of this length, so that the work for
    /// one sentence is bounded.
    private static let longest = 400

    /// Whether a sentence starts at each token.
    private static func sentenceBounds(_ analysed: AnalysedText) -> [Bool] {
        var bounds = analysed.sentenceStarts
        var length = 0
        for token in bounds.indices {
            length = bounds[token] ? 1 : length + 1
            if length > longest {
                bounds[token] = true
                length = 1
            }
        }
        return bounds
    }

    /// Cuts the arcs that cross from one sentence into another.
    private static func cut(_ heads: inout [Int], _ dependencies: inout [Dependency], at bounds: [Bool]) {
        var number = [Int](repeating: 0, count: bounds.count)
        for token in bounds.indices where token > 0 { number[token] = number[token - 1] + (bounds[token] ? 1 : 0) }
        for token in heads.indices where number[heads[token]] != number[token] {
            heads[token] = token
            dependencies[token] = .root
        }
    }

    private static func divide(
        _ analysed: AnalysedText, text: [UInt8], layout: [Part], bounds: [Bool]
    ) -> ([Part], [Sentence], [Int]) {
        var parts = layout
        var sentences: [Sentence] = []
        var sentenceOf = [Int](repeating: 0, count: analysed.count)
        var token = 0
        for index in parts.indices {
            let first = token
            while token < analysed.count, Int(analysed.starts[token]) < parts[index].span.end { token += 1 }
            parts[index].tokens = first..<token
            var start = first
            while start < token {
                var end = start + 1
                while end < token, !bounds[end] { end += 1 }
                let span = Span(Int(analysed.starts[start]), Int(analysed.ends[end - 1])).trimmed(in: text)
                for i in start..<end { sentenceOf[i] = sentences.count }
                sentences.append(Sentence(part: index, tokens: start..<end, span: span))
                start = end
            }
        }
        return (parts, sentences, sentenceOf)
    }

    /// The children of a token, in text order.
    package func children(_ token: Int) -> ArraySlice<Int> { childList[childStart[token]..<childStart[token + 1]] }

    package func children(_ token: Int, _ dependency: Dependency) -> [Int] {
        children(token).filter { dep[$0] == dependency }
    }

    package func child(_ token: Int, _ dependency: Dependency) -> Int? {
        children(token).first { dep[$0] == dependency }
    }

    package func isRoot(_ token: Int) -> Bool { head[token] == token }

    /// Whether `ancestor` is `token` or stands above it.
    package func isInside(_ token: Int, subtreeOf ancestor: Int) -> Bool {
        var node = token
        var steps = 0
        while steps < 256 {
            if node == ancestor { return true }
            if head[node] == node { return false }
            node = head[node]
            steps += 1
        }
        return false
    }

    /// Bytes of the report that a run of tokens covers, white space at its ends left out.
    package func span(_ tokens: Range<Int>) -> Span {
        guard !tokens.isEmpty else { return Span(0, 0) }
        return Span(Int(analysed.starts[tokens.lowerBound]), Int(analysed.ends[tokens.upperBound - 1])).trimmed(
            in: text)
    }

    package func span(_ token: Int) -> Span { Span(Int(analysed.starts[token]), Int(analysed.ends[token])) }

    /// The characters of a token as the report has them.
    package func string(_ token: Int) -> String { string(span(token)) }

    package func string(_ span: Span) -> String { String(decoding: text[span.start..<span.end], as: UTF8.self) }

    package func string(_ tokens: Range<Int>) -> String { string(span(tokens)) }

    /// The prepositions that mark a noun ("out of"), lower-cased and joined by spaces, without articles; "" when there
    /// is none.
    package func preposition(of noun: Int) -> String {
        let marks = children(noun).filter { dep[$0] == .case && $0 < noun && pos[$0] != .part }
        guard language == "es" else {
            return marks.flatMap { [$0] + children($0, .case) }.sorted().map { lower[$0] }.joined(separator: " ")
        }
        // "en contra del": words that have grown together, the article that went into the last one left out.
        return marks.flatMap { [$0] + children($0, .case) + children($0, .compound) }.sorted()
            .map { lower[$0] == "al" ? "a" : lower[$0] == "del" ? "de" : lower[$0] }.joined(separator: " ")
    }

    /// A feature of a token's morphology, for example "Tense".
    package func feature(_ name: String, _ token: Int) -> String? {
        let all = analysed.labels.morphologies[Int(analysed.morphologies[token])]
        for pair in all.split(separator: "|") {
            guard let equals = pair.firstIndex(of: "="), pair[..<equals] == name else { continue }
            return String(pair[pair.index(after: equals)...])
        }
        return nil
    }

    /// The fine-grained tag ("VBN").
    package func tag(_ token: Int) -> String { analysed.labels.tags[Int(analysed.tags[token])] }

    /// The infinitive of a verb or of a participle, however the pipeline tagged it; otherwise the lemma.
    package func verb(_ token: Int) -> String { participles[token] ?? lemma[token] }

    /// Whether a token is a participle of a verb that is looked for, tagged as an adjective or a noun.
    package func isAdjectivalParticiple(_ token: Int) -> Bool { participles[token] != nil }

    /// A token and the tokens coordinated with it, in text order.
    package func coordinated(_ token: Int) -> [Int] {
        var found = [token]
        var next = 0
        while next < found.count {
            for child in children(found[next]) where dep[child] == .conj { found.append(child) }
            next += 1
        }
        return found.sorted()
    }

    /// The tokens that lie in a span, found without a walk through the text.
    package func tokens(in span: Span) -> Range<Int> {
        func first(from byte: Int) -> Int {
            var (low, high) = (0, count)
            while low < high {
                let middle = (low + high) / 2
                if Int(analysed.starts[middle]) < byte { low = middle + 1 } else { high = middle }
            }
            return low
        }
        let start = first(from: span.start)
        return start..<max(start, first(from: span.end))
    }

    /// The first member of the coordination that a token belongs to.
    package func firstConjunct(_ token: Int) -> Int {
        var node = token
        var steps = 0
        while dep[node] == .conj, head[node] != node, steps < 128 {
            node = head[node]
            steps += 1
        }
        return node
    }
}

extension Span {
    /// The span without white space at its ends.
    package func trimmed(in text: [UInt8]) -> Span {
        var (start, end) = (self.start, self.end)
        while start < end, text[start] <= 0x20 { start += 1 }
        while end > start, text[end - 1] <= 0x20 { end -= 1 }
        return Span(start, end)
    }
}
