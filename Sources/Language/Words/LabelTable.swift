/// Names numbered in the order in which they were first met; 0 is "" (none).
struct LabelTable {
    private(set) var names: [String] = [""]
    private var numbers: [[UInt8]: UInt16] = [[]: 0]

    mutating func number(_ name: String) -> UInt16 {
        let key = [UInt8](name.utf8)
        if let known = numbers[key] { return known }
        let number = UInt16(truncatingIfNeeded: names.count)
        names.append(name)
        numbers[key] = number
        return number
    }
}

/// The labels of a pipeline while it is loaded.
struct LabelTables {
    var tags = LabelTable()
    var partsOfSpeech = LabelTable()
    var morphologies = LabelTable()
    var dependencies = LabelTable()
    var entities = LabelTable()
}

/// Morphological features in Universal Dependencies' notation.
enum MorphologyText {
    /// Sorted by feature, values of a feature sorted as well; "_" and "" are none.
    static func normalised(_ text: String) -> String {
        if text == "_" { return "" }
        let features = text.utf8.split(separator: UInt8(ascii: "|")).compactMap { feature -> String? in
            guard let equals = feature.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            let values = feature[feature.index(after: equals)...].split(separator: UInt8(ascii: ","))
                .map { String(decoding: $0, as: UTF8.self) }
            return String(decoding: feature[...equals], as: UTF8.self) + sorted(values).joined(separator: ",")
        }
        return sorted(features).joined(separator: "|")
    }

    /// `Case=Acc`, `Case=Dat`: every feature with each of its values.
    static func features(_ text: String) -> [String] {
        text.split(separator: "|").flatMap { feature -> [String] in
            let parts = feature.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { return [] }
            return parts[1].split(separator: ",").map { "\(parts[0])=\($0)" }
        }
    }

    private static func sorted(_ texts: [String]) -> [String] {
        texts.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    }
}
