/// The settings of a pipeline, `config.cfg`: sections of JSON values, with references such as `${nlp.lang}`.
package struct PipelineConfig: Sendable {
    private let values: [String: JSONText]

    /// Reads the text of a config.cfg; nil when a line is none of a config file.
    package init?(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        var values: [String: JSONText] = [:]
        var section = ""
        for line in text.split(whereSeparator: \.isNewline) {
            let line = line.trimmed
            if line.isEmpty || line.first == "#" || line.first == ";" { continue }
            if line.first == "[" {
                guard line.last == "]" else { return nil }
                section = String(line.dropFirst().dropLast())
                continue
            }
            guard let equals = line.firstIndex(of: "=") else { return nil }
            let key = line[..<equals].trimmed
            let value = line[line.index(after: equals)...].trimmed
            values["\(section).\(key)"] = JSONTextReader.read([UInt8](value.utf8)) ?? .string(String(value))
        }
        self.values = values
    }

    /// The value of `section.key`, references followed.
    package func value(_ key: String) -> JSONText? { value(key, depth: 0) }

    private func value(_ key: String, depth: Int) -> JSONText? {
        guard depth < 8, let value = values[key] else { return nil }
        guard let text = value.string, text.hasPrefix("${"), text.hasSuffix("}") else { return value }
        let target = text.dropFirst(2).dropLast().map { $0 == ":" ? "." : String($0) }.joined()
        return self.value(target, depth: depth + 1)
    }

    func string(_ key: String) -> String? { value(key)?.string }

    /// The strings of a list.
    func strings(_ key: String) -> [String]? {
        guard let items = value(key)?.array else { return nil }
        let strings = items.compactMap(\.string)
        return strings.count == items.count ? strings : nil
    }
}

extension StringProtocol {
    /// Without blanks at both ends.
    fileprivate var trimmed: SubSequence {
        var text = self[...]
        while let first = text.first, first == " " || first == "\t" { text = text.dropFirst() }
        while let last = text.last, last == " " || last == "\t" { text = text.dropLast() }
        return text
    }
}
