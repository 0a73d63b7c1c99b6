internal import Foundation
internal import Names

/// A person's name as resolution sees it: its parts, what kind of name it is, and how much it tells.
struct PersonForm: Sendable, Hashable {
    enum Shape: Sendable {
        /// Given name and surname.
        case full
        /// One or two surnames.
        case surnames
        /// Given names alone.
        case given
        /// Given names and a letter for the rest: Jorge “P”.
        case privacy
        /// No name but what people call them: El Mencho.
        case nickname
    }

    var shape: Shape
    /// Given names and surnames, folded, in their order.
    var words: [String]
    var given: [String]
    var paternal: String?
    var maternal: String?
    var suffix: String
    /// How rare the name is, in bits; 20 is one person in a million.
    var bits: Float

    /// The words in a row.
    var text: String { words.joined(separator: " ") }

    init(_ name: PersonName, _ tables: CaseTables) {
        let core = name.core.map(\.key)
        let frequencies = tables.names.frequencies
        func row(_ word: String) -> (given: Int32, surname: Int32) {
            let row = frequencies[Array(word.utf8)]
            return (row.given, row.surname)
        }
        words = core
        given = name.given.map(\.key)
        paternal = name.paternal.first?.key
        maternal = name.maternal.first?.key
        suffix = name.tokens.filter { $0.part == .suffix }.map(\.key).joined()
        let last = name.core.last
        let isNickname = core.isEmpty || Self.beginsWithArticle(name.text)
        let isPrivacy = core.count > 1 && last?.isInitial == true
        if isNickname {
            shape = .nickname
        } else if isPrivacy {
            shape = .privacy
        } else if core.count == 1 {
            shape = row(core[0]).given > row(core[0]).surname ? .given : .surnames
        } else if core.count == 2, row(core[0]).surname > 5 * row(core[0]).given, row(core[0]).surname > 0 {
            shape = .surnames
        } else {
            shape = paternal == nil ? .given : .full
        }
        bits = 0
        for token in name.core where !token.isInitial {
            let share = token.part == .given ? row(token.key).given : row(token.key).surname
            bits += min(14, max(3, -log2(Float(max(share, 1)) / 1_000_000)))
        }
    }

    private static func beginsWithArticle(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard words.count > 1, words.count <= 4, let first = words.first else { return false }
        return ["El", "La", "Los", "Las", "The", "el", "la", "the"].contains(first.drop { !$0.isLetter })
    }
}
