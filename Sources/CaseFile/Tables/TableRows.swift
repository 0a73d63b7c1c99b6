/// The rows of a tab-separated table that is built into the program: lines that do not begin with `#`.
enum TableRows {
    static func of(_ bytes: [UInt8]) -> [[Substring]] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
            line.hasPrefix("#") ? nil : line.split(separator: "\t", omittingEmptySubsequences: false)
        }
    }

    static func variants(_ column: Substring?) -> [String] { (column ?? "").split(separator: "|").map(String.init) }
}
