/// Whether a name looks like an organisation's.
enum OrganisationHints {
    /// A legal form or a word that organisations bear speaks for one.
    static func speakFor(_ words: NameWords, _ tables: NameTables) -> Bool {
        var pieces = OrganisationPieces(words: words, range: 0..<words.count)
        if pieces.dropLegalForms(tables.legalForms) != 0 { return true }
        return pieces.pieces.contains { piece in
            pieces.letters[piece.start..<piece.end].withUnsafeBufferPointer { letters in
                guard let word = tables.organisationWords.find(letters) else { return false }
                switch word.kind {
                case .filler, .number, .common: return false
                case .generic, .activity, .place: return tables.frequencies[letters].surname < surnameShare
                }
            }
        }
    }

    /// Church and Stone are surnames: from this share on, in parts per million, a word says nothing.
    private static let surnameShare: Int32 = 30
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
