/// The recogniser of entity names: a transition system of begin, in, last, unit and out.
struct NameRecogniser: Sendable {
    private enum Action {
        static let begin = 1
        static let inside = 2
        static let last = 3
        static let unit = 4
        static let out = 5
    }

    let model: TransitionModel
    /// The classes that open an entity, and the one that stays outside.
    private let begins: [Range<Int>]
    private let units: [Range<Int>]
    private let outs: [Range<Int>]
    /// The classes that go on with, or end, an entity of each label.
    private let insides: [UInt16: Int]
    private let lasts: [UInt16: Int]
    private let labels: [UInt16]

    /// `label` numbers the pipeline's entity labels; "" is 0.
    init(_ file: ModelFile, moves: Moves, part: String, width: Int, label: (String) -> UInt16) throws(LanguageError) {
        var (begins, units, outs): ([Range<Int>], [Range<Int>], [Range<Int>]) = ([], [], [])
        var (insides, lasts): ([UInt16: Int], [UInt16: Int]) = ([:], [:])
        func extend(_ ranges: inout [Range<Int>], _ number: Int) {
            if let last = ranges.last, last.upperBound == number {
                ranges[ranges.count - 1] = last.lowerBound..<number + 1
            } else {
                ranges.append(number..<number + 1)
            }
        }
        for (number, move) in moves.all.enumerated() {
            guard (0...5).contains(move.action) else {
                throw .unsupported(part: part, problem: "the action \(move.action)")
            }
            // A move without a label is only for spans that were set before, which there are none of.
            switch move.action {
            case Action.begin where !move.label.isEmpty: extend(&begins, number)
            case Action.unit where !move.label.isEmpty: extend(&units, number)
            case Action.inside where !move.label.isEmpty: insides[label(move.label)] = number
            case Action.last where !move.label.isEmpty: lasts[label(move.label)] = number
            case Action.out: extend(&outs, number)
            default: continue
            }
        }
        self.begins = begins
        self.units = units
        self.outs = outs
        self.insides = insides
        self.lasts = lasts
        labels = moves.all.map { label($0.label) }
        model = try TransitionModel(file, part: part, width: width, slots: 3, classes: moves.all.count)
    }

    /// An open entity: where it began, and its label.
    private struct Open {
        let start: Int32
        let label: UInt16
    }

    func run(_ document: Document, _ scorer: StateScorer, isSpace: (Int) -> Bool) {
        guard document.count > 0 else { return }
        scorer.begin(document)
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 3) { slots in
            guard let slots = slots.baseAddress else { return }
            var open: Open?
            for token in 0..<document.count {
                slots[0] = Int32(token)
                slots[1] = open?.start ?? -1
                slots[2] = open == nil ? -1 : Int32(token - 1)
                scorer.score(slots, document)
                let mayGoOn = token + 1 < document.count && !document.sentenceStarts[token + 1]
                if let entity = open {
                    open = goOn(entity, token, mayGoOn, document, scorer)
                } else {
                    open = begin(token, mayGoOn && !isSpace(token), !isSpace(token), document, scorer)
                }
            }
        }
    }

    /// Outside of an entity: begins one, or takes one token for an entity, or goes by.
    private func begin(
        _ token: Int, _ mayBegin: Bool, _ mayUnit: Bool, _ document: Document, _ scorer: StateScorer
    ) -> Open? {
        var best = -1
        func consider(_ ranges: [Range<Int>]) {
            for range in ranges {
                let own = scorer.best(range)
                let scores = scorer.scores.start
                if best < 0 || scores[own] > scores[best] || scores[own] == scores[best] && own < best { best = own }
            }
        }
        if mayBegin { consider(begins) }
        if mayUnit { consider(units) }
        let bestEntity = best
        consider(outs)
        guard best >= 0, best == bestEntity else { return nil }
        document.entityLabels[token] = labels[best]
        document.entityStarts[token] = true
        return begins.contains { $0.contains(best) } ? Open(start: Int32(token), label: labels[best]) : nil
    }

    /// Inside of an entity: goes on, or ends it with this token.
    private func goOn(
        _ entity: Open, _ token: Int, _ mayGoOn: Bool, _ document: Document, _ scorer: StateScorer
    ) -> Open? {
        document.entityLabels[token] = entity.label
        let scores = scorer.scores.start
        guard let last = lasts[entity.label] else { return mayGoOn ? entity : nil }
        guard mayGoOn, let inside = insides[entity.label] else { return nil }
        if scores[inside] == scores[last] { return inside < last ? entity : nil }
        return scores[inside] > scores[last] ? entity : nil
    }
}
