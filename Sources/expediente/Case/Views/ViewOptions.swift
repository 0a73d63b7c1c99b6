import ArgumentParser
import CaseFile
import Casework
import Foundation
import Vocabulary

/// What all views of a case take.
struct ViewOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    @OptionGroup var options: CaseOptions

    @Option(help: "table for people, json for programs.")
    var format: Format = .table

    @Flag(help: "Print JSON an item a line; implies --format json.")
    var lines = false

    @Option(help: "Show at most so many.")
    var limit: Int?

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more.") }
    }

    /// Opens the case; what is new in it is resolved.
    func look() throws -> CaseLook {
        try CaseTalk.explained { () throws(CaseworkError) in
            do throws(CaseworkError) {
                return try CaseLook(try CaseOpening.open(options.path, .write), screening: screening())
            } catch {
                guard case .caseFile(.readOnly) = error else { throw error }
                return try CaseLook(try CaseOpening.open(options.path, .readOnly), screening: screening())
            }
        }
    }

    /// The lists that are kept; one that cannot be opened is said, and the case is shown without.
    private func screening() -> CaseScreening? {
        do throws(ListsError) {
            return try CaseScreening.kept(environment: ProcessInfo.processInfo.environment)
        } catch {
            Output.say("expediente: \(error)")
            return nil
        }
    }

    var sheet: CaseSheet {
        let terminal = Terminal(environment: ProcessInfo.processInfo.environment)
        return CaseSheet(width: terminal.width, isColoured: terminal.isColoured)
    }

    var caseName: String { URL(fileURLWithPath: options.path).deletingPathExtension().lastPathComponent }

    /// Prints items in the form that was asked for.
    /// - Parameter total: how many there are, where `items` are only the first of them.
    func print<Entry: CaseItem>(
        _ items: [Entry], of total: Int? = nil, none: String, _ write: (inout CaseSheet, Entry) -> Void
    ) throws {
        let shown = Array(items.prefix(limit ?? items.count))
        let total = total ?? items.count
        if lines || format == .json {
            let listing = CaseListing(
                caseName: caseName, items: shown, next: shown.count < total ? String(shown.count) : nil)
            do throws(Output.Failure) {
                try Output.write(lines ? listing.lines : listing.json + [0x0A])
            } catch { throw Output.exitCode(for: error) }
            return
        }
        var sheet = sheet
        if shown.isEmpty { sheet.nothing(none) }
        for item in shown { write(&sheet, item) }
        if shown.count < total { sheet.nothing("… and \(total - shown.count) more (--limit)") }
        try Output.print(sheet.page.text)
    }
}
