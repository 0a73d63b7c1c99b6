package import Foundation

/// A tab-separated table of a lexicon: rows of fields that know their line. `#` starts a remark line.
package struct TableFile {
    package struct Row {
        package let file: String
        /// Counts from 1.
        package let line: Int
        package let fields: [String]

        /// The field at an index; "" when the row is shorter.
        package subscript(_ index: Int) -> String { index < fields.count ? fields[index] : "" }

        /// The variants in a field, parted by `|`.
        package func variants(_ index: Int) -> [String] {
            self[index].split(separator: "|").map(String.init)
        }

        package func wrong(_ message: String) -> LexiconError { .malformed(file: file, line: line, message: message) }
    }

    package let rows: [Row]

    /// Reads the shipped table and, where the user's folder has a file of the same name, its rows behind it.
    /// - Parameters:
    ///   - folder: `en`, `es` or `shared`.
    ///   - least: how many fields a row must have.
    /// - Throws: `LexiconError` naming file and line.
    package init(folder: String, name: String, directory: URL?, least: Int) throws(LexiconError) {
        let path = "\(folder)/\(name)"
        var rows: [Row] = []
        let shipped = Bundle.module.bundleURL.appendingPathComponent("Resources/\(path)")
        try Self.read(shipped, name: path, least: least, into: &rows)
        if let added = directory?.appendingPathComponent(path), FileManager.default.fileExists(atPath: added.path) {
            try Self.read(added, name: path, least: least, into: &rows)
        }
        self.rows = rows
    }

    private static func read(_ url: URL, name: String, least: Int, into rows: inout [Row]) throws(LexiconError) {
        let bytes: [UInt8]
        do {
            bytes = [UInt8](try Data(contentsOf: url))
        } catch {
            throw .unreadable(path: url.path, cause: error.localizedDescription)
        }
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            guard let first = line.first, first != UInt8(ascii: "#") else { continue }
            let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
            let row = Row(file: name, line: index + 1, fields: fields.map { String(decoding: $0, as: UTF8.self) })
            guard row.fields.count >= least else {
                throw row.wrong("a row needs \(least) fields parted by tabs, this one has \(row.fields.count)")
            }
            rows.append(row)
        }
    }
}
