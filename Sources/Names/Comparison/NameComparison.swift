/// The result of comparing two names, word by word.
public struct NameComparison: Sendable {
    /// One aligned pair, or a word that stands alone.
    public struct Step: Sendable, Hashable, Codable {
        /// Words of the first name; nil when the other's word stands alone.
        public var left: String?
        public var right: String?
        /// How they were found alike; nil for a word that stands alone.
        public var kind: LikenessKind?
        /// 0 to 1.
        public var likeness: Double
        /// How rare the word is, in bits: 5 is a Juan, 14 a name that no table knows.
        public var rarity: Double
    }

    /// 0 to 1; 0.7 is the point to act on.
    public var score: Double
    public var steps: [Step]
    /// What lowered the score.
    public var remarks: [NameRemark]
    /// Set when the letters of the whole names decided, not the pairs.
    public var whole: LikenessKind?
}

/// What kind of bearer names are compared for.
public enum NameKind: String, Sendable, Codable, CaseIterable {
    case person
    /// A company, a body, a group; ships and aircraft too.
    case organisation
    /// Either: the words decide.
    case unknown
}

/// Compares two names as written.
public struct NameComparer: Sendable {
    private let tables: NameTables

    public init(tables: NameTables) { self.tables = tables }

    /// How alike two names are, with the reasons. Symmetric in its score.
    public func compare(_ left: String, _ right: String, as kind: NameKind) -> NameComparison {
        var one = NameWords(), two = NameWords()
        one.read(left)
        two.read(right)
        switch kind {
        case .person: return persons(one, two, left, right)
        case .organisation: return organisations(one, two, left, right)
        case .unknown:
            let isBody = OrganisationHints.speakFor(one, tables) || OrganisationHints.speakFor(two, tables)
            return isBody ? organisations(one, two, left, right) : persons(one, two, left, right)
        }
    }

    private func persons(_ one: NameWords, _ two: NameWords, _ left: String, _ right: String) -> NameComparison {
        var x = NameForm(), y = NameForm()
        x.read(person: one, tables)
        y.read(person: two, tables)
        return compare(x, y)
    }

    /// The best over the alternatives that slashes part.
    private func organisations(_ one: NameWords, _ two: NameWords, _ left: String, _ right: String) -> NameComparison {
        var best: NameComparison?
        for p in one.alternatives {
            for q in two.alternatives {
                var x = NameForm(), y = NameForm()
                x.read(organisation: one, range: p, tables)
                y.read(organisation: two, range: q, tables)
                var result = compare(x, y)
                if p.count < one.count || q.count < two.count { result.score *= Double(NameWeights.alternative) }
                if result.score > best?.score ?? -1 { best = result }
            }
        }
        return best ?? NameComparison(score: 0, steps: [], remarks: [])
    }

    private func compare(_ x: NameForm, _ y: NameForm) -> NameComparison {
        var matcher = NameMatcher(tables)
        return x.withView { x in
            y.withView { y in
                let score = matcher.score(x, y)
                return NameComparison(score, matcher.alignment, x, y)
            }
        }
    }
}

extension NameComparison {
    package init(_ score: NameScore, _ alignment: Alignment, _ x: FormView, _ y: FormView) {
        func text(_ view: FormView, _ run: Range<Int>) -> String {
            run.map { String(decoding: view.word(view.units[$0]), as: UTF8.self) }.joined(separator: " ")
        }
        var steps = alignment.pairs.sorted { $0.left.lowerBound < $1.left.lowerBound }.map { pair in
            Step(
                left: text(x, pair.left), right: text(y, pair.right), kind: pair.likeness.kind,
                likeness: Double(pair.likeness.value),
                rarity: Double(pair.left.reduce(Float(0)) { $0 + x.units[$1].bits }))
        }
        for index in alignment.leftAlone {
            steps.append(Step(left: text(x, index..<(index + 1)), likeness: 0, rarity: Double(x.units[index].bits)))
        }
        for index in alignment.rightAlone {
            steps.append(Step(right: text(y, index..<(index + 1)), likeness: 0, rarity: Double(y.units[index].bits)))
        }
        self.init(score: Double(score.value), steps: steps, remarks: score.remarks, whole: score.whole)
    }
}
