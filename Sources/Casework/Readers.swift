import Extraction
import Foundation
import Language
import Synchronization
public import Vocabulary

/// Reads reports, whatever their language; loads what a language needs when its first report comes.
public final class Readers: Sendable {
    private let models: Models
    private let lexicon: String?
    private let versions = Mutex<[String: Result<String, CaseworkError>]>([:])
    private let loaded = Mutex<[String: Result<Reader, CaseworkError>]>([:])

    /// - Parameter lexicon: a directory of frames and words that add to the shipped ones.
    public init(models: Models, lexicon: String? = nil) {
        self.models = models
        self.lexicon = lexicon
    }

    /// Pure: the same report gives the same reading, on any thread.
    public func read(_ report: Report) throws(CaseworkError) -> Reading {
        try reader(of: report.language).read(report)
    }

    /// What reads a language, for example `expediente 0.1.0, en_core_web_sm 3.8.0, lexicon 0a1b2c3d`: readings by one
    /// version are alike.
    public func version(of language: String) throws(CaseworkError) -> String {
        let result = versions.withLock { versions in
            if let known = versions[language] { return known }
            let fresh = Result { () throws(CaseworkError) in
                let model = try models.version(for: language)
                let folder = lexicon.map { URL(fileURLWithPath: $0, isDirectory: true) }
                let words = Lexicon.version(language: language, directory: folder)
                return "expediente \(ProgramVersion.current), \(model), lexicon \(words)"
            }
            versions[language] = fresh
            return fresh
        }
        return try result.get()
    }

    /// The reader of a language, loaded once.
    private func reader(of language: String) throws(CaseworkError) -> Reader {
        let result = loaded.withLock { readers in
            if let known = readers[language] { return known }
            let fresh = Result { () throws(CaseworkError) in try load(language) }
            readers[language] = fresh
            return fresh
        }
        return try result.get()
    }

    private func load(_ language: String) throws(CaseworkError) -> Reader {
        guard Models.languages.contains(language) else { throw .noReader(language: language) }
        let directory = try models.directory(for: language)
        let pipeline: Pipeline
        do {
            pipeline = try Pipeline(directory: directory)
        } catch { throw .modelUnusable(folder: directory, reason: "\(error)") }
        let folder = lexicon.map { URL(fileURLWithPath: $0, isDirectory: true) }
        do {
            return Reader(pipeline: pipeline, lexicon: try Lexicon.load(language: language, directory: folder))
        } catch { throw .lexicon("\(error)") }
    }
}
