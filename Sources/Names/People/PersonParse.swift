/// Finds what each word of a person's name is. Works on indices of `NameWords.words`, so that hot paths need no strings.
package struct PersonParse {
    package private(set) var parts: [NamePart]
    package private(set) var custom: PersonName.Custom = .western
    /// Whether a comma or capitals told which words are the surnames.
    package private(set) var hasExplicitSurname = false

    private let words: NameWords
    private let tables: NameTables
    private var rows: [FrequencyTable.Row]
    /// Whether all longer words are in capitals.
    private let isShouted: Bool

    package init(_ words: NameWords, _ tables: NameTables) {
        self.words = words
        self.tables = tables
        parts = [NamePart](repeating: .given, count: words.count)
        isShouted = words.words.allSatisfy { $0.count < 2 || $0.traits.contains(.capitals) }
        rows = words.words.map { word in
            words.bytes.withUnsafeBufferPointer {
                tables.frequencies[UnsafeBufferPointer(rebasing: $0[Int(word.start)..<Int(word.end)])]
            }
        }
        let open = markOutsiders()
        guard !open.isEmpty else { return }
        custom = customOf(open)
        if let (surnames, given) = splitByWriting(open) {
            hasExplicitSurname = true
            assignSurnames(surnames)
            assignGiven(given)
        } else {
            assignByOrder(open)
        }
    }

    /// A name's unit: a word with the particles that stand before it, as indices.
    private struct Unit {
        var particles: [Int]
        var word: Int
    }

    /// Marks titles, suffixes and nicknames; returns the units of the rest.
    private mutating func markOutsiders() -> [Unit] {
        var units: [Unit] = []
        var particles: [Int] = []
        var isNickname = false
        let isInverted = words.words.contains { $0.traits.contains(.afterComma) }
        let plain = words.words.count { $0.traits.isDisjoint(with: [.quoted, .bracketed]) }
        for (index, word) in words.words.enumerated() {
            let isMarked = !word.traits.isDisjoint(with: [.quoted, .bracketed]) && plain > 0
            // A privacy form: one quoted letter stands for a surname.
            if isMarked && !(word.count == 1 && !units.isEmpty) {
                parts[index] = .nickname
                continue
            }
            if isNickname && word.traits.contains(.afterComma) { isNickname = false }
            let kind = isNickname ? nil : kind(of: index)
            let isLast = index == words.count - 1
            switch kind {
            case .introducer where !units.isEmpty:
                parts[index] = .particle
                isNickname = true
            case .title where !isLast && (units.isEmpty || word.traits.contains(.afterComma)) && particles.isEmpty:
                parts[index] = .title
            case .honorific where !isLast && particles.isEmpty:
                parts[index] = .title
            case .suffix where !units.isEmpty && particles.isEmpty && (isLast || word.count < 4):
                parts[index] = .suffix
            case .descent where index == 0 && word.count == 3 && !isInverted:
                // Ben Affleck: at the head of a name it is one.
                units.append(Unit(particles: [], word: index))
            case .particle where !isLast, .article where !isLast, .descent where !isLast || units.count > 1,
                .kunya where !isLast || units.count > 1:
                parts[index] = .particle
                particles.append(index)
            default:
                if isNickname {
                    parts[index] = .nickname
                } else {
                    units.append(Unit(particles: particles, word: index))
                    particles = []
                }
            }
        }
        if let last = units.last, !particles.isEmpty {
            units[units.count - 1] = Unit(particles: last.particles + particles, word: last.word)
        }
        return units
    }

    private func kind(of index: Int) -> WordTable.Kind? {
        let word = words.words[index]
        // "Kwang Y. Kim" has an initial, "Ortega y Gasset" none.
        if word.count == 1 && (word.traits.contains(.dotted) || word.traits.contains(.initialCapital) && !isShouted) {
            return nil
        }
        return words.bytes.withUnsafeBufferPointer {
            tables.nameWords.kind(UnsafeBufferPointer(rebasing: $0[Int(word.start)..<Int(word.end)]))
        }
    }
}

