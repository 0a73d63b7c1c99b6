extension AttributeRuler {
    private static let part = "the attribute ruler"

    init(path: String, labels: inout LabelTables, ruler: inout FormRuler) throws(LanguageError) {
        self.init()
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
        guard settings.count < 1 << 15 else { throw .unsupported(part: Self.part, problem: "more than 32,767 rules") }
        for (number, entry) in list.enumerated() {
            for pattern in entry["patterns"]?.list ?? [] {
                let first = tests.count
                for token in pattern.list ?? [] { tests.append(try Self.test(token, path, &labels, &ruler)) }
                let count = tests.count - first
                let setting = settings[number]
                let target = setting.target < 0 ? setting.target + count : setting.target
                guard (0..<count).contains(target) else {
                    throw .malformed(path: path, problem: "pattern \(number) sets a token outside of itself")
                }
                rules.append(
                    Rule(tests: first..<tests.count, number: Int16(number), setting: Self.kind(setting), target: target)
                )
            }
        }
        index(labels, ruler)
    }

    private static func kind(_ setting: Setting) -> SettingKind {
        var kind: SettingKind = []
        if setting.tag != nil { kind.insert(.tag) }
        if setting.partOfSpeech != nil { kind.insert(.partOfSpeech) }
        if setting.morphology != nil { kind.insert(.morphology) }
        if setting.dependency != nil { kind.insert(.dependency) }
        if setting.lemma != nil { kind.insert(.lemma) }
        return kind
    }

    private mutating func index(_ labels: LabelTables, _ ruler: FormRuler) {
        rulesOfTag = [[Int32]](repeating: [], count: labels.tags.names.count)
        rulesOfLower = [[Int32]](repeating: [], count: ruler.lowers.count)
        for (number, rule) in rules.enumerated() {
            let first = tests[rule.tests.lowerBound]
            if let tags = first.tags?.numbers {
                for tag in tags { rulesOfTag[tag].append(Int32(number)) }
            } else if let lowers = first.lowers?.numbers {
                for lower in lowers { rulesOfLower[lower].append(Int32(number)) }
            } else {
                otherRules.append(Int32(number))
            }
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
    private static func names(_ key: String, _ value: MessagePackValue) throws(LanguageError) -> (
        [String], negated: Bool
    )? {
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
                test.expressions |= try ruler.expression(
                    try Pattern(expression, what: "a pattern of \(part)"), lowered: lowered)
                continue
            }
            guard let (names, negated) = try names(key, value) else {
                throw .unsupported(part: part, problem: "a pattern with an unknown operator on \(key)")
            }
            switch key {
            case "TAG": test.tags = NumberTest(names.map { Int(labels.tags.number($0)) }, negated: negated)
            case "POS":
                test.partsOfSpeech = NumberTest(names.map { Int(labels.partsOfSpeech.number($0)) }, negated: negated)
            case "DEP":
                test.dependencies = NumberTest(names.map { Int(labels.dependencies.number($0)) }, negated: negated)
            case "LOWER": test.lowers = NumberTest(names.map { Int(ruler.lower($0)) }, negated: negated)
            case "TEXT", "ORTH": test.texts = NumberTest(names.map { Int(ruler.text($0)) }, negated: negated)
            default: throw .unsupported(part: part, problem: "a pattern over \(key)")
            }
        }
        return test
    }
}
