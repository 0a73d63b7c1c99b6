import Evaluation
import Foundation
import Vocabulary

/// A folder of gold readings: NAME.json beside NAME.txt.
enum GoldFolder {
    /// The folder's reports, in the order of their names.
    static func load(_ folder: String) throws(CaseworkError) -> [GoldReport] {
        var reports: [GoldReport] = []
        for name in try jsonNames(in: folder) {
            let stem = "\(folder)/\(name.dropLast(5))"
            guard FileManager.default.fileExists(atPath: "\(stem).txt") else { continue }
            do throws(Problem) {
                let (json, text) = (try FileBytes.read("\(stem).json"), try FileBytes.read("\(stem).txt"))
                reports.append(GoldReport(key: stem, text: text, reading: try form(json, "\(stem).json")))
            } catch { throw .unusable(error) }
        }
        guard !reports.isEmpty else { throw .noGold(folder: folder) }
        return reports
    }

    /// Readings of a JSON Lines file by their report's id; of two with one id the later counts.
    static func readings(_ path: String) throws(CaseworkError) -> [String: ReadingForm] {
        var readings: [String: ReadingForm] = [:]
        do throws(Problem) {
            let bytes = try FileBytes.read(path)
            for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
            where !line.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) {
                let reading = try form(line, "\(path), line \(number + 1)")
                readings[reading.report.id] = reading
            }
        } catch { throw .unusable(error) }
        return readings
    }

    private static func form(_ json: some Sequence<UInt8>, _ input: String) throws(Problem) -> ReadingForm {
        do throws(ReadingFault) {
            return try ReadingForm(json: json)
        } catch { throw Problem(code: error.code, input: input, message: error.description) }
    }

    private static func jsonNames(in folder: String) throws(CaseworkError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }
                .sorted { Array($0.unicodeScalars).lexicographicallyPrecedes(Array($1.unicodeScalars)) }
        } catch {
            let message = "the folder cannot be listed; give a folder that holds NAME.json beside NAME.txt"
            throw .unusable(Problem(code: "input.folder", input: folder, message: message))
        }
    }
}
