/// A parsed regular expression.
indirect enum PatternNode: Sendable {
    case empty
    case one(ScalarClass)
    /// `^`, `\A`
    case textStart
    /// `$`: the end, or before a last line feed.
    case lineEnd
    /// `\Z`
    case textEnd
    case sequence([PatternNode])
    /// The first branch that leads to a match wins.
    case choice([PatternNode])
    case repetition(PatternNode, minimum: Int, maximum: Int?, greedy: Bool)
    case look(PatternNode, ahead: Bool, negative: Bool)

    /// Widths beyond this count as unbounded.
    private static let widest = 1 << 16

    /// How many code points a match has, least and most; `most` is nil where there is no bound.
    var width: (least: Int, most: Int?) {
        switch self {
        case .empty, .textStart, .lineEnd, .textEnd, .look: return (0, 0)
        case .one: return (1, 1)
        case .sequence(let items):
            return items.reduce((0, 0)) { sum, item in
                let width = item.width
                return Self.bounded(sum.0 + width.least, sum.1.flatMap { most in width.most.map { most + $0 } })
            }
        case .choice(let branches):
            let widths = branches.map(\.width)
            let most = widths.reduce(Int?.some(0)) { most, width in
                guard let most, let other = width.most else { return nil }
                return max(most, other)
            }
            return (widths.map(\.least).min() ?? 0, most)
        case .repetition(let body, let minimum, let maximum, _):
            let width = body.width
            if width.most == 0 { return (0, 0) }
            return Self.bounded(width.least * minimum, maximum.flatMap { times in width.most.map { $0 * times } })
        }
    }

    private static func bounded(_ least: Int, _ most: Int?) -> (least: Int, most: Int?) {
        (min(least, widest), most.flatMap { $0 > widest ? nil : $0 })
    }

    /// Whether every match begins at the beginning of the text.
    var isStartAnchored: Bool {
        switch self {
        case .textStart: true
        case .sequence(let items): items.first { if case .empty = $0 { false } else { true } }?.isStartAnchored ?? false
        case .choice(let branches): branches.allSatisfy(\.isStartAnchored)
        default: false
        }
    }

    /// Whether every match ends at the end of the text.
    var isEndAnchored: Bool {
        switch self {
        case .lineEnd, .textEnd: true
        case .sequence(let items): items.last?.isEndAnchored ?? false
        case .choice(let branches): branches.allSatisfy(\.isEndAnchored)
        default: false
        }
    }

    /// All classes of code points that a match can be made of.
    var classes: [ScalarClass] {
        switch self {
        case .one(let set): [set]
        case .sequence(let items), .choice(let items): items.flatMap(\.classes)
        case .repetition(let body, _, _, _): body.classes
        default: []
        }
    }

    /// Whether it repeats something without bound.
    var isUnbounded: Bool {
        switch self {
        case .sequence(let items), .choice(let items): items.contains(where: \.isUnbounded)
        case .repetition(let body, _, let maximum, _): maximum == nil || body.isUnbounded
        case .look(let body, _, _): body.isUnbounded
        default: false
        }
    }

    /// What a match can begin with; nil when it can be empty.
    var first: [ScalarClass]? {
        switch self {
        case .empty, .textStart, .lineEnd, .textEnd, .look: return nil
        case .one(let set): return [set]
        case .sequence(let items):
            var sets: [ScalarClass] = []
            for item in items {
                if case .look = item { continue }
                if case .textStart = item { continue }
                if case .empty = item { continue }
                if let own = item.first { return sets + own }
                guard item.width.most != 0 else { return nil }
                sets += item.optionalFirst
            }
            return nil
        case .choice(let branches):
            var sets: [ScalarClass] = []
            for branch in branches {
                guard let own = branch.first else { return nil }
                sets += own
            }
            return sets
        case .repetition(let body, let minimum, _, _): return minimum > 0 ? body.first : nil
        }
    }

    /// What a match can begin with, if it is not empty.
    private var optionalFirst: [ScalarClass] {
        switch self {
        case .sequence, .choice: classes
        case .repetition(let body, _, _, _): body.first ?? body.classes
        default: classes
        }
    }
}
