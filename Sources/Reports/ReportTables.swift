private import Foundation

/// The room's tables, read once.
package struct ReportTables: Sendable {
    package let references: CharacterReferences
    package let charsets: CharsetFinder

    /// Reads the tables that come with the program.
    package init() throws(ReportFault) {
        references = CharacterReferences(table: try Self.text("character-references"))
        charsets = CharsetFinder(table: try Self.text("charset-labels"))
    }

    /// The text of one table.
    static func text(_ name: String) throws(ReportFault) -> String {
        guard
            let address = Bundle.module.url(forResource: name, withExtension: "tsv", subdirectory: "Resources"),
            let text = try? String(contentsOf: address, encoding: .utf8)
        else { throw .tableMissing("\(name).tsv") }
        return text
    }
}
