import ArgumentParser
import Casework
import Foundation
import Names
import Vocabulary
import Watchlists

/// `expediente names`.
struct NamesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "names", abstract: "Looks at names by themselves.", subcommands: [Compare.self, Parse.self])

    struct Compare: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Says how alike names are, pair by pair.",
            discussion: """
                The file is CSV with a head row; its columns name1 and name2 are compared, and schema, if there is one,
                says what bears them (Person, Company …). The rows come back with a column score; with --explain, one
                more says why.

                Examples:
                  expediente names compare pairs.csv > scored.csv
                  expediente names compare pairs.csv --explain
                """)

        @Argument(help: "The file; - is the standard input.")
        var file: String

        @Flag(help: "Add a column that says why.")
        var explain = false

        func run() throws {
            let work = CompareNames(path: file, tables: try ListDoor.tables(), explains: explain)
            do throws(Problem) {
                try work.run { row in
                    do throws(Output.Failure) {
                        try Output.write(Array((row.map(Self.field).joined(separator: ",") + "\n").utf8))
                        return true
                    } catch { return false }
                }
            } catch {
                Output.say("expediente: \(error)")
                throw ExitCode.unusableInput
            }
        }

        /// As it came: the rows are for programs that look them up by their names.
        private static func field(_ text: String) -> String {
            guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
            return "\"" + text.replacing("\"", with: "\"\"") + "\""
        }
    }

    struct Parse: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes names of persons apart.",
            discussion: """
                Example:
                  expediente names parse "Nemesio Rubén ‘El Mencho’ Oseguera Cervantes"
                """)

        @Argument(help: "Names.")
        var names: [String]

        func run() throws {
            let tables = try ListDoor.tables()
            for text in names {
                let name = PersonName(parsing: text, tables: tables)
                var lines = DisplayText.clean(text) + " (\(name.custom.rawValue))\n"
                for part in NamePart.allCases {
                    let words = name.tokens.filter { $0.part == part }
                    if words.isEmpty { continue }
                    let bytes = Array(text.utf8)
                    let written = words.map { DisplayText.clean(String(decoding: bytes[$0.range], as: UTF8.self)) }
                    let label = part.rawValue
                    lines +=
                        "  \(label)\(String(repeating: " ", count: 12 - label.count))\(written.joined(separator: " "))\n"
                }
                try Output.print(lines)
            }
        }
    }
}