extension PersonParse {
    /// Surnames and given names as a comma or capitals tell them apart.
    private func splitByWriting(_ units: [Unit]) -> (surnames: [Unit], given: [Unit])? {
        let comma = units.firstIndex { unit in
            words.words[unit.word].traits.contains(.afterComma)
                || unit.particles.contains { words.words[$0].traits.contains(.afterComma) }
        }
        if let comma, comma > 0 { return (Array(units[..<comma]), Array(units[comma...])) }
        let shouted = units.map { words.words[$0.word].traits.contains(.capitals) && words.words[$0.word].count > 2 }
        guard shouted.contains(true), shouted.contains(false), let first = shouted.firstIndex(of: true),
            let last = shouted.lastIndex(of: true), shouted[first...last].allSatisfy({ $0 })
        else { return nil }
        if first == 0 { return (Array(units[...last]), Array(units[(last + 1)...])) }
        if last == units.count - 1 { return (Array(units[first...]), Array(units[..<first])) }
        return nil
    }

    private mutating func assignSurnames(_ units: [Unit]) {
        for (position, unit) in units.enumerated() {
            let isSecond = custom == .spanish && units.count > 1 && position == units.count - 1
            parts[unit.word] = isSecond ? .maternal : .paternal
        }
    }

    private mutating func assignGiven(_ units: [Unit]) {
        for (position, unit) in units.enumerated() {
            let isPatronymic = position > 0 && (hasDescent(unit) || isSlavicPatronymic(unit.word))
            parts[unit.word] = isPatronymic ? .patronymic : .given
        }
    }

    private func hasDescent(_ unit: Unit) -> Bool { unit.particles.contains { kind(of: $0) == .descent } }

    private func isSlavicPatronymic(_ index: Int) -> Bool {
        let word = words.words[index]
        let letters = words.bytes[Int(word.start)..<Int(word.end)]
        return Self.patronymicEndings.contains {
            letters.count > $0.count + 2 && letters.suffix($0.count).elementsEqual($0)
        }
    }

    private static let patronymicEndings: [[UInt8]] = [
        "ovich", "evich", "ovych", "evych", "yevich", "ovna", "evna", "ivna", "ich", "ovic", "yevna", "avich",
    ].map { Array($0.utf8) }

    /// The custom that most words follow; Spanish only when nothing speaks for another.
    private func customOf(_ units: [Unit]) -> PersonName.Custom {
        if units.contains(where: hasDescent) { return .arabic }
        if units.count > 2, units.dropFirst().contains(where: { isSlavicPatronymic($0.word) }) { return .slavic }
        var votes: [PersonName.Custom: Int] = [:]
        for unit in units {
            let row = rows[unit.word]
            if row.customs.contains(.spanish) { votes[.spanish, default: 0] += row.customs.contains(.western) ? 2 : 3 }
            if row.customs.contains(.arabic) { votes[.arabic, default: 0] += 3 }
            if row.customs.contains(.slavic) { votes[.slavic, default: 0] += 2 }
            if row.customs.contains(.eastAsian) { votes[.eastAsian, default: 0] += 3 }
            if row.customs.contains(.western) { votes[.western, default: 0] += 1 }
        }
        let order: [PersonName.Custom] = [.spanish, .arabic, .eastAsian, .slavic, .western]
        var best = PersonName.Custom.western
        for candidate in order where votes[candidate, default: 0] > votes[best, default: 0] { best = candidate }
        return best
    }

    private mutating func assignByOrder(_ units: [Unit]) {
        if units.count == 1 {
            let row = rows[units[0].word]
            parts[units[0].word] = row.given > row.surname ? .given : .paternal
            return
        }
        switch custom {
        case .eastAsian
        where units.count <= 3 && rows[units[0].word].surname > 0 && rows[units[0].word].customs.contains(.eastAsian):
            parts[units[0].word] = .paternal
        case .arabic, .slavic, .eastAsian:
            for (position, unit) in units.enumerated() where position > 0 {
                let isLast = position == units.count - 1
                if hasDescent(unit) || isSlavicPatronymic(unit.word) && !isLast {
                    parts[unit.word] = .patronymic
                } else if isLast {
                    parts[unit.word] = .paternal
                }
            }
        case .spanish, .western:
            let surnames = surnameCount(units)
            assignSurnames(Array(units.suffix(surnames)))
        }
    }

    /// How many of the last units are surnames.
    private func surnameCount(_ units: [Unit]) -> Int {
        guard units.count > 2 else { return 1 }
        let third = units[units.count - 2]
        let row = rows[third.word]
        if words.words[third.word].count == 1 { return 1 }
        // Particles before a name mark it as a surname: Juan de la Cruz Pérez; but "María de los Ángeles" is one given name.
        let isGiven = row.given > row.surname
        if custom == .spanish {
            if units.count > 3 { return 2 }
            return isGiven ? 1 : 2
        }
        return !third.particles.isEmpty && !isGiven ? 2 : 1
    }
}
