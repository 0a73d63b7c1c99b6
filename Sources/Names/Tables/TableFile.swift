internal import Foundation

/// A tab-separated resource: lines without those that begin with `#`.
struct TableFile {
    let name: String
    let bytes: [UInt8]

    init(_ name: String) throws(NamesError) {
        self.name = name
        guard let url = Bundle.module.url(forResource: name, withExtension: "tsv", subdirectory: "Resources"),
            let content = FileManager.default.contents(atPath: url.path)
        else { throw .tableMissing(name) }
        bytes = [UInt8](content)
    }

    /// Hands each line's columns to `row`; fails when a line has fewer than `columns`.
    func rows(columns: Int, _ row: ([ArraySlice<UInt8>]) -> Void) throws(NamesError) {
        var start = 0
        var line = 0
        var fields: [ArraySlice<UInt8>] = []
        while start < bytes.count {
            line += 1
            var end = start
            fields.removeAll(keepingCapacity: true)
            var field = start
            while end < bytes.count && bytes[end] != 0x0A {
                if bytes[end] == 0x09 {
                    fields.append(bytes[field..<end])
                    field = end + 1
                }
                end += 1
            }
            fields.append(bytes[field..<end])
            defer { start = end + 1 }
            if bytes[start] == 0x23 || end == start { continue }
            guard fields.count >= columns else { throw .tableMalformed(name, line: line) }
            row(fields)
        }
    }
}

extension ArraySlice<UInt8> {
    /// The decimal number these digits write; 0 when they are none.
    var decimal: Int { reduce(0) { $1 >= 0x30 && $1 <= 0x39 ? $0 * 10 + Int($1 - 0x30) : $0 } }

    /// The words between single spaces.
    var words: [ArraySlice<UInt8>] { split(separator: 0x20) }
}
