import ArgumentParser
import CaseFile
import Casework
import FollowTheMoney
import Foundation
import Vocabulary

/// `expediente export`.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes a case, or one dossier, in a form that other programs read.",
        discussion: """
            ftm: entities of FollowTheMoney, one a line, with the reports that prove them. csv: a row for each account of \
            an event. graphml: people, groups and events as a graph. json: all views. html: one page that needs nothing \
            but itself, with footnotes; with --about the dossier of one person or group.

            Examples:
              expediente export --case transfers.case --format ftm > transfers.ftm.json
              expediente export --case transfers.case --format html --about "Caro Quintero" > dossier.html
            """)

    @OptionGroup var options: CaseOptions

    @Option(help: "ftm, csv, graphml, json or html.")
    var format: String

    private func form() throws -> CaseExport.Form {
        guard let form = CaseExport.Form(rawValue: format) else {
            throw ValidationError("--format must be ftm, csv, graphml, json or html.")
        }
        return form
    }

    @Option(help: "A person, group or body: html of its dossier alone.")
    var about: String?

    func validate() throws {
        _ = try form()
        if about != nil, try form() != .html { throw ValidationError("--about goes with --format html.") }
    }

    func run() throws {
        let form = try form()
        let look = try CaseTalk.explained { () throws(CaseworkError) in
            try CaseLook(try CaseOpening.open(options.path, .write))
        }
        let name = URL(fileURLWithPath: options.path).deletingPathExtension().lastPathComponent
        let bytes: [UInt8]
        if let about {
            let cluster = try ShowCommand.one(about, in: look)
            let views = try CaseTalk.explained { () throws(CaseworkError) in try look.around(cluster) }
            bytes = CaseExport.page(views.dossier(of: cluster), views.material, caseName: name)
        } else {
            let views = try CaseTalk.explained { () throws(CaseworkError) in try look.whole() }
            do throws(FtMFault) {
                bytes = try CaseExport(views.material, caseName: name).bytes(form)
            } catch {
                Output.say("expediente: \(error)")
                throw ExitCode.failed
            }
        }
        do throws(Output.Failure) { try Output.write(bytes) } catch { throw Output.exitCode(for: error) }
    }
}
