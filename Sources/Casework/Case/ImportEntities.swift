public import CaseFile
import FollowTheMoney
import Foundation
public import Vocabulary

/// The use case: entities of FollowTheMoney into a case, as a report that states them.
public struct ImportEntities: Sendable {
    public var path: String

    public init(path: String) { self.path = path }

    public struct Summary: Sendable, Hashable {
        public var things = 0
        public var ties = 0
        /// Entities of a kind that a case has no room for.
        public var passedOver = 0
        /// Lines that are no entity.
        public var problems: [Problem] = []
        /// Whether the same file was in the case.
        public var isKnown = false
    }

    public func run(into store: any CaseStore, at: Moment) throws(CaseworkError) -> Summary {
        var summary = Summary()
        let bytes: [UInt8]
        do throws(Problem) { bytes = try FileBytes.read(path) } catch { throw .unusable(error) }
        var entities: [FtMEntity] = []
        for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
        where line.contains(where: { $0 > 0x20 }) {
            do throws(FtMFault) { entities.append(try FtMEntity(line: Array(line))) } catch {
                summary.problems.append(
                    Problem(code: error.code, input: "\(path), line \(number + 1)", message: error.description))
            }
        }
        let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
        var intake = ForeignIntake(entities)
        let (reading, tally) = intake.reading(id: name, title: "Entities imported from \(name)")
        (summary.things, summary.ties, summary.passedOver) = (tally.things, tally.ties, tally.passedOver)
        guard !reading.entities.isEmpty else {
            let message = "no person, group, body, company or address is in it"
            throw .unusable(Problem(code: "ftm.nothing", input: path, message: message))
        }
        do throws(CaseError) {
            let digest = SHA256.hexadecimal(of: bytes)
            summary.isKnown = try store.knows(digest) != .unknown
            if !summary.isKnown {
                _ = try store.add(
                    Filing(
                        bytes: bytes, source: path, form: .document, reading: reading, reader: "followthemoney", at: at)
                )
            }
        } catch { throw .caseFile(error) }
        return summary
    }
}
