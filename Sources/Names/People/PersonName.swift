/// A person's name taken apart: given names, surnames, particles, nicknames, titles, each with its place in the text.
///
/// ```swift
/// let tables = try NameTables()
/// let name = PersonName(parsing: "Nemesio Rubén ‘El Mencho’ Oseguera Cervantes", tables: tables)
/// name.given       // Nemesio, Rubén
/// name.paternal    // Oseguera
/// name.nicknames   // [[El, Mencho]]
/// ```
public struct PersonName: Sendable, Hashable {
    /// Whose way of building names it follows, as far as the words show.
    public enum Custom: String, Sendable, Codable {
        case spanish, slavic, arabic, eastAsian, western
    }

    /// The name as written.
    public let text: String
    /// All words in the order in which they are written.
    public let tokens: [NameToken]
    public let custom: Custom

    /// Takes a name apart. Never fails: what it cannot tell becomes a given name (first) or a surname (last).
    public init(parsing text: String, tables: NameTables) {
        var words = NameWords()
        words.read(text)
        let parse = PersonParse(words, tables)
        self.text = text
        custom = parse.custom
        tokens = words.words.enumerated().map { index, word in
            let letters = words.bytes[Int(word.start)..<Int(word.end)]
            return NameToken(
                range: Int(word.sourceStart)..<Int(word.sourceEnd), key: String(decoding: letters, as: UTF8.self),
                part: parse.parts[index], isInitial: letters.count == 1,
                families: letters.withUnsafeBufferPointer { tables.families.families($0) })
        }
    }

    public var given: [NameToken] { tokens.filter { $0.part == .given } }
    public var paternal: [NameToken] { tokens.filter { $0.part == .paternal } }
    public var maternal: [NameToken] { tokens.filter { $0.part == .maternal } }
    /// Paternal then maternal, without particles.
    public var surnames: [NameToken] { paternal + maternal }
    public var particles: [NameToken] { tokens.filter { $0.part == .particle } }

    /// Each nickname's words: quoted, bracketed, or after "alias".
    public var nicknames: [[NameToken]] {
        var runs: [[NameToken]] = []
        var previous = -2
        for (index, token) in tokens.enumerated() where token.part == .nickname {
            if previous == index - 1 { runs[runs.count - 1].append(token) } else { runs.append([token]) }
            previous = index
        }
        return runs
    }

    /// The words that count when names are compared: no particles, titles or suffixes.
    public var core: [NameToken] {
        tokens.filter { $0.part != .particle && $0.part != .title && $0.part != .suffix && $0.part != .nickname }
    }
}
