import Foundation
public import Language
public import Vocabulary

/// The use case: text files in, what a language pipeline makes of each out, in the order of the input.
public struct AnalyseTexts: Sendable {
    private let pipeline: Pipeline
    private let files: [String]
    private let threads: Int

    /// - Parameters:
    ///   - language: whose pipeline runs; ignored where `directory` is given.
    ///   - directory: a pipeline's directory, of any language.
    /// - Throws: `modelMissing`, or `modelUnusable` saying which part cannot be run.
    public init(
        files: [String], models: Models, language: String, directory: String? = nil, threads: Int = 1
    ) throws(CaseworkError) {
        let folder = if let directory { directory } else { try models.directory(for: language) }
        do throws(LanguageError) { pipeline = try Pipeline(directory: folder) } catch {
            throw .modelUnusable(folder: folder, reason: "\(error)")
        }
        self.files = files
        self.threads = threads
    }

    /// - Parameters:
    ///   - form: makes of one file's analysis what is given; runs on many threads.
    ///   - give: takes the results in the order of the input, one at a time; false ends the work.
    public func run<Form: Sendable>(
        form: @escaping @Sendable (_ file: String, _ analysis: Result<AnalysedText, Problem>) -> Form,
        give: @escaping @Sendable (Form) -> Bool
    ) {
        let rest = Shared(files[...])
        let pipeline = pipeline
        let work = OrderedWork<String, Form>(
            threads: threads, draw: { rest.change { $0.popFirst() } },
            work: { file in
                form(file, Result { () throws(Problem) in pipeline.analyse(try Self.text(of: file)) })
            }, give: give)
        work.run()
    }

    private static func text(of file: String) throws(Problem) -> [UInt8] {
        let bytes = try FileBytes.read(file == "-" ? "/dev/stdin" : file)
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            throw Problem(
                code: "input.not-utf8", input: file,
                message: "it is not UTF-8: \(error.kind) at byte \(error.byteOffsets.lowerBound)")
        }
        return bytes
    }
}
