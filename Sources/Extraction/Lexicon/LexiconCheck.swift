public import Foundation

/// Says what is wrong with a user's folder of words, file by file.
public struct LexiconCheck: Sendable {
    /// Files that were looked at, in order; paths relative to the folder.
    public private(set) var files: [String] = []
    /// What is wrong, in the order of the files.
    public private(set) var problems: [LexiconError] = []

    /// Looks through a folder that holds one folder a language.
    /// - Parameter languages: the languages that can be read.
    public init(directory: URL, languages: [String]) {
        let found = Self.contents(directory)
        guard !found.isEmpty else {
            problems = [
                .unreadable(
                    path: directory.path,
                    cause: "there is nothing in it; it should hold a folder a language, \(Self.list(languages))")
            ]
            return
        }
        for name in found {
            let path = directory.appendingPathComponent(name)
            if languages.contains(name) {
                check(language: name, directory: directory)
            } else if name != "shared", !name.hasPrefix("."), !name.hasSuffix(".md") {
                problems.append(
                    .unreadable(path: path.path, cause: "no such language is read; known are \(Self.list(languages))"))
            }
        }
    }

    private mutating func check(language: String, directory: URL) {
        let folder = directory.appendingPathComponent(language)
        let shipped = LexiconFolder(language: language, directory: nil)
        for name in Self.contents(folder) where !name.hasPrefix(".") && name != "frames" {
            files.append("\(language)/\(name)")
            if !shipped.has(name) {
                problems.append(
                    .unreadable(
                        path: folder.appendingPathComponent(name).path,
                        cause: "no file of that name is read; known are \(Self.list(shipped.files()))"))
            }
        }
        for name in Self.contents(folder.appendingPathComponent("frames")) where name.hasSuffix(".yaml") {
            files.append("\(language)/frames/\(name)")
            attempt { () throws(LexiconError) in
                let file = try LexiconFile(directory: folder, name: "frames/\(name)")
                _ = try FrameFile(file).frames()
            }
        }
        // The rest of the folder as the program would load it: the first fault of each kind of file.
        attempt { () throws(LexiconError) in _ = try Lexicon.load(language: language, directory: directory) }
    }

    private mutating func attempt(_ work: () throws(LexiconError) -> Void) {
        do throws(LexiconError) {
            try work()
        } catch {
            if !problems.contains(where: { $0.description == error.description }) { problems.append(error) }
        }
    }

    private static func contents(_ folder: URL) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }

    private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}
