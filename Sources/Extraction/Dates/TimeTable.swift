/// The words of a language that say when: `dates.yaml`.
package struct TimeTable: Sendable {
    /// Single words and phrases.
    private(set) var words: [String: TimeWord] = [:]
    /// The phrases of more than one word by their first word, longest first.
    private(set) var phrases: [String: [[String]]] = [:]
    /// Whether months and weekdays are written with a capital.
    let isCapitalised: Bool
    let isMonthFirst: Bool
    let aheadWords: Set<String>
    let aheadWithPreposition: Set<String>
    let aheadPrepositions: Set<String>
    let aheadVerbs: Set<String>
    let futureAuxiliaries: Set<String>
    let perfectAuxiliaries: Set<String>
    let lightVerbs: Set<String>
    let occasions: Set<String>
    let clauseVerbs: Set<String>
    let journeys: Set<String>
    let purposePrepositions: Set<String>
    let sums: Set<String>
    let documents: Set<String>
    let occasionPrepositions: Set<String>
    let occasionLinks: Set<String>
    let occurrences: Set<String>
    /// Whether a finite verb may stand without its subject.
    let dropsSubjects: Bool
    let statePrepositions: Set<String>
    let accusing: Set<String>
    let presentCopulas: Set<String>

    init(_ file: LexiconFile) throws(LexiconError) {
        let root = file.root
        isCapitalised = try root.required("capitalised").text() == "true"
        isMonthFirst = try root.required("month_first").text() == "true"
        aheadWords = Set(try root.words("ahead_words"))
        aheadWithPreposition = Set(try root.words("ahead_with_preposition"))
        aheadPrepositions = Set(try root.words("ahead_prepositions"))
        aheadVerbs = Set(try root.words("ahead_verbs"))
        futureAuxiliaries = Set(try root.words("future_auxiliaries"))
        perfectAuxiliaries = Set(try root.words("perfect_auxiliaries"))
        lightVerbs = Set(try root.words("light_verbs"))
        occasions = Set(try root.words("occasions"))
        clauseVerbs = Set(try root.words("clause_verbs"))
        journeys = Set(try root.words("journeys"))
        purposePrepositions = Set(try root.words("purpose_prepositions"))
        sums = Set(try root.words("sums"))
        documents = Set(try root.words("documents"))
        occasionPrepositions = Set(try root.words("occasion_prepositions"))
        occasionLinks = Set(try root.words("occasion_links"))
        occurrences = Set(try root.words("occurrences"))
        dropsSubjects = try root.required("drops_subjects").text() == "true"
        statePrepositions = Set(try root.words("state_prepositions"))
        accusing = Set(try root.words("accusing"))
        presentCopulas = Set(try root.words("present_copulas"))
        for (word, month) in try root.numbers("months") { words[word, default: TimeWord()].value = .month(month) }
        for (word, month) in try root.numbers("short_months") { addShort(word, .month(month)) }
        for (word, day) in try root.numbers("weekdays") { words[word, default: TimeWord()].value = .weekday(day) }
        for (word, day) in try root.numbers("short_weekdays") { addShort(word, .weekday(day)) }
        for (word, day) in try root.numbers("days") { words[word, default: TimeWord()].value = .day(day) }
        for (word, season) in try root.numbers("seasons") { words[word, default: TimeWord()].value = .season(season) }
        for (word, year) in try root.numbers("decades") { words[word, default: TimeWord()].value = .decade(year) }
        for (word, node) in try root.required("units").entries() {
            guard let unit = TimeUnit(rawValue: try node.text()) else {
                throw node.wrong("one of \(TimeUnit.allCases.map(\.rawValue).joined(separator: ", ")) is wanted")
            }
            words[word, default: TimeWord()].value = .unit(unit)
        }
        let roles = try root.required("roles")
        try roles.onlyKeys(Set(TimeWord.Roles.names.map(\.0)))
        for (name, role) in TimeWord.Roles.names {
            for word in try roles.words(name) { words[word, default: TimeWord()].roles.insert(role) }
        }
        for word in words.keys where word.contains(" ") {
            let parts = word.split(separator: " ").map(String.init)
            phrases[parts[0], default: []].append(parts)
        }
        for key in phrases.keys {
            phrases[key]?.sort {
                $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count > $1.count
            }
        }
    }

    private mutating func addShort(_ word: String, _ value: TimeWord.Value) {
        words[word, default: TimeWord()].value = value
        words[word, default: TimeWord()].roles.insert(.isShort)
    }
}
