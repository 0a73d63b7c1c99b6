import ArgumentParser
import CaseFile
import Casework
import Foundation
import Vocabulary

/// Which case.
struct CaseOptions: ParsableArguments {
    @Option(name: .customLong("case"), help: ArgumentHelp("The case's file.", valueName: "file"))
    var path: String

    func open(_ way: CaseOpening.Way) throws -> any CaseStore {
        try CaseTalk.explained { () throws(CaseworkError) in try CaseOpening.open(path, way) }
    }
}

/// Who decides, and why: what every decision is kept with.
struct AuthorOptions: ParsableArguments {
    @Option(help: "Why; kept with the decision.")
    var reason: String

    @Option(help: "Who decides. (default: EXPEDIENTE_AUTHOR, or the name of the user)")
    var author: String?

    func validate() throws {
        if reason.allSatisfy(\.isWhitespace) { throw ValidationError("--reason must say why.") }
        if author?.allSatisfy(\.isWhitespace) == true { throw ValidationError("--author must be a name.") }
    }

    var name: String {
        let environment = ProcessInfo.processInfo.environment
        let names = [author, environment["EXPEDIENTE_AUTHOR"], environment["USER"], NSUserName()]
        return names.compactMap { $0 }.first { !$0.isEmpty } ?? "unknown"
    }
}

/// What the commands on a case say and how they end.
enum CaseTalk {
    /// Says an error and ends with its exit code.
    static func explained<Value>(_ work: () throws(CaseworkError) -> Value) throws -> Value {
        do throws(CaseworkError) { return try work() } catch {
            Output.say("expediente: \(error)")
            throw error.exitCode
        }
    }

    static var now: Moment { Moment(seconds: Int(Date().timeIntervalSince1970)) }

    /// `1 report`, `2 reports`.
    static func count(_ number: Int, _ thing: String, _ things: String? = nil) -> String {
        "\(number) \(number == 1 ? thing : things ?? thing + "s")"
    }
}

extension CaseError {
    var exitCode: ExitCode {
        switch self {
        case .missing, .notACase, .newer, .noPermission, .damaged, .unknownReport, .unknownDecision, .alreadyUndone,
            .incomplete, .ambiguous, .nothingNamed, .nothingThere, .faultyReading:
            .unusableInput
        case .busy: .tryAgain
        case .readOnly: .unavailable
        case .full, .failed: .failed
        }
    }
}
