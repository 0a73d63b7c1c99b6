/// Small classes of words: particles, suffixes, pronouns, numbers.
struct WordClasses: Sendable {
    private var classes: [String: Set<String>] = [:]
    private var lists: [String: [[String]]] = [:]
    private(set) var numbers: [String: Int] = [:]

    init(rows: [TableFile.Row]) throws(LexiconError) {
        for row in rows {
            if row[0] == "number" {
                for pair in row[1].split(separator: " ") {
                    let parts = pair.split(separator: "=")
                    guard parts.count == 2, let value = Int(parts[1]) else {
                        throw row.wrong("a number is written word=value, not '\(pair)'")
                    }
                    numbers[String(parts[0])] = value
                }
                continue
            }
            for word in row[1].split(separator: " ") {
                classes[row[0], default: []].insert(String(word))
                if word.contains("_") {
                    lists[row[0], default: []].append(word.split(separator: "_").map(String.init))
                }
            }
        }
    }

    /// Whether a lower-cased word belongs to a class.
    func contains(_ word: String, _ name: String) -> Bool { classes[name]?.contains(word) ?? false }

    func words(_ name: String) -> Set<String> { classes[name] ?? [] }

    /// How many tokens a phrase of the class takes, ending just before `end`; 0 when none does.
    func phrase(_ name: String, endingAt end: Int, in lower: [String], from start: Int) -> Int {
        for phrase in lists[name] ?? [] where end - phrase.count >= start {
            if lower[(end - phrase.count)..<end].elementsEqual(phrase) { return phrase.count }
        }
        return 0
    }

    /// How many tokens a phrase of the class takes from `start` on; 0 when none does.
    func phrase(_ name: String, at start: Int, in lower: [String], limit: Int) -> Int {
        var longest = 0
        for phrase in lists[name] ?? [] where start + phrase.count <= limit && phrase.count > longest {
            if lower[start..<(start + phrase.count)].elementsEqual(phrase) { longest = phrase.count }
        }
        return longest
    }
}
