import Foundation
import Reports
public import Vocabulary

/// The use case: files of any form in, reports out, in the order of the input; of a folder all files in it, by path.
public struct ExtractReports: Sendable {
    public var files: [String]
    public var threads: Int

    public init(files: [String], threads: Int = 1) {
        self.files = files
        self.threads = threads
    }

    /// - Parameters:
    ///   - form: makes of what came of one file what is given; runs on many threads.
    ///   - give: takes the results in the order of the input, one at a time; false ends the work.
    public func run<Form: Sendable>(
        form: @escaping @Sendable (Result<[Report], Problem>) -> Form, give: @escaping @Sendable (Form) -> Bool
    ) {
        let files = files.flatMap(Self.files(at:))
        let ids = ReportIDs.of(files)
        let work = OrderedWork<String, Form>(
            threads: threads, draw: Self.inOrder(files),
            work: { path in form(Self.reports(in: path, id: ids[path] ?? path)) }, give: give)
        work.run()
    }

    /// A folder's files, hidden ones and what links lead to left out; anything else as it is.
    private static func files(at path: String) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue,
            let inside = try? FileManager.default.subpathsOfDirectory(atPath: path)
        else { return [path] }
        return inside.sorted().map { "\(path)/\($0)" }.filter { file in
            let isHidden = file.dropFirst(path.utf8.count).contains("/.")
            let kind = try? FileManager.default.attributesOfItem(atPath: file)[.type] as? FileAttributeType
            return !isHidden && kind == .typeRegular
        }
    }

    private static func inOrder(_ files: [String]) -> @Sendable () -> String? {
        let rest = Shared(files[...])
        return { rest.change { $0.popFirst() } }
    }

    private static func reports(in path: String, id: String) -> Result<[Report], Problem> {
        do throws(Problem) {
            let isStandardInput = path == "-"
            let bytes = try FileBytes.read(isStandardInput ? "/dev/stdin" : path)
            let name = isStandardInput ? "standard input" : path
            let intake = Intake(bytes: bytes, id: isStandardInput ? "stdin" : id, name: name)
            do throws(ReportFault) { return .success(try ReportDoor.reports(intake)) } catch {
                throw error.problem(name)
            }
        } catch { return .failure(error) }
    }
}
