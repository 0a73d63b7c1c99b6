/// Cuts texts into tokens exactly as the pipeline's tokenizer does.
struct Tokenizer {
    private let rules: TokenRules
    private let lexicon: Lexicon

    init(rules: TokenRules, lexicon: Lexicon) {
        self.rules = rules
        self.lexicon = lexicon
    }

    /// Fills the document's forms, starts and spaces.
    func tokenize(_ text: Bytes, into document: Document) {
        WhiteSpace.chunks(text) { range, isSpaceAfter in
            let first = document.forms.count
            lexicon.append(text.part(range), to: &document.forms)
            var start = Int32(range.lowerBound)
            for token in first..<document.forms.count {
                document.starts.append(start)
                document.spaceAfter.append(false)
                start += lexicon.forms[Int(document.forms[token])].count
            }
            if isSpaceAfter { document.spaceAfter[document.spaceAfter.count - 1] = true }
        }
        applySpecials(text, document)
    }

    /// A range of tokens that together are an exception.
    private struct Match {
        let start: Int
        let end: Int
    }

    /// The second pass: exceptions that the affix rules have cut are put together again, the longest first.
    private func applySpecials(_ text: Bytes, _ document: Document) {
        var matches = findSequences(document)
        guard !matches.isEmpty else { return }
        matches.sort { a, b in
            let (lengthA, lengthB) = (a.end - a.start, b.end - b.start)
            return lengthA == lengthB ? a.start < b.start : lengthA > lengthB
        }
        var isTaken = [Bool](repeating: false, count: document.forms.count)
        var chosen: [Match] = []
        for match in matches {
            if !isTaken[match.start], !isTaken[match.end - 1] { chosen.append(match) }
            for token in match.start..<match.end { isTaken[token] = true }
        }
        chosen.sort { $0.start < $1.start }
        replace(chosen, text, document)
    }

    private func findSequences(_ document: Document) -> [Match] {
        var matches: [Match] = []
        for start in document.forms.indices {
            var node: Int32 = 0
            var token = start
            while token < document.forms.count,
                let step = rules.sequences.step(node, lexicon.forms[Int(document.forms[token])].sequenceText)
            {
                token += 1
                node = step.node
                if step.isEnd { matches.append(Match(start: start, end: token)) }
            }
        }
        return matches
    }

    private func replace(_ matches: [Match], _ text: Bytes, _ document: Document) {
        let (forms, starts, spaces) = (document.forms, document.starts, document.spaceAfter)
        document.forms.removeAll(keepingCapacity: true)
        document.starts.removeAll(keepingCapacity: true)
        document.spaceAfter.removeAll(keepingCapacity: true)
        var token = 0
        func copy(to end: Int) {
            document.forms.append(contentsOf: forms[token..<end])
            document.starts.append(contentsOf: starts[token..<end])
            document.spaceAfter.append(contentsOf: spaces[token..<end])
            token = end
        }
        for match in matches {
            copy(to: match.start)
            let last = match.end - 1
            let end = Int(starts[last]) + Int(lexicon.forms[Int(forms[last])].count)
            let special = rules.special(text.part(Int(starts[match.start])..<end))
            guard special >= 0 else {
                copy(to: match.end)
                continue
            }
            var start = starts[match.start]
            for form in lexicon.special(special) {
                document.forms.append(form)
                document.starts.append(start)
                document.spaceAfter.append(false)
                start += lexicon.forms[Int(form)].count
            }
            document.spaceAfter[document.spaceAfter.count - 1] = spaces[last]
            token = match.end
        }
        copy(to: forms.count)
    }
}
