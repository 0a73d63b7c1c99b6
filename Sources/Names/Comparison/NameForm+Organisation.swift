extension NameForm {
    /// Makes the form of an organisation's, a ship's or an aircraft's name from the words of a range.
    package mutating func read(organisation words: NameWords, range: Range<Int>? = nil, _ tables: NameTables) {
        clear(.organisation)
        var pieces = OrganisationPieces(words: words, range: range ?? 0..<words.count)
        let form = pieces.dropLegalForms(tables.legalForms)
        legalForm = form
        var start = letters.count
        var prefix: UInt8 = 0
        for piece in pieces.pieces {
            let own = pieces.letters[piece.start..<piece.end]
            let word = own.withUnsafeBufferPointer { tables.organisationWords.find($0) }
            if piece.isAmpersand || word?.kind == .filler && pieces.pieces.count > 1 {
                if !piece.isAmpersand && own.count <= 3 {
                    letters += own
                    prefix += UInt8(own.count)
                }
                continue
            }
            var unit = NameUnit()
            unit.prefix = prefix
            unit.word = UInt8(min(255, piece.word))
            letters += own
            weigh(&unit, own, word, piece, tables)
            finish(&unit, from: start, tables)
            start = letters.count
            prefix = 0
        }
        if prefix > 0 { letters.removeSubrange(start...) }
    }

    private func weigh(
        _ unit: inout NameUnit, _ own: ArraySlice<UInt8>, _ word: OrganisationWords.Word?,
        _ piece: OrganisationPieces.Piece, _ tables: NameTables
    ) {
        if piece.isForeign { unit.traits.insert(.vowelless) }
        if let word {
            unit.concept = word.concept
            unit.bits = Self.bits(share: word.share)
            switch word.kind {
            case .generic, .filler: unit.role = .generic
            case .activity: unit.role = .activity
            case .place: unit.role = .place
            case .number: unit.role = .number
            case .common: unit.role = .brand
            }
        } else if own.contains(where: { $0 < 0x3A }) {
            let digits = own.count { $0 < 0x3A }
            unit.role = digits * 2 >= own.count ? .number : .brand
            unit.bits = 9
        } else {
            let row = own.withUnsafeBufferPointer { tables.frequencies[$0] }
            let share = max(row.given, row.surname) / 2
            unit.bits = share > 0 ? Self.bits(share: share) : own.count <= 2 ? 9 : own.count == 3 ? 11 : 14
            unit.bits = min(15, max(6, unit.bits))
            if share > 0 { unit.traits.insert(.known) }
        }
        if unit.role == .number { unit.traits.insert(.number) }
        if own.count == 1 && unit.role == .brand {
            unit.traits.insert(.initial)
            unit.bits = 5
        }
    }
}

/// The words of an organisation's name after letters parted by full stops are joined: S.A. is sa.
struct OrganisationPieces {
    struct Piece {
        var start: Int
        var end: Int
        /// First word in the name's words.
        var word: Int
        var isAmpersand = false
        var isForeign = false
    }

    private(set) var letters: [UInt8] = []
    private(set) var pieces: [Piece] = []

    init(words: NameWords, range: Range<Int>) {
        var wasSingle = false
        for index in range {
            let word = words.words[index]
            let own = words.bytes[Int(word.start)..<Int(word.end)]
            let isSingle = own.count == 1 && !word.traits.contains(.ampersand)
            // A.B.C., A B C and A/S are one word; so is what an initialism with dots continues: S.A.B.
            let joins = isSingle && wasSingle
            letters += own
            if joins {
                pieces[pieces.count - 1].end = letters.count
            } else {
                pieces.append(
                    Piece(
                        start: letters.count - own.count, end: letters.count, word: index,
                        isAmpersand: word.traits.contains(.ampersand), isForeign: word.traits.contains(.foreign)))
            }
            wasSingle = isSingle && own.first.map { $0 >= 0x61 } == true
        }
        dropPossessives(words)
    }

    /// "Deutsche Bank's" is Deutsche Bank.
    private mutating func dropPossessives(_ words: NameWords) {
        for index in pieces.indices {
            let piece = pieces[index]
            let word = words.words[piece.word]
            guard word.traits.contains(.possessive), piece.end - piece.start > 3, letters[piece.end - 1] == 0x73 else {
                continue
            }
            pieces[index].end -= 1
        }
    }

    /// A long legal form with a slip of the pen, at the end of the name: Copany, Liimted.
    private func misspelt(_ index: Int, _ forms: LegalForms) -> UInt16? {
        let piece = pieces[index]
        let isAtEnd = index == pieces.count - 1 || index == pieces.count - 2 && followedByForm(index + 1, forms)
        guard isAtEnd, piece.end - piece.start > 5 else { return nil }
        return letters[piece.start..<piece.end].withUnsafeBufferPointer { word in
            for form in Self.longForms {
                let cost = form.withUnsafeBufferPointer { EditCost.between(word, $0, limit: 10) }
                if cost <= 10 { return form.withUnsafeBufferPointer { forms.form($0) } }
            }
            return nil
        }
    }

    private static let longForms = ["company", "limited", "corporation", "incorporated", "compania", "limitada"].map {
        Array($0.utf8)
    }

    private func followedByForm(_ index: Int, _ forms: LegalForms) -> Bool {
        let piece = pieces[index]
        return letters[piece.start..<piece.end].withUnsafeBufferPointer { forms.form($0) } != nil
    }

    /// Removes legal forms, longest first, and returns the last one found; a name that is nothing else keeps its words.
    mutating func dropLegalForms(_ forms: LegalForms) -> UInt16 {
        var found: UInt16 = 0
        var kept: [Piece] = []
        var index = 0
        var phrase: [UInt8] = []
        while index < pieces.count {
            var taken = 0
            for length in stride(from: min(forms.longest, pieces.count - index), to: 0, by: -1) {
                phrase.removeAll(keepingCapacity: true)
                for piece in pieces[index..<(index + length)] {
                    if !phrase.isEmpty { phrase.append(0x20) }
                    phrase += letters[piece.start..<piece.end]
                }
                if let form = phrase.withUnsafeBufferPointer({ forms.form($0) }),
                    phrase.count > 3 || index == 0 || index + length == pieces.count
                        || followedByForm(index + length, forms)
                {
                    found = form
                    taken = length
                    break
                }
            }
            if taken == 0, index > 0, let form = misspelt(index, forms) {
                found = form
                taken = 1
            }
            if taken == 0 {
                kept.append(pieces[index])
                index += 1
            } else {
                index += taken
            }
        }
        if !kept.contains(where: { !$0.isAmpersand }) { return 0 }
        pieces = kept
        return found
    }
}
