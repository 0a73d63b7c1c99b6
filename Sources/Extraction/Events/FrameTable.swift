package import Foundation
package import Vocabulary

/// The frames of a language, found by the lemma that triggers them.
package struct FrameTable: Sendable {
    package private(set) var verbs: [String: [Frame]] = [:]
    package private(set) var nouns: [String: [Frame]] = [:]
    /// Fixed phrases by their first word.
    package private(set) var phrases: [String: [Frame]] = [:]
    private var count = 0

    /// Reads every `.yaml` file of a folder in the order of its names.
    package init(directories: [URL]) throws(LexiconError) {
        var files: [String: URL] = [:]
        for directory in directories {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
            for name in names where name.hasSuffix(".yaml") { files[name] = directory }
        }
        for (name, directory) in files.sorted(by: { $0.key < $1.key }) {
            try add(FrameFile(LexiconFile(directory: directory, name: name)))
        }
    }

    package init(files: [LexiconFile]) throws(LexiconError) {
        for file in files { try add(FrameFile(file)) }
    }

    private mutating func add(_ file: FrameFile) throws(LexiconError) {
        for var frame in try file.frames() {
            frame.rank = count
            count += 1
            switch frame.trigger {
            case .verb: verbs[frame.lemma, default: []].append(frame)
            case .noun: nouns[frame.lemma, default: []].append(frame)
            case .phrase: phrases[frame.lemma, default: []].append(frame)
            }
        }
    }
}
