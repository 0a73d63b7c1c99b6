internal import Names

/// How far two names, and what else is said of their bearers, speak for one person. The one place where persons' names
/// are compared.
struct PersonLikeness {
    /// What two names alone say.
    struct Verdict {
        var value: Float
        var reason: String
        /// The names cannot be one person's.
        var isContradiction = false
    }

    let tables: CaseTables
    private var known: [Pair: Verdict] = [:]

    private struct Pair: Hashable {
        var one: PersonForm
        var two: PersonForm
    }

    init(_ tables: CaseTables) { self.tables = tables }

    /// Symmetric.
    mutating func compare(_ a: PersonForm, _ b: PersonForm) -> Verdict {
        let pair = a.text <= b.text ? Pair(one: a, two: b) : Pair(one: b, two: a)
        if let verdict = known[pair] { return verdict }
        let verdict = judge(pair.one, pair.two)
        known[pair] = verdict
        return verdict
    }

    private func judge(_ a: PersonForm, _ b: PersonForm) -> Verdict {
        switch (a.shape, b.shape) {
        case (.full, .full): fullNames(a, b)
        case (.privacy, .privacy): privacyNames(a, b)
        case (.privacy, .full): privacy(a, full: b)
        case (.full, .privacy): privacy(b, full: a)
        case (.surnames, .full): surnames(a, full: b)
        case (.full, .surnames): surnames(b, full: a)
        case (.surnames, .surnames):
            a.words == b.words
                ? Verdict(value: a.words.count > 1 ? 0.72 : rareSurname(a), reason: "same surname “\(a.text)”")
                : Verdict(value: 0, reason: "different surnames")
        case (.given, .given), (.given, .full), (.full, .given):
            a.given.first == b.given.first && (a.shape == b.shape ? a.words == b.words : true)
                ? Verdict(value: 0.5, reason: "same given name") : Verdict(value: 0, reason: "different given names")
        case (.nickname, _), (_, .nickname): Verdict(value: 0.55, reason: "known by a nickname alone")
        default: Verdict(value: 0, reason: "names of different kinds")
        }
    }

    private func fullNames(_ a: PersonForm, _ b: PersonForm) -> Verdict {
        if a.suffix != b.suffix {
            return Verdict(value: 0.3, reason: "one is called \(a.suffix)\(b.suffix)", isContradiction: true)
        }
        let bits = min(a.bits, b.bits)
        if a.words == b.words {
            return Verdict(value: bits >= 15 ? 0.95 : 0.74, reason: "same name\(bits >= 15 ? "" : ", a common one")")
        }
        let comparison = tables.comparer.compare(a.text, b.text, as: .person)
        let against: [NameRemark: String] = [
            .differentGiven: "different given names", .differentPaternal: "different first surnames",
            .differentMaternal: "different second surnames", .onlyMaternal: "only second surnames agree",
        ]
        for remark in comparison.remarks {
            if let words = against[remark] { return Verdict(value: 0.2, reason: words, isContradiction: true) }
        }
        // A word that may be a second given name or a second surname on one side and another on the other.
        let alone = comparison.steps.filter { $0.kind == nil }
        if alone.contains(where: { $0.left == nil }), alone.contains(where: { $0.right == nil }) {
            return Verdict(value: 0.2, reason: "each has a word that the other lacks", isContradiction: true)
        }
        guard comparison.score >= 0.7 else {
            return Verdict(value: 0.3, reason: "names differ", isContradiction: comparison.score < 0.5)
        }
        let isShorter = a.words.count != b.words.count
        let words = isShorter ? "one name is short for the other" : "names spelled alike"
        if isShorter {
            // A father and a son, two cousins share a given name and the first surname: two common words are no proof.
            return Verdict(value: bits >= 18 ? 0.84 : 0.7, reason: words)
        }
        return Verdict(value: Float(min(0.92, comparison.score)) - (bits >= 15 ? 0 : 0.15), reason: words)
    }

    private func privacyNames(_ a: PersonForm, _ b: PersonForm) -> Verdict {
        let same = a.words.dropLast() == b.words.dropLast()
        let initials = [a.words.last, b.words.last]
        guard same, initials[0] == initials[1] || initials.contains("n") else {
            return Verdict(value: 0, reason: "different names", isContradiction: true)
        }
        return Verdict(value: 0.55, reason: "same given names, surname withheld")
    }

    private func privacy(_ short: PersonForm, full: PersonForm) -> Verdict {
        let given = Array(short.words.dropLast())
        let initial = short.words.last ?? ""
        let fits = Array(full.given.prefix(given.count)) == given
        guard fits, initial == "n" || full.paternal?.hasPrefix(initial) == true else {
            return Verdict(value: 0, reason: "different names", isContradiction: true)
        }
        return Verdict(value: 0.5, reason: "the given names agree, the surname is withheld")
    }

    private func surnames(_ short: PersonForm, full: PersonForm) -> Verdict {
        let theirs = [full.paternal, full.maternal].compactMap { $0 }
        if short.words.count > 1 {
            guard short.words == theirs else { return Verdict(value: 0, reason: "different surnames") }
            return Verdict(value: 0.72, reason: "both surnames agree")
        }
        guard short.words.first == full.paternal else { return Verdict(value: 0, reason: "different surnames") }
        return Verdict(value: rareSurname(short), reason: "the surname agrees")
    }

    private func rareSurname(_ form: PersonForm) -> Float { form.bits >= 12 ? 0.64 : 0.55 }
}
