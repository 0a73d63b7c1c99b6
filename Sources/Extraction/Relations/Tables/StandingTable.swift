/// Words that say how a tie stands (over, alleged) and words that lead from a noun to the one who bears it.
package struct StandingTable: Sendable {
    /// Adjectives and adverbs of what is over.
    package let former: Set<String>
    /// Verbs whose subject is what follows "as".
    package let serving: Set<String>
    /// Participles that stand before a noun without "as": "considerado".
    package let naming: Set<String>
    /// Whether a verb without a subject goes on about the subject of the sentence before.
    package let dropsSubjects: Bool
    /// Verbs whose predicate their subject is: "become", "remain".
    package let linking: Set<String>
    /// Verbs under which a denial makes the tie unknown: "is not known to be a member".
    package let unknown: Set<String>
    /// Verbs that say little beside a noun: "have an alliance".
    package let light: Set<String>
    package let asWords: Set<String>
    package let ofWords: Set<String>
    package let partitive: Set<String>
    package let conjunctions: Set<String>
    /// Words between a name and another name of the same person.
    package let aliases: Set<String>
    /// Adverbs and conjunctions that put the verb into what is over.
    package let ended: Set<String>
    /// Prepositions of where somebody is from: "29, of El Cajon".
    package let origins: Set<String>
    /// Prepositions of where something lies.
    package let inside: Set<String>
    /// Prepositions of those who do it too: "together with".
    package let company: Set<String>
    /// Words between a name and where it is from: "29 years old".
    package let fillers: Set<String>
    /// What an article grew together with: "del" is "de".
    package let contractions: [String: String]

    init(_ file: LexiconFile) throws(LexiconError) {
        let root = file.root
        try root.onlyKeys([
            "former", "serving", "linking", "unknown", "light", "as", "of", "partitive", "conjunctions", "aliases",
            "ended", "naming", "drops_subjects", "origins", "inside", "company", "fillers", "contractions",
        ])
        former = Set(try root.words("former"))
        serving = Set(try root.words("serving"))
        linking = Set(try root.words("linking"))
        unknown = Set(try root.words("unknown"))
        light = Set(try root.words("light"))
        asWords = Set(try root.words("as"))
        ofWords = Set(try root.words("of"))
        partitive = Set(try root.words("partitive"))
        conjunctions = Set(try root.words("conjunctions"))
        aliases = Set(try root.words("aliases"))
        ended = Set(try root.words("ended"))
        naming = Set(try root.words("naming"))
        dropsSubjects = try root["drops_subjects"]?.text() == "true"
        origins = Set(try root.words("origins"))
        inside = Set(try root.words("inside"))
        company = Set(try root.words("company"))
        fillers = Set(try root.words("fillers"))
        var contractions: [String: String] = [:]
        for (key, value) in try root["contractions"]?.entries() ?? [] { contractions[key] = try value.text() }
        self.contractions = contractions
    }
}
