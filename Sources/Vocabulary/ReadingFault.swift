/// Why a reading cannot be written or taken in: something in it is not backed by the words of its report.
///
/// On writing it is an error of the program; on taking in, of the JSON that was given.
public enum ReadingFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The span lies outside the text, is empty, or cuts a character.
    case spanOutside(thing: String, start: Int, end: Int)
    /// The words given are not those at the span.
    case wordsDiffer(thing: String, given: String, found: String)
    /// The type of event has no such role.
    case roleNotAllowed(thing: String, role: String)
    /// A role of phrases holds an entity, or the other way round.
    case wrongFiller(thing: String, role: String)
    /// An id that no entity of the reading has.
    case unknownEntity(thing: String, id: String)
    /// Two things of one kind bear the same id.
    case idTwice(id: String)
    /// A relation bears a modality of events, or the other way round.
    case wrongModality(thing: String, modality: String)
    /// Nothing in the report stands for the entity.
    case noMention(id: String)
    /// The JSON is not a reading.
    case notReading(reason: String)
    /// A value that the format does not know.
    case unknownValue(thing: String, value: String)

    /// Stable name of the fault.
    public var code: String {
        switch self {
        case .spanOutside: "reading.span-outside"
        case .wordsDiffer: "reading.words-differ"
        case .roleNotAllowed: "reading.role-not-allowed"
        case .wrongFiller: "reading.wrong-filler"
        case .unknownEntity: "reading.unknown-entity"
        case .idTwice: "reading.id-twice"
        case .wrongModality: "reading.wrong-modality"
        case .noMention: "reading.no-mention"
        case .notReading: "reading.not-a-reading"
        case .unknownValue: "reading.unknown-value"
        }
    }

    public var description: String {
        switch self {
        case .spanOutside(let thing, let start, let end):
            "\(thing): the span \(start)–\(end) is not a piece of the report's text"
        case .wordsDiffer(let thing, let given, let found):
            "\(thing): gives the words “\(given)” where the report has “\(found)”"
        case .roleNotAllowed(let thing, let role): "\(thing): an event of this type has no role \(role)"
        case .wrongFiller(let thing, let role): "\(thing): the role \(role) is filled by the wrong kind of thing"
        case .unknownEntity(let thing, let id): "\(thing): names the entity \(id), which the reading does not have"
        case .idTwice(let id): "the id \(id) is given twice"
        case .wrongModality(let thing, let modality): "\(thing): cannot have the modality \(modality)"
        case .noMention(let id): "entity \(id): nothing in the report stands for it"
        case .notReading(let reason): "this is no reading in the format \(Reading.format): \(reason)"
        case .unknownValue(let thing, let value): "\(thing): the format does not know “\(value)”"
        }
    }
}
