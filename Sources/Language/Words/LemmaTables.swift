/// The tables of a lemmatizer, from `lemmatizer/lookups/lookups.bin`; their keys are ids of strings.
struct LemmaTables: Sendable {
    /// A suffix and what stands for it.
    struct Rule: Sendable {
        let old: [UInt8]
        let new: [UInt8]
    }

    /// `lemma_rules`
    private(set) var rules: [UInt64: [Rule]] = [:]
    /// `lemma_index`: the known lemmas.
    private(set) var index: [UInt64: ByteKeyTable] = [:]
    /// `lemma_exc`
    private(set) var exceptions: [UInt64: [[UInt8]: [[UInt8]]]] = [:]
    /// `lemma_rules_groups`: names of rule lists and the features they are for.
    private(set) var groups: [UInt64: [(rule: UInt64, features: [String])]] = [:]

    init(path: String, identifiers: StringIdentifiers) throws(LanguageError) {
        let bytes = try FileBytes.read(path)
        let root: MessagePackValue
        do {
            root = try MessagePackReader.read(bytes[...])
        } catch {
            throw .malformed(path: path, problem: error.problem)
        }
        for (key, value) in root["lemma_rules"]?.table ?? [] {
            guard let id = key.identifier, let list = value.list else { throw Self.damage(path, "lemma_rules") }
            rules[id] = try list.map { pair throws(LanguageError) in
                guard let pair = pair.list, pair.count == 2, let old = pair[0].bytes, let new = pair[1].bytes else {
                    throw Self.damage(path, "lemma_rules")
                }
                return Rule(old: [UInt8](old), new: [UInt8](new))
            }
        }
        for (key, value) in root["lemma_index"]?.table ?? [] {
            guard let id = key.identifier, let list = value.list else { throw Self.damage(path, "lemma_index") }
            var table = ByteKeyTable(capacity: list.count)
            for item in list {
                guard let text = item.bytes else { throw Self.damage(path, "lemma_index") }
                text.withUnsafeBufferPointer { _ = table.insert($0) }
            }
            index[id] = table
        }
        for (key, value) in root["lemma_exc"]?.table ?? [] {
            guard let id = key.identifier, let pairs = value.table else { throw Self.damage(path, "lemma_exc") }
            var table: [[UInt8]: [[UInt8]]] = [:]
            for (form, lemmas) in pairs {
                guard let form = form.bytes, let lemmas = lemmas.list else { throw Self.damage(path, "lemma_exc") }
                table[[UInt8](form)] = lemmas.compactMap(\.bytes).map { [UInt8]($0) }
            }
            exceptions[id] = table
        }
        for (key, value) in root["lemma_rules_groups"]?.table ?? [] {
            guard let id = key.identifier, let list = value.list else { throw Self.damage(path, "lemma_rules_groups") }
            groups[id] = try list.map { group throws(LanguageError) in
                guard let group = group.list, group.count == 2, let rule = group[0].string, let features = group[1].list
                else {
                    throw Self.damage(path, "lemma_rules_groups")
                }
                return (identifiers.identifier(rule), features.compactMap(\.string))
            }
        }
        guard !rules.isEmpty else { throw Self.damage(path, "lemma_rules") }
    }

    private static func damage(_ path: String, _ table: String) -> LanguageError {
        .malformed(path: path, problem: "the table \(table) is missing or not as expected")
    }

    func isKnown(_ lemma: [UInt8], _ partOfSpeech: UInt64) -> Bool {
        guard let table = index[partOfSpeech] else { return false }
        return lemma.withUnsafeBufferPointer { table.find($0) >= 0 }
    }
}
