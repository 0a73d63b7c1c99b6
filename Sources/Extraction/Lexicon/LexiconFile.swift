package import Foundation
import Yams

/// One YAML file of a lexicon, read into nodes that know their line.
package struct LexiconFile {
    package let name: String
    package let root: LexiconNode

    /// - Throws: `LexiconError` naming the file and line.
    package init(directory: URL, name: String) throws(LexiconError) {
        let url = directory.appendingPathComponent(name)
        let text: String
        do {
            text = try String(contentsOf: url, encoding: .utf8)
        } catch {
            throw .unreadable(path: url.path, cause: error.localizedDescription)
        }
        try self.init(name: name, text: text)
    }

    package init(name: String, text: String) throws(LexiconError) {
        self.name = name
        let node: Node?
        do {
            node = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            throw Self.malformed(name, error)
        } catch {
            throw .malformed(file: name, line: 1, message: "\(error)")
        }
        guard let node else { throw .malformed(file: name, line: 1, message: "the file is empty") }
        root = LexiconNode(file: name, node: node)
    }

    private static func malformed(_ name: String, _ error: YamlError) -> LexiconError {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            .malformed(file: name, line: mark.line, message: problem)
        default: .malformed(file: name, line: 1, message: "\(error)")
        }
    }
}

/// A node of a lexicon file: a word, a list or a map.
package struct LexiconNode {
    package let file: String
    private let node: Node

    fileprivate init(file: String, node: Node) {
        self.file = file
        self.node = node
    }

    package var line: Int { node.mark?.line ?? 1 }

    package func wrong(_ message: String) -> LexiconError { .malformed(file: file, line: line, message: message) }

    /// The characters of a plain value.
    package func text() throws(LexiconError) -> String {
        guard let scalar = node.scalar else { throw wrong("a word or phrase is wanted here") }
        return scalar.string
    }

    package func list() throws(LexiconError) -> [LexiconNode] {
        guard let sequence = node.sequence else { throw wrong("a list is wanted here") }
        return sequence.map { LexiconNode(file: file, node: $0) }
    }

    /// A list of words, or one word.
    package func words() throws(LexiconError) -> [String] {
        if node.scalar != nil { return [try text()] }
        var found: [String] = []
        for item in try list() { found.append(try item.text()) }
        return found
    }

    /// The entries of a map, in the order of the file.
    package func entries() throws(LexiconError) -> [(key: String, value: LexiconNode)] {
        guard let mapping = node.mapping else { throw wrong("a map (key: value) is wanted here") }
        var found: [(String, LexiconNode)] = []
        for (key, value) in mapping {
            guard let name = key.scalar?.string else { throw wrong("a key must be a word") }
            found.append((name, LexiconNode(file: file, node: value)))
        }
        return found
    }

    /// The value of a key; nil when the map has none.
    package subscript(key: String) -> LexiconNode? {
        guard let value = node.mapping?[key] else { return nil }
        return LexiconNode(file: file, node: value)
    }

    package func required(_ key: String) throws(LexiconError) -> LexiconNode {
        guard let value = self[key] else { throw wrong("'\(key)' is missing") }
        return value
    }

    /// Refuses keys that are not known, naming the line of the first.
    package func onlyKeys(_ known: Set<String>) throws(LexiconError) {
        for (key, value) in try entries() where !known.contains(key) {
            throw value.wrong("'\(key)' is not known here; known are \(known.sorted().joined(separator: ", "))")
        }
    }

    /// The values of a key as words; empty when the key is missing.
    package func words(_ key: String) throws(LexiconError) -> [String] {
        guard let value = self[key] else { return [] }
        return try value.words()
    }
}
