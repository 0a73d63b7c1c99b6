import CFaultyDisk
import CaseFile
import Foundation
import SQLiteStore
import Testing
import Vocabulary

/// The first, second, … n-th write fails: nothing that was filed is lost, and filing again completes the case.
///
/// `EXPEDIENTE_ALL_FAULTS` tries every write; without it, a sample.
@Suite(.serialized) struct FaultyDiskTests {
    private static let full: Int32 = 13
    private static let unwritable: Int32 = 10 | 3 << 8

    @Test(arguments: [full, unwritable], [true, false])
    func `a write that fails leaves a case that is whole`(code: Int32, stays: Bool) throws {
        #expect(faulty_disk_install() == 0)
        defer { faulty_disk_fail(0, 0, 0) }
        let filings = ["Nilo Ferro", "Ana Vidal", "Eva Soto"].map { Samples.filing($0) }
        let expected = try undisturbed(filings)
        let step = ProcessInfo.processInfo.environment["EXPEDIENTE_ALL_FAULTS"] == nil ? 7 : 1
        var write = 1
        var faults = 0
        while true {
            let scratch = try Scratch(inside: "faulty-disk")
            faulty_disk_fail(Int32(write), code, stays ? 1 : 0)
            var filed: [String] = []
            do {
                let store = try SQLiteCase(scratch.path, .create)
                for filing in filings {
                    _ = try store.add(filing)
                    filed.append(Samples.sha256(filing))
                }
                _ = try store.append(Samples.renaming(filings[0], to: "Nilo Ferro Cruz"))
            } catch {  // What the fault did is looked at below.
            }
            let hasFailed = faulty_disk_has_failed() != 0
            faulty_disk_fail(0, 0, 0)
            let store = try SQLiteCase(scratch.path, .create)
            #expect(try store.flaws() == [], "write \(write)")
            let kept = Set(try store.entries().map(\.sha256))
            #expect(kept.isSuperset(of: filed), "write \(write): what was filed is lost")
            for filing in filings { _ = try store.add(filing) }
            if try store.decisions().isEmpty {
                _ = try store.append(Samples.renaming(filings[0], to: "Nilo Ferro Cruz"))
            }
            #expect(try dump(store) == expected, "write \(write)")
            if !hasFailed { break }
            faults += 1
            write += step
        }
        #expect(faults > 3)
    }

    private func undisturbed(_ filings: [Filing]) throws -> String {
        let scratch = try Scratch()
        let store = try SQLiteCase(scratch.path, .create)
        for filing in filings { _ = try store.add(filing) }
        _ = try store.append(Samples.renaming(filings[0], to: "Nilo Ferro Cruz"))
        return try dump(store)
    }
}
