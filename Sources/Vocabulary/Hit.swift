/// Somebody on a list who may be the one that a report or a query names.
public struct Hit: Sendable, Hashable {
    /// The list's short name, and the day that it is of, when known.
    public var list: String
    public var listDate: CalendarDay?
    /// The entry's id: `ofac-17673`.
    public var id: String
    /// Person, Organization, Vessel, Airplane or LegalEntity.
    public var type: String
    /// The name under which the list files it.
    public var caption: String
    /// The listed name that fits best.
    public var name: String
    /// From 0 to 1; 0.7 is the point to act on.
    public var score: Double
    /// Sanctions programmes.
    public var programs: [String]
    /// ISO dates or intervals.
    public var births: [String]
    public var countries: [String]
    public var explanation: Explanation

    public init(
        list: String, listDate: CalendarDay?, id: String, type: String, caption: String, name: String, score: Double,
        programs: [String], births: [String], countries: [String], explanation: Explanation
    ) {
        self.list = list
        self.listDate = listDate
        self.id = id
        self.type = type
        self.caption = caption
        self.name = name
        self.score = score
        self.programs = programs
        self.births = births
        self.countries = countries
        self.explanation = explanation
    }
}

/// Why two names, or two bearers of names, were found alike.
public struct Explanation: Sendable, Hashable {
    /// A word of the one name and the word of the other that it stands for; one of the two is nil for a word that stands
    /// alone.
    public struct Step: Sendable, Hashable {
        public var left: String?
        public var right: String?
        /// same, spelling, petForm, typo, initial …; nil for a word that stands alone.
        public var kind: String?
        /// From 0 to 1.
        public var likeness: Double
        /// In bits: 5 is as common as Juan, 14 a name that no table knows.
        public var rarity: Double

        public init(left: String?, right: String?, kind: String?, likeness: Double, rarity: Double) {
            self.left = left
            self.right = right
            self.kind = kind
            self.likeness = likeness
            self.rarity = rarity
        }
    }

    /// What besides the names spoke for or against: birth date, country, identifier.
    public struct Factor: Sendable, Hashable {
        public var what: String
        /// The score after it less the score before.
        public var effect: Double
        public var detail: String

        public init(what: String, effect: Double, detail: String) {
            self.what = what
            self.effect = effect
            self.detail = detail
        }
    }

    /// The score of the names alone.
    public var nameScore: Double
    public var steps: [Step]
    /// What lowered the score of the names: missingMaternal, commonName …
    public var remarks: [String]
    public var factors: [Factor]

    public init(nameScore: Double, steps: [Step], remarks: [String], factors: [Factor] = []) {
        self.nameScore = nameScore
        self.steps = steps
        self.remarks = remarks
        self.factors = factors
    }
}
