/// The function words of a language that clauses are built with: `grammar.yaml`.
package struct GrammarTable: Sendable {
    /// Prepositions of the doer in a passive: "by", "por".
    package let agentPrepositions: Set<String>
    /// Prepositions of a personal object: Spanish "a".
    package let personalObjectPrepositions: Set<String>
    package let relativePronouns: Set<String>
    /// Verbs whose infinitive is done by their own subject although they have an object: "promise".
    package let subjectControl: Set<String>
    /// Prepositions before a gerund or infinitive that is done by the verb's object: "accused X of leading".
    package let objectControlMarks: Set<String>
    /// Lemmas of the auxiliaries of the passive where the parse does not mark them: "ser".
    package let passiveAuxiliaries: Set<String>
    /// Pronouns that make a verb passive: Spanish "se".
    package let passivePronouns: Set<String>

    /// Prepositions of where something happens: "in", "near".
    package let placePrepositions: Set<String>

    /// Words that stand before a place beside its preposition: "the municipality of".
    package let placeWords: Set<String>

    /// Prepositions before the court that somebody stands before.
    let courtPrepositions: Set<String>

    /// Words that join the last member of a list.
    package let conjunctions: Set<String>

    /// Determiners that take up what is known: "the", "this".
    package let definites: Set<String>

    /// Verbs with a reflexive pronoun that is no passive: "fugarse", "comprometerse".
    package let reflexiveVerbs: Set<String>

    /// Whether a finite verb may stand without a subject.
    package let dropsSubjects: Bool

    /// Words that running text writes small.
    package let functionWords: Set<String>

    /// Verbs and nouns whose subject or owner does the deed told under them: "order", "commit", "responsible for".
    package let perpetration: Set<String>

    /// Prepositions of the owner or the one concerned: "of".
    package let genitives: Set<String>

    /// Verbs that call the members of a set by name: "include".
    package let inclusion: Set<String>

    /// Pronouns of the one who speaks: "we".
    package let firstPerson: Set<String>

    /// Verbs that lend a noun of happening their subject: "*face* charges", "*tener* una orden".
    package let supportVerbs: Set<String>

    /// Nouns that only introduce a crime: "two *counts* of kidnapping".
    package let chargeNouns: Set<String>
    /// Words before named members of a set: "among them".
    package let memberMarkers: [[String]]

    /// Verbs that tell who somebody is, and the word before the name: "*identified* *as* X".
    package let identification: Set<String>
    package let naming: Set<String>

    /// Lemmas of the copula.
    package let copulas: Set<String>

    /// Words that open a sentence whose subject stands behind its verb: "*Among* them is X", "*Also* held was X".
    package let callOpeners: Set<String>

    /// Nouns for a list of the designated, and for what carries people away: "on the *list*", "on *board*".
    package let lists: Set<String>
    package let vessels: Set<String>

    /// Nouns for those to whom a deed was done: "a third *victim*".
    package let harmed: Set<String>

    /// "first", "second" …, in order.
    package let ordinals: [String]

    /// Prepositions of time, place and reason at which the words of a crime or measure end.
    package let circumstances: Set<String>

    /// Verbs without a passive: "was arraigned and *pleaded*" is active.
    package let neverPassive: Set<String>

    /// Words of kinship, from `kinship.yaml`: "the *brother* of".
    package internal(set) var kin: Set<String> = []

    /// Nouns for those who suffered a deed, never the accused: "the *victim*".
    package let victims: Set<String>

    /// Words in the names of places of care: "*hospital*".
    package let care: Set<String>

    /// Verbs of leading a group of people: "a delegation *led* by X".
    package let leading: Set<String>

    /// Words that make a deed an attempt: "*attempted* murder", "*tried* to kill".
    package let attempts: Set<String>

    /// Prepositions of where goods come from: "imports *from* Canada".
    package let sources: Set<String>

    init(_ file: LexiconFile) throws(LexiconError) {
        let root = file.root
        agentPrepositions = Set(try root.words("agent_prepositions"))
        personalObjectPrepositions = Set(try root.words("personal_object_prepositions"))
        relativePronouns = Set(try root.words("relative_pronouns"))
        subjectControl = Set(try root.words("subject_control"))
        objectControlMarks = Set(try root.words("object_control_marks"))
        passiveAuxiliaries = Set(try root.words("passive_auxiliaries"))
        reflexiveVerbs = Set(try root.words("reflexive_verbs"))
        dropsSubjects = try root["drops_subjects"]?.text() == "true"
        functionWords = Set(try root.words("function_words"))
        perpetration = Set(try root.words("perpetration"))
        genitives = Set(try root.words("genitives"))
        inclusion = Set(try root.words("inclusion"))
        firstPerson = Set(try root.words("first_person"))
        supportVerbs = Set(try root.words("support_verbs"))
        chargeNouns = Set(try root.words("charge_nouns"))
        memberMarkers = try root.words("member_markers").map { $0.split(separator: " ").map(String.init) }
        identification = Set(try root.words("identification"))
        naming = Set(try root.words("naming"))
        copulas = Set(try root.words("copulas"))
        callOpeners = Set(try root.words("call_openers"))
        lists = Set(try root.words("lists"))
        vessels = Set(try root.words("vessels"))
        harmed = Set(try root.words("harmed"))
        ordinals = try root.words("ordinals")
        circumstances = Set(try root.words("circumstances"))
        neverPassive = Set(try root.words("never_passive"))
        victims = Set(try root.words("victims"))
        care = Set(try root.words("care"))
        leading = Set(try root.words("leading"))
        attempts = Set(try root.words("attempts"))
        sources = Set(try root.words("sources"))
        definites = Set(try root.words("definites"))
        placePrepositions = Set(try root.words("place_prepositions"))
        placeWords = Set(try root.words("place_words"))
        courtPrepositions = Set(try root.words("court_prepositions"))
        conjunctions = Set(try root.words("conjunctions"))
        passivePronouns = Set(try root.words("passive_pronouns"))
    }
}
