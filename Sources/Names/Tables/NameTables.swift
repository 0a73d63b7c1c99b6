/// What the room knows of names before it sees any: how common they are, their short forms, the words around them.
///
/// Immutable; make it once and hand it to whatever parses or compares names.
public final class NameTables: Sendable {
    package let frequencies: FrequencyTable
    package let nameWords: WordTable
    package let families: FamilyTable
    package let organisationWords: OrganisationWords
    package let legalForms: LegalForms

    /// Reads the tables that come with the package.
    public init() throws(NamesError) {
        frequencies = try FrequencyTable()
        nameWords = try WordTable("words")
        families = try FamilyTable()
        organisationWords = try OrganisationWords()
        legalForms = try LegalForms()
    }
}
