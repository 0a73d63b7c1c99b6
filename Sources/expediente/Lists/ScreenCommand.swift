import ArgumentParser
import Casework
import Fetching
import Foundation
import Names
import Synchronization
import Vocabulary
import Watchlists

/// `expediente screen`.
struct ScreenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screen",
        abstract: "Says who on the official lists a name may mean, and why.",
        discussion: """
            Names are screened against the kept lists (`expediente lists`), or against those that --list gives. A score of
            0.7 is the point to act on. Every answer shows the day that the list is of.

            A batch is a CSV file whose first row names its columns (name, id, schema, aliases, birthDate, country,
            identifiers; several values in one field are parted by semicolons), or JSON Lines with the same members.

            Examples:
              expediente screen "Abigael González Valencia"
              expediente screen "Los Cuinis" --list lists/ofac --kind organization
              expediente screen "Nemesio Oseguera" --born 1966-07-17 --country Mexico --fail-on-hit
              expediente screen --batch customers.csv --format csv > hits.csv
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, csv }
    enum Kind: String, ExpressibleByArgument, CaseIterable { case person, organization, any }

    @Argument(help: "Names, each screened by itself.")
    var names: [String] = []

    @Option(
        help: ArgumentHelp(
            "A kept list's name, or a list's file or folder. (default: all kept lists)", valueName: "list"))
    var list: [String] = []

    @Option(
        help: ArgumentHelp(
            "A file of names: CSV, or JSON Lines; - is JSON Lines from the standard input.", valueName: "file"))
    var batch: String?

    @Option(help: "person, organization (companies, groups, ships too) or any.")
    var kind: Kind = .any

    @Option(help: "Date of birth: YYYY-MM-DD, YYYY-MM or YYYY.")
    var born: String?

    @Option(help: "A country of nationality or registration: name or two-letter code.")
    var country: [String] = []

    @Option(help: ArgumentHelp("A number of a passport, a register, a ship.", valueName: "number"))
    var identifier: [String] = []

    @Option(help: "The least score that is shown.")
    var threshold: Double = 0.7

    @Option(help: "The most hits for one name.")
    var limit: Int = 10

    @Flag(help: "End with exit code 1 when there is a hit.")
    var failOnHit = false

    @Option(help: "table for people, json or csv for programs. (default: table; json with --batch)")
    var format: Format?

    @Option(help: ArgumentHelp("How many threads screen a batch. (default: all cores)", valueName: "number"))
    var threads: Int?

    func validate() throws {
        if names.isEmpty == (batch == nil) { throw ValidationError("Give names, or a file of names with --batch.") }
        if let blank = names.first(where: { $0.allSatisfy(\.isWhitespace) }) {
            throw ValidationError("A name must have letters; “\(blank)” has none.")
        }
        guard (0...1).contains(threshold) else {
            throw ValidationError("--threshold must be from 0 to 1, not \(threshold).")
        }
        guard (1...1_000).contains(limit) else {
            throw ValidationError("--limit must be from 1 to 1000, not \(limit).")
        }
        if let born, BirthDate(written: born) == nil {
            throw ValidationError("--born must be YYYY-MM-DD, YYYY-MM or YYYY, not “\(born)”.")
        }
        if let unknown = country.first(where: { Countries.code($0) == nil }) {
            throw ValidationError("--country must be a country's name or two-letter code, not “\(unknown)”.")
        }
        if batch != nil, born != nil || !country.isEmpty || !identifier.isEmpty || kind != .any {
            throw ValidationError("--kind, --born, --country and --identifier stand in the batch's own columns.")
        }
        _ = try OptionChecks.threads(threads)
    }

    private func input() -> ScreenNames.Input {
        if let batch { return .batch(batch) }
        let kind: NameKind =
            switch self.kind {
            case .person: .person
            case .organization: .organisation
            case .any: .unknown
            }
        return .queries(
            names.map {
                ScreeningQuery(
                    $0, kind: kind, born: born.flatMap { BirthDate(written: $0)?.interval }, countries: country,
                    identifiers: identifier)
            })
    }

    func run() throws {
        let environment = ProcessInfo.processInfo.environment
        let form = format ?? (batch == nil ? .table : .json)
        let terminal = Terminal(environment: environment)
        let (tables, lists) = try ListDoor.open(list, environment: environment)
        let writer = HitWriter(form: form, terminal: terminal, lists: lists)
        let outcome = Mutex<(code: ExitCode, hits: Int)>((.success, 0))
        if let head = writer.head { try Output.print(head) }
        ScreenNames(
            input(), threshold: threshold, limit: limit, threads: batch == nil ? 1 : try OptionChecks.threads(threads)
        ).run(lists, tables: tables, form: { writer.text(of: $0) }) { piece in
            for problem in piece.problems { Output.say("expediente: \(problem)") }
            outcome.withLock { outcome in
                outcome.hits += piece.hits
                if !piece.problems.isEmpty { outcome.code = .unusableInput }
            }
            do throws(Output.Failure) {
                try Output.write(piece.bytes)
                return true
            } catch {
                let code = Output.exitCode(for: error)
                outcome.withLock { if code.isGraver(than: $0.code) { $0.code = code } }
                return false
            }
        }
        if let foot = writer.foot { try Output.print(foot) }
        let (code, hits) = outcome.withLock { $0 }
        if code != .success { throw code }
        if failOnHit && hits > 0 { throw ExitCode.gate }
    }
}

/// What the commands about lists and names share at the door.
enum ListDoor {
    /// The name tables; said and thrown when they are missing.
    static func tables() throws -> NameTables {
        do throws(NamesError) {
            return try NameTables()
        } catch {
            Output.say("expediente: \(error)")
            throw ExitCode.unavailable
        }
    }

    /// The sentence that names the lists and their days.
    static func foot(_ lists: [ScreenedList]) -> String {
        let names = lists.map { "\($0.name) of \($0.date?.iso ?? "an unknown day") (\($0.entryCount) entries)" }
        return "Screened against \(names.joined(separator: ", ")).\n"
    }

    /// Opens lists; said and thrown when one cannot be.
    static func open(_ wanted: [String], environment: [String: String]) throws -> (NameTables, [ScreenedList]) {
        let tables = try tables()
        do throws(ListsError) {
            return (tables, try ListFolder(environment: environment).open(wanted, tables: tables))
        } catch {
            Output.say("expediente: \(error)")
            throw error.exitCode
        }
    }
}

extension ListsError {
    var exitCode: ExitCode {
        switch self {
        case .noSource, .unreadable, .shrunk: .unusableInput
        case .noLists, .damaged, .names: .unavailable
        case .notFetched(let fault): fault.isPassing ? .tryAgain : .unavailable
        case .notKept: .failed
        }
    }
}
