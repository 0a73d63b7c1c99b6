extension NameForm {
    /// Makes the form of a person's name. Nicknames are left out; titles stay as honorifics, which count for nothing.
    package mutating func read(person words: NameWords, _ tables: NameTables) {
        clear(.person)
        let parse = PersonParse(words, tables)
        custom = parse.custom
        hasExplicitSurname = parse.hasExplicitSurname
        var builder = PersonUnits(words: words, parse: parse, tables: tables)
        builder.build(&self)
    }
}

/// Turns the words of a person's name into units: joins what is written apart, parts what is written together.
private struct PersonUnits {
    let words: NameWords
    let parse: PersonParse
    let tables: NameTables
    /// Letters of the particles that wait for their word.
    private var particles: [UInt8] = []
    private var isChild = false
    private var isParent = false

    init(words: NameWords, parse: PersonParse, tables: NameTables) {
        self.words = words
        self.parse = parse
        self.tables = tables
    }

    mutating func build(_ form: inout NameForm) {
        var index = 0
        while index < words.count {
            let word = words.words[index]
            let letters = words.bytes[Int(word.start)..<Int(word.end)]
            let part = parse.parts[index]
            index += 1
            switch part {
            case .nickname: continue
            case .particle:
                let kind = letters.withUnsafeBufferPointer { tables.nameWords.kind($0) }
                if kind == .kunya { isParent = true }
                if kind == .descent { isChild = true } else if kind != .introducer { particles += letters }
            default:
                index += add(letters, part, word, at: index, &form)
            }
        }
    }

    /// Adds the unit of one word; returns how many words after it were joined to it.
    private mutating func add(
        _ letters: ArraySlice<UInt8>, _ part: NamePart, _ word: NameWords.Word, at next: Int, _ form: inout NameForm
    ) -> Int {
        var unit = NameUnit()
        unit.word = UInt8(min(255, next - 1))
        unit.role = Self.role(part)
        if word.traits.contains(.afterHyphen) { unit.traits.insert(.hyphenated) }
        if isChild { unit.traits.insert(.descent) }
        if isParent { unit.traits.insert(.kunya) }
        let start = form.letters.count
        form.letters += particles
        unit.prefix = UInt8(min(255, particles.count))
        let own = form.letters.count
        var joined = 0
        append(letters, to: &form.letters)
        let isServant = letters.withUnsafeBufferPointer { tables.nameWords.kind($0) } == .compound
        if isServant, let (name, count) = wordAfterArticles(next) {
            form.letters.removeSubrange(own...)
            form.letters += name.elementsEqual(Self.allah) ? Self.abdullah : Self.abd + name
            joined = count
        }
        joined += joinTail(next + joined, own, &form.letters)
        canonical(own, &form.letters)
        particles = []
        isChild = false
        isParent = false
        weigh(&unit, own, word, form.letters)
        form.finish(&unit, from: start, tables)
        return joined
    }

    private static func role(_ part: NamePart) -> UnitRole {
        switch part {
        case .given: .given
        case .paternal: .paternal
        case .maternal: .maternal
        case .patronymic: .patronymic
        default: .honorific
        }
    }

    private static let abd = Array("abd".utf8), allah = Array("allah".utf8), abdullah = Array("abdullah".utf8)
    private static let faith = ["din", "deen", "dine", "dien", "eddine", "uddin", "eddin"].map { Array($0.utf8) }

    /// Digits inside a word are letters in disguise: I9or, Sech1n.
    private func append(_ letters: ArraySlice<UInt8>, to out: inout [UInt8]) {
        let digits = letters.count { $0 < 0x3A }
        if digits == 0 || digits * 2 >= letters.count {
            out += letters
            return
        }
        let disguise: [UInt8] = Array("oizeasgtbg".utf8)
        for letter in letters { out.append(letter < 0x3A ? disguise[Int(letter - 0x30)] : letter) }
    }

    /// The word that "servant of" belongs to, past the article, and how many words that takes.
    private func wordAfterArticles(_ next: Int) -> (ArraySlice<UInt8>, Int)? {
        var index = next
        while index < words.count, !words.words[index].traits.contains(.afterComma), parse.parts[index] != .nickname {
            let word = words.words[index]
            let letters = words.bytes[Int(word.start)..<Int(word.end)]
            if letters.withUnsafeBufferPointer({ tables.nameWords.kind($0) }) == .article && index == next {
                index += 1
                continue
            }
            if letters.count < 3 { return nil }
            return (letters, index - next + 1)
        }
        return nil
    }

