import ArgumentParser
import Casework
import Foundation
import Vocabulary

/// What `expediente read` is to do: the options, checked before any work begins.
struct ReadPlan: Sendable {
    enum Form: Sendable {
        /// A line of JSON a report.
        case json(withText: Bool, withSentences: Bool)
        case table(withSentences: Bool)
    }

    let work: ReadReports
    let form: Form
    let models: Models
    let lexicon: String?
    /// The lists to screen against, none for all kept ones; nil for no screening.
    let lists: [String]?
    let terminal: Terminal

    /// - Throws: `ValidationError`, saying which option and what it may be.
    init(_ options: ReadCommand, environment: [String: String]) throws {
        guard options.jsonl || !options.files.isEmpty else {
            throw ValidationError("Give the files to read, or - for the standard input.")
        }
        guard options.files.count(where: { $0 == "-" }) <= 1 else {
            throw ValidationError("The standard input (-) can be read only once.")
        }
        let published = try OptionChecks.day(options.published)
        let language = try OptionChecks.language(options.language)
        let threads = try OptionChecks.threads(options.threads)
        let format = options.format ?? (options.jsonl ? .json : .table)
        if options.withText, format == .table { throw ValidationError("--with-text goes with --format json.") }
        form =
            switch format {
            case .json: .json(withText: options.withText, withSentences: options.sentences)
            case .table: .table(withSentences: options.sentences)
            }
        let files = options.jsonl && options.files.isEmpty ? ["-"] : options.files
        work = ReadReports(
            input: options.jsonl ? .documents(files) : .files(files), published: published, language: language,
            threads: threads)
        models = Models(given: options.model, environment: environment)
        lexicon = options.lexicon
        guard options.screen || options.list.isEmpty else { throw ValidationError("--list goes with --screen.") }
        lists = options.screen ? options.list : nil
        terminal = Terminal(environment: environment)
    }
}

/// Checks that several commands share.
enum OptionChecks {
    static func language(_ code: String?) throws -> String? {
        guard let code else { return nil }
        guard Models.languages.contains(code) else {
            let known = Models.languages.joined(separator: " or ")
            throw ValidationError("--language must be \(known), not “\(code)”.")
        }
        return code
    }

    static func day(_ text: String?) throws -> CalendarDay? {
        guard let text else { return nil }
        guard let day = CalendarDay(iso: text), text.utf8.count == 10 else {
            throw ValidationError("--published must be a day, YYYY-MM-DD, not “\(text)”.")
        }
        return day
    }

    static func threads(_ number: Int?) throws -> Int {
        guard let number else { return max(1, ProcessInfo.processInfo.activeProcessorCount) }
        guard (1...256).contains(number) else {
            throw ValidationError("--threads must be from 1 to 256, not \(number).")
        }
        return number
    }
}
