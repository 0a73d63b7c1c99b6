/// The rules of spaCy's Spanish lemmatizer.
struct SpanishLemmas: Sendable {
    let tables: LemmaTables
    let identifiers: StringIdentifiers

    private static let unchanged: Set<String> = [
        "adp", "cconj", "intj", "part", "propn", "punct", "sconj", "sym", "x",
    ]

    func lemma(_ word: Lemmatizer.Word) -> [UInt8] {
        let part = word.partOfSpeech
        let lower = PythonText.lower(word.text)
        if ["", "eol", "space"].contains(part) { return lower }
        if Self.unchanged.contains(part) {
            return word.isSentenceStart && part != "propn" ? lower : [UInt8](word.text)
        }
        if let own = exceptions(part, lower) { return own }
        let features = Set(word.features)
        switch part == "aux" ? "verb" : part {
        case "adj": return nominal(lower, features, "adj")
        case "noun": return nominal(lower, features, "noun")
        case "adv": return fixed("adverbs", lower) ?? lower
        case "det": return pronominal(lower, "det", index: "det", keepsEqual: true)
        case "pron": return pronominal(lower, "pron", index: "pron", keepsEqual: false)
        case "num": return numeral(lower)
        case "verb": return verb(lower, features)
        default: return lower
        }
    }

    private func id(_ name: String) -> UInt64 { identifiers.identifier(name) }

    private func exceptions(_ part: String, _ word: [UInt8]) -> [UInt8]? { tables.exceptions[id(part)]?[word]?.first }

    private func rules(_ name: String) -> [LemmaTables.Rule] { tables.rules[id(name)] ?? [] }

    /// The lemma of a whole word in a list.
    private func fixed(_ name: String, _ word: [UInt8]) -> [UInt8]? { rules(name).first { $0.old == word }?.new }

    /// The first list of rules whose features the word has.
    private func rules(for part: String, _ features: Set<String>) -> [LemmaTables.Rule] {
        let group = tables.groups[id(part)]?.first { $0.features.allSatisfy(features.contains) }
        return group.flatMap { tables.rules[$0.rule] } ?? []
    }

    private func replacingEnd(_ word: [UInt8], _ rule: LemmaTables.Rule) -> [UInt8] {
        word.ends(with: rule.old) ? [UInt8](word.dropLast(rule.old.count)) + rule.new : word
    }

    /// Every word with one accent taken off: á for a and so on, one list entry at a time.
    private func withoutAccent(_ word: [UInt8]) -> [[UInt8]] {
        rules("accents").map { Self.replacingAll(word, $0.old, $0.new) }
    }

    private static func replacingAll(_ word: [UInt8], _ old: [UInt8], _ new: [UInt8]) -> [UInt8] {
        guard !old.isEmpty else { return word }
        var result: [UInt8] = []
        var at = 0
        while at < word.count {
            if word[at...].starts(with: old) {
                result += new
                at += old.count
            } else {
                result.append(word[at])
                at += 1
            }
        }
        return result
    }

    /// Nouns and adjectives.
    private func nominal(_ word: [UInt8], _ features: Set<String>, _ part: String) -> [UInt8] {
        var possible = rules(for: part, features).map { replacingEnd(word, $0) }.filter { $0 != word }
        if features.contains("Number=Plur") {
            possible += possible.filter { $0.last == UInt8(ascii: "n") || $0.last == UInt8(ascii: "s") }.flatMap(
                withoutAccent)
        }
        return possible.first { tables.isKnown($0, id(part)) } ?? possible.first ?? word
    }

    /// Determiners and pronouns; `keepsEqual` also tries rules that change nothing.
    private func pronominal(_ word: [UInt8], _ own: String, index: String, keepsEqual: Bool) -> [UInt8] {
        if let lemma = fixed(own, word) ?? fixed("det_and_pron_fixed", word) { return lemma }
        var possible = rules("det_and_pron_general").map { replacingEnd(word, $0) }
        if !keepsEqual { possible.removeAll { $0 == word } }
        possible.append(word)
        return possible.first { tables.isKnown($0, id(index)) } ?? possible[0]
    }

    /// Numerals: known words, and figures with a decimal point and no other.
    private func numeral(_ word: [UInt8]) -> [UInt8] {
        if let lemma = fixed("num", word) { return lemma }
        let (comma, point) = (UInt8(ascii: ","), UInt8(ascii: "."))
        let whole = word.prefix { $0 != comma }
        let digits = whole.suffix(3)
        let isGrouped =
            whole.count >= 4 && digits.allSatisfy { (0x30...0x39).contains($0) } && whole[whole.endIndex - 4] == point
        return (isGrouped ? word.filter { $0 != point } : word).map { $0 == comma ? point : $0 }
    }

    private func verb(_ word: [UInt8], _ features: Set<String>) -> [UInt8] {
        if features.contains("PronType=Prs") { return verbWithPronouns(word, features) }
        return plainVerb(word, rules(for: "verb", features))
    }

    private func plainVerb(_ word: [UInt8], _ rules: [LemmaTables.Rule]) -> [UInt8] {
        let possible = rules.map { replacingEnd(word, $0) }.filter { $0 != word }
        let verb = id("verb")
        if let known = possible.first(where: { tables.isKnown($0, verb) }) { return known }
        for lemma in possible {
            if let known = alternation(lemma, verb) { return known }
        }
        return possible.first ?? word
    }

    /// A known verb with another vowel in the stem: puedo, poder.
    private func alternation(_ lemma: [UInt8], _ verb: UInt64) -> [UInt8]? {
        for rule in rules("voc_alt_1") where !rule.old.isEmpty {
            for at in lemma.indices where lemma[at...].starts(with: rule.old) {
                let other = lemma[..<at] + rule.new + lemma[(at + rule.old.count)...]
                if tables.isKnown([UInt8](other), verb) { return [UInt8](other) }
            }
        }
        for rule in rules("voc_alt_2") where !rule.old.isEmpty {
            guard let at = lemma.indices.first(where: { lemma[$0...].starts(with: rule.old) }) else { continue }
            let other = lemma[..<at] + rule.new + lemma[(at + rule.old.count)...]
            if tables.isKnown([UInt8](other), verb) { return [UInt8](other) }
        }
        return nil
    }

    /// Pronouns behind a verb: `decírselo` is `decir él él`.
    private func verbWithPronouns(_ word: [UInt8], _ features: Set<String>) -> [UInt8] {
        var verb = word
        var pronouns: [[UInt8]] = []
        while pronouns.count <= 3, let pronoun = Self.pronoun(verb) {
            verb.removeLast(pronoun.count)
            pronouns.insert(pronoun, at: 0)
        }
        for rule in rules("accents") { verb = Self.replacingAll(verb, rule.old, rule.new) }
        let list = rules(for: "verb", features)
        var lemma = exceptions("verb", verb) ?? plainVerb(verb, list)
        let parts = pronouns.map { pronoun in
            exceptions("pron", pronoun) ?? pronominal(pronoun, "pron", index: "verb", keepsEqual: false)
        }
        lemma.append(0x20)
        return lemma + parts.joined(separator: [0x20])
    }

    private static let endings: [[UInt8]] = [
        "las", "les", "los", "nos", "me", "te", "se", "la", "le", "lo", "os",
    ].map { [UInt8]($0.utf8) }

    /// The pronoun that a verb ends with, the longest one.
    private static func pronoun(_ verb: [UInt8]) -> [UInt8]? { endings.first { verb.ends(with: $0) } }
}
