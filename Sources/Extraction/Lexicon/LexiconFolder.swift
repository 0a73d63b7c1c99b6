package import Foundation

/// Where the files of one language's lexicon lie: the shipped ones, and a folder whose files replace
/// those of the same name or add to them.
package struct LexiconFolder: Sendable {
    private let shipped: URL
    private let own: URL?

    /// - Parameter directory: holds one folder a language, as the shipped lexicon does.
    package init(language: String, directory: URL?) {
        let resources = Bundle.module.bundleURL
        shipped = resources.appendingPathComponent("Resources").appendingPathComponent(language)
        own = directory?.appendingPathComponent(language)
    }

    /// - Parameter name: relative to the language's folder, for example `dates.yaml`.
    package func file(_ name: String) throws(LexiconError) -> LexiconFile {
        if let own, FileManager.default.fileExists(atPath: own.appendingPathComponent(name).path) {
            return try LexiconFile(directory: own, name: name)
        }
        return try LexiconFile(directory: shipped, name: name)
    }

    /// A file that all languages share.
    package func shared(_ name: String) throws(LexiconError) -> LexiconFile {
        for base in [own, shipped].compactMap(\.self) {
            let folder = base.deletingLastPathComponent().appendingPathComponent("shared")
            guard FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path) else { continue }
            return try LexiconFile(directory: folder, name: name)
        }
        return try LexiconFile(directory: shipped.deletingLastPathComponent(), name: "shared/" + name)
    }

    /// The names of the YAML files in a folder, shipped and own, sorted.
    package func names(in folder: String) -> [String] {
        var found = Set<String>()
        for base in [shipped, own].compactMap(\.self) {
            let path = base.appendingPathComponent(folder).path
            let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            found.formUnion(files.filter { $0.hasSuffix(".yaml") })
        }
        return found.sorted().map { "\(folder)/\($0)" }
    }

    /// The YAML files of a folder, shipped and own, in the order of their names.
    package func files(in folder: String) throws(LexiconError) -> [LexiconFile] {
        var found: [LexiconFile] = []
        for name in names(in: folder) { found.append(try file(name)) }
        return found
    }

    /// Whether the shipped lexicon has a file of this name.
    func has(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: shipped.appendingPathComponent(name).path)
    }

    /// The names of the shipped files, sorted.
    func files() -> [String] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: shipped.path)) ?? []
        return all.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".tsv") }.sorted()
    }
}
