import Evaluation
import Foundation
import Vocabulary

/// An invented report with a gold reading and one that gets some of it wrong.
enum SampleGold {
    struct Missing: Error {}

    static func bytes(_ name: String, _ ending: String) throws -> [UInt8] {
        guard let url = Bundle.module.url(forResource: name, withExtension: ending, subdirectory: "Gold") else {
            throw Missing()
        }
        return Array(try Data(contentsOf: url))
    }

    static func gold() throws -> GoldReport {
        GoldReport(
            key: "Gold/sample", text: try bytes("sample", "txt"),
            reading: try ReadingForm(json: try bytes("sample", "json")))
    }

    static func ours() throws -> ReadingForm { try ReadingForm(json: try bytes("ours", "jsonl")) }
}
