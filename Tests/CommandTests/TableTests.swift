import Foundation
import Testing
import Vocabulary
import expediente

@Suite struct TableTests {
    private func reading() throws -> Reading {
        guard let url = Bundle.module.url(forResource: "flight", withExtension: "json", subdirectory: "Readings") else {
            throw Program.Failure(description: "the reading is not there")
        }
        return try Reading(ReadingForm(json: try Data(contentsOf: url)))
    }

    private func table(width: Int = 100, isColoured: Bool = false, _ change: (inout Reading) -> Void = { _ in }) throws
        -> String
    {
        var reading = try reading()
        change(&reading)
        return ReadingTable.text(reading, width: width, isColoured: isColoured, withSentences: true)
    }

    @Test func `reads as it was last looked at`() throws {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Snapshots/table.txt")
        let table = try table()
        if ProcessInfo.processInfo.environment["EXPEDIENTE_WRITE_SNAPSHOTS"] != nil {
            try Data(table.utf8).write(to: url)
        }
        #expect(table == (try String(contentsOf: url, encoding: .utf8)))
    }

    @Test(arguments: [40, 60, 80, 120]) func `fits the terminal`(width: Int) throws {
        for line in try table(width: width).split(separator: "\n") { #expect(line.count <= width, "\(line)") }
    }

    @Test func `colours change nothing of the words`() throws {
        let coloured = try table(isColoured: true)
        #expect(coloured.contains("\u{1B}[1m"))
        let codes = /\u{1B}\[[0-9;]*m/
        #expect(coloured.replacing(codes, with: "") == (try table()))
    }

    @Test func `no accusation is told as a fact`() throws {
        let table = try table()
        #expect(table.contains("alleged death of Ada Plomo by Nilo Ferro in Port Salt (not told as a fact)"))
        #expect(table.contains("charge (indictment) against Nilo Ferro by Prosecutors for “smuggling” (an accusation)"))
        #expect(table.contains("the accused denies it"))
        let told = try self.table { $0.events[2].modality = .asserted }
        #expect(told.contains("death of Ada Plomo by Nilo Ferro in Port Salt (told as a fact by the report)"))
    }

    @Test func `a report cannot steer the terminal`() throws {
        let table = try table { reading in
            reading.report.title = "x\u{1B}[2Jy\u{202E}z\u{9B}31m\nq"
            reading.entities[2].name = "\u{1B}]0;evil\u{07}Nilo"
        }
        #expect(table.hasPrefix("x[2Jyz31m q\n"))
        #expect(!table.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) })
    }

    @Test func `a report without anything says so`() throws {
        let table = try table { $0 = Reading(report: $0.report) }
        #expect(table.contains("Nothing was found in it that a case file keeps."))
    }
}
