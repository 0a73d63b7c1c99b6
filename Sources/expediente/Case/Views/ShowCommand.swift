import ArgumentParser
import CaseFile
import Casework
import Vocabulary

/// `expediente show`.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows all that a case has of a person, group, body or event, with its sources.",
        discussion: """
            Accusations stand with what became of them: alleged, charged, convicted, sentenced, acquitted, dismissed, \
            denied, each with its date and who says so.

            Examples:
              expediente show --case transfers.case "Oseguera Cervantes"
              expediente show --case transfers.case v-2f9c01d4ab77
            """)

    @OptionGroup var view: ViewOptions

    @Argument(help: "A name, words of a name, or an id.")
    var name: String

    func run() throws {
        let look = try view.look()
        let cluster = try Self.one(name, in: look)
        let views = try CaseTalk.explained { () throws(CaseworkError) in try look.around(cluster) }
        if cluster.kind == .event {
            let event = views.event(cluster).map { [$0] } ?? []
            return try view.print(event, none: "The event is told no longer.") { sheet, event in
                sheet.write(event)
                sheet.writeAccounts(event)
            }
        }
        try view.print([views.dossier(of: cluster)], none: "") { $0.write($1) }
    }

    /// The one thing that words mean; of several the one in most reports, if the others are far behind.
    static func one(_ words: String, in look: CaseLook) throws -> Cluster {
        let found = try CaseTalk.explained { () throws(CaseworkError) in try look.find(words) }
        guard let first = found.first else {
            Output.say(
                "expediente: nothing in the case is called “\(words)”; try `search` or `people` [case.nothing-named]")
            throw ExitCode.unusableInput
        }
        if let second = found.dropFirst().first, second.reports * 3 > first.reports {
            Output.say("expediente: “\(words)” is the name of several; give the id of one:")
            for cluster in found.prefix(8) {
                Output.say(
                    "  \(cluster.id)  \(DisplayText.clean(cluster.name)), \(CaseTalk.count(cluster.reports, "report"))")
            }
            throw ExitCode.unusableInput
        }
        return first
    }
}

/// `expediente search`.
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Finds reports and names of a case by words, in any case, with or without accents.")

    struct Found: CaseItem {
        let kind: String
        let hit: SearchHit

        func write(to json: inout JSONWriter) {
            json.beginObject()
            json.member("kind", kind)
            json.member("id", hit.id)
            json.member("title", hit.title)
            json.member("snippet", hit.snippet)
            json.endObject()
        }
    }

    @OptionGroup var view: ViewOptions

    @Argument(help: "Words; all must occur.")
    var words: [String]

    func run() throws {
        guard !words.isEmpty else { throw ValidationError("Give the words to look for.") }
        let look = try view.look()
        let (wanted, limit) = (words.joined(separator: " "), view.limit ?? 20)
        let found = try CaseTalk.explained { () throws(CaseworkError) -> [Found] in
            do throws(CaseError) {
                let names = try look.store.searchNames(wanted, limit: limit).map { Found(kind: "name", hit: $0) }
                return names
                    + (try look.store.searchReports(wanted, limit: limit).map { Found(kind: "report", hit: $0) })
            } catch { throw .caseFile(error) }
        }
        try view.print(found, none: "Nothing was found.") { sheet, found in
            var line = StyledText(found.kind == "name" ? "name    " : "report  ", .faint)
            line.add(DisplayText.clean(found.hit.title), .strong)
            if !found.hit.snippet.isEmpty { line.add("  " + DisplayText.clean(found.hit.snippet), .faint) }
            line.add("  \(found.kind == "name" ? found.hit.id : String(found.hit.id.prefix(12)))", .faint)
            sheet.page.paragraph(line, indent: 8)
        }
    }
}
