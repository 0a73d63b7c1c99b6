public import Foundation
internal import Vocabulary

extension Lexicon {
    /// Eight digits that change with any file of a language's lexicon, shipped or the user's own.
    /// - Parameter directory: as for `load`.
    public static func version(language: String, directory: URL? = nil) -> String {
        let shipped = Bundle.module.bundleURL.appendingPathComponent("Resources")
        var all: [UInt8] = []
        for base in [shipped, directory].compactMap(\.self) {
            for folder in [language, "shared"] {
                let root = base.appendingPathComponent(folder).path
                let names = (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
                for name in names.sorted() where name.hasSuffix(".yaml") || name.hasSuffix(".tsv") {
                    all += Array("\(folder)/\(name)\n".utf8)
                    all += FileManager.default.contents(atPath: "\(root)/\(name)").map(Array.init) ?? []
                }
            }
        }
        return String(SHA256.hexadecimal(of: all).prefix(8))
    }
}
