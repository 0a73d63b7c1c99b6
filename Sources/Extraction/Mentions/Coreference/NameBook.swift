import Vocabulary

/// The named entities of a report: which names stand for the same thing.
struct NameBook {
    struct Entry {
        var type: EntityType
        /// How much speaks for each type.
        var weights: [EntityType: Int] = [:]
        /// Indices into `names`, in text order once the book is made.
        var names: [Int] = []
        /// People: the folded words of the fullest name.
        var words: [String] = []
        /// People: folded nicknames without article.
        var nicknames: Set<String> = []
        var gender = Gender.unknown
        var country: String?
    }

    let scanner: NameScanner
    var names: [FoundName]
    var entries: [Entry] = []
    /// For each name its entry, or -1.
    var entryOf: [Int]
    /// Entries by what they are called.
    var keys: [String: Int] = [:]
    /// Surnames of families named as such ("the Treviño Morales brothers").
    var families: [String] = []
    /// Whom a short name meant when it was first used.
    var meant: [String: Int] = [:]
    /// Owners of aliases by their first token.
    private var byToken: [Int: Int] = [:]

    var tokens: NameTokens { scanner.tokens }
    var tables: NameTables { scanner.tables }
    var syntax: Syntax { scanner.syntax }

    init(scanner: NameScanner, names: [FoundName]) {
        self.scanner = scanner
        self.names = names
        entryOf = Array(repeating: -1, count: names.count)
        for (index, name) in names.enumerated() { byToken[name.tokens.lowerBound] = index }
        resolveCapitals()
        dropFamilies()
        enterThings(weak: false)
        enterPeople()
        enterAliases()
        enterShortNames()
        enterThings(weak: true)
        settle()
    }

    // MARK: Entering

    mutating func enter(_ index: Int, into entry: Int) {
        entryOf[index] = entry
        entries[entry].names.append(index)
        if let type = names[index].type, names[index].form != .quoted {
            entries[entry].weights[type, default: 0] += names[index].weight
        }
        if entries[entry].country == nil { entries[entry].country = names[index].country }
    }

    mutating func open(_ index: Int, type: EntityType) -> Int {
        entries.append(Entry(type: type))
        enter(index, into: entries.count - 1)
        return entries.count - 1
    }

    func text(_ index: Int) -> String { syntax.string(names[index].tokens) }

    /// The entry of the name that an alias belongs to.
    func owner(of index: Int) -> Int? {
        guard let token = names[index].sameAs, let owner = byToken[token], entryOf[owner] >= 0 else { return nil }
        return entryOf[owner]
    }

    // MARK: Capitals

    /// A capital that acts or is asked stands for its country's government.
    private mutating func resolveCapitals() {
        for index in names.indices where names[index].form == .capital {
            guard let code = names[index].country, !names[index].isDateline else {
                names[index].form = .name
                continue
            }
            let folded = FoldedName.fold(text(index))
            let bearsCountry = folded.split(separator: " ").contains { tables.countries.phrases[String($0)] != nil }
            if !bearsCountry, Metonymy(tokens: tokens, tables: tables).standsForGovernment(names[index]) {
                names[index].type = .country
                names[index].country = code
            } else {
                names[index].form = .name
            }
        }
        // "Beijing and Washington": both or neither.
        for index in names.indices.dropFirst() {
            let (first, second) = (names[index - 1], names[index])
            guard first.tokens.upperBound + 1 == second.tokens.lowerBound,
                tables.words.contains(syntax.lower[first.tokens.upperBound], "and"), first.form == .capital,
                second.form == .name, second.type == .place,
                let entry = tables.countries.capitals[FoldedName.fold(text(index))]
            else { continue }
            names[index].form = .capital
            names[index].type = .country
            names[index].country = entry.code
        }
    }

    // MARK: Countries, places, bodies, groups

