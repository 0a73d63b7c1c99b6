/// The words of a language for numbers, sums of money and terms of punishment: `numbers.yaml`.
package struct NumberTable: Sendable {
    let units: [String: Int]
    let tens: [String: Int]
    let hundreds: [String: Int]
    let multipliers: [String: Int]
    /// "dozen", "veintena"
    let sets: [String: Int]
    let ordinals: [String: Int]
    let ordinalEndings: Set<String>
    let articles: Set<String>
    let joiners: Set<String>
    let both: Set<String>
    let vague: Set<String>
    let atLeast: PhraseSet
    let about: PhraseSet
    let usesDecimalComma: Bool
    let currencySigns: Set<String>
    let currencyWords: Set<String>
    let currencyAdjectives: Set<String>
    let sumEndings: [String: Int]
    let sumBounds: PhraseSet
    let groupNouns: Set<String>
    let groupPrepositions: Set<String>
    let partPrepositions: Set<String>
    let otherWords: Set<String>
    let sumVerbs: Set<String>
    let pairs: [String: Int]
    let penalty: PenaltyWords
    let age: AgeWords

    struct PenaltyWords: Sendable {
        let time: Set<String>
        let nouns: Set<String>
        let adjectives: Set<String>
        let tails: PhraseSet
        let parole: PhraseSet
        let fixed: PhraseSet
        let lifeAfter: Set<String>
        let before: PhraseSet
        let after: PhraseSet
        /// "serving *45 years*"
        let timeAfter: Set<String>
        /// "sentenced … to *45 years*"
        let verbs: Set<String>
        let to: Set<String>

        init(_ node: LexiconNode) throws(LexiconError) {
            time = Set(try node.words("time"))
            nouns = Set(try node.words("nouns"))
            adjectives = Set(try node.words("adjectives"))
            tails = PhraseSet(try node.words("tails"))
            parole = PhraseSet(try node.words("parole"))
            fixed = PhraseSet(try node.words("fixed"))
            lifeAfter = Set(try node.words("life_after"))
            before = PhraseSet(try node.words("before"))
            after = PhraseSet(try node.words("after"))
            timeAfter = Set(try node.words("time_after"))
            verbs = Set(try node.words("verbs"))
            to = Set(try node.words("to"))
        }
    }

    struct AgeWords: Sendable {
        /// "aged 44"
        let marks: Set<String>
        let time: Set<String>
        /// "44 years *old*"
        let old: Set<String>
        /// "de 44 años de *edad*"
        let oldAfter: Set<String>
        /// Whether "44 años" is an age without "old".
        let needsNoOld: Bool
        /// What stands right before an age in full: "*de* 44 años".
        let before: Set<String>
        /// Words that may follow a bare age: ", 44, *of* Tijuana".
        let closers: Set<String>
        /// "known *as*"
        let aliasMarks: Set<String>

        init(_ node: LexiconNode) throws(LexiconError) {
            marks = Set(try node.words("marks"))
            time = Set(try node.words("time"))
            old = Set(try node.words("old"))
            oldAfter = Set(try node.words("old_after"))
            needsNoOld = old.isEmpty
            before = Set(try node.words("before"))
            closers = Set(try node.words("closers"))
            aliasMarks = Set(try node.words("alias_marks"))
        }
    }

    init(_ file: LexiconFile) throws(LexiconError) {
        let root = file.root
        units = try root.numbers("units")
        tens = try root.numbers("tens")
        hundreds = try root.numbers("hundreds")
        multipliers = try root.numbers("multipliers")
        sets = try root.numbers("sets")
        ordinals = try root.numbers("ordinals")
        ordinalEndings = Set(try root.words("ordinal_endings"))
        articles = Set(try root.words("articles"))
        joiners = Set(try root.words("joiners"))
        both = Set(try root.words("both"))
        vague = Set(try root.words("vague"))
        atLeast = PhraseSet(try root.words("at_least"))
        about = PhraseSet(try root.words("about"))
        usesDecimalComma = try root.required("decimal_comma").text() == "true"
        currencySigns = Set(try root.words("currency_signs"))
        currencyWords = Set(try root.words("currency_words"))
        currencyAdjectives = Set(try root.words("currency_adjectives"))
        sumEndings = try root.numbers("sum_endings")
        sumBounds = PhraseSet(try root.words("sum_bounds"))
        groupNouns = Set(try root.words("group_nouns"))
        groupPrepositions = Set(try root.words("group_prepositions"))
        partPrepositions = Set(try root.words("part_prepositions"))
        otherWords = Set(try root.words("other_words"))
        sumVerbs = Set(try root.words("sum_verbs"))
        pairs = try root.numbers("pairs")
        penalty = try PenaltyWords(root.required("penalty"))
        age = try AgeWords(root.required("age"))
    }
}

extension LexiconNode {
    /// The entries under a key whose values are whole numbers; empty when the key is missing.
    package func numbers(_ key: String) throws(LexiconError) -> [String: Int] {
        guard let map = self[key] else { return [:] }
        var found: [String: Int] = [:]
        for (word, node) in try map.entries() {
            guard let value = Int(try node.text()) else { throw node.wrong("a whole number is wanted for '\(word)'") }
            found[word] = value
        }
        return found
    }
}
