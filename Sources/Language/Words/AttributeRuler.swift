/// spaCy's attribute ruler: patterns over one or more tokens that set attributes of one of them.
///
/// All patterns look at the state before the ruler; of those that set the same attribute of a token, the last one wins.
struct AttributeRuler: Sendable {
    /// What a pattern asks of one token.
    private struct TokenTest: Sendable {
        /// By label number: whether it will do; nil asks nothing.
        var tags: [Bool]?
        var partsOfSpeech: [Bool]?
        var dependencies: [Bool]?
        var lowers: (numbers: Set<Int32>, negated: Bool)?
        var texts: (numbers: Set<Int32>, negated: Bool)?
        var expressions: UInt64 = 0
        var isSpace: Bool?
    }

    /// What a rule sets.
    private struct Setting: Sendable {
        var target = 0
        var tag: UInt16?
        var partOfSpeech: UInt16?
        var morphology: UInt16?
        var dependency: UInt16?
        var lemma: String?
    }

    private struct Rule: Sendable {
        let tests: [TokenTest]
        /// The number of the rule whose settings count: rules may have several patterns.
        let number: Int
    }

    private var rules: [Rule] = []
    private var settings: [Setting] = []
    /// Rules whose first token must have this tag, and the others.
    private var rulesOfTag: [[Int]] = []
    private var otherRules: [Int] = []

    private static let part = "the attribute ruler"

    init(path: String, labels: inout LabelTables, ruler: inout FormRuler) throws(LanguageError) {
        let bytes = try FileBytes.read(path)
        let root: MessagePackValue
        do {
            root = try MessagePackReader.read(bytes[...])
        } catch {
            throw .malformed(path: path, problem: error.problem)
        }
        guard let list = root.list else { throw .malformed(path: path, problem: "it is not a list of patterns") }
        // The names first, so that the tests can be tables over all of them.
        for entry in list { settings.append(try Self.setting(entry, path, &labels)) }
        for entry in list { Self.collect(entry, &labels) }
        for (number, entry) in list.enumerated() {
            for pattern in entry["patterns"]?.list ?? [] {
                var tests: [TokenTest] = []
                for token in pattern.list ?? [] { tests.append(try Self.test(token, path, &labels, &ruler)) }
                guard !tests.isEmpty else { throw .malformed(path: path, problem: "an empty pattern") }
                if settings[number].target < 0 { settings[number].target += tests.count }
                guard tests.indices.contains(settings[number].target) else {
                    throw .malformed(path: path, problem: "pattern \(number) sets a token outside of itself")
                }
                rules.append(Rule(tests: tests, number: number))
            }
        }
        rulesOfTag = [[Int]](repeating: [], count: labels.tags.names.count)
        for (number, rule) in rules.enumerated() {
            guard let tags = rule.tests[0].tags, tags.count(where: { $0 }) <= 8 else {
                otherRules.append(number)
                continue
            }
            for tag in tags.indices where tags[tag] { rulesOfTag[tag].append(number) }
        }
    }

    private static func setting(
        _ entry: MessagePackValue, _ path: String, _ labels: inout LabelTables
    ) throws(LanguageError) -> Setting {
        guard let attributes = entry["attrs"]?.table, entry["patterns"]?.list != nil else {
            throw .malformed(path: path, problem: "a rule without patterns or attributes")
        }
        var setting = Setting()
        setting.target = entry["index"]?.int ?? 0
        for (key, value) in attributes {
            guard let key = key.string, let value = value.string else {
                throw .malformed(path: path, problem: "an attribute that is not a text")
            }
            switch key {
            case "TAG": setting.tag = labels.tags.number(value)
            case "POS": setting.partOfSpeech = labels.partsOfSpeech.number(value)
            case "MORPH": setting.morphology = labels.morphologies.number(MorphologyText.normalised(value))
            case "DEP": setting.dependency = labels.dependencies.number(value)
            case "LEMMA": setting.lemma = value
            default: throw .unsupported(part: part, problem: "it sets \(key)")
            }
        }
        return setting
    }

    /// Numbers the labels that patterns name.
    private static func collect(_ entry: MessagePackValue, _ labels: inout LabelTables) {
        for pattern in entry["patterns"]?.list ?? [] {
            for token in pattern.list ?? [] {
                for (key, value) in token.table ?? [] {
                    var names = value.string.map { [$0] } ?? []
                    for (_, operand) in value.table ?? [] { names += (operand.list ?? []).compactMap(\.string) }
                    for name in names {
                        switch key.string {
                        case "TAG": _ = labels.tags.number(name)
                        case "POS": _ = labels.partsOfSpeech.number(name)
                        case "DEP": _ = labels.dependencies.number(name)
                        default: break
                        }
                    }
                }
            }
        }
    }