    private mutating func enterThings(weak: Bool) {
        for index in names.indices {
            guard let type = names[index].type, type != .person, entryOf[index] < 0 else { continue }
            if names[index].sameAs != nil || names[index].isWeak != weak { continue }
            absorbInner(index)
            let found = thingKeys(index, type)
            let same = found.compactMap { key in
                key.hasPrefix("entry ") ? Int(key.dropFirst(6)) : keys[key]
            }
            if let entry = same.first(where: { entries[$0].type != .person }) {
                enter(index, into: entry)
                for key in found where keys[key] == nil && !key.hasPrefix("entry ") { keys[key] = entry }
            } else {
                let entry = open(index, type: type)
                for key in found where keys[key] == nil && !key.hasPrefix("entry ") { keys[key] = entry }
            }
        }
        for index in names.indices where names[index].type != .person && names[index].sameAs != nil {
            guard entryOf[index] < 0, let entry = owner(of: index) else { continue }
            enter(index, into: entry)
            rename(FoldedName(text(index)).key, to: entry)
        }
    }

    /// An alias that was an entry of its own before it was introduced joins the owner's.
    private mutating func rename(_ key: String, to entry: Int) {
        if let other = keys["=" + key], other != entry, entries[other].type != .country {
            for index in entries[other].names { enter(index, into: entry) }
            entries[other].names = []
            for (name, value) in keys where value == other { keys[name] = entry }
        }
        keys["=" + key] = entry
    }

    private func thingKeys(_ index: Int, _ type: EntityType) -> [String] {
        let name = names[index]
        if type == .country, let code = name.country { return ["country " + code] }
        var found: [String] = []
        let key = FoldedName(text(index)).key
        found.append("=" + key)
        if let row = name.known { found.append("known \(row)") }
        if let inner = name.inner {
            let short = FoldedName(syntax.string(inner)).key
            if tables.places.phrases[short] == nil, tables.countries.phrases[short] == nil { found.append("=" + short) }
        }
        if type == .place {
            if let entry = tables.places.abbreviations[text(index)], !entry.country.isEmpty {
                found.append("=" + regionName(of: text(index)))
            }
            return found
        }
        let core = BodyName(key, tables: tables)
        if let row = tables.known.phrases[core.core]?.row { found.append("known \(row)") }
        found.append("core \(core.country ?? "") \(core.core)")
        if let turned = core.turned { found.append("core \(core.country ?? "") \(turned)") }
        if let entry = byHead(index, key) { found.insert("entry \(entry)", at: 0) }
        if core.country == nil {
            // "Justice Department" after "US Justice Department".
            for other in keys.keys.sorted() where other.hasPrefix("core ") && other.hasSuffix(" " + core.core) {
                let parts = other.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
                if parts.count == 3, parts[2] == core.core[...] { found.append(other) }
            }
        }
        return found
    }

    /// "Altiplano", named before by itself, is the "penal del Altiplano", where no table knows another place of the name.
    private mutating func absorbInner(_ index: Int) {
        guard let inner = names[index].inner else { return }
        let key = FoldedName(syntax.string(inner)).key
        guard tables.places.phrases[key] == nil, tables.countries.phrases[key] == nil,
            tables.known.phrases[key].map({ $0.type == .place }) ?? true
        else { return }
        let full = "=" + FoldedName(text(index)).key
        if let entry = keys["=" + key], keys[full] == nil { keys[full] = entry }
    }

    /// "Fiscalía", "Fiscalía estatal" after "Fiscalía del Estado de Jalisco": the body named last with that first word.
    private func byHead(_ index: Int, _ key: String) -> Int? {
        let words = key.split(separator: " ").map(String.init)
        guard let first = words.first, words.count <= 2, let head = tables.heads.phrases[first], head.isInitial,
            head.type == .publicBody, words.count == 1 || tables.words.contains(words[1], "adjective-body"),
            tables.known.phrases[key] == nil
        else { return nil }
        return entries.indices.last { entry in
            entries[entry].type == .publicBody
                && entries[entry].names.contains { name in
                    let other = FoldedName(text(name)).words
                    return other.count > words.count && other.first.map(String.init) == first
                }
        }
    }

    private func regionName(of abbreviation: String) -> String { FoldedName.fold(abbreviation) }

    // MARK: The end

    private mutating func settle() {
        for index in entries.indices {
            entries[index].names.sort { names[$0].tokens.lowerBound < names[$1].tokens.lowerBound }
            let weights = entries[index].weights
            if let best = EntityType.allCases.max(by: { weights[$0, default: 0] < weights[$1, default: 0] }),
                weights[best, default: 0] > 0, entries[index].type != .person
            {
                entries[index].type = best
            }
        }
    }
}
