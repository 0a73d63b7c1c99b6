/// The tables of the forms that carry markup, read once.
struct ReportTables: Sendable {
    let references: CharacterReferences
    let charsets: CharsetFinder
    let vocabulary: PageVocabulary
    let phrases: PagePhrases
    let months: MonthNames

    /// Those that come with the program.
    static let shipped = ReportTables()

    private init() {
        references = CharacterReferences(table: Self.text(PackageResources.character_references_tsv))
        charsets = CharsetFinder(table: Self.text(PackageResources.charset_labels_tsv))
        vocabulary = PageVocabulary(table: Self.text(PackageResources.page_vocabulary_tsv))
        phrases = PagePhrases(table: Self.text(PackageResources.page_phrases_tsv))
        months = MonthNames(table: Self.text(PackageResources.months_tsv))
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
