import Vocabulary

/// A stretch of a report that looks like a name, with what speaks for its type.
struct FoundName {
    enum Form {
        case name
        /// An adjective or noun of nationality.
        case demonym
        /// A capital: its city, or its country's government.
        case capital
        /// Words in quotation marks that may be a nickname.
        case quoted
    }

    var tokens: Range<Int>
    /// nil: of no entity (a law, an operation, an adjective).
    var type: EntityType?
    var form: Form = .name
    /// How much speaks for the type; compared inside one report only.
    var weight: Int
    /// ISO code of the country that it names, or in which the place lies.
    var country: String?
    /// The row of the table of known names; names of the same row are the same thing.
    var known: Int?
    /// The nickname inside it, without quotation marks.
    var nickname: Range<Int>?
    /// The name inside a longer one that may stand for it: "Altiplano" in "penal federal del Altiplano".
    var inner: Range<Int>?
    /// What has to be added for the full name: "Miguel Ángel (Treviño Morales) and Omar Treviño Morales".
    var completion: String?
    /// The noun before it: "Judge", "brother".
    var title: PersonNoun?
    /// Whether the title was his before: "then-President".
    var hasFormerTitle = false
    /// Index of the name of which this is another name, by the words between them.
    var sameAs: Int?
    /// Whether only the pipeline speaks for its type.
    var isWeak = false
    /// Whether it stands in a headline or in capitals, where it was found through the rest of the report.
    var isHeadline = false
    /// Whether it gives a place of issue and not a place of what happened.
    var isDateline = false
}
