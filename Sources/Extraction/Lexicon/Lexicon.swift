public import Foundation

/// What the reading of one language knows: words, frames, tables. Immutable, shared by all threads.
public struct Lexicon: Sendable {
    /// ISO 639-1 code.
    public let language: String
    package let grammar: GrammarTable
    package let modality: ModalityTable
    package let attribution: AttributionTable
    package let details: DetailTable
    package let frames: FrameTable
    package let relations: RelationTables
    package let numbers: NumberTable
    package let times: TimeTable
    /// Names: countries, places, bodies, given names, nouns for people.
    package let names: NameTables
    /// The infinitives that frames, attribution and modality look for.
    package let verbs: Set<String>

    /// Reads a language's lexicon.
    /// - Parameter directory: a folder of files that add to the shipped ones or, under the same name, replace them.
    /// - Throws: `LexiconError` naming file and line.
    public static func load(language: String, directory: URL? = nil) throws(LexiconError) -> Lexicon {
        let folder = LexiconFolder(language: language, directory: directory)
        let modality = try ModalityTable(folder.file("modality.yaml"))
        let attribution = try AttributionTable(folder.file("attribution.yaml"))
        let frames = try FrameTable(files: folder.files(in: "frames"))
        var grammar = try GrammarTable(folder.file("grammar.yaml"))
        grammar.kin = Set(try folder.file("kinship.yaml").root["words"]?.entries().map { entry in entry.0 } ?? [])
        return Lexicon(
            language: language,
            grammar: grammar,
            modality: modality,
            attribution: attribution,
            details: try DetailTable(folder.file("details.yaml")),
            frames: frames,
            relations: try RelationTables(folder),
            numbers: try NumberTable(folder.file("numbers.yaml")),
            times: try TimeTable(folder.file("dates.yaml")),
            names: try NameTables.load(language: language, directory: directory),
            verbs: Set(frames.verbs.keys).union(attribution.verbs).union(modality.governors.keys))
    }
}
