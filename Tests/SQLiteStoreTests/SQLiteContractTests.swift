import Foundation
import SQLiteStore
import Testing

/// The contract of stores, held by the one in a file.
@Suite struct SQLiteContractTests {
    private func held(_ law: (CaseStoreContract) throws -> Void) throws {
        let scratch = try Scratch()
        var number = 0
        let folder = scratch.folder
        try law(
            CaseStoreContract {
                number += 1
                return try SQLiteCase(folder.appending(path: "\(number).case").path, .create)
            })
    }

    @Test func `reports are kept whole, with what they say`() throws { try held { try $0.keepsReportsWhole() } }

    @Test func `a report is known again`() throws { try held { try $0.knowsAReportAgain() } }

    @Test func `copies of a text are noted, in whatever order they come`() throws {
        try held { try $0.notesCopiesWhateverTheOrder() }
    }

    @Test func `words are found without their accents, and are never operators`() throws {
        try held { try $0.findsWordsWithoutAccents() }
    }

    @Test func `decisions are kept and can be undone once`() throws { try held { try $0.keepsDecisions() } }

    @Test func `what is forgotten is gone and does not come back`() throws { try held { try $0.forgetsForGood() } }

    @Test func `a newer reading stands beside the former`() throws { try held { try $0.readsAnew() } }

    @Test func `a reading that its text does not back is refused`() throws {
        try held { try $0.refusesReadingsThatTheTextDoesNotBack() }
    }

    @Test func `rows of resolution are replaced by components`() throws { try held { try $0.keepsResolution() } }
}
