import ArgumentParser
import Casework
import Foundation
import Server

/// `expediente serve`.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Opens the case in a browser, on this machine.",
        discussion: """
            Prints the address to open; it holds the key of this session. The desk is reached from this machine only. To \
            share a case, put a proxy that authenticates in front of it:

              expediente serve --case case.expediente --behind-proxy X-Remote-User --public-host case.example.org

            docs/threat-model.md says what is guarded against. It ends at Ctrl-C.
            """)

    @Option(help: ArgumentHelp("The case's file. (default: case.expediente)", valueName: "file"))
    var `case`: String = "case.expediente"

    @Option(help: ArgumentHelp("The address to listen at.", valueName: "address"))
    var host: String = "127.0.0.1"

    @Option(help: ArgumentHelp("The port; 0 takes a free one.", valueName: "number"))
    var port: Int = 0

    @Option(help: ArgumentHelp("The name that decisions are kept under. (default: the user's name)", valueName: "name"))
    var author: String?

    @Option(help: ArgumentHelp("The header in which the proxy gives the user.", valueName: "header"))
    var behindProxy: String?

    @Option(help: ArgumentHelp("The name by which browsers reach the proxy.", valueName: "host"))
    var publicHost: String?

    @Option(help: ArgumentHelp("Where to keep who did what. (default: beside the case)", valueName: "file"))
    var audit: String?

    func validate() throws {
        if let refusal = settings(token: "").refusal { throw ValidationError(refusal) }
    }

    func run() throws {
        let environment = ProcessInfo.processInfo.environment
        do throws(Refusal) {
            let file = try FiledCase(path: self.case, way: .create, environment: environment)
            let settings = settings(token: Self.token())
            try OpenDesk(file, settings).serve { address in
                Output.say("The desk is open. Go to \(address)\nCtrl-C closes it.")
            }
        } catch {
            Output.say("expediente: \(error.message) [\(error.code)]")
            throw ExitCode(error.status == 500 ? 2 : 69)
        }
    }

    private func settings(token: String) -> DeskSettings {
        let environment = ProcessInfo.processInfo.environment
        let name = author ?? environment["USER"] ?? environment["LOGNAME"] ?? "somebody"
        return DeskSettings(
            casePath: self.case, author: name, host: host, port: port, userHeader: behindProxy, publicHost: publicHost,
            token: token, auditPath: audit ?? "\(self.case).audit.jsonl")
    }

    /// 256 bits that cannot be guessed.
    private static func token() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<4).map { _ in
            let digits = String(generator.next() as UInt64, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
