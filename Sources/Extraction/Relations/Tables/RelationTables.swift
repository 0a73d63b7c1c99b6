/// What one language knows of lasting ties, read from `affiliations.yaml`, `kinship.yaml`, `offices.yaml`,
/// `standing.yaml` and the shared `ties.yaml` and `heads-of-state.yaml`.
package struct RelationTables: Sendable {
    /// Small numbers in words, for "the two brothers".
    package let counts: [String: Int]
    package let classes: [String: [TieReading]]
    /// Nouns that somebody bears.
    package let roles: NounTable<RoleWord>
    /// Nouns between two parties: the class of the tie.
    package let mutual: NounTable<String>
    package let between: Set<String>
    package let with: Set<String>
    /// By lemma or form.
    package let verbs: [String: [TieFrame]]
    /// Participles and adjectives, by form or lemma.
    package let states: [String: [TieFrame]]
    /// Qualifiers that narrow a head to a part of the whole.
    package let narrowing: Set<String>
    /// Whether nouns and names stand before the noun that they modify ("DEA agent").
    package let placesCompoundsBefore: Bool
    package let standing: StandingTable
    package let offices: OfficeTable
    /// Bodies that have a seat of their own ("a federal court in Plano"), by lemma.
    package let seated: Set<String>
    /// What an association, school or paper is called, by lemma.
    package let civil: Set<String>

    /// - Parameter folder: holds the language's files and the shared ones.
    package init(_ folder: LexiconFolder) throws(LexiconError) {
        let ties = try folder.shared("ties.yaml")
        let affiliations = try folder.file("affiliations.yaml")
        let kinship = try folder.file("kinship.yaml")
        let offices = try folder.file("offices.yaml")
        classes = try Self.classes(ties)
        let names = Set(classes.keys)
        let root = affiliations.root
        try root.onlyKeys([
            "compounds", "narrowing", "nouns", "mutual", "between", "with", "verbs", "states", "seated", "civil",
        ])
        var counts: [String: Int] = [:]
        for (word, number) in try kinship.root["counts"]?.entries() ?? [] {
            guard let value = Int(try number.text()) else { throw number.wrong("a number is wanted here") }
            counts[word] = value
        }
        self.counts = counts
        var roles = NounTable<RoleWord>()
        try Self.addNouns(root.required("nouns"), classes: names, to: &roles)
        try Self.addKinship(kinship.root, to: &roles)
        try Self.addOffices(offices.root, to: &roles)
        self.roles = roles
        var mutual = NounTable<String>()
        for entry in try root["mutual"]?.list() ?? [] {
            let tieClass = try Self.tieClass(entry, names)
            for word in try entry.words("words") { mutual.insert(word, tieClass) }
        }
        self.mutual = mutual
        between = Set(try root.words("between"))
        with = Set(try root.words("with"))
        var verbs: [String: [TieFrame]] = [:]
        for entry in try root.required("verbs").list() {
            let frame = try TieFrame(verb: entry, classes: names)
            for word in try entry.words("words") { verbs[word.lowercased(), default: []].append(frame) }
        }
        self.verbs = verbs
        var states: [String: [TieFrame]] = [:]
        for entry in try root.required("states").list() {
            let frame = try TieFrame(state: entry, classes: names)
            for word in try entry.words("words") { states[word.lowercased(), default: []].append(frame) }
        }
        self.states = states
        narrowing = Set(try root.words("narrowing"))
        placesCompoundsBefore = try root["compounds"]?.text() == "true"
        civil = Set(try root.words("civil"))
        seated = Set(try root.words("seated"))
        standing = try StandingTable(folder.file("standing.yaml"))
        self.offices = try OfficeTable(offices: offices, heads: folder.shared("heads-of-state.yaml"))
    }

    private static func classes(_ file: LexiconFile) throws(LexiconError) -> [String: [TieReading]] {
        var found: [String: [TieReading]] = [:]
        for (name, readings) in try file.root.required("classes").entries() {
            var lines: [TieReading] = []
            for reading in try readings.list() { lines.append(try TieReading(reading)) }
            found[name] = lines
        }
        return found
    }

    static func tieClass(_ node: LexiconNode, _ known: Set<String>) throws(LexiconError) -> String {
        let value = try node.required("class")
        let name = try value.text()
        guard known.contains(name) else {
            throw value.wrong("'\(name)' is no class of ties.yaml; known are \(known.sorted().joined(separator: ", "))")
        }
        return name
    }

    /// A list of words, each its own label, or a map from word to label.
    private static func labels(_ node: LexiconNode) throws(LexiconError) -> [(word: String, label: String)] {
        if let words = try? node.words() { return words.map { ($0, $0) } }
        var found: [(String, String)] = []
        for (word, label) in try node.entries() { found.append((word, try label.text())) }
        return found
    }

    private static func addNouns(
        _ node: LexiconNode, classes: Set<String>, to roles: inout NounTable<RoleWord>
    ) throws(LexiconError) {
        for entry in try node.list() {
            try entry.onlyKeys(["class", "narrowed", "prepositions", "words", "official"])
            let tieClass = try tieClass(entry, classes)
            let narrowed = try entry["narrowed"]?.text()
            let prepositions = Set(try entry.words("prepositions"))
            let isOfficial = try entry["official"]?.text() == "true"
            for (word, label) in try labels(entry.required("words")) {
                roles.insert(
                    word,
                    RoleWord(
                        kind: .tie(tieClass), label: label, narrowed: narrowed, prepositions: prepositions,
                        isOfficial: isOfficial))
            }
        }
    }

    private static func addKinship(
        _ root: LexiconNode, to roles: inout NounTable<RoleWord>
    ) throws(LexiconError) {
        try root.onlyKeys(["words", "mutual", "prepositions", "counts"])
        let prepositions = Set(try root.words("prepositions"))
        let mutual = Set(try root.words("mutual"))
        for (word, label) in try labels(root.required("words")) {
            roles.insert(
                word,
                RoleWord(
                    kind: .kinship, label: label, prepositions: prepositions, isMutual: mutual.contains(label)))
        }
    }

    private static func addOffices(
        _ root: LexiconNode, to roles: inout NounTable<RoleWord>
    ) throws(LexiconError) {
        try root.onlyKeys(["offices", "prepositions", "portfolios", "governments", "presumed"])
        let prepositions = Set(try root.words("prepositions"))
        for entry in try root.required("offices").list() {
            try entry.onlyKeys(["words", "bare", "partisan"])
            let isCarried = try entry["bare"]?.text() == "country"
            let isPartisan = try entry["partisan"]?.text() == "true"
            for (word, label) in try labels(entry.required("words")) {
                roles.insert(
                    word,
                    RoleWord(
                        kind: .office, label: label, prepositions: prepositions, isCarried: isCarried,
                        isPartisan: isPartisan, isOfficial: true))
            }
        }
    }
}