    /// The values that an attribute may have, or may not have.
    private static func names(_ key: String, _ value: MessagePackValue) throws(LanguageError) -> ([String], negated: Bool)? {
        if let text = value.string { return ([text], false) }
        guard let table = value.table, table.count == 1, let list = table[0].value.list else { return nil }
        let names = list.compactMap(\.string)
        guard names.count == list.count else { return nil }
        switch table[0].key.string {
        case "IN": return (names, false)
        case "NOT_IN": return (names, true)
        default: return nil
        }
    }

    private static func test(
        _ token: MessagePackValue, _ path: String, _ labels: inout LabelTables, _ ruler: inout FormRuler
    ) throws(LanguageError) -> TokenTest {
        guard let table = token.table else { throw .malformed(path: path, problem: "a pattern that is not a table") }
        var test = TokenTest()
        for (key, value) in table {
            let key = key.string ?? "?"
            if key == "IS_SPACE", let isSpace = value.bool {
                test.isSpace = isSpace
                continue
            }
            let lowered = key == "LOWER"
            let ofText = lowered || key == "TEXT" || key == "ORTH"
            if ofText, let expression = value["REGEX"]?.string {
                test.expressions |= try ruler.expression(try Pattern(expression, what: "a pattern of \(part)"), lowered: lowered)
                continue
            }
            guard let (names, negated) = try names(key, value) else {
                throw .unsupported(part: part, problem: "a pattern with an unknown operator on \(key)")
            }
            switch key {
            case "TAG": test.tags = mask(names.map { labels.tags.number($0) }, negated, labels.tags)
            case "POS":
                test.partsOfSpeech = mask(
                    names.map { labels.partsOfSpeech.number($0) }, negated, labels.partsOfSpeech)
            case "DEP":
                test.dependencies = mask(names.map { labels.dependencies.number($0) }, negated, labels.dependencies)
            case "LOWER": test.lowers = (Set(names.map { ruler.lower($0) }), negated)
            case "TEXT", "ORTH": test.texts = (Set(names.map { ruler.text($0) }), negated)
            default: throw .unsupported(part: part, problem: "a pattern over \(key)")
            }
        }
        return test
    }

    private static func mask(_ numbers: [UInt16], _ negated: Bool, _ labels: LabelTable) -> [Bool] {
        var mask = [Bool](repeating: negated, count: labels.names.count)
        for number in numbers { mask[Int(number)] = !negated }
        return mask
    }

    /// For each attribute the last rule that sets it; -1 for none.
    private struct Decision {
        var tag: Int16 = -1
        var partOfSpeech: Int16 = -1
        var morphology: Int16 = -1
        var dependency: Int16 = -1
        var lemma: Int16 = -1
    }

    func run(_ document: Document, form: (Int) -> WordForm) {
        guard document.count > 0 else { return }
        var decisions = [Decision](repeating: Decision(), count: document.count)
        for token in 0..<document.count {
            let tag = Int(document.tags[token])
            if tag < rulesOfTag.count { for rule in rulesOfTag[tag] { apply(rule, token, document, form, &decisions) } }
            for rule in otherRules { apply(rule, token, document, form, &decisions) }
        }
        for token in 0..<document.count {
            let decision = decisions[token]
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

    private func apply(
        _ number: Int, _ token: Int, _ document: Document, _ form: (Int) -> WordForm, _ decisions: inout [Decision]
    ) {
        let rule = rules[number]
        guard token + rule.tests.count <= document.count else { return }
        for (offset, test) in rule.tests.enumerated() where !passes(test, token + offset, document, form) { return }
        let setting = settings[rule.number]
        let own = Int16(truncatingIfNeeded: rule.number)
        let target = token + setting.target
        if setting.tag != nil { decisions[target].tag = max(decisions[target].tag, own) }
        if setting.partOfSpeech != nil { decisions[target].partOfSpeech = max(decisions[target].partOfSpeech, own) }
        if setting.morphology != nil { decisions[target].morphology = max(decisions[target].morphology, own) }
        if setting.dependency != nil { decisions[target].dependency = max(decisions[target].dependency, own) }
        if setting.lemma != nil { decisions[target].lemma = max(decisions[target].lemma, own) }
    }

    private func passes(_ test: TokenTest, _ token: Int, _ document: Document, _ form: (Int) -> WordForm) -> Bool {
        if let tags = test.tags, !tags[Int(document.tags[token])] { return false }
        if let values = test.partsOfSpeech, !values[Int(document.partsOfSpeech[token])] { return false }
        if let values = test.dependencies, !values[Int(document.dependencies[token])] { return false }
        let form = form(token)
        if let lowers = test.lowers, lowers.numbers.contains(form.ruling.lower) == lowers.negated { return false }
        if let texts = test.texts, texts.numbers.contains(form.ruling.text) == texts.negated { return false }
        if let isSpace = test.isSpace, isSpace != form.isSpace { return false }
        return form.ruling.expressions & test.expressions == test.expressions
    }
}
