/// Whether a name looks like an organisation's.
enum OrganisationHints {
    /// A legal form or a word that organisations bear speaks for one.
    static func speakFor(_ words: NameWords, _ tables: NameTables) -> Bool {
        var pieces = OrganisationPieces(words: words, range: 0..<words.count)
        if pieces.dropLegalForms(tables.legalForms) != 0 { return true }
        return pieces.pieces.contains { piece in
            let word = pieces.letters[piece.start..<piece.end].withUnsafeBufferPointer {
                tables.organisationWords.find($0)
            }
            return word.map { $0.kind != .filler && $0.kind != .number } ?? false
        }
    }
}

extension NameWords {
    /// The whole name, and its parts when a slash parts two names: "Al-Qa'ida/Islamic Army".
    package var alternatives: [Range<Int>] {
        let cuts = words.indices.filter { index in
            words[index].traits.contains(.afterSlash) && index > 0 && words[index].count > 1
                && words[index - 1].count > 1
        }
        guard !cuts.isEmpty else { return [0..<count] }
        var ranges = [0..<count]
        for (start, end) in zip([0] + cuts, cuts + [count]) { ranges.append(start..<end) }
        return ranges
    }
}
