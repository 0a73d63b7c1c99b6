/// spaCy's attribute ruler: patterns over one or more tokens that set attributes of one of them.
///
/// All patterns look at the state before the ruler; of those that set the same attribute of a token, the last one wins.
struct AttributeRuler: Sendable {
    /// What a pattern asks of one token.
    struct TokenTest: Sendable {
        /// nil asks nothing.
        var tags: NumberTest?
        var partsOfSpeech: NumberTest?
        var dependencies: NumberTest?
        /// Of the lowered text, and of the text itself.
        var lowers: NumberTest?
        var texts: NumberTest?
        var expressions: UInt64 = 0
        var isSpace: Bool?
    }

    /// Which labels or texts will do, by their number.
    struct NumberTest: Sendable {
        let mask: [Bool]
        let negated: Bool

        init(_ numbers: [Int], negated: Bool) {
            var mask = [Bool](repeating: false, count: (numbers.max() ?? -1) + 1)
            for number in numbers { mask[number] = true }
            self.mask = mask
            self.negated = negated
        }

        @inline(__always)
        func passes(_ number: Int) -> Bool { (number >= 0 && number < mask.count && mask[number]) != negated }

        /// The numbers that will do; nil where it only says which will not.
        var numbers: [Int]? { negated ? nil : mask.indices.filter { mask[$0] } }
    }

    /// What a rule sets.
    struct Setting: Sendable {
        var target = 0
        var tag: UInt16?
        var partOfSpeech: UInt16?
        var morphology: UInt16?
        var dependency: UInt16?
        var lemma: String?
    }

    struct Rule: Sendable {
        /// Its tests, one a token, in `tests`.
        let tests: Range<Int>
        /// The number of the settings: a rule of spaCy may have several patterns.
        let number: Int16
        let setting: SettingKind
        let target: Int
    }

    /// Which attributes are set.
    struct SettingKind: OptionSet, Sendable {
        let rawValue: UInt8
        static let tag = SettingKind(rawValue: 1)
        static let partOfSpeech = SettingKind(rawValue: 2)
        static let morphology = SettingKind(rawValue: 4)
        static let dependency = SettingKind(rawValue: 8)
        static let lemma = SettingKind(rawValue: 16)
    }

    var rules: [Rule] = []
    var tests: [TokenTest] = []
    var settings: [Setting] = []
    /// Rules whose first token must have this tag; of the others, those whose first token must have this lowered text;
    /// and the rest.
    var rulesOfTag: [[Int32]] = []
    var rulesOfLower: [[Int32]] = []
    var otherRules: [Int32] = []

    init() {}

    /// For each attribute the last rule that sets it; -1 for none.
    struct Decision {
        var tag: Int16 = -1
        var partOfSpeech: Int16 = -1
        var morphology: Int16 = -1
        var dependency: Int16 = -1
        var lemma: Int16 = -1
    }

    /// What the tests look at: the document before the ruler.
    struct Sight {
        let tags: [UInt16]
        let partsOfSpeech: [UInt16]
        let dependencies: [UInt16]
        let forms: [Int32]
        let lexicon: [WordForm]
    }

    /// Applies all rules; `lexicon` has the document's word forms.
    func run(_ document: Document, lexicon: [WordForm]) {
        let sight = Sight(
            tags: document.tags, partsOfSpeech: document.partsOfSpeech, dependencies: document.dependencies,
            forms: document.forms, lexicon: lexicon)
        var decisions = [Decision](repeating: Decision(), count: document.count)
        for token in sight.forms.indices {
            let tag = Int(sight.tags[token])
            if tag < rulesOfTag.count { for rule in rulesOfTag[tag] { apply(rule, token, sight, &decisions) } }
            let lower = Int(lexicon[Int(sight.forms[token])].ruling.lower)
            if lower >= 0, lower < rulesOfLower.count {
                for rule in rulesOfLower[lower] { apply(rule, token, sight, &decisions) }
            }
            for rule in otherRules { apply(rule, token, sight, &decisions) }
        }
        set(decisions, document)
    }

    @inline(__always)
    private func apply(_ number: Int32, _ token: Int, _ sight: borrowing Sight, _ decisions: inout [Decision]) {
        let rule = rules[Int(number)]
        guard token + rule.tests.count <= decisions.count else { return }
        for offset in 0..<rule.tests.count where !passes(rule.tests.lowerBound + offset, token + offset, sight) {
            return
        }
        let target = token + rule.target
        if rule.setting.contains(.tag) { decisions[target].tag = max(decisions[target].tag, rule.number) }
        if rule.setting.contains(.partOfSpeech) {
            decisions[target].partOfSpeech = max(decisions[target].partOfSpeech, rule.number)
        }
        if rule.setting.contains(.morphology) {
            decisions[target].morphology = max(decisions[target].morphology, rule.number)
        }
        if rule.setting.contains(.dependency) {
            decisions[target].dependency = max(decisions[target].dependency, rule.number)
        }
        if rule.setting.contains(.lemma) { decisions[target].lemma = max(decisions[target].lemma, rule.number) }
    }

    @inline(__always)
    private func passes(_ number: Int, _ token: Int, _ sight: borrowing Sight) -> Bool {
        if let tags = tests[number].tags, !tags.passes(Int(sight.tags[token])) { return false }
        if let values = tests[number].partsOfSpeech, !values.passes(Int(sight.partsOfSpeech[token])) {
            return false
        }
        if let values = tests[number].dependencies, !values.passes(Int(sight.dependencies[token])) {
            return false
        }
        let form = Int(sight.forms[token])
        let ruling = sight.lexicon[form].ruling
        if let lowers = tests[number].lowers, !lowers.passes(Int(ruling.lower)) { return false }
        if let texts = tests[number].texts, !texts.passes(Int(ruling.text)) { return false }
        if let isSpace = tests[number].isSpace, isSpace != sight.lexicon[form].isSpace { return false }
        return ruling.expressions & tests[number].expressions == tests[number].expressions
    }

    private func set(_ decisions: [Decision], _ document: Document) {
        for (token, decision) in decisions.enumerated() {
            if decision.tag >= 0, let tag = settings[Int(decision.tag)].tag { document.tags[token] = tag }
            if decision.partOfSpeech >= 0, let value = settings[Int(decision.partOfSpeech)].partOfSpeech {
                document.partsOfSpeech[token] = value
            }
            if decision.morphology >= 0, let value = settings[Int(decision.morphology)].morphology {
                document.morphologies[token] = value
            }
            if decision.dependency >= 0, let value = settings[Int(decision.dependency)].dependency {
                document.dependencies[token] = value
            }
            if decision.lemma >= 0, let value = settings[Int(decision.lemma)].lemma { document.lemmas[token] = value }
        }
    }
}
