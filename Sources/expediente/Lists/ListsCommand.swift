import ArgumentParser
import Casework
import Fetching
import Foundation
import Names
import Vocabulary
import Watchlists

/// `expediente lists`.
struct ListsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lists",
        abstract: "Keeps official lists, to screen names against.",
        subcommands: [Add.self, Update.self, Status.self])

    struct Fetching: ParsableArguments {
        @Flag(help: "Keep the list also when it is much shorter than the one kept.")
        var acceptDrop = false

        @Flag(help: "Allow addresses inside private networks: for a server of one's own.")
        var allowInsideNetwork = false

        var fetcher: Fetcher { Fetcher(allowsInsideNetwork: allowInsideNetwork) }
    }

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Reads a list and keeps it.",
            discussion: """
                A source is a file, a folder (OFAC's sdn.csv, alt.csv, add.csv, sdn_comments.csv), an address, or one of
                ofac, ofac-consolidated, un, whose official addresses are known. FollowTheMoney JSON Lines, as
                OpenSanctions publishes them, are read too. A list that is broken or cut never replaces a good one.

                Examples:
                  expediente lists add un
                  expediente lists add downloads/ofac
                  expediente lists add https://example.org/entities.ftm.json --name sanctions
                """)

        @Argument(help: "File, folder, address, or the name of a known list.")
        var source: String

        @Option(help: "The name to keep it under. (default: that of the format)")
        var name: String?

        @OptionGroup var fetching: Fetching

        func validate() throws {
            if let name, name.isEmpty || name.hasPrefix(".") || name.contains("/") {
                throw ValidationError("--name must be a plain word, not “\(name)”.")
            }
        }

        func run() throws {
            try ListsCommand.report(fetching) { keep, _ throws(ListsError) in
                guard let source = ListSource(source) else { throw .noSource(source) }
                return [try keep.add(source, name: name, acceptsDrop: fetching.acceptDrop, now: Date())]
            }
        }
    }

    struct Update: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Reads kept lists again from where they came.",
            discussion: """
                Examples:
                  expediente lists update
                  expediente lists update un
                """)

        @Argument(help: "Names of kept lists. (default: all)")
        var names: [String] = []

        @OptionGroup var fetching: Fetching

        func run() throws {
            try ListsCommand.report(fetching) { keep, kept throws(ListsError) in
                var outcomes: [KeepLists.Outcome] = []
                for name in names.isEmpty ? kept : names {
                    outcomes.append(try keep.update(name, acceptsDrop: fetching.acceptDrop, now: Date()))
                }
                return outcomes
            }
        }
    }

    struct Status: ParsableCommand {
        enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

        static let configuration = CommandConfiguration(
            abstract: "Shows the kept lists: how old they are, how long, where they came from.",
            discussion: """
                Example:
                  expediente lists status
                """)

        @Option(help: "table or json.")
        var format: Format = .table

        func run() throws {
            let folder = ListFolder(environment: ProcessInfo.processInfo.environment)
            let lists: [KeptList]
            do throws(ListsError) {
                lists = try folder.status()
            } catch {
                Output.say("expediente: \(error)")
                throw error.exitCode
            }
            try Output.print(format == .json ? ListsCommand.json(lists) : ListsCommand.table(lists))
        }
    }

    /// Does some work on the kept lists and says what came of it.
    fileprivate static func report(
        _ options: Fetching, _ work: (KeepLists, [String]) throws(ListsError) -> [KeepLists.Outcome]
    ) throws {
        let folder = ListFolder(environment: ProcessInfo.processInfo.environment)
        let keep = KeepLists(folder, tables: try ListDoor.tables(), fetcher: options.fetcher)
        do throws(ListsError) {
            let kept = try keep.status().map(\.name)
            for outcome in try work(keep, kept) {
                Output.say(sentence(outcome))
                for note in outcome.notes.prefix(5) { Output.say("  passed over: \(note)") }
            }
        } catch {
            Output.say("expediente: \(error)")
            throw error.exitCode
        }
    }

    private static func sentence(_ outcome: KeepLists.Outcome) -> String {
        let list = outcome.list
        var text = "\(list.name): \(list.entries) entries of \(list.date ?? "an unknown day")"
        if outcome.isUnchanged { return text + ", unchanged" }
        if let before = outcome.before {
            text += before.entries == list.entries ? ", as many as before" : ", \(before.entries) before"
            if list.entries < before.entries {
                text += "; \(before.entries - list.entries) fewer: check that this is right"
            }
        }
        return text
    }
}