    /// Joins "al-Din" and "Allah" to the name before: Saif al-Din, Nasr Allah. Returns how many words that takes.
    private func joinTail(_ next: Int, _ own: Int, _ out: inout [UInt8]) -> Int {
        guard out.count - own >= 3, next < words.count, !words.words[next].traits.contains(.afterComma) else {
            return 0
        }
        let word = words.words[next]
        let letters = words.bytes[Int(word.start)..<Int(word.end)]
        if letters.elementsEqual(Self.allah) || letters.elementsEqual("ullah".utf8) {
            out += "ullah".utf8
            return 1
        }
        if letters.elementsEqual("eddine".utf8) || letters.elementsEqual("uddin".utf8)
            || letters.elementsEqual("eddin".utf8)
        {
            out += "din".utf8
            return 1
        }
        guard next + 1 < words.count, letters.withUnsafeBufferPointer({ tables.nameWords.kind($0) }) == .article else {
            return 0
        }
        let last = words.words[next + 1]
        let tail = words.bytes[Int(last.start)..<Int(last.end)]
        guard !last.traits.contains(.afterComma), Self.faith.contains(where: { tail.elementsEqual($0) }) else {
            return 0
        }
        out += "din".utf8
        return 2
    }

    /// One spelling for names written together: Abdulaziz, Abdelaziz; Saifuddin, Seifeddine; Hamidullah, Hamidollah.
    private func canonical(_ own: Int, _ out: inout [UInt8]) {
        let count = out.count - own
        guard count >= 7 else { return }
        if out[own...].starts(with: "abd".utf8) && count > 7 {
            for prefix in Self.servants where out[own...].starts(with: prefix) && count > prefix.count + 3 {
                out.removeSubrange((own + 3)..<(own + prefix.count))
                break
            }
        }
        for (ending, plain) in Self.endings where out[own...].ends(with: ending) && out.count - own > ending.count + 2 {
            out.removeLast(ending.count)
            out += plain
            break
        }
    }

    private static let servants = [
        "abdul", "abdel", "abdal", "abdol", "abdur", "abder", "abdus", "abdes", "abdun", "abden", "abdud", "abdoul",
        "abdou",
    ].map { Array($0.utf8) }
    private static let endings: [([UInt8], [UInt8])] = [
        ("ouddine", "din"), ("eddeen", "din"), ("uddeen", "din"), ("eddine", "din"), ("uddin", "din"), ("eddin", "din"),
        ("addin", "din"), ("aldin", "din"), ("eldin", "din"), ("udin", "din"), ("edin", "din"),
        ("ollah", "ullah"), ("allah", "ullah"), ("oullah", "ullah"), ("ulla", "ullah"), ("olla", "ullah"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

    private func weigh(_ unit: inout NameUnit, _ own: Int, _ word: NameWords.Word, _ letters: [UInt8]) {
        let row = letters.withUnsafeBufferPointer { tables.frequencies[UnsafeBufferPointer(rebasing: $0[own...])] }
        let count = letters.count - own
        let share = max(row.given, row.surname)
        // Short unknown words are mostly syllables of East Asian names; longer ones are rare surnames.
        unit.bits = share > 0 ? NameForm.bits(share: share) : count <= 3 ? 9 : count == 4 ? 11.5 : 14
        unit.bits = min(15, max(4.5, unit.bits))
        if share > 0 { unit.traits.insert(.known) }
        if row.given > row.surname { unit.traits.insert(.usuallyGiven) }
        if count == 1 {
            unit.traits.insert(.initial)
            unit.bits = 3
        }
        if unit.role == .honorific { unit.bits = 1 }
        if word.traits.contains(.foreign) {
            unit.traits.insert(word.traits.contains(.syllabic) ? .syllabic : .vowelless)
        }
    }
}

extension ArraySlice<UInt8> {
    func ends(with ending: [UInt8]) -> Bool { count >= ending.count && suffix(ending.count).elementsEqual(ending) }
}
